import { idOfDue, type PlanDue } from '../../../plan/due.ts'
import type { Finding } from '../../../plan/finding.ts'
import { partsOf } from '../../../plan/folded.ts'
import { kindOf } from '../../../plan/rules/kinds.ts'
import { asInstant } from '../../../plan/time.ts'
import { type Act, isRefused, type Json, type Labelled, type Refused, refuse } from '../../act.ts'
import type { OccurrenceView } from '../../calendar/model.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import {
  type CalendarItem,
  type DeskReader,
  mayRead,
  maySee,
  type Reader,
  readerOf,
  readsDue,
  viewsOf,
} from '../../calendar/views/model.ts'
import { canonical } from '../../journal/model.ts'
import { type ActionsFor, final } from '../../registry.ts'
import type { rulesContract } from '../contract.ts'
import { daysSpan, type Judgement, judgedIn, judgedNow, todayOf } from '../judging/actions.ts'
import type { FindingView } from '../model.ts'
import { newestVersion } from '../queries.ts'
import { labelledThings, mayReadThing, type TripThing, thingsSeen, tripThings } from '../trips/model.ts'
import { findingViews, type Telling } from '../views/model.ts'
import { wayOut, withLimits } from '../ways/actions.ts'
import type { Ask } from './model.ts'
import { addAccepted, addAsk, addFixed, askById, dealt, endAccepted, setAnswer, withdrawAsk } from './queries.ts'

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

/** The words of a finding are those of everything it is about; of what is due only for whoever reads in its area. */
const mayTell = (
  reader: DeskReader,
  items: ReadonlyMap<string, CalendarItem>,
  dues: readonly PlanDue[],
  things: ReadonlyMap<string, TripThing>,
): Telling['mayTell'] => {
  const open = mayTellOf(reader, items, things)
  const closed = new Set([
    ...dues.filter((due) => !readsDue(due, reader)).map(({ key }) => key),
    ...(reader.travel ? [] : things.keys()),
  ])
  return closed.size === 0 ? open : (finding) => open(finding) && !finding.items.some((key) => closed.has(key))
}

const mayTellOf = (
  reader: Reader,
  items: ReadonlyMap<string, CalendarItem>,
  things: ReadonlyMap<string, TripThing>,
): Telling['mayTell'] => {
  if (reader.sees !== 'named') return ({ label }) => maySee(label, reader)
  return ({ label, items: keys }) =>
    maySee(label, reader) ||
    keys.every((key) => {
      const [found, thing] = [items.get(key), things.get(key)]
      return found !== undefined ? mayRead(found, reader) : thing !== undefined && mayReadThing(thing, reader)
    })
}

/** How findings of a judgement are told to whoever acts, or to somebody who may know less. */
export const tellingFor = (act: Act, judgement: Judgement, reader: DeskReader = readerOf(act)): Telling => {
  const dues = judgement.plan.dues ?? []
  const items = new Map(judgement.items.map((found) => [found.item.key, found]))
  const zone = judgement.zoneAt(asInstant(act.at.epochMilliseconds))
  const things = tripThings(judgement.plan)
  return {
    rules: new Map(judgement.rules.map((rule) => [rule.id, rule])),
    kindOf,
    seen: seenBy(act, judgement, reader),
    dues: new Map(
      dues.filter((due) => readsDue(due, reader) && maySee(due.label, reader)).map((due) => [due.key, due]),
    ),
    trips: thingsSeen(things, reader),
    mayTell: mayTell(reader, items, dues, things),
    dealt: judgement.dealt,
    now: act.at.toZonedDateTimeISO(zone),
    zoneAt: judgement.zoneAt,
    fixesOf: (finding) =>
      finding.fixes.flatMap((fix) => wayOut(act, finding, fix, { items, dues, things, zone }) ?? []),
  }
}

/** The private things whose words findings tell, to whoever they are told as `telling` says. */
export function privateOf(
  { items, plan }: Judgement,
  findings: readonly { readonly items: readonly (string | { readonly key: string })[] }[],
  { seen, dues, trips }: Pick<Telling, 'seen' | 'dues' | 'trips'>,
): Labelled[] {
  const keys = new Set(findings.flatMap((one) => one.items.map((item) => (typeof item === 'string' ? item : item.key))))
  return [
    ...items
      .filter(({ item: { key } }) => keys.has(key) && seen.get(key)?.hidden === false)
      .map(({ eventId, item: { label } }) => ({ id: eventId, label })),
    ...(plan.dues ?? [])
      .filter(({ key }) => keys.has(key) && dues.has(key))
      .map((due) => ({ id: idOfDue(due), label: due.label })),
    ...labelledThings(keys, trips),
  ]
}

