import { judged } from '../../../plan/judge.ts'
import { localOf } from '../../../plan/local.ts'
import type { PlanItem } from '../../../plan/plan.ts'
import { kindOf } from '../../../plan/rules/kinds.ts'
import { asInstant, asWall, minuteMs, type Span } from '../../../plan/time.ts'
import { cheapest, movedTo, startsThatWeek, type Weighed, weigh as weighIn } from '../../../plan/weigh.ts'
import { type Act, isRefused, type Refused, refuse } from '../../act.ts'
import { mayRead, readerOf, toldTo } from '../../calendar/views/model.ts'
import type { ActionsFor } from '../../registry.ts'
import type { rulesContract } from '../contract.ts'
import { ruleOf, sentenceOf } from '../draft/model.ts'
import { findingsTold, tellingFor } from '../findings/actions.ts'
import { privateWords, timeOutside } from '../findings/words.ts'
import { daysSpan, type Judgement, judgedIn } from '../judging/actions.ts'
import { idOfThing } from '../trips/model.ts'
import { hidden, placesSeen } from './model.ts'
import { tripsSeen } from './trips/model.ts'

type PlanActions = ActionsFor<Pick<typeof rulesContract, 'plan'>>['plan']
type Asked = Parameters<PlanActions['weigh']>[0]

const longestShown = 62

/** The plan of some days and the rules in force, so that a screen can judge every place a thing is dragged over. */
const show: PlanActions['show'] = async ({ from, to }, act) => {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const days = first.until(last).days + 1
  if (days < 1) return refuse('bad-input', 'The last day is before the first', [], 'to')
  if (days > longestShown) return refuse('bad-input', `At most ${longestShown} days can be looked at at once`, [], 'to')
  const { plan, items, rules } = await judgedIn(act, daysSpan(act, first, last))
  const reader = readerOf(act)
  const busyOnly = reader.sees === 'busy'
  act.looked(toldTo(reader, items))
  const seen = items.map((found) => (mayRead(found, reader) ? found.item : hidden(found.item, privateWords, busyOnly)))
  const inForce = busyOnly ? [] : rules.filter((rule) => rule.on)
  const trips = tripsSeen(plan.trips ?? [], reader)
  act.looked(trips.map(({ key, label }) => ({ id: idOfThing(key), label })))
  const { trips: _, ...rest } = plan
  const shown = { ...rest, items: seen, ...(trips.length > 0 && { trips }) }
  return {
    plan: structuredClone(reader.sees === 'all' ? shown : placesSeen(shown)) as never,
    rules: inForce.map((row) => ({ ...ruleOf(row), words: sentenceOf(row, kindOf) })),
  }
}

/** What is wanted, as a thing in the plan, or why it cannot be thought of. */
const itemFor = (asked: Asked, { items, plan }: Judgement): PlanItem | Refused => {
  const found = items.find(
    ({ eventId, item }) => eventId === asked.eventId && item.recurrenceId === (asked.recurrenceId ?? null),
  )
  if (asked.eventId !== undefined && !found)
    return refuse('not-there', 'There is no such event in these weeks', [asked.eventId], 'eventId')
  if (found?.item.allDay) return refuse('bad-input', 'An all-day event has no hours to weigh', [], 'eventId')
  const { wallAt, instantOf: onTheirClock } = localOf(plan)
  const start = hasOffset(asked) ? instantOf(asked) : onTheirClock(wallFrom(asked))
  const length = asked.minutes === undefined ? null : asked.minutes * minuteMs
  const was = found && found.item.span.end - found.item.span.start
  const span: Span = { start, end: asInstant(start + (length ?? was ?? 30 * minuteMs)) }
  if (found) return movedTo(found.item, span)
  return {
    key: 'asked',
    uid: 'asked',
    recurrenceId: null,
    calendar: '',
    owner: 'executive',
    span,
    allDay: null,
    zone: null,
    endZone: null,
    wallStart: wallAt(span.start),
    wallEnd: wallAt(span.end),
    title: asked.title ?? 'this',
    kind: asked.kind ?? 'external',
    busy: true,
    cancelled: false,
    place: asked.place ? { name: asked.place, geo: null } : null,
    link: null,
    people: [],
    label: 'desk',
    moves: 0,
    knownAt: null,
  }
}

const hasOffset = ({ start }: Asked): boolean => /(?:Z|[+-]\d\d:?\d\d)$/.test(start)
const instantOf = ({ start }: Asked) => asInstant(Temporal.Instant.from(start).epochMilliseconds)
const wallFrom = ({ start }: Asked) =>
  asWall(Temporal.PlainDateTime.from(start).toZonedDateTime('UTC').epochMilliseconds)

/** The date it is about, near enough to choose the weeks that are looked at. */
const dayAsked = (asked: Asked, zone: string): Temporal.PlainDate =>
  hasOffset(asked)
    ? Temporal.Instant.from(asked.start).toZonedDateTimeISO(zone).toPlainDate()
    : Temporal.PlainDate.from(asked.start)

const daysAround = 45

/** What moving or adding something would cost, and the cheapest other time that week. Changes nothing. */
const weigh: PlanActions['weigh'] = async (asked, act) => {
  const day = dayAsked(asked, act.desk.zone)
  const window = daysSpan(act, day.subtract({ days: daysAround }), day.add({ days: daysAround }))
  const judgement = await judgedIn(act, window)
  const item = itemFor(asked, judgement)
  if (isRefused(item)) return item
  const inForce = judgement.rules.filter((rule) => rule.on).map(ruleOf)
  const before = judged(judgement.plan, inForce)
  const found = weighIn(before, item)
  const other = found.worse.length > 0 && cheapest(before, item, startsThatWeek(before.plan, item), found.cost)
  return {
    cost: Math.round(found.cost),
    ...told(act, judgement, found),
    instead: other
      ? {
          ...times(judgement, other.span),
          cost: Math.round(other.weighed.cost),
          worse: told(act, judgement, other.weighed).worse,
        }
      : null,
  }
}

const told = (act: Act, judgement: Judgement, { worse, better }: Weighed) => {
  // Ways out are of the plan as it stands, and this one does not stand.
  const telling = { ...tellingFor(act, judgement), fixesOf: () => [] }
  const views = (findings: Weighed['worse']) => findingsTold(act, judgement, findings, telling)
  return { worse: views(worse), better: views(better) }
}

const times = ({ zoneAt }: Judgement, { start, end }: Span) => {
  const at = (ms: Span['start']) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zoneAt(start))
  const text = (zoned: Temporal.ZonedDateTime) => zoned.toString({ smallestUnit: 'second' })
  return { start: text(at(start)), end: text(at(end)), words: timeOutside(at(start), at(end)) }
}

export const weighingActions = { plan: { show, weigh } } satisfies ActionsFor<Pick<typeof rulesContract, 'plan'>>
