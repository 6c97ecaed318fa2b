import type { Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { nothing, type Piece, plain } from '../forms/piece.ts'
import type { Concept } from '../text/vocabulary/concepts.ts'
import { written } from '../times.ts'
import { Draft } from './draft.ts'
import { spokenKinds } from './event-kind.ts'
import { conceptsOf } from './labels.ts'
import { lenient } from './lenient.ts'
import { momentIn } from './moment.ts'
import { cardText, named, type Shown, said, shownOf } from './pass-card.ts'
import { passDay } from './pass-day.ts'
import { semanticsOf, setSemantics } from './pass-semantics.ts'
import { Thing } from './thing.ts'

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

/** What labels say in whichever language, where they fill no field by their key. */
const meant: readonly (readonly [field: Field, concept: Concept])[] = [
  ['seat', 'seat'],
  ['coach', 'coach'],
  ['cabin', 'cabin'],
  ['confirmation', 'reference'],
  ['name', 'name'],
  ['number', 'number'],
]

const isEnd = (label: string) => /^(?:from|to|origin|destination|von|nach|de|a|à|da)$/i.test(label)

/** Where it leads: the two primary fields of a pass for a journey, whose places stand in them or, above clocks, as their labels. */
function setEnds(draft: Draft, style: Thing, card: string) {
  const primary = style.things('primaryFields')
  const only = primary.length === 1 ? (primary[0]?.words('value') ?? null) : null
  const both = only?.words.split(/\s+(?:[-–—>]|->|→)\s+/) ?? []
  if (only && both.length === 2) {
    draft.set('from', only, both[0])
    draft.set('to', only, both[1])
    return
  }
  for (const [at, end] of (['from', 'to'] as const).entries()) {
    const [value, label] = [primary[at]?.words('value') ?? null, primary[at]?.words('label') ?? null]
    if (!value) continue
    if (/^[A-Z]{3}$/.test(value.words) && draft.kind === 'flight') {
      draft.set(`${end}Airport`, value)
      if (label && !isEnd(label.words)) draft.set(end, label)
    } else if (!momentIn(value.words, card)) draft.set(end, value)
    else if (label && isPlace(label.words)) draft.set(end, label)
  }
}

const isPlace = (label: string) =>
  !isEnd(label) && /^[\p{Lu}\p{Lo}]\D{1,40}$/u.test(label) && conceptsOf(label).size === 0

const times = ['starts', 'ends'] as const

/** Which end a field tells the time of: by its label, or by standing first or second under a place. */
function endTold(draft: Draft, each: Shown, style: readonly Shown[]): (typeof times)[number] | null {
  if (boards.test(named(each))) return null
  const primary = style.filter(({ group }) => group === 'primaryFields').indexOf(each)
  if (primary !== -1 && primary < 2 && isPlace(each.label) && draft.kind !== 'meeting') return times[primary] ?? null
  if (draft.kind === 'meeting') return begins.test(named(each)) || each.concepts.has('time') ? 'starts' : null
  if (leaves.test(named(each)) || each.concepts.has('departure')) return 'starts'
  return arrives.test(named(each)) || each.concepts.has('arrival') ? 'ends' : null
}

/** An end that shows a clock alone is on the day it began, where that is later. */
function setTimes(draft: Draft, shown: readonly Shown[], day: string | null, card: string) {
  for (const wanted of times)
    for (const each of shown) {
      const moment = endTold(draft, each, shown) === wanted ? momentIn(each.words, card) : null
      if (!moment) continue
      const begun = draft.fields.starts?.value ?? ''
      const on = wanted === 'starts' ? day : begun.slice(0, 10)
      const value = moment.whole ?? (moment.clock && on ? `${on}T${moment.clock}` : null)
      if (value && (wanted === 'starts' || moment.whole !== null || value > begun.slice(0, 16)))
        draft.set(wanted, said(each), value)
    }
}

const shape: Partial<Record<Field, RegExp>> = {
  seat: /^[\p{L}\d][\p{L}\d ,/-]{0,11}$/u,
  coach: /^[\p{L}\d]{1,5}$/u,
  confirmation: /^(?=.{3,24}$)[A-Z\d][A-Z\d ./-]*$/i,
  number: /^(?=.*\d)[\p{L}\d][\p{L}\d -]{1,14}$/u,
}

function setShown(draft: Draft, each: Shown) {
  const field =
    boards.test(named(each)) || each.concepts.has('aside')
      ? undefined
      : (about.find(([, names]) => names.test(named(each)))?.[0] ??
        meant.find(([, concept]) => each.concepts.has(concept))?.[0])
  if (field) {
    const isShort = each.words.length <= 60 && !written(each.words)
    if (isShort && (shape[field]?.test(each.words) ?? true) && !/^\d{1,2}[:.h]\d\d/.test(each.words))
      draft.set(field, said(each))
  } else if (draft.kind === 'meeting' && addresses.test(named(each))) draft.set('address', said(each))
  else if (draft.kind === 'meeting' && venues.test(named(each))) draft.set('place', said(each))
  else if (terminals.test(named(each)) && !arrives.test(named(each)) && each.words.length <= 12)
    draft.set('fromTerminal', said(each), each.words.replace(/^terminal\s+/i, ''))
}

function fill(draft: Draft, pass: Thing, style: Thing, card: string): void {
  const shown = shownOf(style)
  setSemantics(draft, semanticsOf(pass, style))
  draft.set('provider', pass.words('organizationName', 'logoText'))
  if (draft.kind !== 'meeting') setEnds(draft, style, card)
  for (const each of shown) setShown(draft, each)
  const words = shown.map(({ words }) => words)
  const days = new Set(words.flatMap((each) => momentIn(each, card)?.day ?? []))
  const day = days.size === 1 ? ([...days][0] ?? null) : null
  setTimes(draft, shown, day ?? passDay(words, pass.words('relevantDate')?.words ?? null), card)
}

const kinds: Readonly<Record<string, Proposal['kind']>> = {
  PKTransitTypeAir: 'flight',
  PKTransitTypeTrain: 'train',
  PKTransitTypeBus: 'bus',
  PKTransitTypeBoat: 'ferry',
}

const carried: ReadonlySet<string> = new Set(Object.values(kinds))

/** A pass of no kind is for a journey where it says when something leaves, and only one kind of thing; otherwise it says nothing for sure. */
function kindOfPass(pass: Thing, style: Thing, card: string): Proposal['kind'] | undefined {
  const told = kinds[style.words('transitType')?.words ?? '']
  if (told) return told
  if (pass.thing('eventTicket')) return 'meeting'
  const shown = shownOf(style)
  const goes = shown.some(
    (each) =>
      (leaves.test(named(each)) || each.concepts.has('departure')) && momentIn(each.words, card)?.clock !== undefined,
  )
  if ((!pass.thing('generic') && !pass.thing('boardingPass')) || !goes) return undefined
  const spoken = spokenKinds(shown.map(named).join('\n')).filter((kind) => carried.has(kind))
  const all = spoken.length > 0 ? spoken : spokenKinds(card).filter((kind) => carried.has(kind))
  return all.length === 1 ? all[0] : undefined
}

/** Reads a pass.json of a wallet's pass; null where it is none. */
export function readPass(json: string): Piece | null {
  const data = lenient(json)
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null
  const pass = new Thing('', data as Record<string, unknown>, new Map())
  const style = pass.thing('boardingPass', 'eventTicket', 'generic', 'storeCard', 'coupon')
  if (!style) return null
  const text = plain(cardText(pass, style))
  const kind = kindOfPass(pass, style, text)
  if (!kind) return { ...nothing, form: 'pass', text }
  const draft = new Draft(kind, 'voided' in data && data.voided === true ? 'cancelled' : 'booked', text)
  fill(draft, pass, style, text)
  return { ...nothing, form: 'pass', text, data: [draft.proposal()] }
}
