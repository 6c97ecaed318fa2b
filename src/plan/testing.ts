import { judge } from './judge.ts'
import type { Invitee, Plan, PlanItem } from './plan.ts'
import type { Rule } from './rule.ts'
import { asInstant, type Instant } from './time.ts'
import { whereaboutsOf } from './whereabouts.ts'
import { zoneOf } from './zone.ts'

/** Plans for tests, written as an assistant would say them. */

const home = { place: 'Home', zone: 'Europe/London' }

export const instant = (text: string): Instant => asInstant(Temporal.Instant.from(text).epochMilliseconds)

const at = (local: string, zone: string): Instant =>
  asInstant(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds)

export const guest = (name: string, answer: Invitee['answer'] = 'accepted', required = true): Invitee => ({
  address: `${name.toLowerCase()}@guests.example`,
  name,
  answer,
  required,
})

type More = Omit<Partial<PlanItem>, 'place'> & { readonly place?: string; readonly geo?: readonly [number, number] }

/** `thing('Board', '2026-11-24 09:00', '10:30')`, in London unless told; the end may carry a date of its own. */
export const thing = (title: string, start: string, end: string, { place, geo, ...more }: More = {}): PlanItem => {
  const zone = more.zone === undefined ? home.zone : more.zone
  const clock = zone ?? home.zone
  const from = start.replace(' ', 'T')
  const to = end.length > 5 ? end.replace(' ', 'T') : `${from.slice(0, 10)}T${end}`
  const span = more.span ?? { start: at(from, clock), end: at(to, more.endZone ?? clock) }
  const wall = (i: Instant, z: string) => (zoneOf(z) ?? zoneOf('UTC'))?.toWall(i) ?? (0 as never)
  return {
    key: title,
    uid: title,
    recurrenceId: null,
    calendar: 'work',
    owner: 'executive',
    allDay: null,
    zone,
    endZone: zone,
    wallStart: wall(span.start, clock),
    wallEnd: wall(span.end, more.endZone ?? clock),
    title,
    kind: 'internal',
    busy: true,
    cancelled: false,
    place: place === undefined ? null : { name: place, geo: geo ?? null },
    link: null,
    people: [],
    label: 'desk',
    moves: 0,
    knownAt: null,
    ...more,
    span,
  }
}

export const planOf = (items: readonly PlanItem[], more: Partial<Plan> = {}): Plan => {
  const sorted = [...items].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : 1),
  )
  const window = { start: instant('2026-01-01T00:00:00Z'), end: instant('2027-01-01T00:00:00Z') }
  return {
    window,
    at: null,
    items: sorted,
    whereabouts: whereaboutsOf(sorted, home, window.start),
    travelMinutes: {},
    ...more,
  }
}

export const ruleOf = (kind: string, params: unknown = {}, more: Partial<Rule> = {}): Rule => ({
  id: kind,
  version: 1,
  kind,
  params,
  weight: 'avoid',
  scope: {},
  source: 'preference',
  story: '',
  ...more,
})

/** The words of what one rule says about these things. */
export const said = (kind: string, params: unknown, items: readonly PlanItem[], more: Partial<Plan> = {}): string[] =>
  judge(planOf(items, more), [ruleOf(kind, params)]).map((finding) => finding.words)

/** Every problem a page works through, with the heading it stands under, and the answer that follows it. */
export const examplesIn = (
  text: string,
): readonly (readonly [heading: string, problem: unknown, answer: unknown])[] => {
  const found = text.matchAll(
    /^## ([^\n]+)\n(?:(?!^## )[\s\S])*?```json problem\n([\s\S]*?)```\n\n```json answer\n([\s\S]*?)```/gm,
  )
  const examples = [...found].map(([, heading = '', problem = '', answer = '']) => {
    return [heading, JSON.parse(problem), JSON.parse(answer)] as const
  })
  if (examples.length !== text.split('```json problem').length - 1) throw new Error('A problem without an answer')
  return examples
}
