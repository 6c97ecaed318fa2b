import type { Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { nothing, type Piece, plain } from '../forms/piece.ts'
import { timeText, written } from '../times.ts'
import { Draft } from './draft.ts'
import { lenient } from './lenient.ts'
import { passDay } from './pass-day.ts'
import { Thing, type Words } from './thing.ts'

/** A field of a pass as it stands on it. */
type Shown = { readonly path: string; readonly key: string; readonly label: string; readonly words: string }

const groups = [
  'headerFields',
  'primaryFields',
  'secondaryFields',
  'auxiliaryFields',
  'backFields',
  'additionalInfoFields',
] as const

/** What a field is about, by its key and label, in the languages passes come in. */
const about: readonly (readonly [field: Field, names: RegExp])[] = [
  ['seat', /\b(?:seat|sitz(?:platz)?|platz|place|si[eè]ge|asiento|posto|stoel|plats|miejsce|lugar|koltuk)\b|座席/i],
  ['coach', /\b(?:coach|carriage|wagen|voiture|coche|carrozza|rijtuig|vagn|wagon|carro)\b/i],
  ['cabin', /\b(?:class|klasse|classe|clase|cabin|klass|klasa|klas)\b/i],
  [
    'confirmation',
    /\b(?:pnr|order|auftrags?\w*|commande|pedido|ordine|ref(?:erence)?|booking|confirmation|record locator|buchung\w*|r[eé]servation|reserva|prenotazione|boeking\w*)\b/i,
  ],
  [
    'name',
    /\b(?:passenger|passagier|reisender?|passager|voyageur|pasajero|passeggero|reiziger|passageiro|traveller|traveler|guest|name|gast|holder|reisende)\b/i,
  ],
  ['number', /\b(?:flight|flug|vol|vuelo|volo|vlucht|voo|lot|train|zug|tren|treno|trein|t[aå]g)\b/i],
]
const addresses = /\b(?:address|adresse|anschrift|direcci[oó]n|indirizzo|adres|endere[cç]o)\b/i
const boards = /\b(?:board\w*|gate|group|zone|sequence|seq|embarque|embarquement|imbarco|doors?|einlass)\b/i
const leaves = /\b(?:dep(?:arts?|arture)?|abflug|abfahrt|d[eé]part|salida|partenza|vertrek|partida|avg[aå]ng|odlot)\b/i
const arrives = /\b(?:arr(?:ives?|ival)?|ankunft|arriv[eé]e|llegada|arrivo|aankomst|chegada|ankomst|przylot)\b/i
const terminals = /\bterm(?:inal)?\b/i
const begins = /\b(?:start\w*|begin\w*|time|when|uhrzeit|heure|hora|ora|date|datum)\b/i
const venues = /\b(?:venue|location|where|ort|lieu|lugar|luogo|place)\b/i

const named = ({ key, label }: Shown) => `${key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ')} ${label}`

function shownOf(style: Thing): Shown[] {
  return groups.flatMap((group) =>
    style.things(group).flatMap((field) => {
      const value = field.words('value')
      if (!value) return []
      return [
        {
          path: value.path,
          key: field.words('key')?.words ?? '',
          label: field.words('label')?.words ?? '',
          words: value.words,
        },
      ]
    }),
  )
}

const said = ({ path, words }: Shown): Words => ({ path, words })
const clock = /^(\d{1,2})[:.h](\d\d)(?:\s*(am|pm))?$/i

/** `17:55` of a field that shows a clock alone. */
function clockOf(words: string): string | null {
  const found = clock.exec(words.trim())
  if (!found) return null
  const twelve = found[3]?.toLowerCase()
  const hour = (Number(found[1]) % (twelve ? 12 : 24)) + (twelve === 'pm' ? 12 : 0)
  return `${`${hour}`.padStart(2, '0')}:${found[2]}`
}

/** Where it leads: the two primary fields of a pass for a journey. */
function setEnds(draft: Draft, style: Thing) {
  const primary = style.things('primaryFields')
  const only = primary.length === 1 ? (primary[0]?.words('value') ?? null) : null
  const both = only?.words.split(/\s+(?:[-–—>]|->|→)\s+/) ?? []
  if (only && both.length === 2) {
    draft.set('from', only, both[0])
    draft.set('to', only, both[1])
    return
  }
  for (const [at, end] of (['from', 'to'] as const).entries()) {
    const field = style.things('primaryFields')[at]
    const [value, label] = [field?.words('value') ?? null, field?.words('label') ?? null]
    if (!value) continue
    if (/^[A-Z]{3}$/.test(value.words) && draft.kind === 'flight') {
      draft.set(`${end}Airport`, value)
      if (label && !/^(?:from|to|origin|destination|von|nach|de|a|à|da)$/i.test(label.words)) draft.set(end, label)
    } else draft.set(end, value)
  }
}

function setTimes(draft: Draft, shown: readonly Shown[], day: string | null) {
  const wanted = [['starts', draft.kind === 'meeting' ? begins : leaves] as const, ['ends', arrives] as const]
  for (const [field, names] of wanted)
    for (const each of shown) {
      if (!names.test(named(each)) || boards.test(named(each))) continue
      const time = written(each.words)
      const hour = clockOf(each.words)
      if (time?.exact) draft.set(field, said(each), timeText(time))
      else if (hour && day && field === 'starts') draft.set(field, said(each), `${day}T${hour}`)
    }
}

const semantic: readonly (readonly [field: Field, name: string])[] = [
  ['provider', 'airlineName'],
  ['confirmation', 'confirmationNumber'],
  ['fromAirport', 'departureAirportCode'],
  ['from', 'departureAirportName'],
  ['from', 'departureStationName'],
  ['from', 'departureLocationDescription'],
  ['fromTerminal', 'departureTerminal'],
  ['toAirport', 'destinationAirportCode'],
  ['to', 'destinationAirportName'],
  ['to', 'destinationStationName'],
  ['to', 'destinationLocationDescription'],
  ['toTerminal', 'destinationTerminal'],
  ['coach', 'carNumber'],
  ['place', 'venueName'],
  ['phone', 'venuePhoneNumber'],
]

/** What a pass says for machines, which is plainer than what it shows. */
function setSemantics(draft: Draft, semantics: Thing | null) {
  if (!semantics) return
  for (const [field, name] of semantic) draft.set(field, semantics.words(name))
  const [airline, number] = [semantics.words('airlineCode'), semantics.words('flightNumber')]
  if (number) draft.set('number', number, `${airline?.words ?? ''} ${number.words}`.trim())
  const vehicle = draft.kind === 'flight' ? null : semantics.words('vehicleNumber')
  draft.set('number', semantics.words('flightCode') ?? vehicle)
  draft.time('starts', semantics.words('currentDepartureDate', 'originalDepartureDate', 'eventStartDate'))
  draft.time('ends', semantics.words('currentArrivalDate', 'originalArrivalDate', 'eventEndDate'))
  const seat = semantics.thing('seats')
  draft.set('seat', seat?.words('seatIdentifier', 'seatNumber') ?? null)
}

function fill(draft: Draft, pass: Thing, style: Thing): void {
  const shown = shownOf(style)
  setSemantics(draft, pass.thing('semantics'))
  draft.set('provider', pass.words('organizationName', 'logoText'))
  if (draft.kind !== 'meeting') setEnds(draft, style)
  for (const each of shown) {
    const field = boards.test(named(each)) ? undefined : about.find(([, names]) => names.test(named(each)))?.[0]
    if (field === 'number') {
      if (/^[A-Z0-9]{2,3} ?\d{1,4}[A-Z]?$/i.test(each.words)) draft.set(field, said(each))
    } else if (field && each.words.length <= 60 && !written(each.words) && !clockOf(each.words))
      draft.set(field, said(each))
    else if (draft.kind === 'meeting' && addresses.test(named(each))) draft.set('address', said(each))
    else if (draft.kind === 'meeting' && venues.test(named(each))) draft.set('place', said(each))
    else if (terminals.test(named(each)) && !arrives.test(named(each)) && each.words.length <= 12)
      draft.set('fromTerminal', said(each), each.words.replace(/^terminal\s+/i, ''))
  }
  setTimes(
    draft,
    shown,
    passDay(
      shown.map(({ words }) => words),
      pass.words('relevantDate')?.words ?? null,
    ),
  )
}

const kinds: Readonly<Record<string, Proposal['kind']>> = {
  PKTransitTypeAir: 'flight',
  PKTransitTypeTrain: 'train',
  PKTransitTypeBus: 'bus',
  PKTransitTypeBoat: 'ferry',
}

const trains = /\b(?:train|zug|tren|treno|trein|t[aå]g|poci[aą]g)\b/i
const flights = /\b(?:flight|flug|vol|vuelo|volo|vlucht|voo)\b/i

/** A pass of no kind is for a journey where it says which train or flight leaves when; otherwise it says nothing for sure. */
function kindOfPass(pass: Thing, style: Thing): Proposal['kind'] | undefined {
  const said = kinds[style.words('transitType')?.words ?? '']
  if (said) return said
  if (pass.thing('eventTicket')) return 'meeting'
  const shown = shownOf(style)
  const goes = shown.some((each) => leaves.test(named(each)) && written(each.words)?.exact === true)
  if (!pass.thing('generic') || !goes) return undefined
  if (shown.some((each) => trains.test(named(each)))) return 'train'
  return shown.some((each) => flights.test(named(each))) ? 'flight' : undefined
}

/** As on the pass: each label with what stands under it. */
function textOf(pass: Thing, style: Thing): string {
  const head = [pass.words('organizationName'), pass.words('description')].flatMap((each) => (each ? [each.words] : []))
  const lines = shownOf(style).map(({ label, words }) => {
    const time = written(words)
    const seen = time?.exact ? words.slice(0, 16).replace('T', ' ') : words
    return label === '' ? seen : `${label}: ${seen}`
  })
  return [...head, '', ...lines].join('\n')
}

/** Reads a pass.json of a wallet's pass; null where it is none. */
export function readPass(json: string): Piece | null {
  const data = lenient(json)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null
  const pass = new Thing('', data as Record<string, unknown>, new Map())
  const journey = pass.thing('boardingPass')
  const style = journey ?? pass.thing('eventTicket', 'generic', 'storeCard', 'coupon')
  if (!style) return null
  const kind = kindOfPass(pass, style)
  const text = plain(textOf(pass, style))
  if (!kind) return { ...nothing, form: 'pass', text }
  const draft = new Draft(kind, 'voided' in data && data.voided === true ? 'cancelled' : 'booked', text)
  fill(draft, pass, style)
  return { ...nothing, form: 'pass', text, data: [draft.proposal()] }
}
