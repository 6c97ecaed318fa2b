import { lookBack, lookBackRules } from '../../plan/lookback.ts'
import { asInstant, overlaps, type Span } from '../../plan/time.ts'
import { wayBetween } from '../../plan/ways.ts'
import { type Act, type Json, refuse } from '../act.ts'
import { type DeskReader, maySee, maySeeOfDesk, readerOf, toldTo } from '../calendar/views/model.ts'
import { decisionLines } from '../decisions/contribution/actions.ts'
import { waitingFor } from '../holds/contribution/model.ts'
import { groups, type Kept } from '../holds/keeping/queries.ts'
import { lookedThrough, mayTell } from '../journal/actions.ts'
import { deskRow, page } from '../journal/queries.ts'
import { mistakesOnPaper } from '../mistakes/contribution/actions.ts'
import { answerOf } from '../outgoing/checking/actions.ts'
import { readPaper } from '../outgoing/lines/actions.ts'
import { letGo } from '../outgoing/releasing/actions.ts'
import { partnershipOnDay } from '../partnership/contribution/actions.ts'
import { firstOnDay } from '../partnership/priorities/contribution/actions.ts'
import type { ActionsFor } from '../registry.ts'
import { findingsTold, tellingFor } from '../rules/findings/actions.ts'
import { daysSpan, type Judgement, judgedIn, todayOf } from '../rules/judging/actions.ts'
import { type RuleDraft, ruleDraft } from '../rules/model.ts'
import { tripThings } from '../rules/trips/model.ts'
import { briefly } from '../rules/views/model.ts'
import { withLimits } from '../rules/ways/actions.ts'
import { tripsOnDay } from '../travel/contribution/actions.ts'
import { promisesDue, promisesOn } from '../work/commitments/contribution/model.ts'
import type { Commitment } from '../work/commitments/model.ts'
import { commitments } from '../work/commitments/queries.ts'
import { nowOf, readingOf } from '../work/commitments/showing/actions.ts'
import { workOnDay } from '../work/contribution/actions.ts'
import type { briefingContract } from './contract.ts'
import { type Change, dayFor, spanOf } from './day/model.ts'
import { toldBy } from './lookback/model.ts'
import type { LookBack, Today } from './model.ts'
import type { Sight } from './rows/model.ts'
import { fillDesk } from './sample/actions.ts'
import { type Audience, forWhom, linesOf, type Sheet, sheetFor, sheetReader, wholeOf, withheld } from './sheet/model.ts'
import { changedBy } from './words.ts'

const daysAhead = 14
const [daysBack, daysOn] = [90, 30]
const mostFindings = 100
/** Work ends at six: what came later came "since last night". */
const endOfWork = '18:00'

type Actions = ActionsFor<typeof briefingContract>

const show: Actions['today']['show'] = ({ on }, act): Promise<Today> => dayRead(act, on, readerOf(act))

/** A day as a reader may see it, who is whoever acts or somebody who may see less. */
const dayRead = async (act: Act, asked: string | undefined, reader: DeskReader): Promise<Today> => {
  const near = asked === undefined ? todayOf(act) : Temporal.PlainDate.from(asked)
  const judgement = await judgedIn(act, daysSpan(act, near.subtract({ days: 2 }), near.add({ days: daysAhead + 3 })))
  const { zoneAt } = judgement
  const now = act.at.toZonedDateTimeISO(zoneAt(asInstant(act.at.epochMilliseconds)))
  const on = asked === undefined ? now.toPlainDate() : near
  const telling = tellingFor(act, judgement, reader)
  const today = spanOf(on, act.desk.zone, zoneAt)
  const coming = { start: today.end, end: spanOf(on.add({ days: daysAhead }), act.desk.zone, zoneAt).end }
  const { plan, findings } = judgement
  act.looked(toldTo(reader, onDay(judgement, today)))
  const sight: Sight = {
    on,
    at: act.at,
    zone: act.desk.zone,
    home: act.desk.home,
    plan,
    seen: telling.seen,
    findings: await withLimits(act, findingsTold(act, judgement, about(judgement, today), telling)),
    minutes: (from, to) => minutesBetween(judgement, from, to),
  }
  const ahead = findings.filter(({ span }) => span.start >= coming.start && span.start < coming.end)
  const changes = on.equals(now.toPlainDate()) ? await changesSince(act, judgement, lastEvening(now)) : []
  const waiting = on.equals(now.toPlainDate()) ? await waitingOn(act, judgement, reader) : []
  const promises = on.equals(now.toPlainDate()) ? await promisesNow(act, judgement, reader) : []
  return dayFor(
    sight,
    changes,
    ahead.map((finding) => briefly(finding, telling)),
    waiting,
    promises,
  )
}

