import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { saidOf, setBit, setShared } from './booking.ts'
import { setCost } from './costs.ts'
import { blockOf, endOf, whenOf } from './ends.ts'
import { guestsOf, phoneOf } from './houses.ts'
import type { Said } from './labels.ts'
import { overlaps } from './marks.ts'
import type { Part } from './parts.ts'
import { providerOf } from './providers.ts'
import { Draft, type Reading } from './reading.ts'
import { lineAt, type Stretch, trimmed } from './sheet.ts'
import { isPlaceName, terminalsIn } from './spots.ts'
import { setDeadline } from './terms.ts'
import type { Concept } from './vocabulary/concepts.ts'

/** Where a car is fetched or brought back: the office under its heading, or what stands beside its label. */
function officeOf(reading: Reading, part: Part, concept: Concept, opposite: readonly Concept[]): Stretch | null {
  for (const said of saidOf(reading, concept, part)) {
    if (!said.firm && !said.label.starts) continue
    const block = blockOf(reading, said, part, opposite)
    const office =
      saidOf(reading, 'office', block)[0] ?? saidOf(reading, 'address', block)[0] ?? saidOf(reading, 'venue', block)[0]
    if (office?.firm) return upToMarks(reading, office)
    const own = upToMarks(reading, { at: said.at, end: said.end })
    if (own && isPlaceName(reading, own)) return own
    const after = placeAfterMoment(reading, said)
    if (after) return after
  }
  return null
}

/** The words of a value before a date, a time, a code in brackets. */
function upToMarks(reading: Reading, { at, end }: Stretch): Stretch | null {
  const marks = [
    ...reading.dates,
    ...reading.times,
    ...reading.codes.filter(({ bracketed }) => bracketed),
    ...reading.phones,
  ].filter((each) => each.at < end && each.end > at)
  const first = Math.min(end, ...marks.map((each) => each.at))
  const stretch = trimmed(reading.sheet, { at, end: first })
  return stretch.end > stretch.at ? stretch : null
}

/** "11 Jan 2027 09:30, Schiphol Airport": the place behind the moment. */
function placeAfterMoment(reading: Reading, said: Stretch): Stretch | null {
  const marks = [...reading.dates, ...reading.times].filter((each) => each.at < said.end && each.end > said.at)
  const last = Math.max(said.at, ...marks.map((each) => each.end))
  const rest = upToMarks(reading, { at: last, end: said.end })
  const clean = rest
    ? trimmed(reading.sheet, {
        at:
          rest.at +
          (/^(?:uhr|uur|h|hrs|at|in|,|\)|-|·)*\s*/i.exec(reading.sheet.low.slice(rest.at, rest.end))?.[0].length ?? 0),
        end: rest.end,
      })
    : null
  return clean && isPlaceName(reading, clean) ? clean : null
}

function setPlace(reading: Reading, draft: Draft, side: 'from' | 'to', place: Stretch | null): void {
  if (!place) return
  draft.set(side, place)
  const line = lineAt(reading.sheet, place.at)
  const code = reading.codes.find(
    (each) => each.bracketed && each.at >= place.at && each.at - place.end <= 4 && each.at < line.end,
  )
  if (code) draft.set(side === 'from' ? 'fromAirport' : 'toAirport', code, code.code)
  const terminal = terminalsIn(reading).find((each) => each.at >= place.at && each.end <= line.end)
  if (terminal) draft.set(side === 'from' ? 'fromTerminal' : 'toTerminal', terminal, terminal.value)
}

/** In a part of its own, the name before the first comma under its heading. */
function firstNamed(reading: Reading, part: Part): Stretch | null {
  if (part.at === 0) return null
  const cell = reading.sheet.lines.find((line) => line.at > part.at && line.cells.length > 0)?.cells[0]
  const comma = cell ? /^\p{Lu}[\p{L}\d&'’ -]{1,30}(?=,)/u.exec(reading.sheet.text.slice(cell.at, cell.end)) : null
  const name = cell && comma ? { at: cell.at, end: cell.at + comma[0].length } : null
  return name && isPlaceName(reading, name) ? name : null
}

const drives = /taxi|transfer|chauff|driver|fahrer|sjafor|chauffor|conducente|conductor|chofer|kierowca|surucu|ridic/

/** A hired car, from its fetching to its return. */
export function carIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  const picked = endOf(reading, part, 'pickUp', ['dropOff'])
  const begins = picked.date ? 'pickUp' : 'departure'
  const from = picked.date ? picked : endOf(reading, part, 'departure', ['dropOff'])
  const to = endOf(reading, part, 'dropOff', [begins])
  if (!from.date) return []
  if (!to.date && drives.test(reading.sheet.low.slice(part.at, part.end)))
    return rideIn(reading, { ...part, kind: 'ride' }, action)
  const draft = new Draft(reading.sheet, 'car', action, from.date.at)
  draft.moment('starts', from)
  draft.moment('ends', to)
  setPlace(reading, draft, 'from', officeOf(reading, part, begins, ['dropOff']))
  setPlace(reading, draft, 'to', officeOf(reading, part, 'dropOff', [begins]))
  draft.set('provider', providerOf(reading, part) ?? firstNamed(reading, part))
  setBit(draft, 'phone', phoneOf(reading, part, null))
  setDeadline(reading, part, draft, 'cancelBy', null)
  setShared(reading, part, draft)
  setCost(reading, part, draft)
  return draft.fields.from || draft.fields.confirmation ? [draft] : []
}

