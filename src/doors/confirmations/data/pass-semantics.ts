import type { Field } from '../../../desk/travel/reading/model.ts'
import { type Draft, setCost } from './draft.ts'
import { Thing } from './thing.ts'

const plain: readonly (readonly [field: Field, name: string])[] = [
  ['provider', 'airlineName'],
  ['provider', 'transitProvider'],
  ['confirmation', 'confirmationNumber'],
  ['fromAirport', 'departureAirportCode'],
  ['from', 'departureAirportName'],
  ['from', 'departureStationName'],
  ['from', 'departureLocationDescription'],
  ['from', 'departureCityName'],
  ['fromTerminal', 'departureTerminal'],
  ['toAirport', 'destinationAirportCode'],
  ['to', 'destinationAirportName'],
  ['to', 'destinationStationName'],
  ['to', 'destinationLocationDescription'],
  ['to', 'destinationCityName'],
  ['toTerminal', 'destinationTerminal'],
  ['coach', 'carNumber'],
  ['place', 'venueName'],
  ['phone', 'venuePhoneNumber'],
  ['cabin', 'ticketFareClass'],
]

/** Everything a pass says for machines: of the pass as a whole, then of each field it shows. */
export function semanticsOf(pass: Thing, style: Thing): Thing | null {
  const whole = pass.thing('semantics')
  const groups = [
    'headerFields',
    'primaryFields',
    'secondaryFields',
    'auxiliaryFields',
    'backFields',
    'additionalInfoFields',
  ]
  const inner = groups.flatMap((group) => style.things(group).flatMap((field) => field.thing('semantics') ?? []))
  if (inner.length === 0) return whole
  const data = Object.assign({}, ...inner.map((each) => each.data), whole?.data)
  return new Thing('semantics', data, new Map())
}

/** What a pass says for machines, which is plainer than what it shows. */
export function setSemantics(draft: Draft, semantics: Thing | null) {
  if (!semantics) return
  for (const [field, name] of plain) draft.set(field, semantics.words(name))
  const [airline, number] = [semantics.words('airlineCode'), semantics.words('flightNumber')]
  if (number) draft.set('number', number, `${airline?.words ?? ''} ${number.words}`.trim())
  const vehicle = draft.kind === 'flight' ? null : semantics.words('vehicleNumber')
  draft.set('number', semantics.words('flightCode') ?? vehicle)
  draft.time('starts', semantics.words('currentDepartureDate', 'originalDepartureDate', 'eventStartDate'))
  draft.time('ends', semantics.words('currentArrivalDate', 'originalArrivalDate', 'eventEndDate'))
  const seats = semantics.things('seats')
  const [row, number1] = [seats[0]?.words('seatRow') ?? null, seats[0]?.words('seatNumber') ?? null]
  const isParted = row && number1 && /^[A-Z]$/i.test(number1.words)
  draft.set(
    'seat',
    seats[0]?.words('seatIdentifier') ??
      (isParted ? { path: number1.path, words: `${row.words}${number1.words}` } : number1),
  )
  draft.set('name', semantics.thing('passengerName')?.person() ?? null)
  setCost(draft, semantics)
}
