import { carrying, type SegmentState } from '../../../../plan/segment.ts'
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

const placeHeld = (said: Said, end: 'from' | 'to', wanted: string | null): Held[] => {
  if (wanted === null) return []
  const got = [said(`${end}Airport`), said(end)].filter((one) => one !== undefined)
  if (got.length === 0) return []
  const kept = got.some((one) => plain(one).includes(plain(wanted)) || plain(wanted).includes(plain(one)))
  return [
    { words: kept ? `${end} ${wanted}, as asked` : `was to go ${end} ${wanted}; it says ${got.join(', ')}`, kept },
  ]
}

const isHeld = {
  cabin: (wanted: string, got: string) => plain(got).includes(plain(wanted)),
  seat: (wanted: string, got: string) => plain(got) === plain(wanted),
  name: (wanted: string, got: string) => isSameName(wanted, got),
}

function askedHeld(said: Said, asked: NonNullable<Intended['asked']>): Held[] {
  const starts = said('starts')
  const ends = said('ends')
  const held: Held[] = [...placeHeld(said, 'from', asked.from), ...placeHeld(said, 'to', asked.to)]
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
  for (const field of ['cabin', 'seat', 'name'] as const) {
    const [wanted, got] = [asked[field] ?? null, said(field)]
    // Where a seat is nobody can tell from its number alone: only a number is held against a number.
    const isTold = field !== 'seat' || /\d/.test(wanted ?? '')
    if (wanted !== null && got !== undefined && isTold)
      held.push({
        words: `asked for ${wanted}; it says ${got}`,
        kept: isHeld[field](wanted, got),
      })
  }
  return held
}

/** The same words in any order: airlines write SURNAME/GIVEN MRS. A title is no name. */
export function isSameName(wanted: string, got: string): boolean {
  const parts = (text: string) =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .split(/[^\p{L}]+/u)
      .filter((one) => one !== '' && !titles.has(one))
      .sort()
  const [a, b] = [parts(wanted), parts(got)]
  return a.join(' ') === b.join(' ') || a.join('') === b.join('')
}
const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'prof',
  'herr',
  'frau',
  'mme',
  'm',
  'sig',
  'sra',
  'sr',
  'dhr',
  'mevr',
])

/** What was meant, held against what is said: what somebody outside was asked for last, else what was asked at first, else the segment's own times. */
export function heldAgainst(intended: Intended, proposal: Proposal): Held[] {
  const said = saidOf(proposal)
  const { wanted } = intended.waiting ?? {}
  if (wanted && (typeof wanted.starts === 'string' || typeof wanted.ends === 'string'))
    return timesHeld(proposal.kind, said, wanted.starts, wanted.ends)
  if (intended.asked) return askedHeld(said, intended.asked)
  if (said('starts') === undefined && said('ends') === undefined) return []
  return timesHeld(
    proposal.kind,
    said,
    said('starts') === undefined ? null : intended.from.local,
    said('ends') === undefined ? null : intended.to.local,
  )
}

/** How far a segment has come once a confirmation is taken. A new one, which nobody meant to be otherwise, is booked and no more. */
export function statusAfter(intended: Intended | null, proposal: Proposal): SegmentState {
  if (proposal.action === 'cancelled') return 'cancelled'
  if (proposal.action === 'requested') return 'requested'
  if (intended === null) return 'booked'
  const held = heldAgainst(intended, proposal)
  if (held.some(({ kept }) => !kept) || isMoved(intended, proposal)) return 'changed'
  if (proposal.doubts.some(({ field }) => ['starts', 'ends', 'from', 'to', 'fromAirport', 'toAirport'].includes(field)))
    return intended.status === 'confirmed' ? 'changed' : intended.status
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