/** A sheet with nothing kept back, and what it gives away; null where it is for the executive. */
async function sheetRead(act: Act, on: string | undefined, audience: Audience) {
  const reader = sheetReader(readerOf(act), audience)
  const day = await dayRead(act, on, reader)
  const desk = await deskRow(act.db, act.desk.id, false)
  const record = { number: desk?.head_number ?? 0, hash: desk?.head_hash.toString('hex') ?? '' }
  const sections = await sectionsFor(act, day.on, reader)
  const sheet = sheetFor(day, { audience, executive: act.desk.executive, record, sections })
  if (audience === 'executive') return { sheet, read: null }
  const { text, ...known } = linesOf(sheet)
  return { sheet, read: await readPaper(act, { ...known, lines: text, whole: wholeOf(sheet), to: forWhom(sheet) }) }
}

const print: Actions['sheet']['show'] = async ({ on, for: audience }, act) => {
  const { sheet, read } = await sheetRead(act, on, audience)
  if (!read || read.released || read.leaks.length === 0) return sheet
  const lines = linesOf(sheet).text.filter((_, n) => read.gives[n])
  const back = { ...(await answerOf(act, read.text, read)), text: read.text, hash: read.hash }
  return { ...withheld(sheet, new Set(lines)), back }
}

const releaseSheet: Actions['sheet']['release'] = async ({ on, for: audience, hash, reason }, act) => {
  const { sheet, read } = await sheetRead(act, on, audience)
  if (read?.hash !== hash) return refuse('moved-on', 'The sheet says something else by now: look at it again.')
  return letGo(act, read, forWhom(sheet), reason)
}

/** What is on the executive's own day, as its lines show it. */
const onDay = ({ items }: Judgement, day: Span) =>
  items.filter(({ item: { owner, cancelled, span } }) => owner === 'executive' && !cancelled && overlaps(span, day))

/** Those of some things that have a line. */
const among = <T extends { readonly id: string }>(all: readonly T[], lines: readonly { readonly id: string }[]): T[] =>
  all.filter(({ id }) => lines.some((line) => line.id === id))

/** What is promised and due on a day, or asked after on it; today also what is late, and what is due tomorrow. */
const promisedLines = async (act: Act, on: string, reader: DeskReader): Promise<string[]> => {
  const found = (await act.asDesk(() => commitments(act.db, act.desk.id, null))).filter(({ label }) =>
    maySeeOfDesk(label, reader),
  )
  const now = nowOf(act)
  const isToday = on === now.toPlainDate().toString()
  const lines = isToday ? promisesDue(found, readingOf(act), now) : promisesOn(found, readingOf(act), now, on)
  act.looked(among(found, lines))
  return lines.map(({ words, due }) => `${words} (${due})`)
}

/** What each noun has for the paper of a day, as far as its reader may know it. */
const sectionsFor = async (act: Act, on: string, reader: DeskReader): Promise<Sheet['sections']> => [
  { name: 'Promised, both ways', lines: await promisedLines(act, on, reader) },
  { name: 'On the way', lines: await tripsOnDay(act, on, reader) },
  { name: 'To do', lines: await workOnDay(act, on, reader) },
  { name: 'What comes first', lines: await firstOnDay(act, on, reader) },
  { name: 'To be decided', lines: await decisionLines(act, on, reader) },
  { name: 'Between the two', lines: await partnershipOnDay(act, on, reader) },
  { name: 'To put right', lines: await mistakesOnPaper(act, reader) },
]

/** Silence is told for a week at the most. */
const silenceTold = Temporal.Duration.from({ hours: 7 * 24 })
const offered = new WeakMap<Judgement, readonly Kept[]>()

/** What was offered and waits for somebody; read once for a judgement. */
const waitingOn = async (act: Act, judgement: Judgement, reader: DeskReader): Promise<Today['waiting']> => {
  const found =
    offered.get(judgement) ?? (await act.asDesk(() => groups(act.db, act.desk.id, act.at.subtract(silenceTold))))
  offered.set(judgement, found)
  const mine = found.filter(({ label }) => maySee(label, reader))
  const lines = waitingFor(mine, asInstant(act.at.epochMilliseconds), act.desk.zone)
  act.looked(mine.filter(({ id }) => lines.some(({ groupId }) => groupId === id)))
  return lines
}

const promised = new WeakMap<Judgement, readonly Commitment[]>()

/** What is promised and due, both ways; read once for a judgement. */
const promisesNow = async (act: Act, judgement: Judgement, reader: DeskReader): Promise<Today['promises']> => {
  if ((await act.may('commitment.list', { all: false })).may !== 'yes') return []
  const found = promised.get(judgement) ?? (await act.asDesk(() => commitments(act.db, act.desk.id, null)))
  promised.set(judgement, found)
  const mine = found.filter(({ label }) => maySeeOfDesk(label, reader))
  const lines = promisesDue(mine, readingOf(act), nowOf(act))
  act.looked(among(mine, lines))
  return lines
}

