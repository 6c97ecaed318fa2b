import * as fc from 'fast-check'
import { judge } from '../judge.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { ruleOf } from '../testing.ts'
import { asInstant, asWall, type Instant } from '../time.ts'

/** Problems as `equerry offers` reads them, and how an answer looks to somebody who filters every minute by the issue's own words. */

export type RuleGiven = {
  readonly kind: string
  readonly weight: 'never' | 'avoid' | 'prefer'
  readonly params: Record<string, unknown>
  readonly cost?: number
}
export type PersonGiven = {
  readonly id: string
  readonly zone: string
  readonly required?: boolean
  readonly busy: readonly (readonly [string, string])[]
  readonly rules: readonly RuleGiven[]
}
export type ProblemGiven = {
  readonly window: { readonly from: string; readonly to: string }
  readonly zone: string
  readonly durationMinutes: number
  readonly granularityMinutes: number
  readonly limit: number | null
  readonly spread: { readonly perDay: number } | null
  readonly people: readonly PersonGiven[]
  readonly rules: readonly RuleGiven[]
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const everyDay = (...ranges: string[][]) => ({ days: Object.fromEntries(weekdays.map((day) => [day, ranges])) })

const someRule: fc.Arbitrary<RuleGiven> = fc
  .record({
    rule: fc.constantFrom<[string, Record<string, unknown>]>(
      ['hours', everyDay(['08:00', '18:00'])],
      ['hours', everyDay(['01:00', '02:30'], ['09:00', '12:00'])],
      ['buffer', { beforeMinutes: 30 }],
      ['buffer', { afterMinutes: 20 }],
      ['protected', { days: weekdays, from: '12:00', to: '14:00', minutes: 60 }],
      ['protected', { days: ['SU', 'MO'], from: '00:00', to: '05:00' }],
      ['day-limit', { meetings: 2 }],
      ['day-limit', { minutes: 240 }],
      ['stretch', { minutes: 120, breakMinutes: 15 }],
      ['night', { minutes: 660 }],
      ['no-meetings', { days: ['SU'] }],
      ['length', { minutes: 45 }],
      ['private-dates', { dates: ['03-29', '10-25'] }],
      ['overlap', {}],
      ['unanswered', { minutes: 5000 }],
    ),
    weight: fc.constantFrom<RuleGiven['weight']>('never', 'avoid', 'avoid', 'prefer'),
    cost: fc.constantFrom(undefined, undefined, 7, 0, 250),
  })
  .map(({ rule: [kind, params], weight, cost }) => ({ kind, params, weight, ...(cost !== undefined && { cost }) }))

const zones = ['Europe/Zurich', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Havana']

/** Days on which clocks change, and one on which none do. */
const mornings = [
  '2026-03-28T06:00:00',
  '2026-10-24T06:00:00',
  '2026-11-01T00:00:00',
  '2026-04-04T12:00:00',
  '2026-06-01T00:00:00',
]

const localText = (from: string, minutes: number): string =>
  Temporal.PlainDateTime.from(from).add({ minutes }).toString({ smallestUnit: 'second' })

const somePerson = (from: string, id: string): fc.Arbitrary<PersonGiven> =>
  fc
    .record({
      zone: fc.constantFrom(...zones),
      required: fc.constantFrom(true, true, false, undefined),
      busy: fc.oneof(
        fc.array(fc.tuple(fc.integer({ min: -48, max: 200 }), fc.integer({ min: 0, max: 40 }), fc.boolean()), {
          maxLength: 6,
        }),
        fc.array(fc.tuple(fc.integer({ min: -48, max: 60 }), fc.integer({ min: 40, max: 300 }), fc.boolean()), {
          maxLength: 4,
        }),
      ),
      rules: fc.array(someRule, { maxLength: 2 }),
    })
    .map(({ zone, required, busy, rules }) => ({
      id,
      zone,
      ...(required !== undefined && { required }),
      busy: busy.map(([start, length, isOffset]) => {
        const [a, b] = [localText(from, start * 15), localText(from, (start + length) * 15)]
        return isOffset ? ([`${a}+02:00`, `${b}+02:00`] as const) : ([a, b] as const)
      }),
      rules,
    }))

/** Problems of one to three days, most of them around a change of clocks. */
export const someProblem: fc.Arbitrary<ProblemGiven> = fc.constantFrom(...mornings).chain((from) =>
  fc.record({
    window: fc.integer({ min: 0, max: 60 * 4 }).map((n) => ({ from, to: localText(from, n * 15) })),
    zone: fc.constantFrom(...zones),
    durationMinutes: fc.constantFrom(15, 30, 60, 90, 300),
    granularityMinutes: fc.constantFrom(15, 30, 60, 50),
    limit: fc.constantFrom(null, null, 10, 3),
    spread: fc.constantFrom(null, null, { perDay: 1 }, { perDay: 3 }),
    people: fc
      .integer({ min: 0, max: 4 })
      .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => somePerson(from, `p${i}`)))),
    rules: fc.array(someRule, { maxLength: 3 }),
  }),
)

