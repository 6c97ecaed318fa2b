import { burdenIn } from '../../../plan/burden.ts'
import { judge } from '../../../plan/judge.ts'
import { localOf } from '../../../plan/local.ts'
import { kindOf } from '../../../plan/rules/kinds.ts'
import { dayOf } from '../../../plan/time.ts'
import { type Act, isRefused, type Refused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import { wrongWords } from '../../wrong.ts'
import { bearingOf } from '../burden/model.ts'
import { burdenWords } from '../burden/words.ts'
import type { rulesContract } from '../contract.ts'
import { checkDraft, ruleOf, sentenceOf } from '../draft/model.ts'
import { findingsTold, tellingFor } from '../findings/actions.ts'
import { daysSpan, judgedIn, todayOf } from '../judging/actions.ts'
import { type RuleDraft, ruleDraft } from '../model.ts'
import { newestVersion } from '../queries.ts'

const [daysBack, daysAhead] = [60, 30]
const mostShown = 100
const longest = 400

type Preview = ActionsFor<Pick<typeof rulesContract, 'rule'>>['rule']['preview']
type Asked = Parameters<Preview>[0]
type Candidate = RuleDraft & { readonly id: string; readonly meaning: number }

/** What a rule would flag, saved or not; for one that is there, what it is keeping. Nothing is saved. */
export const preview: Preview = async (asked, act) => {
  const candidate = await candidateOf(asked, act)
  if (isRefused(candidate)) return candidate
  const today = todayOf(act)
  const from = asked.from ? Temporal.PlainDate.from(asked.from) : today.subtract({ days: daysBack })
  const to = asked.to ? Temporal.PlainDate.from(asked.to) : today.add({ days: daysAhead })
  const days = from.until(to).days + 1
  if (days < 1) return refuse('bad-input', 'The last day is before the first', [], 'to')
  if (days > longest) return refuse('bad-input', `At most ${longest} days can be looked at at once`, [], 'to')
  const judgement = await judgedIn(act, daysSpan(act, from, to))
  const found = judge(judgement.plan, [ruleOf(candidate)])
  const findings = [...found].sort((a, b) => a.span.start - b.span.start)
  const { wallAt } = localOf(judgement.plan)
  const burden = burdenIn(judgement.plan, ruleOf(candidate), { verdicts: found })
  const telling = tellingFor(act, judgement)
  // A rule that is not saved can do nothing yet: its ways out are shown once it is.
  const told = { ...telling, rules: new Map([[candidate.id, candidate]]), fixesOf: () => [] }
  const views = findingsTold(act, judgement, findings.slice(0, mostShown), told)
  return {
    words: sentenceOf(candidate, kindOf),
    from: from.toString(),
    to: to.toString(),
    days,
    flaggedDays: new Set(findings.map((finding) => dayOf(wallAt(finding.span.start)))).size,
    never: bearingOf(burden) === 'always' ? `${burdenWords(burden, 'always')}.` : null,
    count: findings.length,
    findings: views.sort((a, b) =>
      Temporal.Instant.compare(Temporal.Instant.from(a.start), Temporal.Instant.from(b.start)),
    ),
  }
}

const candidateOf = async ({ id, draft }: Asked, act: Act): Promise<Candidate | Refused> => {
  const kept = id === undefined ? undefined : await newestVersion(act.db, act.desk.id, id)
  if (id !== undefined && (!kept || kept.to !== null)) return refuse('not-there', 'This desk has no such rule', [id])
  if (draft === undefined) return kept ?? refuse('bad-input', 'Say which rule, or a draft of one', [], 'draft')
  const read = draftFrom(draft)
  if (isRefused(read)) return read
  const checked = checkDraft(read, kindOf)
  if ('path' in checked) return refuse('bad-input', checked.words, [], checked.path)
  return { ...read, params: checked.params, id: kept?.id ?? 'draft', meaning: 0 }
}

const draftFrom = (text: string): RuleDraft | Refused => {
  try {
    const read = ruleDraft.safeParse(JSON.parse(text), { error: wrongWords })
    const issue = read.error?.issues[0]
    return read.success
      ? read.data
      : refuse('bad-input', issue?.message ?? 'It does not fit', [], issue?.path.join('.'))
  } catch {
    return refuse('bad-input', 'The draft is not JSON', [], 'draft')
  }
}
