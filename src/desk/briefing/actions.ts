import { lookBack, lookBackRules } from '../../plan/lookback.ts'
import { asInstant, overlaps, type Span } from '../../plan/time.ts'
import { wayBetween } from '../../plan/ways.ts'
import type { Act, Json } from '../act.ts'
import { maySee, type Reader, readerOf } from '../calendar/views/model.ts'
import { waitingFor } from '../holds/contribution/model.ts'
import { groups, type Kept } from '../holds/keeping/queries.ts'
import { deskRow, page } from '../journal/queries.ts'
import type { ActionsFor } from '../registry.ts'
import { tellingFor } from '../rules/findings/actions.ts'
import { daysSpan, type Judgement, judgedIn, todayOf } from '../rules/judging/actions.ts'
import { type RuleDraft, ruleDraft } from '../rules/model.ts'
import { briefly, findingViews } from '../rules/views/model.ts'
import type { briefingContract } from './contract.ts'
import { type Change, dayFor, spanOf } from './day/model.ts'
import { toldBy } from './lookback/model.ts'
import type { LookBack, Today } from './model.ts'
import type { Sight } from './rows/model.ts'
import { fillDesk } from './sample/actions.ts'
import { sheetFor, sheetReader } from './sheet/model.ts'
import { changedBy } from './words.ts'

const daysAhead = 14
const [daysBack, daysOn] = [90, 30]
const mostFindings = 100
/** Work ends at six: what came later came "since last night". */
const endOfWork = '18:00'

type Actions = ActionsFor<typeof briefingContract>

const show: Actions['today']['show'] = ({ on }, act): Promise<Today> => dayRead(act, on, readerOf(act))

/** A day as a reader may see it, who is whoever acts or somebody who may see less. */
const dayRead = async (act: Act, asked: string | undefined, reader: Reader): Promise<Today> => {
  const near = asked === undefined ? todayOf(act) : Temporal.PlainDate.from(asked)
  const judgement = await judgedIn(act, daysSpan(act, near.subtract({ days: 2 }), near.add({ days: daysAhead + 3 })))
  const { zoneAt } = judgement
  const now = act.at.toZonedDateTimeISO(zoneAt(asInstant(act.at.epochMilliseconds)))
  const on = asked === undefined ? now.toPlainDate() : near
  const telling = tellingFor(act, judgement, reader)
  const today = spanOf(on, act.desk.zone, zoneAt)
  const coming = { start: today.end, end: spanOf(on.add({ days: daysAhead }), act.desk.zone, zoneAt).end }
  const { plan, findings } = judgement
  const sight: Sight = {
    on,
    at: act.at,
    zone: act.desk.zone,
    home: act.desk.home,
    plan,
    seen: telling.seen,
    findings: findingViews(about(judgement, today), telling),
    minutes: (from, to) => minutesBetween(judgement, from, to),
  }
  const ahead = findings.filter(({ span }) => span.start >= coming.start && span.start < coming.end)
  const changes = on.equals(now.toPlainDate()) ? await changesSince(act, judgement, lastEvening(now)) : []
  const waiting = on.equals(now.toPlainDate()) ? await waitingOn(act, judgement, reader) : []
  return dayFor(
    sight,
    changes,
    ahead.map((finding) => briefly(finding, telling)),
    waiting,
  )
}

const print: Actions['sheet']['show'] = async ({ on, for: audience }, act) => {
  const day = await dayRead(act, on, sheetReader(readerOf(act), audience))
  const desk = await deskRow(act.db, act.desk.id, false)
  const record = { number: desk?.head_number ?? 0, hash: desk?.head_hash.toString('hex') ?? '' }
  return sheetFor(day, { audience, executive: act.desk.executive, record })
}

/** Silence is told for a week at the most. */
const silenceTold = Temporal.Duration.from({ hours: 7 * 24 })
const offered = new WeakMap<Judgement, readonly Kept[]>()

/** What was offered and waits for somebody; read once for a judgement. */
const waitingOn = async (act: Act, judgement: Judgement, reader: Reader): Promise<Today['waiting']> => {
  const found =
    offered.get(judgement) ?? (await act.asDesk(() => groups(act.db, act.desk.id, act.at.subtract(silenceTold))))
  offered.set(judgement, found)
  const mine = found.filter(({ label }) => maySee(label, reader))
  return waitingFor(mine, asInstant(act.at.epochMilliseconds), act.desk.zone)
}

/** Findings with something of theirs on the day: of a series that drifts, only where it is on. */
const about = ({ plan, findings }: Judgement, day: Span) => {
  const there = new Set(plan.items.filter(({ span }) => overlaps(span, day)).map((item) => item.key))
  return findings.filter((finding) => finding.items.some((key) => there.has(key)))
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
  return rows
    .filter(({ label }) => maySee(label, reader))
    .filter((row) => row.undoneBy === null && row.content !== null)
    .filter((row) => row.member !== act.member.id || row.operation === 'calendar.import')
    .filter((row) => !asking.includes(row.operation))
    .map((row) => {
      const { values } = JSON.parse(row.content ?? '') as { values: { [key: string]: Json } }
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
      findings: findingViews(looks[i]?.findings.slice(0, mostFindings) ?? [], { ...telling, rules }),
      offer: { ...sentence.offer, draft: draftOf(sentence.offer.draft, ''), days: daysBack + daysOn + 1 },
    })),
  }
}

const draftOf = (offer: object | undefined, kind: string): RuleDraft =>
  ruleDraft.parse(offer ?? { kind, params: {}, weight: 'avoid' })

export const briefingActions: Actions = {
  desk: { sample: fillDesk },
  today: { show },
  sheet: { show: print },
  lookback: { show: look },
}
