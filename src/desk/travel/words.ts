import type { Json } from '../act.ts'
import type { EntryWords } from '../journal/words.ts'
import type { Segment } from './segments/model.ts'

type Values = { readonly [key: string]: Json }
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const named = ({ title }: Values): string => `“${text(title)}”`
const of = ({ trip }: Values): string => (text(trip) === '' ? '' : ` (${text(trip)})`)
const when = (value: Json | undefined): string => (text(value) === '' ? '' : `, ${text(value)}`)
const because = (why: Json | undefined): string => (text(why) === '' ? '' : `: ${text(why)}`)
const list = (value: Json | undefined): string => (Array.isArray(value) ? value.join(', ') : '')
const changes = ({ changes: what }: Values): string => (list(what) === '' ? '' : `: ${list(what)}`)

const given = ({ rules }: Values): string =>
  typeof rules === 'number' && rules > 0
    ? `; ${rules === 1 ? 'one rule' : `${rules} rules`} of travel came with it`
    : ''

/** Sentences of trips for the journal. */
export const travelWords: EntryWords = {
  'trip.add': (v) => `Planned the trip ${named(v)}, ${text(v.days)}${given(v)}`,
  'trip.edit': (v) => `Changed the trip ${named(v)}${changes(v)}`,
  'trip.cancel': (v) => `Called the trip ${named(v)} off${because(v.why)}`,
  'point.add': (v) =>
    `Noted what is open about ${text(v.trip)}: ${text(v.words)}${v.owner ? ` (${text(v.owner)})` : ''}`,
  'point.edit': (v) =>
    `Changed what is open about ${text(v.trip)}: ${text(v.words)}${v.owner ? ` (${text(v.owner)})` : ''}`,
  'point.settle': (v) => `Settled ${named(v)}${of(v)}: ${text(v.how)}`,
  'segment.add': (v) => `Added ${named(v)}${when(v.when)}${of(v)}`,
  'segment.edit': (v) => `Changed ${named(v)}${of(v)}${changes(v)}`,
  'segment.cancel': (v) => `Took ${named(v)} out of the trip${of(v)}${because(v.why)}`,
  'segment.ask': (v) => `Asked ${text(v.to)} about ${named(v)}${of(v)}: ${text(v.wanted)}`,
  'segment.confirm': (v) =>
    `${text(v.who)} confirmed ${v.off === true ? 'that it is off: ' : ''}${named(v)}${of(v)}${text(v.reference) === '' ? '' : `, reference ${text(v.reference)}`}`,
  'segment.check': (v) => `Held ${named(v)}${of(v)} against what was asked`,
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const two = (n: number): string => String(n).padStart(2, '0')

/** `07:40` today, `Mon 23 Nov 07:40` on any other day. */
const whenSaid = (at: Temporal.Instant, now: Temporal.ZonedDateTime): string => {
  const then = at.toZonedDateTimeISO(now.timeZoneId)
  const clock = `${two(then.hour)}:${two(then.minute)}`
  return then.toPlainDate().equals(now.toPlainDate())
    ? clock
    : `${weekdays[then.dayOfWeek - 1]} ${then.day} ${months[then.month - 1]} ${clock}`
}

const reference = (code: string | null): string => (code === null || code === '' ? '' : `, ref ${code}`)

const held = ({ status, terms }: Segment, now: Temporal.ZonedDateTime): string => {
  if (status === 'confirmed' && terms.confirmedBy) {
    const { who, at, reference: code } = terms.confirmedBy
    return `confirmed by ${who}${reference(code)}, ${whenSaid(Temporal.Instant.from(at), now)}`
  }
  if (status === 'booked') return `booked${reference(terms.confirmation)}`
  if (status === 'changed') return `changed: ${terms.remark ?? 'what arrived is not what was asked'}`
  if (status === 'cancelled') return 'will not happen'
  return status === 'requested' ? 'asked for, no answer' : 'intended: nobody outside was asked'
}

/** "asked Alder Cars 07:40, no answer", "confirmed by Jo, Alder Cars, ref AL-20931, 09:12". `now` on the desk's clocks. */
export function statusWords(segment: Segment, now: Temporal.ZonedDateTime): string {
  const { waiting } = segment.terms
  if (!waiting) return held(segment, now)
  const asked = `asked ${waiting.of} ${whenSaid(Temporal.Instant.from(waiting.since), now)}, no answer`
  return segment.status === 'requested' ? asked : `${held(segment, now)}; ${asked}`
}
