import { kindOf } from '../../../../plan/rules/kinds.ts'
import type { Act, Json } from '../../../act.ts'
import { maySee, readerOf } from '../../../calendar/views/model.ts'
import { mayTell } from '../../../journal/actions.ts'
import { closesIt, type Kept, stateOf } from '../../../mistakes/model.ts'
import { mistakes } from '../../../mistakes/queries.ts'
import { mayRead } from '../../../mistakes/showing/actions.ts'
import { openWords } from '../../../mistakes/words.ts'
import { sentenceOf } from '../../../rules/draft/model.ts'
import type { RuleRow } from '../../../rules/model.ts'
import { newestVersion, rulesToday } from '../../../rules/queries.ts'
import type { Pair } from '../../pair/model.ts'
import { type Line, lineOf, type Way, wayOf } from '../model.ts'
import { doneBetween } from '../queries.ts'
import { acceptedWords, at, heldWords, mistakeDetail, sourceWords } from '../words.ts'
import { acceptedSince, rulesMadeSince, stillToTell } from './queries.ts'

/** From which entry and instant on things are new, and up to which; and what was left of before, by the first part of its key. */
export type Since = {
  readonly at: Temporal.Instant
  readonly number: number
  readonly to: number | null
  readonly left: (what: string) => readonly string[]
}

type Values = { readonly [key: string]: Json }
const valuesOf = (content: string): Values => (JSON.parse(content) as { values: Values }).values
const undoable = (content: string): boolean => !('none' in (JSON.parse(content) as { undo: object }).undo)

/** What changes somebody else's time or words: it is worth a line that it was done without asking. */
const telling = [
  'event.move',
  'event.cancel',
  'hold.offer',
  'hold.take',
  'hold.release',
  'finding.fix',
  'commitment.renegotiate',
  'commitment.forgive',
  'decision.lapse',
  'proposal.yes',
] as const
const mostTold = 20
const mostDone = 12

type Told = { readonly id: string; readonly operation: string; readonly label: Line['label']; readonly content: string }

/** Whether whoever reads may have what an entry says: its label, and the area it belongs to. */
const mayHave = (act: Act, { operation, label, content }: Omit<Told, 'id'>): boolean =>
  maySee(label, readerOf(act)) && mayTell(act, operation, valuesOf(content))

function toldLine(act: Act, row: Awaited<ReturnType<typeof stillToTell>>[number]): Line {
  const undo = undoable(row.content) ? [wayOf('Take it back', 'journal.undo', { entry: row.id })] : []
  return lineOf({
    key: `told:${row.id}`,
    words: act.sentence(row.operation, valuesOf(row.content)),
    detail: `${row.name}, ${at(row.at, act.desk.zone)}`,
    label: row.label,
    entry: row.number,
    ways: [wayOf('Seen', 'told.seen', { entries: [row.id] }, { main: true }), ...undo],
    opens: { page: 'journal', id: row.id },
  })
}

/** What was done and is to be told, then what the assistant did without asking since. */
export async function handledSince(act: Act, pair: Pair, since: Since): Promise<Line[]> {
  const told = (await stillToTell(act.db, act.desk.id, mostTold)).filter(
    (row) => row.member !== act.member.id && mayHave(act, row),
  )
  const seen = new Set(told.map(({ id }) => id))
  const done = await doneBetween(act.db, act.desk.id, {
    members: [pair.assistant.id],
    after: since.number,
    to: since.to,
    operations: telling,
    also: since.left('done'),
    newest: true,
    most: mostDone,
  })
  const lines = done
    .filter((row) => !seen.has(row.id) && mayHave(act, row))
    .map((row) =>
      lineOf({
        key: `done:${row.id}`,
        words: act.sentence(row.operation, valuesOf(row.content)),
        detail: `${row.name}, ${at(row.at, act.desk.zone)}`,
        label: row.label,
        entry: row.number,
        ways: undoable(row.content) ? [wayOf('Take it back', 'journal.undo', { entry: row.id })] : [],
        settles: 'That was right',
      }),
    )
  return [...told.map((row) => toldLine(act, row)), ...lines]
}

