import type { Finding, Fix } from '../../../plan/finding.ts'
import { kindOf } from '../../../plan/rules/kinds.ts'
import { asInstant } from '../../../plan/time.ts'
import { type Act, isRefused, type Json, type Refused, refuse } from '../../act.ts'
import type { OccurrenceView } from '../../calendar/model.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { type CalendarItem, mayRead, maySee, type Reader, readerOf, viewsOf } from '../../calendar/views/model.ts'
import { canonical } from '../../journal/model.ts'
import type { ActionsFor } from '../../registry.ts'
import type { rulesContract } from '../contract.ts'
import { daysSpan, type Judgement, judgedIn, judgedNow, todayOf } from '../judging/actions.ts'
import { messageFor } from '../messages/model.ts'
import type { FindingView } from '../model.ts'
import { newestVersion } from '../queries.ts'
import { findingViews, type Telling } from '../views/model.ts'
import type { Ask } from './model.ts'
import { addAccepted, addAsk, addFixed, askById, dealt, endAccepted, setAnswer, withdrawAsk } from './queries.ts'

type FixView = FindingView['fixes'][number]

const views = new WeakMap<Judgement, Map<string, ReadonlyMap<string, OccurrenceView>>>()

/** What a reader sees of the items; made once for a judgement and all who read alike. */
const seenBy = (act: Act, judgement: Judgement, reader: Reader) => {
  const made = views.get(judgement) ?? new Map<string, ReadonlyMap<string, OccurrenceView>>()
  views.set(judgement, made)
  const alike = reader.sees === 'named' ? `named ${reader.member}` : reader.sees
  const seen = made.get(alike) ?? viewsOf(judgement.items, homeZone(act.desk), reader)
  made.set(alike, seen)
  return seen
}

/** The words of a finding are those of everything it is about. */
const mayTell = (reader: Reader, items: ReadonlyMap<string, CalendarItem>): Telling['mayTell'] => {
  if (reader.sees !== 'named') return ({ label }) => maySee(label, reader)
  return ({ label, items: keys }) =>
    maySee(label, reader) ||
    keys.every((key) => {
      const found = items.get(key)
      return found !== undefined && mayRead(found, reader)
    })
}

/** How findings of a judgement are told to whoever acts, or to somebody who may know less. */
export const tellingFor = (act: Act, judgement: Judgement, reader: Reader = readerOf(act)): Telling => {
  const items = new Map(judgement.items.map((found) => [found.item.key, found]))
  const zone = judgement.zoneAt(asInstant(act.at.epochMilliseconds))
  return {
    rules: new Map(judgement.rules.map((rule) => [rule.id, rule])),
    kindOf,
    seen: seenBy(act, judgement, reader),
    mayTell: mayTell(reader, items),
    dealt: judgement.dealt,
    now: act.at.toZonedDateTimeISO(zone),
    zoneAt: judgement.zoneAt,
    fixesOf: (finding) => finding.fixes.flatMap((fix) => fixView(act, finding, fix, items, zone) ?? []),
  }
}

/** A fix as a button performs it: the plan's key becomes the event, its occurrence and the version that was judged. */
const fixView = (
  act: Act,
  finding: Finding,
  fix: Fix,
  items: ReadonlyMap<string, CalendarItem>,
  zone: string,
): FixView | null => {
  const { key, ask: _, ...rest } = fix.input
  const found = items.get(String(key))
  if (!found) return null
  const { fingerprint } = finding
  if (fix.reach === 'world') {
    const message = messageFor(fix, found.item, { name: act.member.name, executive: act.desk.executive, zone })
    const input = { fingerprint, to: message.to.join(', '), message: `${message.subject}\n\n${message.body}` }
    return { reach: 'world', operation: 'finding.asked', input, words: fix.words, message }
  }
  const { recurrenceId } = found.item
  const target = { eventId: found.eventId, recurrenceId, extent: recurrenceId === null ? 'all' : 'this' }
  const input = { fingerprint, operation: fix.operation, input: { ...target, version: found.version, ...rest } }
  return { reach: 'desk', operation: 'finding.fix', input, words: fix.words, message: null }
}