/** Taxis, transfers and chauffeurs: one for each time somebody is picked up. */
export function rideIn(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  const begins = saidOf(reading, 'pickUp', part)
    .filter(
      ({ at, end, label }) =>
        (label.firm || label.starts) && reading.dates.some((date) => date.at >= at && date.end <= end),
    )
    .map(({ label }) => reading.sheet.lines[label.line]?.at ?? label.at)
  const starts = begins.length > 1 ? [part.at, ...begins.slice(1)] : [part.at]
  return starts.flatMap((at, index) => oneRide(reading, { ...part, at, end: starts[index + 1] ?? part.end }, action))
}

function oneRide(reading: Reading, part: Part, action: Proposal['action']): Draft[] {
  const picked = endOf(reading, part, 'pickUp', ['dropOff', 'to'])
  const when = picked.date && picked.time ? picked : whenOf(reading, part)
  const moment = { date: picked.date ?? when.date, time: picked.time ?? when.time }
  if (!moment.date || !moment.time) return []
  const draft = new Draft(reading.sheet, 'ride', action, moment.date.at)
  draft.moment('starts', moment)
  const at = (concept: Concept) => {
    const said = saidOf(reading, concept, part).find(
      (each) => each.firm && !reading.dates.some((date) => overlaps(date, each)),
    )
    const place = said ? upToMarks(reading, said) : null
    const aside = place ? /\s[-–—]\s(?=\p{Ll})/u.exec(reading.sheet.text.slice(place.at, place.end)) : null
    return place && aside ? { at: place.at, end: place.at + aside.index } : place
  }
  setPlace(reading, draft, 'from', at('from') ?? at('pickUp') ?? at('departure') ?? (at('to') ? at('address') : null))
  setPlace(reading, draft, 'to', at('to') ?? at('dropOff') ?? at('arrival'))
  draft.set('provider', providerOf(reading, part))
  const meet = saidOf(reading, 'meet', part).find(({ label }) => label.firm || label.at === label.cell.at)
  if (meet) draft.set('pickUp', upToStop(reading, meet))
  const drivers = saidOf(reading, 'driver', part)
  const driver = drivers.find(({ firm }) => firm) ?? drivers.find(({ label }) => label.starts)
  if (driver) setDriver(reading, draft, driver, part)
  if (!draft.fields.phone) setBit(draft, 'phone', phoneOf(reading, part, null))
  setBit(draft, 'guests', guestsOf(reading, part))
  setDeadline(reading, part, draft, 'cancelBy', null)
  setShared(reading, part, draft)
  setCost(reading, part, draft)
  return draft.fields.from || draft.fields.to ? [draft] : []
}

const upToStop = (reading: Reading, { at, end }: Stretch): Stretch => {
  const stop = /[.;\n]|\s-\s/.exec(reading.sheet.text.slice(at, end))
  const words = reading.sheet.low.slice(at, end)
  const skip =
    /^(?:at|in|in der|im|am|dans|a|al|alla|en|w|i|ved|bij)?\s?(?:the\s|le\s|la\s|de\s|der\s)?/.exec(words)?.[0]
      .length ?? 0
  return { at: at + skip, end: stop ? at + stop.index : end }
}

function setDriver(reading: Reading, draft: Draft, said: Said, part: Part): void {
  const titled =
    /^\s?(?:p\.|pan|mr\.?|herr|m\.|sig\.|sr\.|dhr\.)\s/iu.exec(reading.sheet.text.slice(said.at, said.end))?.[0]
      .length ?? 0
  const match = /^\s?((?:\p{Lu}[\p{L}'’.-]*|\p{Lo}+)(?:\s(?:\p{Lu}[\p{L}'’.-]*|van|de|von|der|\p{Lo}+)){0,4})/u.exec(
    reading.sheet.text.slice(said.at + titled, said.end),
  )
  if (match && (said.firm || /\s/.test(match[1] as string))) {
    const at = said.at + titled + match[0].length - (match[1] as string).length
    draft.set('driver', { at, end: at + (match[1] as string).length })
  }
  setBit(
    draft,
    'phone',
    phoneOf(reading, part, { at: said.at, end: Math.max(said.end, lineAt(reading.sheet, said.at).end) }),
  )
}
