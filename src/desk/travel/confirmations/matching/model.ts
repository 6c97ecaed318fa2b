import type { SegmentView } from '../../model.ts'
import type { Field, Proposal } from '../../reading/model.ts'
import type { MatchHow } from '../model.ts'

/** A segment as far as it matters for telling whether a confirmation is about it. */
export type Known = Pick<
  SegmentView,
  'id' | 'tripId' | 'kind' | 'title' | 'number' | 'confirmation' | 'provider' | 'status'
> & { readonly from: KnownEnd; readonly to: KnownEnd; readonly waiting: SegmentView['waiting'] }
type KnownEnd = Pick<SegmentView['from'], 'place' | 'airport' | 'local'>

export type Match = {
  readonly how: MatchHow
  /** Null where none or several would do. */
  readonly segment: Known | null
  readonly why: string
  readonly candidates: readonly Known[]
}

/** Letters and digits alone, so that "XQ 345" and "xq345" are one. */
const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const said = (proposal: Proposal, field: Field): string => plain(proposal.fields[field]?.value)

const dayOf = (local: string | null | undefined): string | null => local?.slice(0, 10) ?? null

/** Which days a segment touches, as far as is known: it may have been asked to be on another. */
const daysOf = (known: Known): readonly string[] => {
  const wanted = [known.waiting?.wanted.starts, known.waiting?.wanted.ends]
  const all = [known.from.local, known.to.local, ...wanted].flatMap((one) =>
    typeof one === 'string' ? [one.slice(0, 10)] : [],
  )
  return [...new Set(all)]
}

const isOnDay = (proposal: Proposal, known: Known): boolean => {
  const day = dayOf(proposal.fields.starts?.value)
  return day !== null && daysOf(known).includes(day)
}

const isNear = (proposal: Proposal, known: Known): boolean => {
  const day = dayOf(proposal.fields.starts?.value)
  if (day === null) return false
  const on = Temporal.PlainDate.from(day)
  return daysOf(known).some((one) => Math.abs(on.until(Temporal.PlainDate.from(one)).days) <= 3)
}

const isSamePlace = (a: string, b: string): boolean =>
  a !== '' && b !== '' && (a === b || a.includes(b) || b.includes(a))

const endIs = (proposal: Proposal, end: 'from' | 'to', { place, airport }: KnownEnd): boolean => {
  const code = proposal.fields[`${end}Airport`]?.value ?? null
  if (code !== null && airport !== null) return code === airport
  return isSamePlace(said(proposal, end), plain(place))
}

const isSameRoute = (proposal: Proposal, known: Known): boolean =>
  endIs(proposal, 'from', known.from) && endIs(proposal, 'to', known.to)

/** Two ends that are both known and differ: another leg of the same booking. */
const isOtherRoute = (proposal: Proposal, known: Known): boolean =>
  (['from', 'to'] as const).some((end) => {
    const code = proposal.fields[`${end}Airport`]?.value ?? null
    const airport = known[end].airport
    return code !== null && airport !== null && code !== airport
  })

type Way = {
  readonly how: MatchHow
  readonly why: string
  readonly fits: (proposal: Proposal, known: Known) => boolean
}

const ways: readonly Way[] = [
  {
    how: 'same booking',
    why: 'the same booking reference and the same number',
    fits: (p, k) =>
      said(p, 'confirmation') !== '' &&
      said(p, 'confirmation') === plain(k.confirmation) &&
      said(p, 'number') === plain(k.number) &&
      !isOtherRoute(p, k) &&
      (said(p, 'number') !== '' || isNear(p, k) || daysOf(k).length === 0 || p.fields.starts === undefined),
  },
  {
    how: 'same booking',
    why: 'the same booking reference and the same way',
    fits: (p, k) =>
      said(p, 'confirmation') !== '' &&
      said(p, 'confirmation') === plain(k.confirmation) &&
      isSameRoute(p, k) &&
      isNear(p, k),
  },
  {
    how: 'same service',
    why: 'the same number on the same day',
    fits: (p, k) =>
      said(p, 'number') !== '' && said(p, 'number') === plain(k.number) && isOnDay(p, k) && !hasOtherReference(p, k),
  },
  {
    how: 'same service',
    why: 'the same number within three days',
    fits: (p, k) =>
      said(p, 'number') !== '' &&
      said(p, 'number') === plain(k.number) &&
      isNear(p, k) &&
      !isOtherRoute(p, k) &&
      !hasOtherReference(p, k),
  },
  {
    how: 'same route and day',
    why: 'the same way on the same day, and no booking there yet',
    fits: (p, k) => isSameRoute(p, k) && isOnDay(p, k) && !hasOtherReference(p, k) && !hasOtherNumber(p, k),
  },
  {
    how: 'same place and days',
    why: 'the same house on the same day',
    fits: (p, k) =>
      !hasOtherReference(p, k) &&
      isOnDay(p, k) &&
      [said(p, 'place'), said(p, 'provider'), said(p, 'pickUp'), said(p, 'from')].some(
        (one) =>
          isSamePlace(one, plain(k.from.place)) ||
          isSamePlace(one, plain(k.provider)) ||
          isSamePlace(one, plain(k.title)),
      ),
  },
]

const hasOtherReference = (p: Proposal, k: Known): boolean =>
  said(p, 'confirmation') !== '' && plain(k.confirmation) !== '' && said(p, 'confirmation') !== plain(k.confirmation)

const hasOtherNumber = (p: Proposal, k: Known): boolean =>
  said(p, 'number') !== '' && plain(k.number) !== '' && said(p, 'number') !== plain(k.number)

/**
 * Which of the desk's segments a part of a confirmation is about: the first way that finds one. Where a way finds several,
 * nobody chooses but a person. What is cancelled is found only where nothing else is.
 */
export function matchFor(proposal: Proposal, segments: readonly Known[]): Match {
  const alike = segments.filter(({ kind }) => kind === proposal.kind)
  const groups = [
    alike.filter(({ status }) => status !== 'cancelled'),
    alike.filter(({ status }) => status === 'cancelled'),
  ]
  for (const group of groups)
    for (const { how, why, fits } of ways) {
      const found = group.filter((known) => fits(proposal, known))
      const [only] = found
      if (only && found.length === 1) return { how, segment: only, why, candidates: found }
      if (found.length > 1)
        return { how: 'several', segment: null, why: `${found.length} segments would do: ${why}`, candidates: found }
    }
  const near = alike.filter((known) => known.status !== 'cancelled' && isNear(proposal, known))
  return { how: 'none', segment: null, why: 'no segment of a trip is about it', candidates: near }
}
