import type { Weight } from '../../../plan/finding.ts'
import type { Asked, Key, Meeting, Offer } from '../../../plan/offers/ask.ts'
import type { Plan, PlanItem } from '../../../plan/plan.ts'
import type { Rule } from '../../../plan/rule.ts'
import { type Day, dayOf, minuteMs, overlaps, type Span } from '../../../plan/time.ts'
import type { Zone } from '../../../plan/zone.ts'
import type { Holidays } from './holidays.ts'
import { holidayStory, hoursStory, officeStory } from './words.ts'

/** Somebody at this desk whose time is wanted. */
export type Ours = { readonly id: 'executive' | 'assistant'; readonly name: string }

/** Somebody outside, as far as the desk knows them. */
export type Theirs = { readonly name: string; readonly zone: string | null; readonly holidays: Holidays | null }

const workdays = ['MO', 'TU', 'WE', 'TH', 'FR'] as const
const hoursEach = (from: string, to: string) => ({
  days: Object.fromEntries(workdays.map((day) => [day, [[from, to]]])),
})

const made = (id: string, kind: string, params: unknown, weight: Weight, story: string): Rule => ({
  id,
  version: 0,
  kind,
  params,
  weight,
  scope: {},
  source: 'preference',
  story,
})

/** What is told about the other side without their having said so: 09:00–18:00 on weekdays where they are, and their holidays. */
export const theirRules = ({ name, zone, holidays }: Theirs): Rule[] => [
  ...(zone === null
    ? []
    : [made('their-hours', 'hours', hoursEach('09:00', '18:00'), 'never', hoursStory(name, '09:00', '18:00'))]),
  ...holidayRules('their-holidays', holidays),
]

const holidayRules = (id: string, holidays: Holidays | null): Rule[] =>
  holidays === null ? [] : [made(id, 'public-holidays', holidays, 'never', holidayStory)]

/**
 * The rules in force about somebody at this desk, as the search for times reads them: whose rule it is is known, so its
 * scope need not say so. That nobody is in two places at once is in their being busy already.
 */
export const ourRules = (rules: readonly Rule[], { id }: Ours, holidays: Holidays | null): Rule[] => {
  const own = rules
    .filter(({ kind, scope }) => kind !== 'overlap' && (scope.owner ?? 'executive') === id)
    .map(({ scope: { owner: _, ...scope }, ...rule }): Rule => ({ ...rule, scope }))
  const hasHours = own.some(({ kind, scope }) => kind === 'hours' && scope.kinds === undefined)
  const office = made('office-hours', 'hours', hoursEach('08:00', '18:30'), 'avoid', officeStory)
  return [...own, ...(hasHours ? [] : [office]), ...holidayRules('our-holidays', holidays)]
}

/** The plan as one person's own: what takes their time stands where the executive's does. */
export const planOf = (plan: Plan, { id }: Ours, without: (item: PlanItem) => boolean): Plan => ({
  ...plan,
  items: plan.items
    .filter((item) => item.owner === id && !without(item))
    .map((item) => (id === 'executive' ? item : { ...item, owner: 'executive' as const })),
})

/** What gives way costs, and no longer removes. */
export const givingWay = (people: readonly Asked[], give: ReadonlySet<Key>): Asked[] =>
  people.map((person) => ({
    ...person,
    required: person.required && !give.has(`busy:${person.id}`),
    rules: person.rules.map((rule) => (give.has(rule.kind) && rule.weight === 'never' ? softened(rule) : rule)),
  }))

const softened = (rule: Rule): Rule => ({ ...rule, weight: 'avoid' })

/** What a time would be wanted for. */
export const meetingFrom = (
  asked: { readonly kind: string; readonly place: string | null; readonly by: string },
  people: Meeting['people'],
): Meeting => ({
  title: 'this meeting',
  kind: asked.kind,
  place: asked.by === 'place' && asked.place !== null ? { name: asked.place, geo: null } : null,
  link: asked.by === 'place' ? null : 'by link',
  people,
  label: 'desk',
})

/** Spans that are held and take no time in the plan; they are not to be offered twice all the same. */
export const heldSpans = (holds: readonly { readonly span: Span; readonly busy: boolean }[]): Span[] =>
  holds.filter(({ busy }) => !busy).map(({ span }) => span)

/**
 * What a person would offer of them: of equally cheap times those on the hour and the half hour first, none over another,
 * no more a local day than wanted.
 */
export function apart(
  offers: readonly Offer[],
  { limit, perDay }: { readonly limit: number; readonly perDay: number | null },
  zone: Zone,
): Offer[] {
  const isEven = ({ span }: Offer) => zone.toWall(span.start) % (30 * minuteMs) === 0
  const ranked = offers.toSorted(
    (a, b) => a.cost - b.cost || Number(isEven(b)) - Number(isEven(a)) || a.span.start - b.span.start,
  )
  const chosen: Offer[] = []
  const days = new Map<Day, number>()
  for (const offer of ranked) {
    if (chosen.length === limit) break
    const day = dayOf(zone.toWall(offer.span.start))
    const count = days.get(day) ?? 0
    if ((perDay !== null && count >= perDay) || chosen.some(({ span }) => overlaps(span, offer.span))) continue
    days.set(day, count + 1)
    chosen.push(offer)
  }
  return chosen
}
