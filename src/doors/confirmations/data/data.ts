import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { limits } from '../limits.ts'
import type { Page } from '../page/page.ts'
import { lenient } from './lenient.ts'
import { segmentsOf } from './reservation.ts'
import { indexOf, Thing, things, typeOf } from './thing.ts'

type Found = { readonly proposals: readonly Proposal[]; readonly key: string; readonly modified: string }

const inherited = [
  'reservationNumber',
  'reservationId',
  'underName',
  'reservationStatus',
  'provider',
  'modifiedTime',
] as const

/** Every reservation in some data, once: of those a package holds, with what the package says of all of them. */
function reservations(root: unknown, path: string, seen: string): Found[] {
  const index = indexOf(root)
  const parents = new Map<unknown, Record<string, unknown>>()
  const found: Found[] = []
  for (const { path: at, value } of things({ path, value: root })) {
    if (!/Reservation/.test(typeOf(value))) continue
    const inherit = parents.get(value) ?? {}
    const whole = { ...inherit, ...value }
    const passed = Object.fromEntries(
      inherited.filter((name) => whole[name] !== undefined).map((name) => [name, whole[name]]),
    )
    const inner = value.subReservation
    for (const each of Array.isArray(inner) ? inner : [inner]) if (each) parents.set(each, passed)
    const thing = new Thing(at, whole, index)
    const proposals = segmentsOf(thing, seen)
    const first = proposals[0]?.fields
    const key = [first?.confirmation, first?.number, first?.place].map((each) => each?.value ?? '').join('|')
    if (proposals.length > 0) found.push({ proposals, key, modified: thing.words('modifiedTime')?.words ?? '' })
  }
  return found
}

/** Of a reservation that is told several times, each with when it was changed, the last. */
const newest = (found: readonly Found[]): Found[] =>
  found.filter(
    (each) => !found.some((other) => other.key === each.key && each.modified !== '' && other.modified > each.modified),
  )

/** What a page's linked data and microdata say, by schema.org's reservations. */
export function dataOf({ scripts, items, text }: Page): Proposal[] {
  const roots = [
    ...scripts.map((script, at) => ({ path: scripts.length > 1 ? `script[${at}]` : '', value: lenient(script) })),
    ...items.map((value, at) => ({ path: `microdata[${at}]`, value })),
  ]
  const found = newest(roots.flatMap(({ path, value }) => reservations(value, path, text)))
  return found.flatMap(({ proposals }) => proposals).slice(0, limits.proposals)
}
