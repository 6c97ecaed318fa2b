import type { Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { Draft } from './draft.ts'
import { type EventWords, kindOfEvent } from './event-kind.ts'
import { toldIn } from './labels.ts'
import { aimIn, nameBy, type Stop, stopOf, type Way, wayIn } from './way.ts'

type Said = { readonly path: string; readonly words: string }

const number = /(?<![\p{L}\p{N}-])(?:[A-Z]{2,4}|[A-Z]\d|\d[A-Z])[ -]?\d{1,5}(?![\p{L}\p{N}:.-])/u
const plainNumber = /(?<![\p{L}\p{N}])\d{2,5}(?![\p{L}\p{N}:.,-])/u

const linesOf = ({ title, notes, place }: EventWords): Said[] =>
  [
    { path: 'SUMMARY', words: title },
    ...notes.split('\n').map((words) => ({ path: 'DESCRIPTION', words })),
    { path: 'LOCATION', words: place },
  ]
    .map(({ path, words }) => ({ path, words: words.replace(/\s+/g, ' ').trim().slice(0, 300) }))
    .filter(({ words }) => words !== '')

function setStop(draft: Draft, end: 'from' | 'to', stop: Stop, said: Said, notes: string) {
  if (stop.code && draft.kind === 'flight') draft.set(`${end}Airport`, said, stop.code)
  const name = stop.name ?? (stop.code === null ? null : nameBy(stop.code, notes))
  if (name && notes.includes(name) && !said.words.includes(name)) draft.set(end, { path: 'DESCRIPTION', words: name })
  else draft.set(end, said, name ?? stop.code ?? undefined)
}

function setNumber(draft: Draft, lines: readonly Said[]) {
  const express = draft.kind === 'train' ? lines.find(({ words }) => shinkansen.test(words)) : undefined
  if (express) return draft.set('number', express, shinkansen.exec(express.words)?.[0])
  for (const line of lines.filter(({ path }) => path !== 'LOCATION')) {
    const found = number.exec(line.words)?.[0]
    if (found) return draft.set('number', line, found)
  }
  const title = lines.find(({ path }) => path === 'SUMMARY')
  const found = draft.kind === 'train' && title ? plainNumber.exec(title.words)?.[0] : undefined
  if (title && found) draft.set('number', title, found)
}

/** "Inca Norte Airlines IN 2471": whose number it is stands before it. */
function setProvider(draft: Draft, lines: readonly Said[]) {
  const value = draft.fields.number?.value
  for (const line of lines.filter(({ path }) => path === 'DESCRIPTION')) {
    const at = value === undefined ? -1 : line.words.indexOf(value)
    const name = at > 0 ? line.words.slice(0, at).trim() : ''
    if (trade.test(name) && /^\p{Lu}[\p{L}&.'’ -]{3,40}$/u.test(name)) draft.set('provider', line, name)
  }
}

/** Names of firms that carry or house somebody. */
export const trade =
  /\b(?:air|airs|airways?|airlines?|aero\p{L}*|aviation|wings|lines?|l[ií]neas|bahn|rail\p{L}*|ferrovi\p{L}*|trains?|bus\p{L}*|coach\p{L}*|autocar\p{L}*|ferr(?:y|ies)|f[äa]hr\p{L}*|traghetti|navigazione|hotels?|hostel|resorts?|inn|ferienwohnung\p{L}*|pension\p{L}*|taxis?|transfers?|chauffeurs?|cars?|mobility|flug\p{L}*|restaurante?|ristorante|trattoria|bistro|express|schiene\p{L}*)\b|(?:bahn|schiene|flug|air|jet|rail|bus)\b/iu

function setWay(draft: Draft, way: Way, said: Said, notes: string) {
  setStop(draft, 'from', way.from, said, notes)
  setStop(draft, 'to', way.to, said, notes)
}

/** The name of a house that stands in a title: "Stay at Hotel Alpenblick", "Hotel Alpenblick – Check-in". */
function houseIn(title: string): string | null {
  const behind = /(?:^|\s)(?:at|at the|bei|im|in der|chez|en|at:|in|presso|da|bij|på|w)\s+(\p{Lu}.{2,60})$/u.exec(
    title,
  )?.[1]
  const parts = (behind ?? title).replace(/\s*\([^)]*\)\s*$/, '').split(/\s*[:|•]\s*|\s+[–-]\s+/)
  return parts.find((part) => trade.test(part) && part.length <= 60 && /^\p{Lu}.*\s/u.test(part)) ?? null
}

/** "Car hire: Badger Cars" */
function setFirm(draft: Draft, title: Said | undefined) {
  const firm = title?.words.split(/:\s+|\s+[–-]\s+/).at(-1) ?? ''
  if (title && firm !== title.words && trade.test(firm) && /^\p{Lu}[^\d]{3,40}$/u.test(firm))
    draft.set('provider', title, firm)
}

const terminal = /\bTerminal ([A-Z]?\d?[A-Z]?)\b/

const shinkansen = /[\p{Script=Hiragana}\p{Script=Katakana}]+\s?\d+号/u

/** Where somebody leaves from is where the event is, where its title says no way. */
function setDeparture(draft: Draft, place: Said | undefined) {
  const stop = place ? stopOf(place.words.split(/\s*[,;]\s*/)[0] ?? '') : null
  if (place && stop && !draft.fields.from && !draft.fields.fromAirport) setStop(draft, 'from', stop, place, '')
}

function fillCarried(draft: Draft, lines: readonly Said[], way: Way | null, said: Said | null, words: EventWords) {
  setNumber(draft, lines)
  if (way && said) setWay(draft, way, said, `${words.notes}\n${words.place}`)
  const place = lines.find(({ path }) => path === 'LOCATION')
  const code = terminal.exec(place?.words ?? '')?.[1]
  if (place && code && draft.kind === 'flight') draft.set('fromTerminal', place, code)
  setDeparture(draft, place)
  const aim = way ? null : aimIn(words.title)
  if (aim && lines[0]) setStop(draft, 'to', aim, lines[0], words.notes)
  setProvider(draft, lines)
}

const labelled = (draft: Draft, lines: readonly Said[]) => {
  for (const line of lines)
    for (const { field, value } of toldIn(line.words)) if (isOf(draft.kind, field)) draft.set(field, line, value)
}

const carried = new Set<Proposal['kind']>(['flight', 'train', 'bus', 'ferry'])
const isOf = (kind: Proposal['kind'], field: Field) =>
  field === 'seat' || field === 'cabin' ? carried.has(kind) : field === 'coach' ? kind === 'train' : true

/** Fills in what the words of an event say; the draft of its kind, or null where it is a meeting like most. `nights`: how many it lasts. */
export function eventDraft(words: EventWords, action: Proposal['action'], nights: number): Draft | null {
  const lines = linesOf(words)
  const said = lines.find((line) => wayIn(line.words) !== null) ?? null
  const way = said && wayIn(said.words)
  const kind = kindOfEvent(words, way, nights)
  if (!kind) return null
  const draft = new Draft(kind, action, '')
  if (carried.has(kind)) fillCarried(draft, lines, way, said, words)
  else if (kind === 'ride' && way && said) setWay(draft, way, said, words.notes)
  const title = lines[0]
  if (kind === 'car' || kind === 'ride') setFirm(draft, title)
  if (kind === 'car')
    setDeparture(
      draft,
      lines.find(({ path }) => path === 'LOCATION'),
    )
  const isNamed = /^\p{L}[^\d]*(?:,|$)/u.test(words.place)
  const house = (kind === 'stay' || kind === 'meal') && !isNamed ? houseIn(words.title) : null
  if (house && title) draft.set('place', title, house)
  labelled(draft, lines)
  return draft
}