/** What somebody lives with since, and what was booked all the same. */
export async function acceptedLines(act: Act, since: Since): Promise<Line[]> {
  const rows = (await acceptedSince(act.db, act.desk.id, since.at, since.left('accepted'))).filter((row) =>
    mayHave(act, row),
  )
  const titles = new Map<string, string>()
  for (const { rule } of rows) {
    if (titles.has(rule)) continue
    const row = await newestVersion(act.db, act.desk.id, rule)
    titles.set(rule, row ? (kindOf(row.kind)?.title ?? row.kind) : 'A rule that is gone')
  }
  return rows.map((row) =>
    lineOf({
      key: `accepted:${row.id}`,
      words: acceptedWords(titles.get(row.rule) ?? '', row.reason, row.operation === 'finding.accept'),
      detail: `${row.name}, ${at(row.at, act.desk.zone)}`,
      label: row.label,
      entry: row.number,
      ways: [wayOf('Look at it again', 'finding.reopen', { fingerprint: row.fingerprint })],
      settles: 'It stands',
    }),
  )
}

const ruleWays = ({ id, on }: RuleRow): Way[] => [
  wayOf(on ? 'Switch it off' : 'Switch it on', 'rule.switch', { id, on: !on }),
  wayOf('Remove it', 'rule.remove', { id }),
]

/** Rules that came since, besides those every desk begins with: each is confirmed, switched off or removed. */
export async function rulesSince(act: Act, since: Since): Promise<Line[]> {
  if (!maySee('desk', readerOf(act))) return []
  const made = await rulesMadeSince(act.db, act.desk.id, since.at, since.left('rule'))
  return (await rulesToday(act.db, act.desk.id)).flatMap((rule) => {
    const when = made.get(rule.id)
    if (!when) return []
    return lineOf({
      key: `rule:${rule.id}`,
      words: sentenceOf(rule, kindOf),
      detail: [sourceWords(rule.source), heldWords(rule.on), at(when, act.desk.zone), rule.story]
        .filter((part) => part !== '')
        .join(' · '),
      ways: ruleWays(rule),
      settles: 'It stays',
      opens: { page: 'rules', id: rule.id },
    })
  })
}

/** Only what can be done in one tap: confirmed by whoever asked, closed with the word it needs. */
function mistakeWays(act: Act, { id, owner, facts, progress }: Kept, ownerKind: string): Way[] {
  const { confirmed, cannot, said, steps, closed } = progress
  if (closed) return []
  const asker = facts.askedBy.member
  if (!confirmed && asker === act.member.id && owner !== act.member.id)
    return [wayOf('That is what I asked, and what was done', 'mistake.confirm', { id }, { main: true })]
  const ready = confirmed && said.length > 0 && steps.length > 0 && (facts.putRight !== '' || cannot !== null)
  return ready && closesIt(act.member, { id: owner, kind: ownerKind })
    ? [wayOf('Close it with my word', 'mistake.close', { id }, { main: true })]
    : []
}

/** Mistakes that are open, and those that were closed since, with what keeps them from coming back. */
export async function mistakesSince(act: Act, pair: Pair, since: Since): Promise<Line[]> {
  const isNew = (text: string) => Temporal.Instant.compare(Temporal.Instant.from(text), since.at) > 0
  return (await mistakes(act.db, act.desk.id))
    .filter((one) => mayRead(act, one))
    .filter(({ progress: { closed } }) => closed === null || isNew(closed.at))
    .map((one) =>
      lineOf({
        key: `mistake:${one.id}`,
        words: one.progress.closed ? `Closed: ${one.facts.title}` : openWords(one.facts.title, stateOf(one.progress)),
        detail: mistakeDetail(
          one.facts.putRight,
          one.progress.steps.map(({ words }) => words),
          one.progress.closed?.learnt ?? '',
        ),
        tone: one.progress.closed ? 'plain' : 'soon',
        label: one.label,
        told: [one],
        ways: mistakeWays(act, one, one.owner === pair.executive.id ? 'executive' : 'assistant'),
        settles: one.progress.closed ? 'Talked through' : null,
        opens: { page: 'mistakes', id: one.id },
      }),
    )
}