/** Findings of a judgement that touch whole days, as whoever acts may know them. */
const findingsFor = (act: Act, judgement: Judgement, findings: readonly Finding[]): FindingView[] =>
  findingViews(findings, tellingFor(act, judgement))

const longestList = 400

const list = async ({ from, to }: { from: string; to: string }, act: Act) => {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const days = first.until(last).days
  if (days < 0) return refuse('bad-input', 'The last day is before the first', [], 'to')
  if (days > longestList) return refuse('bad-input', `At most ${longestList} days can be asked about at once`, [], 'to')
  const judgement = await judgedIn(act, daysSpan(act, first.subtract({ days: 1 }), last.add({ days: 1 })))
  const span = daysSpan(act, first, last)
  const within = judgement.findings.filter((f) => f.span.start < span.end && f.span.end >= span.start)
  return { findings: findingsFor(act, judgement, within) }
}

/** Where a finding may lie, nearest first: what Today shows, what a look back shows, and two years. */
const reaches = [
  [1, 16],
  [91, 32],
  [366, 366],
] as const

type Standing = { readonly finding: Finding; readonly judgement: Judgement }

/** The finding as it stands now, or the refusal that says nothing is wrong there any more. */
const standing = async (act: Act, fingerprint: string): Promise<Standing | Refused> => {
  const today = todayOf(act)
  for (const [before, after] of reaches) {
    const window = daysSpan(act, today.subtract({ days: before }), today.add({ days: after }))
    const judgement = await judgedNow(act, window)
    const finding = judgement.findings.find((one) => one.fingerprint === fingerprint)
    if (finding) return { finding, judgement }
  }
  return refuse('not-there', 'Nothing is wrong there any more', [fingerprint])
}

const titleOf = (finding: Finding): string => kindOf(finding.kind)?.title ?? finding.kind
/** Of a finding that may be gone: what its rule is about. */
const titleOfRule = async (act: Act, ruleId: string): Promise<string> => {
  const rule = await newestVersion(act.db, act.desk.id, ruleId)
  return rule ? (kindOf(rule.kind)?.title ?? rule.kind) : ''
}
const itemsOf = ({ finding, judgement }: Standing): string[] => [
  finding.ruleId,
  ...judgement.items.filter(({ item }) => finding.items.includes(item.key)).map(({ eventId }) => eventId),
]

type FindingActions = ActionsFor<Pick<typeof rulesContract, 'finding' | 'ask'>>

const accept: FindingActions['finding']['accept'] = async ({ fingerprint, reason, until }, act) => {
  const found = await standing(act, fingerprint)
  if (isRefused(found)) return found
  const last = until === null ? null : Temporal.PlainDate.from(until)
  if (last && Temporal.PlainDate.compare(last, todayOf(act)) < 0)
    return refuse('bad-input', 'That day has passed', [], 'until')
  await endAccepted(act.db, act.desk.id, fingerprint, act.at)
  const { ruleId, badness } = found.finding
  const kept = {
    id: act.entry,
    entry: act.entry,
    fingerprint,
    ruleId,
    reason,
    until: last,
    badness,
    member: act.member.id,
    at: act.at,
  }
  await addAccepted(act.db, act.desk.id, kept)
  return {
    output: {},
    entry: {
      items: itemsOf(found),
      values: { finding: titleOf(found.finding), reason, until },
      undo: { operation: 'finding.reopen', input: { fingerprint } },
    },
  }
}

/** An acceptance is ended; a recorded yes is taken back. */
const reopen: FindingActions['finding']['reopen'] = async ({ fingerprint }, act) => {
  const ended = await endAccepted(act.db, act.desk.id, fingerprint, act.at)
  if (ended) {
    const input = { fingerprint, reason: ended.reason, until: ended.until?.toString() ?? null }
    return {
      output: {},
      entry: {
        items: [ended.ruleId],
        values: { finding: await titleOfRule(act, ended.ruleId) },
        undo: { operation: 'finding.accept', input },
      },
    }
  }
  const ask = (await dealt(act.db, act.desk.id)).asked.get(fingerprint)
  if (ask?.answer?.says !== 'yes') return refuse('moved-on', 'Nobody lives with this at the moment', [fingerprint])
  return takeBack(act, ask)
}