/** Findings as a reader is told them, who is noted to have been. */
export function findingsTold(
  act: Act,
  judgement: Judgement,
  findings: readonly Finding[],
  telling: Telling,
): FindingView[] {
  act.looked(privateOf(judgement, findings, telling))
  return findingViews(findings, telling)
}

const longestList = 400

const list = async ({ from, to }: { from: string; to: string }, act: Act) => {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const days = first.until(last).days
  if (days < 0) return refuse('bad-input', 'The last day is before the first', [], 'to')
  if (days > longestList) return refuse('bad-input', `At most ${longestList} days can be asked about at once`, [], 'to')
  const judgement = await judgedIn(act, daysSpan(act, first.subtract({ days: 1 }), last.add({ days: 1 })))
  const span = daysSpan(act, first, last)
  const within = judgement.findings.filter((f) => f.span.start < span.end && f.span.end >= span.start)
  return { findings: await withLimits(act, findingsTold(act, judgement, within, tellingFor(act, judgement))) }
}

/** Where a finding may lie, nearest first: what Today shows, what a look back shows, and two years. */
const reaches = [
  [1, 16],
  [91, 32],
  [366, 366],
] as const

type Standing = {
  /** The trouble as it is told. */
  readonly finding: Finding
  /** What one rule says in it: what was asked for by its fingerprint. */
  readonly part: Finding
  readonly judgement: Judgement
}

