import type { Board } from '../../../authority/board/model.ts'
import type { Area } from '../../../operation.ts'

type Areas = Board['areas']

/** What an entry changed of a board, and when that was undone again. */
export type BoardChange = {
  readonly member: string
  readonly at: Temporal.Instant
  readonly before: Areas
  readonly after: Areas
  readonly undoneAt: Temporal.Instant | null
}

/** Somebody who assists, or did: since when, until when, and what they may do today. */
export type Helper = {
  readonly id: string
  readonly areas: Areas
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant | null
}

/** An area that somebody who assists could act in alone: milliseconds, the end not included; null: to this day. */
export type Handed = { readonly area: Area; readonly from: number; readonly to: number | null }

type Step = { readonly at: number; readonly set: (areas: Areas) => Areas }

const steps = ({ at, before, after, undoneAt }: BoardChange): Step[] => [
  { at: at.epochMilliseconds, set: () => after },
  ...(undoneAt === null ? [] : [{ at: undoneAt.epochMilliseconds, set: taking(before, after) }]),
]

/** An undo gives back what the change had changed, and nothing that was changed since. */
const taking =
  (before: Areas, after: Areas) =>
  (areas: Areas): Areas => {
    const changed = Object.entries(before).filter(([area, level]) => after[area as Area] !== level)
    return { ...areas, ...Object.fromEntries(changed) }
  }

const isAlone = (level: Areas[Area]): boolean => level === 'act' || level === 'tell'

/** When each of these areas was in the hands of one who assists, from the changes of their board. */
function handedTo(helper: Helper, changes: readonly BoardChange[], areas: readonly Area[]): Handed[] {
  const mine = changes.filter(({ member }) => member === helper.id)
  const first = mine.reduce<BoardChange | null>(
    (a, b) => (a && Temporal.Instant.compare(a.at, b.at) <= 0 ? a : b),
    null,
  )
  const end = helper.to?.epochMilliseconds ?? null
  let board = first?.before ?? helper.areas
  const found: Handed[] = []
  let from = helper.from.epochMilliseconds
  const close = (to: number | null) => {
    if (to !== null && to <= from) return
    for (const area of areas) if (isAlone(board[area])) found.push({ area, from, to })
  }
  for (const { at, set } of mine.flatMap(steps).sort((a, b) => a.at - b.at)) {
    if (end !== null && at >= end) break
    close(at)
    board = set(board)
    from = Math.max(from, at)
  }
  close(end)
  return found
}

/** Spans of one area that touch or overlap, as one. */
function joined(spans: readonly Handed[]): Handed[] {
  const found: Handed[] = []
  for (const one of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && (last.to === null || last.to >= one.from)) {
      const to = last.to === null || one.to === null ? null : Math.max(last.to, one.to)
      found[found.length - 1] = { ...last, to }
    } else found.push(one)
  }
  return found
}

/** When each of these areas was in the hands of whoever assisted then, by the board as it was. */
export const handedOver = (
  helpers: readonly Helper[],
  changes: readonly BoardChange[],
  areas: readonly Area[],
): Handed[] => {
  const all = helpers.flatMap((helper) => handedTo(helper, changes, areas))
  return areas.flatMap((area) => joined(all.filter((one) => one.area === area)))
}
