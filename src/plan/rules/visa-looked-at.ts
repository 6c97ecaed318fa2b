import * as z from 'zod'
import { quoted, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanEntry, PlanTrip } from '../segment.ts'
import { isTripAhead, tripThing } from '../trips/segments.ts'
import { dayBefore, openPoint, sayVisas } from '../trips/ways-out.ts'
import { dateWords, listWords } from '../trips/words.ts'
import type { Found } from '../view.ts'

const params = z.strictObject({})

const countries = new Intl.DisplayNames(['en-GB'], { type: 'region', fallback: 'code' })
const nameOf = (country: string): string => (/^[A-Z]{2}$/.test(country) ? (countries.of(country) ?? country) : country)

/** Everybody who travels is at home there: they hold a passport of that country, or a visa for it. */
const isOpenTo = ({ travellers }: PlanTrip, country: string): boolean =>
  travellers.length > 0 &&
  travellers.every(({ papers }) =>
    papers?.some((paper) => ['passport', 'visa', 'residence permit'].includes(paper.kind) && paper.country === country),
  )

const entriesOf = (trip: PlanTrip, visa: PlanEntry['visa']): string[] =>
  trip.entries.filter((entry) => entry.visa === visa && !isOpenTo(trip, entry.country)).map(({ country }) => country)

/** Somebody has looked whether a visa is needed for each country, and one that is needed is there. */
export const visaLookedAt: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'visa-looked-at',
  title: 'Is a visa needed?',
  says: 'Somebody has looked whether a visa is needed, and has it where it is',
  params,
  sentence: () => 'Somebody has looked whether a visa is needed, and has it where it is',
  reach: () => ({ by: 'trip' }),
  about: (_params, { trips }) => trips.filter(({ entries }) => entries.length > 0).map(tripThing),
  *judge(_params, { trips, plan }) {
    for (const trip of trips) {
      if (!isTripAhead(plan, trip)) continue
      const [unknown, needed] = [entriesOf(trip, 'unknown'), entriesOf(trip, 'needed')]
      if (unknown.length > 0) yield found(trip, 'unknown', unknown)
      if (needed.length > 0) yield found(trip, 'needed', needed)
    }
  },
  words: (e) =>
    e.code === 'unknown'
      ? `Nobody has looked whether ${text(e, 'trip')} needs a visa for ${text(e, 'where')}; it begins ${text(e, 'begins')}`
      : `${text(e, 'trip')} needs a visa for ${text(e, 'where')}, and there is none yet; it begins ${text(e, 'begins')}`,
  fixes(_params, { trips: [trip], verdict: { evidence }, plan }) {
    if (!trip) return []
    const unknown = evidence.code === 'unknown'
    const countries = entriesOf(trip, unknown ? 'unknown' : 'needed')
    const where = listWords(countries.map(nameOf))
    if (unknown)
      return [
        sayVisas(trip, countries, 'not needed', `No visa is needed for ${where}`),
        sayVisas(trip, countries, 'needed', `A visa is needed for ${where}`),
      ]
    return [
      ...openPoint(trip, `Get the visa for ${where}`, dayBefore(plan, trip.first)),
      sayVisas(trip, countries, 'held', `The visa for ${where} is there`),
    ]
  },
})

const found = (trip: PlanTrip, code: string, where: readonly string[]): Found => ({
  span: trip.span,
  items: [tripThing(trip)],
  about: `${trip.key} visa ${code}`,
  code,
  values: () => ({ trip: quoted(trip), where: listWords(where.map(nameOf)), begins: dateWords(trip.first) }),
  badness: where.length,
})
