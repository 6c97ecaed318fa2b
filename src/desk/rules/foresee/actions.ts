import type { Finding } from '../../../plan/finding.ts'
import type { Label } from '../../../plan/plan.ts'
import type { Span } from '../../../plan/time.ts'
import type { Act, FindingTold } from '../../act.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { firstOccurrence } from '../../calendar/series/model.ts'
import type { Surroundings } from '../../perform.ts'
import { daysSpan, judgedNow, todayOf } from '../judging/actions.ts'

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

const told = ({ fingerprint, weight, label, words }: Finding): FindingTold => ({ fingerprint, weight, label, words })

const strictness: readonly Label[] = ['open', 'desk', 'private']
const strictest = (labels: readonly Label[]): Label =>
  labels.reduce((a, b) => (strictness.indexOf(a) >= strictness.indexOf(b) ? a : b), 'desk')

/**
 * Findings that go and come with a change, on the days it touches, before and after it; and when what it touches begins.
 * Both plans are the desk's own, which sees everything; each finding carries its label.
 */
export const foresee: Surroundings['foresee'] = (act, items, tried) =>
  act.asDesk(async () => {
    const was = await timesOf(act, items)
    const is = await tried(() => timesOf(act, items))
    const window = windowOf(act, [...was, ...is])
    const before = await judgedNow(act, window)
    const after = await tried(() => judgedNow(act, window))
    const [had, has] = [before, after].map(
      ({ findings }) => new Set(findings.map(({ fingerprint }) => fingerprint)),
    ) as [Set<string>, Set<string>]
    const touched = [...before.items, ...after.items].filter(({ eventId }) => items.includes(eventId))
    const starts = was.map(({ start }) => start)
    return {
      label: strictest(touched.map(({ item }) => item.label)),
      gone: before.findings.filter(({ fingerprint }) => !has.has(fingerprint)).map(told),
      come: after.findings.filter(({ fingerprint }) => !had.has(fingerprint)).map(told),
      startsAt: starts.length === 0 ? null : Temporal.Instant.fromEpochMilliseconds(Math.min(...starts)),
    }
  })
