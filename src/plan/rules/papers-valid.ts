import * as z from 'zod'
import { civilOf, dayFrom, daysInMonth } from '../civil.ts'
import { number, quoted, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanTraveller, PlanTrip } from '../segment.ts'
import type { Day } from '../time.ts'
import { isTripAhead, tripThing } from '../trips/segments.ts'
import { dayBefore, openPoint } from '../trips/ways-out.ts'
import { dateWords, listWords } from '../trips/words.ts'
import type { Found } from '../view.ts'

const params = z.strictObject({
  months: z.int().min(0).max(24).default(6).describe('Months after the return for which a passport is valid'),
})

/** The same day so many months later, or the last of that month. */
const monthsAfter = (day: Day, months: number): Day => {
  const { year, month, day: date } = civilOf(day)
  const count = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1]
  return dayFrom(y, m, Math.min(date, daysInMonth(y, m)))
}

type State = 'valid' | 'short' | 'expired' | 'none' | 'unknown'

const stateOf = ({ papers }: PlanTraveller, last: Day, months: number): State => {
  if (papers === null) return 'unknown'
  const passports = papers.filter(({ kind }) => kind === 'passport')
  if (passports.length === 0) return papers.some(({ kind }) => kind === 'identity card') ? 'valid' : 'none'
  const until = passports.flatMap((one) => (one.until === null ? [] : [one.until]))
  if (until.some((day) => day >= monthsAfter(last, months))) return 'valid'
  if (until.length < passports.length) return 'unknown'
  return until.some((day) => day >= last) ? 'short' : 'expired'
}

const isAbroad = ({ entries }: PlanTrip): boolean => entries.length > 0

/**
 * On a trip to another country every traveller's passport is valid for months after the return. What nobody has said is said,
 * once for a trip. The words tell no date and no number of a document.
 */
export const papersValid: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'papers-valid',
  title: 'Are the papers valid?',
  says: 'Passports are valid for some months after the return',
  params,
  sentence: ({ months }) =>
    months === 0 ? 'Passports are valid until the return' : `Passports are valid for ${months} months after the return`,
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) => trips.filter(isAbroad).map(tripThing),
  *judge({ months }, { trips, plan }) {
    for (const trip of trips) {
      if (!isAbroad(trip) || !isTripAhead(plan, trip)) continue
      const states = trip.travellers.map((traveller) => [traveller, stateOf(traveller, trip.last, months)] as const)
      for (const [traveller, state] of states)
        if (state === 'short' || state === 'expired' || state === 'none')
          yield found(trip, state, [traveller.name], months, state === 'short' ? 1 : 2)
      const unknown = states.flatMap(([{ name }, state]) => (state === 'unknown' ? [name] : []))
      if (unknown.length > 0) yield found(trip, 'unknown', unknown, months, unknown.length)
    }
  },
  words(e) {
    const [who, back] = [text(e, 'who'), text(e, 'back')]
    switch (e.code) {
      case 'short':
        return `The passport of ${who} is not valid for ${number(e, 'months')} months after the return from ${text(e, 'trip')}, ${back}`
      case 'expired':
        return `The passport of ${who} is not valid until the return from ${text(e, 'trip')}, ${back}`
      case 'none':
        return `${who} has no passport on file for ${text(e, 'trip')}`
      default:
        return `Nobody has said until when the passport of ${who} is valid; ${text(e, 'trip')} ends ${back}`
    }
  },
  fixes(_params, { trips: [trip], verdict: { evidence }, plan }) {
    const who = text(evidence, 'who')
    const said =
      evidence.code === 'unknown'
        ? `Find out until when the passport of ${who} is valid`
        : evidence.code === 'none'
          ? `Put the passport of ${who} on file, or get one`
          : `Renew the passport of ${who}`
    return trip ? openPoint(trip, said, dayBefore(plan, trip.first)) : []
  },
})

const found = (trip: PlanTrip, code: string, who: readonly string[], months: number, badness: number): Found => ({
  span: trip.span,
  items: [tripThing(trip)],
  about: `${trip.key} ${code === 'unknown' ? 'unknown' : `papers of ${who[0]}`}`,
  code,
  values: () => ({
    who: listWords(who.map((name) => name.slice(0, 60))),
    trip: quoted(trip),
    back: dateWords(trip.last),
    months,
  }),
  badness,
})