const asked: FindingActions['finding']['asked'] = async ({ fingerprint, to, message }, act) => {
  const found = await standing(act, fingerprint)
  if (isRefused(found)) return found
  const askId = act.newId()
  const { ruleId, badness } = found.finding
  const about = { id: askId, fingerprint, ruleId, badness, sentTo: to, askedAt: act.at }
  await addAsk(act.db, act.desk.id, { ...about, message, member: act.member.id })
  return {
    output: { askId },
    entry: {
      items: [...itemsOf(found), askId],
      values: { finding: titleOf(found.finding), to },
      undo: { operation: 'ask.withdraw', input: { askId } },
    },
  }
}

const openAsk = async (act: Act, askId: string): Promise<Ask | Refused> =>
  (await askById(act.db, act.desk.id, askId)) ?? refuse('not-there', 'Nobody was asked that', [askId])

const answered: FindingActions['finding']['answered'] = async ({ askId, answer, who, reference }, act) => {
  const ask = await openAsk(act, askId)
  if (isRefused(ask)) return ask
  if (ask.answer) return refuse('moved-on', `${ask.answer.who} has answered already`, [askId])
  await setAnswer(act.db, act.desk.id, askId, { says: answer, who, reference, at: act.at, member: act.member.id })
  return {
    output: {},
    entry: {
      items: [askId, ask.ruleId],
      values: { finding: await titleOfRule(act, ask.ruleId), who, answer, reference },
      undo: { operation: 'ask.reopen', input: { askId } },
    },
  }
}

const withdraw: FindingActions['ask']['withdraw'] = async ({ askId }, act) => {
  const ask = await openAsk(act, askId)
  if (isRefused(ask)) return ask
  if (ask.answer) return refuse('moved-on', `${ask.answer.who} has answered it`, [askId])
  await withdrawAsk(act.db, act.desk.id, askId, act.at)
  const undo = { none: 'To ask again, say again that somebody was asked.' }
  return { output: {}, entry: { items: [askId, ask.ruleId], values: { to: ask.sentTo }, undo } }
}

const reopenAsk: FindingActions['ask']['reopen'] = async ({ askId }, act) => {
  const ask = await openAsk(act, askId)
  if (isRefused(ask)) return ask
  return ask.answer ? takeBack(act, ask) : refuse('moved-on', 'Nobody has answered yet', [askId])
}

const takeBack = async (act: Act, ask: Ask) => {
  await setAnswer(act.db, act.desk.id, ask.id, null)
  const { says = 'yes', who = '', reference = '' } = ask.answer ?? {}
  const undo = { operation: 'finding.answered', input: { askId: ask.id, answer: says, who, reference } }
  return { output: {}, entry: { items: [ask.id, ask.ruleId], values: { who }, undo } }
}

/** What is performed is what the finding offers now, as it offers it: a fix of an older plan is refused. */
const fix: FindingActions['finding']['fix'] = async ({ fingerprint, operation, input }, act) => {
  const found = await standing(act, fingerprint)
  if (isRefused(found)) return found
  const wanted = canonical({ fingerprint, operation, input } as Json)
  const { fixesOf } = tellingFor(act, found.judgement)
  const offered = fixesOf(found.finding).some((one) => one.reach === 'desk' && canonical(one.input as Json) === wanted)
  if (!offered) return refuse('moved-on', 'The plan has changed since this was offered', [fingerprint])
  const done = await act.run(operation, input)
  if (isRefused(done)) return done
  const { ruleId } = found.finding
  const about = { fingerprint, ruleId, operation, member: act.member.id, at: act.at }
  await addFixed(act.db, act.desk.id, { id: act.entry, ...about })
  const words = act.sentence(operation, done.entry.values)
  return {
    output: {},
    entry: { ...done.entry, items: [...done.entry.items, ruleId], values: { finding: titleOf(found.finding), words } },
  }
}

export const findingActions: FindingActions = {
  finding: { list, accept, reopen, fix, asked, answered },
  ask: { withdraw, reopen: reopenAsk },
}
