import { carrying, type SegmentState } from '../../../../plan/segment.ts'
import { isSameName } from '../../../../plan/trips/names.ts'
import type { SegmentView } from '../../model.ts'
import type { Field, Proposal } from '../../reading/model.ts'
import { localOf } from '../filling/model.ts'
import { localWords } from '../words.ts'

/** What somebody meant a segment to be, held against what a confirmation says of it. */
export type Held = { readonly words: string; readonly kept: boolean }

export type Intended = Pick<SegmentView, 'asked' | 'waiting' | 'status' | 'from' | 'to' | 'cabin'>

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
const clock = (value: string): string | null => /T(\d\d:\d\d)/.exec(value)?.[1] ?? null

type Said = (field: Field) => string | undefined
type Asked = NonNullable<Intended['asked']>

const saidOf =
  (proposal: Proposal): Said =>
  (field) =>
    proposal.fields[field]?.value

/** Whether two local times are one: a date alone agrees with any time of its day. */
export const isSameTime = (wanted: string, got: string): boolean =>
  wanted.includes('T') && got.includes('T')
    ? localOf(wanted) === localOf(got)
    : wanted.slice(0, 10) === got.slice(0, 10)

function timesHeld(kind: Proposal['kind'], said: Said, starts: unknown, ends: unknown): Held[] {
  const [begins, finishes] = carrying.has(kind) ? ['depart', 'arrive'] : ['begin', 'end']
  const pairs = [
    ['starts', starts, begins],
    ['ends', ends, finishes],
  ] as const
  return pairs.flatMap(([field, wanted, word]) => {
    const got = said(field)
    if (typeof wanted !== 'string') return []
    // Who says when a car comes seldom says when it is there.
    if (got === undefined && pairs.some(([other]) => said(other) !== undefined)) return []
    if (got === undefined)
      return [{ words: `was to ${word} ${localWords(wanted)}; nothing is said of it`, kept: false }]
    const kept = isSameTime(wanted, got)
    return [
      {
        words: kept
          ? `${word}s ${localWords(got)}, as wanted`
          : `was to ${word} ${localWords(wanted)}; it says ${localWords(got)}`,
        kept,
      },
    ]
  })
}

const isPart = (one: string, other: string): boolean =>
  plain(one).includes(plain(other)) || plain(other).includes(plain(one))

/** Codes are held against codes and names against names: that London is LCY nobody has said. */
const placeHeld = (said: Said, end: 'from' | 'to', wanted: string | null): Held[] => {
  if (wanted === null) return []
  const got = said(/^[A-Z]{3}$/.test(wanted.trim()) ? `${end}Airport` : end)
  if (got === undefined) return []
  const kept = isPart(got, wanted)
  return [{ words: kept ? `${end} ${wanted}, as asked` : `was to go ${end} ${wanted}; it says ${got}`, kept }]
}

/** Another place than the desk has, where nobody asked for one in particular. The same place by itself confirms nothing. */
const elsewhere = (said: Said, end: 'from' | 'to', { asked, ...intended }: Intended): Held[] => {
  const { airport, place, address } = intended[end]
  const [code, name] = [said(`${end}Airport`), said(end)]
  const isNamed = code === undefined && airport === null && name !== undefined && place !== null
  const isOther =
    code !== undefined && airport !== null ? code !== airport : isNamed && !isAnyOf(name, [place, address])
  if (!isOther || (asked?.[end] ?? null) !== null) return []
  return [{ words: `was to go ${end} ${airport ?? place}; it says ${code ?? name}`, kept: false }]
}
const isAnyOf = (name: string, known: readonly (string | null)[]): boolean =>
  known.some((one) => one !== null && isPart(one, name))

const isHeld = {
  cabin: (wanted: string, got: string) => plain(got).includes(plain(wanted)),
  seat: (wanted: string, got: string) => plain(got) === plain(wanted),
  name: (wanted: string, got: string) => isSameName(wanted, got),
}

function whenHeld(said: Said, asked: Asked): Held[] {
  const [starts, ends] = [said('starts'), said('ends')]
  const held: Held[] = []
  if (asked.on !== null && starts !== undefined) {
    const kept = starts.slice(0, 10) === asked.on
    held.push({
      words: kept
        ? `on ${localWords(asked.on)}, as asked`
        : `was asked for ${localWords(asked.on)}; it says ${localWords(starts)}`,
      kept,
    })
  }
  const after = starts === undefined ? null : clock(starts)
  if (asked.departAfter !== null && after !== null)
    held.push({ words: `not before ${asked.departAfter}; it says ${after}`, kept: after >= asked.departAfter })
  const by = ends === undefined ? null : clock(ends)
  if (asked.arriveBy !== null && by !== null)
    held.push({ words: `there by ${asked.arriveBy}; it says ${by}`, kept: by <= asked.arriveBy })
  return held
}

