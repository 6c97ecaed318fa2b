import { type Board, narrower, sightOf } from '../../authority/board/model.ts'
import { type DeskReader, readerWith } from '../../calendar/views/model.ts'
import { type Area, areas } from '../../operation.ts'

/** How long before they begin whoever covers may read what is handed over to them. */
const aheadHours = 7 * 24

type Span = { readonly state: string; readonly from_at: Temporal.Instant; readonly until_at: Temporal.Instant }

/** From when on whoever covers may read the note. */
export const opensAt = ({ from_at }: Pick<Span, 'from_at'>): Temporal.Instant => from_at.subtract({ hours: aheadHours })

/** What the note is to whoever covers: early, open until the end by the clock, or over, as once it was called off. */
export function openness({ state, from_at, until_at }: Span, at: Temporal.Instant): 'early' | 'open' | 'over' {
  const isOver = (state !== 'planned' && state !== 'on') || Temporal.Instant.compare(at, until_at) >= 0
  return isOver ? 'over' : Temporal.Instant.compare(at, opensAt({ from_at })) < 0 ? 'early' : 'open'
}

/** For whom a note is written out: what is theirs to know of the calendars, and in which areas they see anything. */
export type Reading = DeskReader & { readonly board: Board }

type Asker = { readonly id: string; readonly kind: string; readonly board: Board }

/**
 * What a note says to whoever asks for it: what the cover may see, who is `cover` with this board, and of that no more than
 * they may know themselves.
 */
export function readingOf(asker: Asker, cover: string, theirs: Board): Reading {
  const whole = asker.kind === 'executive' || asker.kind === 'desk' || asker.id === cover
  const board = whole ? theirs : narrower(theirs, asker.board)
  const named = !whole && asker.board.private === 'named'
  return { board, ...readerWith(board, named ? asker.id : cover) }
}

export const seesIn = ({ board }: Pick<Reading, 'board'>, area: Area): boolean =>
  board.areas[area] !== 'none' && board.areas[area] !== 'busy'

/** Whether whoever asks may know all that was written for this cover. */
export const knowsAll = (asked: Reading, theirs: Reading): boolean =>
  asked.member === theirs.member &&
  sightOf(asked.board) === sightOf(theirs.board) &&
  areas.every((area) => seesIn(asked, area) || !seesIn(theirs, area))
