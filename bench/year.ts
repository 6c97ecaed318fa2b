import type { Plan, PlanItem } from '../src/plan/plan.ts'
import type { Rule } from '../src/plan/rule.ts'
import { asDay, asInstant, asWall, type Day, dayMs, hourMs, midnight, minuteMs, weekdayOf } from '../src/plan/time.ts'
import { whereaboutsOf } from '../src/plan/whereabouts.ts'
import { type Zone, zoneOf } from '../src/plan/zone.ts'

/** The same numbers every time: a bench that changes between runs compares nothing. */
export function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const places = ['Finsbury Sq', 'Kiln Yard', 'Guild Hall', 'City Airport', null, null]
const kinds = ['internal', 'external', 'one-to-one', 'focus', 'board', 'travel', 'personal']
const people = Array.from({ length: 60 }, (_, i) => `person-${i}@guests.example`)

/** A full year of an executive's calendar: `count` occurrences, about two thirds of them weekly series. */
export function yearPlan(count = 5000, first: Day = asDay(20_454)): Plan {
  const next = numbers(7)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  const london = zoneOf('Europe/London') as Zone
  const items: PlanItem[] = []
  const add = (day: Day, minute: number, minutes: number, series: number | null): void => {
    const wallStart = asWall(midnight(day) + minute * minuteMs)
    const wallEnd = asWall(wallStart + minutes * minuteMs)
    const n = items.length
    const uid = series === null ? `single-${n}` : `series-${series}`
    items.push({
      key: `${uid}/${n}`,
      uid,
      recurrenceId: series === null ? null : String(wallStart),
      calendar: 'work',
      owner: 'executive',
      span: { start: london.toInstant(wallStart), end: london.toInstant(wallEnd) },
      allDay: null,
      zone: 'Europe/London',
      endZone: 'Europe/London',
      wallStart,
      wallEnd,
      title: `Meeting ${n}`,
      kind: kinds[(series ?? n) % kinds.length] as string,
      busy: next() > 0.1,
      cancelled: false,
      place: ((name) => (name === null ? null : { name, geo: null }))(pick(places)),
      link: null,
      people: Array.from({ length: Math.floor(next() * 6) }, () => ({
        address: pick(people),
        name: null,
        answer: pick(['accepted', 'accepted', 'needs-action', 'declined'] as const),
        required: true,
      })),
      label: 'desk',
      moves: next() > 0.9 ? 1 : 0,
      knownAt: asInstant(wallStart - Math.floor(next() * 20) * dayMs),
    })
  }
  for (let series = 0; items.length < (count * 2) / 3; series++) {
    const [offset, minute] = [Math.floor(next() * 5), 480 + Math.floor(next() * 40) * 15]
    for (let week = 0; week < 52 && items.length < (count * 2) / 3; week++)
      add(asDay(first + week * 7 + offset), minute, pick([30, 45, 60]), series)
  }
  while (items.length < count) {
    const day = asDay(first + Math.floor(next() * 364))
    if (['SA', 'SU'].includes(weekdayOf(day))) continue
    add(day, 450 + Math.floor(next() * 50) * 15, pick([30, 45, 60, 90]), null)
  }
  items.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.key < b.key ? -1 : 1))
  const window = { start: asInstant(first * dayMs), end: asInstant((first + 365) * dayMs) }
  return {
    window,
    at: asInstant(window.start + 200 * dayMs + 9 * hourMs),
    items,
    whereabouts: whereaboutsOf(items, { place: 'Home', zone: 'Europe/London' }, window.start),
    travelMinutes: { 'Finsbury Sq': { 'Kiln Yard': 20, 'Guild Hall': 15, 'City Airport': 40 } },
  }
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR']
const hours = Object.fromEntries(weekdays.map((day) => [day, [['08:00', '19:00']]]))

/** Rules as a desk of two years might have them: every kind, most of them more than once with their own scope. */
const each: readonly (readonly [kind: string, params: unknown])[] = [
  ['overlap', {}],
  ['travel', {}],
  ['travel', { marginMinutes: 10 }],
  ['buffer', { beforeMinutes: 10 }],
  ['buffer', { afterMinutes: 15 }],
  ['hours', { days: hours }],
  ['protected', { days: weekdays, from: '12:00', to: '14:00', minutes: 45 }],
  ['protected', { days: ['FR'], from: '09:00', to: '11:00' }],
  ['day-limit', { meetings: 14 }],
  ['day-limit', { minutes: 600 }],
  ['stretch', { minutes: 240, breakMinutes: 10 }],
  ['night', { minutes: 660 }],
  ['notice', { minutes: 120 }],
  ['no-meetings', { days: ['SU'] }],
  ['length', { kind: 'one-to-one', minutes: 45 }],
  ['move-limit', { moves: 12 }],
  ['stays-in-weekday', {}],
  ['drift', { zone: 'America/New_York' }],
  ['private-dates', { dates: ['06-03', '2026-09-14'] }],
  ['has-place', {}],
  ['unanswered', { minutes: 2880 }],
]
const scopes: readonly Rule['scope'][] = [{}, { kinds: ['external', 'board'] }]

export const deskRules = (count = 40): Rule[] =>
  Array.from({ length: count }, (_, i) => {
    const [kind, params] = each[i % each.length] as (typeof each)[number]
    return {
      id: `rule-${i}`,
      version: 1,
      kind,
      params,
      weight: 'avoid',
      scope: scopes[Math.floor(i / each.length) % scopes.length] ?? {},
      source: 'preference',
      story: '',
    }
  })