const fieldsHeld = (said: Said, asked: Asked): Held[] =>
  (['cabin', 'seat', 'name'] as const).flatMap((field) => {
    const [wanted, got] = [asked[field] ?? null, said(field)]
    // Where a seat is nobody can tell from its number alone: only a number is held against a number.
    const isTold = field !== 'seat' || /\d/.test(wanted ?? '')
    if (wanted === null || got === undefined || !isTold) return []
    return [{ words: `asked for ${wanted}; it says ${got}`, kept: isHeld[field](wanted, got) }]
  })

/** What was asked in words alone, which no reader holds against anything: whoever asked says whether it is so. */
function inWords({ waiting, asked }: Intended): string | null {
  const { words, off } = waiting?.wanted ?? {}
  if (off === true) return null
  return typeof words === 'string' && words !== '' && words !== asked?.words ? words : null
}

const ownTimes = (kind: Proposal['kind'], said: Said, { from, to }: Intended): Held[] => {
  const [starts, ends] = [said('starts'), said('ends')]
  if (starts === undefined && ends === undefined) return []
  return timesHeld(kind, said, starts === undefined ? null : from.local, ends === undefined ? null : to.local)
}

const stillOn = { words: 'was to be called off; it says that it is on', kept: false }

function meant(intended: Intended, { kind }: Proposal, said: Said): Held[] {
  const { asked, waiting } = intended
  if (waiting?.wanted.off === true) return [stillOn]
  const { starts, ends } = waiting?.wanted ?? {}
  const isTimed = typeof starts === 'string' || typeof ends === 'string'
  const times = isTimed
    ? timesHeld(kind, said, starts, ends)
    : asked
      ? whenHeld(said, asked)
      : ownTimes(kind, said, intended)
  const places = asked ? (['from', 'to'] as const).flatMap((end) => placeHeld(said, end, asked[end])) : []
  return [...places, ...times, ...(asked ? fieldsHeld(said, asked) : [])]
}

const isElsewhere = (intended: Intended, { kind }: Proposal, said: Said): Held[] =>
  carrying.has(kind) ? (['from', 'to'] as const).flatMap((end) => elsewhere(said, end, intended)) : []

/**
 * What was meant, held against what is said: what somebody outside was asked for last, what was asked at first, else the
 * segment's own times and places.
 */
export function heldAgainst(intended: Intended, proposal: Proposal): Held[] {
  const said = saidOf(proposal)
  const words = inWords(intended)
  if (words === null) return [...meant(intended, proposal, said), ...isElsewhere(intended, proposal, said)]
  const untold = { words: `“${words.slice(0, 120)}” was asked: say yourself whether it is so`, kept: false }
  return [...meant(intended, proposal, said), untold]
}

/**
 * How far a segment has come once a confirmation is taken. A new one, which nobody meant to be otherwise, is booked and no more;
 * so is one of which something was asked in words.
 */
export function statusAfter(intended: Intended | null, proposal: Proposal): SegmentState {
  if (proposal.action === 'cancelled') return 'cancelled'
  if (proposal.action === 'requested') return 'requested'
  if (intended === null) return 'booked'
  const isInWords = inWords(intended) !== null
  const held = isInWords ? meant(intended, proposal, saidOf(proposal)) : heldAgainst(intended, proposal)
  if (held.some(({ kept }) => !kept) || isMoved(intended, proposal)) return 'changed'
  if (proposal.doubts.some(({ field }) => ['starts', 'ends', 'from', 'to', 'fromAirport', 'toAirport'].includes(field)))
    return intended.status === 'confirmed' ? 'changed' : intended.status
  if (isInWords) return 'booked'
  return held.length === 0 ? (intended.status === 'confirmed' ? 'confirmed' : 'booked') : 'confirmed'
}

/** What somebody outside held already has other times, and nobody here asked for them. */
function isMoved({ waiting, status, from, to }: Intended, { fields }: Proposal): boolean {
  if (waiting !== null || status === 'intended' || status === 'requested') return false
  const [starts, ends] = [fields.starts?.value, fields.ends?.value]
  const isOther = (had: string | null, got: string | undefined) =>
    had !== null && got !== undefined && !isSameTime(had, got)
  return isOther(from.local, starts) || isOther(to.local, ends)
}
