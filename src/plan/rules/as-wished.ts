import type { Evidence } from '../finding.ts'
import { number, quoted, text } from '../found.ts'
import { lengthWords } from '../local.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { PlanSegment, PlanTrip } from '../segment.ts'
import { isAhead, live, segmentThing, spanOfSegment } from '../trips/segments.ts'
import { askOf } from '../trips/ways-out.ts'
import { isOf, listed, notAsWished, travelsOn, type Wished, type Wrong, wished } from '../trips/wished.ts'
import type { Found, View } from '../view.ts'

type Part = { readonly trip: PlanTrip; readonly segment: PlanSegment }

const spoken = (wish: Wished, { trips, plan, speaksOfSegment }: View): readonly Part[] =>
  trips
    .filter((trip) => travelsOn(trip, wish))
    .flatMap((trip) =>
      live(trip)
        .filter((segment) => speaksOfSegment(segment) && isOf(segment, trip, wish) && isAhead(plan, segment, trip))
        .map((segment) => ({ trip, segment })),
    )

/**
 * What somebody wishes of their journeys, held against what is booked: when one leaves, seat, cabin, hotel, food, rides. What
 * the booking does not say is not guessed: it is silence.
 */
export const asWished: AnyKind = ruleKind<Wished>({
  kind: 'as-wished',
  title: 'Not as wished',
  says: 'Journeys are as somebody wishes them: when they leave, seat, cabin, hotel, food and rides',
  params: wished,
  sentence: (wish) =>
    `${wish.traveller === undefined ? '' : `For ${wish.traveller}: `}${capital(wishWords(wish).join('; '))}`,
  reach: () => ({ by: 'trip' }),
  about: (wish, view) => spoken(wish, view).map(({ segment, trip }) => segmentThing(segment, trip)),
  *judge(wish, view) {
    for (const part of spoken(wish, view))
      for (const wrong of notAsWished(wish, part.segment, part.trip, view.plan)) yield found(part, wrong)
  },
  words: (e) => `${text(e, 'what')} ${wrongWords[e.code]?.(e) ?? ''}`,
  fixes(wish, { segments: [segment] }) {
    if (!segment) return []
    const wanted = wishWords(wish).join('; ').slice(0, 500)
    return [askOf(segment, wanted, `Ask for ${quoted(segment)} as it is wished: ${wanted}`)]
  },
})

const found = ({ trip, segment }: Part, { code, values, badness }: Wrong): Found => ({
  span: spanOfSegment(segment, trip),
  items: [segmentThing(segment, trip)],
  code,
  values: () => ({ what: quoted(segment), ...cut(values) }),
  about: code === 'not-asked' ? `${code} ${values.wished}` : code,
  badness,
})

/** Words of bookings come from outside. */
const cut = (values: Wrong['values']) =>
  Object.fromEntries(
    Object.entries(values).map(([name, one]) => [name, typeof one === 'string' ? one.slice(0, 120) : one]),
  )

const capital = (said: string): string => `${said.charAt(0).toUpperCase()}${said.slice(1)}`

const wrongWords: Readonly<Record<string, (e: Evidence) => string>> = {
  early: (e) => `leaves at ${text(e, 'at')}; ${text(e, 'wished')} is the earliest that is wished`,
  late: (e) => `leaves at ${text(e, 'at')}; ${text(e, 'wished')} is the latest that is wished`,
  night: () => 'is in the air through the night; no flight through the night is wished',
  seat: (e) => `has seat ${text(e, 'has')}; ${seatWords(text(e, 'wished'))} is wished`,
  cabin: (e) => `is booked in “${text(e, 'has')}”; ${text(e, 'wished')} is wished`,
  hotel: (e) => `is booked at “${text(e, 'has')}”; ${text(e, 'wished')} is wished`,
  far: (e) =>
    `is ${lengthWords(number(e, 'minutes'))} from ${text(e, 'to')}; at most ${lengthWords(number(e, 'wished'))} is wished`,
  driver: (e) => `is driven by “${text(e, 'has')}”; ${text(e, 'wished')} is wished`,
  'not-asked': (e) => `was asked for without “${text(e, 'wished')}”, which is wished`,
}

const seatWords = (seat: string): string =>
  seat === 'front'
    ? 'a seat in front'
    : seat === 'exit row'
      ? 'an exit row'
      : `${seat === 'aisle' ? 'an' : 'a'} ${seat} seat`

/** A wish in words, one part each: "leaves no earlier than 08:00". */
function wishWords(wish: Wished): string[] {
  const { leaveFrom, leaveBy, noNights, seat, cabin, hours, hotels, within, has, food, driver, car } = wish
  const long = hours === undefined ? '' : ` on flights of ${lengthWords(hours * 60)} and more`
  return [
    ...(leaveFrom === undefined ? [] : [`leaves no earlier than ${leaveFrom}`]),
    ...(leaveBy === undefined ? [] : [`leaves no later than ${leaveBy}`]),
    ...(noNights ? ['no flight through the night'] : []),
    ...(seat === undefined ? [] : [`${seatWords(seat)}${cabin === undefined ? long : ''}`]),
    ...(cabin === undefined ? [] : [`flies ${cabin}${cabin === 'first' ? '' : ' or better'}${long}`]),
    ...(hotels === undefined ? [] : [`stays at ${listed(hotels).join(' or ')}`]),
    ...(within === undefined ? [] : [`stays within ${lengthWords(within)} of where one goes`]),
    ...(has === undefined ? [] : [`the hotel is asked for ${listed(has).join(', ')}`]),
    ...(food === undefined ? [] : [`eats ${food}`]),
    ...(driver === undefined ? [] : [`is driven by ${driver}`]),
    ...(car === undefined ? [] : [`rides in ${car}`]),
  ]
}