/** The finding as it stands now, by its fingerprint or that of anything told in it, or the refusal that says nothing is wrong there any more. */
export const standing = async (act: Act, fingerprint: string): Promise<Standing | Refused> => {
  const today = todayOf(act)
  for (const [before, after] of reaches) {
    const window = daysSpan(act, today.subtract({ days: before }), today.add({ days: after }))
    const judgement = await judgedNow(act, window)
    for (const finding of judgement.findings) {
      const part = partsOf(finding).find((one) => one.fingerprint === fingerprint)
      if (part) return { finding, part, judgement }
    }
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
  ...(judgement.plan.dues ?? []).filter(({ key }) => finding.items.includes(key)).map(idOfDue),
  ...labelledThings(finding.items, tripThings(judgement.plan)).map(({ id }) => id),
]

type Parties = {
  readonly events: readonly string[]
  /** To whom one would write about something due. */
  readonly dues: readonly { readonly id: string; readonly name: string; readonly address: string | null }[]
}

/** What a finding is about, as it stands now, and whose it is; none where nothing is wrong there any more. */
export const partiesOfFinding = async (act: Act, fingerprint: string): Promise<Parties> => {
  const found = await standing(act, fingerprint)
  if (isRefused(found)) return { events: [], dues: [] }
  const due = (found.judgement.plan.dues ?? []).filter(({ key }) => found.finding.items.includes(key))
  return {
    events: itemsOf(found).slice(1),
    dues: due.flatMap((one) => (one.contact ? [{ ...one.contact, id: idOfDue(one) }] : [])),
  }
}

type FindingActions = ActionsFor<Pick<typeof rulesContract, 'finding' | 'ask'>>

const accept: FindingActions['finding']['accept'] = async ({ fingerprint, reason, until }, act) => {
  const found = await standing(act, fingerprint)
  if (isRefused(found)) return found
  const last = until === null ? null : Temporal.PlainDate.from(until)
  if (last && Temporal.PlainDate.compare(last, todayOf(act)) < 0)
    return refuse('bad-input', 'That day has passed', [], 'until')
  const lived = { entry: act.entry, reason, until: last, member: act.member.id, at: act.at }
  for (const one of partsOf(found.finding)) {
    const { ruleId, badness } = one
    await endAccepted(act.db, act.desk.id, one.fingerprint, act.at)
    const id = one === found.part ? act.entry : act.newId()
    await addAccepted(act.db, act.desk.id, { ...lived, id, fingerprint: one.fingerprint, ruleId, badness })
  }
  const also = partsOf(found.finding).flatMap((one) => (one === found.part ? [] : [one.fingerprint]))
  return {
    output: {},
    entry: {
      items: itemsOf(found),
      values: { finding: titleOf(found.part), reason, until },
      undo: { operation: 'finding.reopen', input: { fingerprint, also } },
    },
  }
}

/** Everything that is told with a finding, itself first; it alone where nothing is wrong there any more. */
async function toldWith(act: Act, fingerprint: string): Promise<readonly string[]> {
  const found = await standing(act, fingerprint)
  return isRefused(found) ? [] : partsOf(found.finding).map((one) => one.fingerprint)
}

/** An acceptance is ended, of all that is told as one; a recorded yes is taken back. */
const reopen: FindingActions['finding']['reopen'] = async ({ fingerprint, also }, act) => {
  const all = [...new Set([fingerprint, ...(also ?? (await toldWith(act, fingerprint)))])]
  const gone = []
  for (const one of all) gone.push(await endAccepted(act.db, act.desk.id, one, act.at))
  const ended = gone.find((one) => one !== null)
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
  const { asked: asks } = await dealt(act.db, act.desk.id)
  const ask = all.map((one) => asks.get(one)).find((one) => one?.answer?.says === 'yes')
  if (ask?.answer?.says !== 'yes') return refuse('moved-on', 'Nobody lives with this at the moment', [fingerprint])
  return takeBack(act, ask)
}

const asked: FindingActions['finding']['asked'] = async ({ fingerprint, to, message }, act) => {
  const found = await standing(act, fingerprint)
  if (isRefused(found)) return found
  const no = await act.mayLeave(message, { to, finding: fingerprint }, 'message')
  if (no) return no
  const askId = act.newId()
  const { ruleId, badness } = found.part
  const about = { id: askId, fingerprint, ruleId, badness, sentTo: to, askedAt: act.at }
  await addAsk(act.db, act.desk.id, { ...about, message, member: act.member.id })
  return {
    output: { askId },
    entry: {
      items: [...itemsOf(found), askId],
      values: { finding: titleOf(found.part), to },
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
  const undo = final('ask.withdraw')
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

/** When what a finding warns of comes: the first of its things begins, or is due. */
const effectOf = ({ finding, judgement }: Standing): Temporal.Instant | null => {
  const isIn = ({ key }: { readonly key: string }) => finding.items.includes(key)
  const times = [
    ...judgement.items.flatMap(({ item }) => (isIn(item) ? [item.span.start] : [])),
    ...(judgement.plan.dues ?? []).flatMap((due) => (isIn(due) && due.dueAt !== null ? [due.dueAt] : [])),
    ...[...tripThings(judgement.plan).values()].flatMap((one) => (isIn(one) && one.span ? [one.span.start] : [])),
  ]
  return times.length === 0 ? null : Temporal.Instant.fromEpochMilliseconds(Math.min(...times))
}

/** What is performed is what the finding offers now, as it offers it: a fix of an older plan is refused. */
const fix: FindingActions['finding']['fix'] = async ({ fingerprint, operation, input }, act) => {
  const found = await standing(act, fingerprint)
  if (isRefused(found)) return found
  const wanted = canonical({ fingerprint, operation, input } as Json)
  const { fixesOf } = tellingFor(act, found.judgement)
  const offered = fixesOf(found.part).some((one) => one.reach === 'desk' && canonical(one.input as Json) === wanted)
  if (!offered) return refuse('moved-on', 'The plan has changed since this was offered', [fingerprint])
  const done = await act.run(operation, input)
  if (isRefused(done)) return done
  const { ruleId } = found.part
  const about = { fingerprint, ruleId, operation, member: act.member.id, at: act.at, effectAt: effectOf(found) }
  await addFixed(act.db, act.desk.id, { id: act.entry, ...about })
  const words = act.sentence(operation, done.entry.values)
  return {
    output: {},
    entry: { ...done.entry, items: [...done.entry.items, ruleId], values: { finding: titleOf(found.part), words } },
  }
}

export const findingActions: FindingActions = {
  finding: { list, accept, reopen, fix, asked, answered },
  ask: { withdraw, reopen: reopenAsk },
}
