import { idOfDue, type PlanDue } from '../../../plan/due.ts'
import { partsOf } from '../../../plan/folded.ts'
import type { Label } from '../../../plan/plan.ts'
import { asInstant, type Span } from '../../../plan/time.ts'
import type { Act, FindingTold } from '../../act.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { firstOccurrence } from '../../calendar/series/model.ts'
import type { Surroundings } from '../../perform.ts'
import { daysSpan, type Judgement, judgedNow, todayOf } from '../judging/actions.ts'
import { idOfThing, tripThings } from '../trips/model.ts'

/** A change is judged with the days around it, and where it has no time of its own, by the coming fortnight. */
const [daysAround, fortnight, longest] = [2, 14, 62]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const timesOf = async (act: Act, items: readonly string[]): Promise<Span[]> => {
  const found = await eventsById(
    act.db,
    act.desk.id,
    items.filter((item) => uuid.test(item)),
  )
  return found.map((event) => firstOccurrence(event, homeZone(act.desk)).span)
}

const dayOf = (act: Act, ms: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(act.desk.zone).toPlainDate()

function windowOf(act: Act, spans: readonly Span[]): Span {
  const now = act.at.epochMilliseconds
  // Of a series that began long ago the coming occurrences count.
  const starts = spans.map(({ start }) => Math.max(start, now))
  const ends = spans.map(({ end }) => Math.max(end, now))
  if (starts.length === 0) return daysSpan(act, todayOf(act), todayOf(act).add({ days: fortnight }))
  const from = dayOf(act, Math.min(...starts)).subtract({ days: daysAround })
  const to = dayOf(act, Math.max(...ends)).add({ days: daysAround })
  const last = from.add({ days: longest })
  return daysSpan(act, from, Temporal.PlainDate.compare(to, last) > 0 ? last : to)
}

/** The year 9999: further than anything is due, and a time a database can hold. */
const endOfTime = asInstant(253_370_764_800_000)

/** What is due among what a change touches, however far off. */
const duesOf = async (act: Act, items: readonly string[]): Promise<PlanDue[]> => {
  const window = { start: asInstant(act.at.epochMilliseconds), end: endOfTime }
  return (await act.duesIn({ window })).filter((due) => items.includes(idOfDue(due)))
}

type Touched = { readonly spans: readonly Span[]; readonly dues: readonly PlanDue[] }

const touchedBy = async (act: Act, items: readonly string[]): Promise<Touched> => ({
  spans: await timesOf(act, items),
  dues: await duesOf(act, items),
})

/** What rules say of a plan and not of another one; each by itself, as one of them may come where another was. */
function toldOf({ findings, plan }: Judgement, others: Judgement): FindingTold[] {
  const known = new Set(others.findings.flatMap(partsOf).map(({ fingerprint }) => fingerprint))
  const due = new Set((plan.dues ?? []).map(({ key }) => key))
  const things = tripThings(plan)
  return findings
    .flatMap(partsOf)
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .map(({ fingerprint, weight, label, words, items }) => ({
      fingerprint,
      weight,
      label,
      words,
      ofDesk: items.some((key) => due.has(key)),
      ofTravel: items.some((key) => things.has(key)),
    }))
}

const strictness: readonly Label[] = ['open', 'desk', 'private']
const strictest = (labels: readonly Label[]): Label =>
  labels.reduce((a, b) => (strictness.indexOf(a) >= strictness.indexOf(b) ? a : b), 'desk')

/**
 * Findings that go and come with a change, on the days it touches, before and after it; and when what it touches begins.
 * Both plans are the desk's own, which sees everything; each finding carries its label.
 */
export const foresee: Surroundings['foresee'] = (act, items, tried) =>
  act.asDesk(async () => {
    const was = await touchedBy(act, items)
    const is = await tried(() => touchedBy(act, items))
    const window = windowOf(act, [...was.spans, ...is.spans])
    const before = await judgedNow(act, window)
    const after = await tried(() => judgedNow(act, window))
    const touched = [...before.items, ...after.items].filter(({ eventId }) => items.includes(eventId))
    const starts = was.spans.map(({ start }) => start)
    return {
      label: strictest([
        ...touched.map(({ item }) => item.label),
        ...[...was.dues, ...is.dues].map(({ label }) => label),
        ...[before, after].flatMap(({ plan }) =>
          [...tripThings(plan).values()].flatMap(({ key, trip }) =>
            items.includes(idOfThing(key)) ? [trip.label] : [],
          ),
        ),
      ]),
      gone: toldOf(before, after),
      come: toldOf(after, before),
      startsAt: starts.length === 0 ? null : Temporal.Instant.fromEpochMilliseconds(Math.min(...starts)),
    }
  })