const at = (text: string, zone: string): number =>
  /(?:Z|[+-]\d\d:\d\d)$/.test(text)
    ? Temporal.Instant.from(text).epochMilliseconds
    : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds

type Slot = { readonly start: number; readonly end: number }
type Reason = { readonly key: string; readonly weight: string; readonly cost: number; readonly person: string }
type Weighed = { readonly slot: Slot; readonly forbidden: ReadonlySet<string>; readonly reasons: readonly Reason[] }

/** Every minute whose clock is on the grid. */
const slotsOf = (p: ProblemGiven): Slot[] => {
  const [from, to] = [at(p.window.from, p.zone), at(p.window.to, p.zone)]
  const slots: Slot[] = []
  for (let start = from; start + p.durationMinutes * 60_000 <= to; start += 60_000) {
    const clock = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(p.zone)
    if (clock.second === 0 && (clock.hour * 60 + clock.minute) % p.granularityMinutes === 0)
      slots.push({ start, end: start + p.durationMinutes * 60_000 })
  }
  return slots
}

const asItem = (key: string, { start, end }: Slot, others: number): PlanItem => ({
  key,
  uid: key,
  recurrenceId: null,
  calendar: '',
  owner: 'executive',
  span: { start: asInstant(start), end: asInstant(end) },
  allDay: null,
  zone: null,
  endZone: null,
  wallStart: asWall(start),
  wallEnd: asWall(end),
  title: key,
  kind: 'meeting',
  busy: true,
  cancelled: false,
  place: null,
  link: null,
  people: Array.from({ length: others }, (_, i) => ({
    address: `other-${i}`,
    name: null,
    answer: 'accepted' as const,
    required: true,
  })),
  label: 'open',
  moves: 0,
  knownAt: null,
})

const busyOf = (p: ProblemGiven, person: PersonGiven): Slot[] =>
  person.busy
    .map(([from, to]) => ({ start: at(from, p.zone), end: at(to, p.zone) }))
    .filter(({ start, end }) => start < end)

/** The candidate comes last of what begins and ends with it. */
const byTime = (a: PlanItem, b: PlanItem): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : 1)

/** Whether the judge says anything that names the candidate, of the plan with it. */
const breaks = (p: ProblemGiven, person: PersonGiven, slot: Slot, rule: RuleGiven, zone: string): boolean => {
  const busy = busyOf(p, person).map((span, n) => asItem(`busy ${String(n).padStart(3, '0')}`, span, 0))
  const items = [...busy, asItem('~candidate', slot, p.people.length)].sort(byTime)
  const window = { start: slot.start as Instant, end: slot.end as Instant }
  const whereabouts = [{ from: window.start, place: null, zone }]
  const plan: Plan = { window, at: null, items, whereabouts, travelMinutes: {} }
  return judge(plan, [ruleOf(rule.kind, rule.params)]).some((finding) => finding.items.includes('~candidate'))
}

const costs = { never: 0, avoid: 100, prefer: 10 }