/** Findings with something of theirs on the day: of a series that drifts, only where it is on; of what is due or of a trip, from when it shows until it is settled. */
const about = ({ plan, findings }: Judgement, day: Span) => {
  const there = new Set(plan.items.filter(({ span }) => overlaps(span, day)).map((item) => item.key))
  const due = new Set([...(plan.dues ?? []).map(({ key }) => key), ...tripThings(plan).keys()])
  return findings.filter(
    ({ items, span }) =>
      items.some((key) => there.has(key)) || (overlaps(span, day) && items.some((key) => due.has(key))),
  )
}

const minutesBetween = ({ plan }: Judgement, from: string, to: string): number | null => {
  const place = (name: string) => ({ name, geo: null })
  return wayBetween(place(from), place(to), plan.travelMinutes)?.minutes ?? null
}

const lastEvening = (now: Temporal.ZonedDateTime): Temporal.Instant =>
  now
    .toPlainDate()
    .subtract({ days: 1 })
    .toZonedDateTime({ timeZone: now.timeZoneId, plainTime: endOfWork })
    .toInstant()

const mostEntries = 200

/** Entries of the journal from an instant on, newest first; few are read where few are there. */
const entriesSince = async (act: Act, since: Temporal.Instant) => {
  const isSince = ({ at }: { at: Temporal.Instant }) => Temporal.Instant.compare(at, since) >= 0
  const first = await page(act.db, act.desk.id, null, 20)
  const rows = first.every(isSince) ? await page(act.db, act.desk.id, null, mostEntries) : first
  return rows.filter(isSince)
}

/** What somebody asks for stands by itself on Today, as long as it waits. */
const asking = ['make', 'explain', 'withdraw', 'expire'].map((verb) => `proposal.${verb}`)

/** Read once for a judgement, which holds only as long as the journal has not moved on. */
const read = new WeakMap<Judgement, Awaited<ReturnType<typeof entriesSince>>>()

/** What others did, and what files brought, newest first; what was taken back again is no news. */
const changesSince = async (act: Act, judgement: Judgement, since: Temporal.Instant): Promise<Change[]> => {
  const rows = read.get(judgement) ?? (await act.asDesk(() => entriesSince(act, since)))
  read.set(judgement, rows)
  const reader = readerOf(act)
  const told = rows
    .filter(({ label }) => maySee(label, reader))
    .filter((row) => row.undoneBy === null && row.content !== null)
    .filter((row) => row.member !== act.member.id || row.operation === 'calendar.import')
    .filter((row) => !asking.includes(row.operation))
    .map((row) => ({ ...row, values: (JSON.parse(row.content ?? '') as { values: { [key: string]: Json } }).values }))
    .filter(({ operation, values }) => mayTell(act, operation, values))
  await lookedThrough(act, told)
  return told.map(({ values, ...row }) => {
    const words = act.sentence(row.operation, values)
    return {
      entry: row.id,
      at: row.at.toZonedDateTimeISO(act.desk.zone).toString({ smallestUnit: 'second' }),
      words: row.member === act.member.id ? words : changedBy(row.name, words),
    }
  })
}

const look: Actions['lookback']['show'] = async (_input, act): Promise<LookBack> => {
  const [from, to] = [todayOf(act).subtract({ days: daysBack }), todayOf(act).add({ days: daysOn })]
  const judgement = await judgedIn(act, daysSpan(act, from, to))
  const looks = lookBack(judgement.plan, act.desk.zone)
  const telling = { ...tellingFor(act, judgement), fixesOf: () => [] }
  const told = toldBy(judgement.plan, looks, judgement.rules, act.desk.zone)
  const drafts = new Map(
    looks.flatMap(({ code }) => lookBackRules(act.desk.zone)[code].map((offer) => [offer.kind, offer])),
  )
  const rules = new Map(
    looks.flatMap(({ findings }) => findings.map(({ ruleId, kind }) => [ruleId, draftOf(drafts.get(kind), kind)])),
  )
  return {
    from: from.toString(),
    to: to.toString(),
    zone: act.desk.zone,
    events: judgement.plan.items.filter((item) => item.owner === 'executive' && !item.cancelled).length,
    sentences: told.map((sentence, i) => ({
      ...sentence,
      findings: findingsTold(act, judgement, looks[i]?.findings.slice(0, mostFindings) ?? [], { ...telling, rules }),
      offer: { ...sentence.offer, draft: draftOf(sentence.offer.draft, ''), days: daysBack + daysOn + 1 },
    })),
  }
}

const draftOf = (offer: object | undefined, kind: string): RuleDraft =>
  ruleDraft.parse(offer ?? { kind, params: {}, weight: 'avoid' })

export const briefingActions: Actions = {
  desk: { sample: fillDesk },
  today: { show },
  sheet: { show: print, release: releaseSheet },
  lookback: { show: look },
}