const weigh = (p: ProblemGiven, slot: Slot): Weighed => {
  const forbidden = new Set<string>()
  const reasons: Reason[] = []
  for (const person of p.people) {
    const required = person.required ?? true
    const clashes = busyOf(p, person).some(({ start, end }) => start < slot.end && slot.start < end)
    const key = `busy:${person.id}`
    if (clashes && required) forbidden.add(key)
    if (clashes && !required) reasons.push({ key, weight: 'prefer', cost: 10, person: person.id })
    const asked = [
      ...(required ? p.rules.map((rule) => [rule, p.zone] as const) : []),
      ...person.rules.map((rule) => [rule, person.zone] as const),
    ]
    for (const [rule, zone] of asked) {
      if (!breaks(p, person, slot, rule, zone)) continue
      if (rule.weight === 'never') forbidden.add(rule.kind)
      else
        reasons.push({
          key: rule.kind,
          weight: rule.weight,
          cost: rule.cost ?? costs[rule.weight],
          person: person.id,
        })
    }
  }
  return { slot, forbidden, reasons }
}

/** What the judge and the calendars say forbids a time. */
export const forbiddenAt = (p: ProblemGiven, times: { readonly start: string; readonly end: string }): string[] => {
  const slot = { start: at(times.start, p.zone), end: at(times.end, p.zone) }
  return [...weigh(p, slot).forbidden]
}

const costOf = ({ reasons }: Weighed): number => reasons.reduce((sum, { cost }) => sum + cost, 0)
const byCost = (a: Weighed, b: Weighed): number => costOf(a) - costOf(b) || a.slot.start - b.slot.start

const timeText = (ms: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })

const subsets = (keys: readonly string[], size: number): string[][] => {
  if (size === 0) return [[]]
  return keys.flatMap((key, i) => subsets(keys.slice(i + 1), size - 1).map((rest) => [key, ...rest]))
}

/** The smallest sets of keys that open something, tried one after the other. */
const standing = (p: ProblemGiven, all: readonly Weighed[]) => {
  const keys = [...new Set(all.flatMap(({ forbidden }) => [...forbidden]))].sort()
  for (let size = 1; size <= keys.length; size++) {
    const found = subsets(keys, size).flatMap((give) => {
      const open = all.filter(({ forbidden }) => [...forbidden].every((key) => give.includes(key))).sort(byCost)
      const [first] = open
      return first ? [{ give, opens: open.length, best: first }] : []
    })
    if (found.length > 0)
      return found
        .sort((a, b) => byCost(a.best, b.best) || (a.give.join('\n') < b.give.join('\n') ? -1 : 1))
        .map(({ give, opens, best }) => ({ give, opens, first: { ...timesOf(p, best), cost: costOf(best) } }))
  }
  return []
}

const timesOf = (p: ProblemGiven, { slot }: Weighed) => ({
  start: timeText(slot.start, p.zone),
  end: timeText(slot.end, p.zone),
})

/** What the answer should be, without its words; findings in any order. */
export const answerByHand = (p: ProblemGiven) => {
  const all = slotsOf(p).map((slot) => weigh(p, slot))
  const perDay = new Map<string, number>()
  const offers = all
    .filter(({ forbidden }) => forbidden.size === 0)
    .sort(byCost)
    .filter((one) => {
      const day = timesOf(p, one).start.slice(0, 10)
      const there = (perDay.get(day) ?? 0) + 1
      if (p.spread && there > p.spread.perDay) return false
      perDay.set(day, there)
      return true
    })
  const removed: Record<string, number> = {}
  for (const { forbidden } of all) for (const key of forbidden) removed[key] = (removed[key] ?? 0) + 1
  return {
    offers: offers.slice(0, p.limit ?? offers.length).map((one) => ({
      ...timesOf(p, one),
      cost: costOf(one),
      findings: one.reasons.map(({ key, weight, cost, person }) => `${key} ${weight} ${cost} ${person}`).sort(),
    })),
    removed,
    standsInTheWay: offers.length > 0 ? [] : standing(p, all),
  }
}
