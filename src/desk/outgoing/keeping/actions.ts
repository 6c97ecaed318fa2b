import { type Change, type Clues, cluesOf, update } from '../../../plan/leak/clues.ts'
import type { OpenText } from '../../../plan/leak/reads.ts'
import type { Act, Db } from '../../act.ts'
import { deskRow } from '../../journal/queries.ts'
import { language } from '../language.ts'
import { changedSince, openItems, openOthers, privateItems } from './queries.ts'

/** An index of a desk by its words, and the entry of its journal it was read at. */
type Kept = {
  readonly clues: Clues
  /** What there is little of, as it was read: compared each time. */
  others: ReadonlyMap<string, OpenText>
  head: number
}

/** The desks read last, the newest last; of small ones many, of large ones few. */
const kept = new Map<string, Kept>()
const mostThings = 100_000
const thingsIn = ({ clues }: Kept): number => clues.items.size + clues.open.size

/** Where a desk is looked at: an operation, or a page that somebody outside opened. `entry`: of the change that looks. */
export type Where = Pick<Act, 'reads' | 'entry'> & { readonly db: Db; readonly desk: Pick<Act['desk'], 'id'> }

function keep(desk: string, read: Kept): void {
  kept.delete(desk)
  kept.set(desk, read)
  let things = [...kept.values()].reduce((sum, one) => sum + thingsIn(one), 0)
  for (const [oldest, one] of kept) {
    if (things <= mostThings || oldest === desk) break
    kept.delete(oldest)
    things -= thingsIn(one)
  }
}

/**
 * Looks at a desk as it stands in this transaction; call as the desk. The index is read whole once, then brought up to date by
 * what changed since, read by key. What a change itself has written so far, and may yet take back, is in the index only while
 * `look` runs.
 */
export async function atDesk<T>(act: Where, look: (clues: Clues) => T): Promise<T> {
  const head = (await deskRow(act.db, act.desk.id, false))?.head_number ?? 0
  const before = kept.get(act.desk.id)
  const since = before && (await sinceThen(act, before))
  if (!before || !since) return look((await readWhole(act, head)).clues)
  // Somebody else may have brought it further while this was read.
  if (act.reads && before.head > head) return look(before.clues)
  const back = update(before.clues, since.change)
  if (act.reads) {
    before.head = head
    before.others = since.others
    return look(before.clues)
  }
  try {
    return look(before.clues)
  } finally {
    back()
  }
}

async function readWhole(act: Where, head: number): Promise<Kept> {
  const { db, desk } = act
  const items = await privateItems(db, desk.id, null)
  const [open, others] = [await openItems(db, desk.id, null), await openOthers(db, desk.id)]
  const read = { head, clues: cluesOf(items, [...open, ...others], language), others: byId(others) }
  // What a change has written may be taken back: it keeps only what was there before it.
  const own = act.reads ? null : await changedSince(db, desk.id, head, act.entry)
  if (act.reads || own?.length === 0) keep(desk.id, read)
  return read
}

const byId = (texts: readonly OpenText[]): ReadonlyMap<string, OpenText> => new Map(texts.map((one) => [one.id, one]))

/** What became of a desk since it was read; null where it is to be read anew. */
async function sinceThen(act: Where, before: Kept): Promise<{ change: Change; others: Kept['others'] } | null> {
  const { db, desk } = act
  const changed = await changedSince(db, desk.id, before.head, act.entry)
  if (changed === null) return null
  const isSame = changed.length === 0
  const items = isSame ? [] : await privateItems(db, desk.id, changed)
  const open = isSame ? [] : await openItems(db, desk.id, changed)
  const others = byId(await openOthers(db, desk.id))
  const change: Change = {
    items: withGone(changed, items),
    open: new Map([...withGone(changed, open), ...differing(before.others, others)]),
  }
  return { change, others }
}

/** By their ids, those too of which there is nothing any more. */
const withGone = <V extends { readonly id: string }>(ids: readonly string[], now: readonly V[]): Map<string, V[]> =>
  new Map([...ids.map((id): [string, V[]] => [id, []]), ...Map.groupBy(now, ({ id }) => id)])

const differing = (before: Kept['others'], now: Kept['others']): [string, OpenText[]][] => [
  ...[...before.keys()].filter((id) => !now.has(id)).map((id): [string, OpenText[]] => [id, []]),
  ...[...now]
    .filter(([id, { words, people }]) => {
      const was = before.get(id)
      return was === undefined || was.words !== words || was.people.join('\n') !== people.join('\n')
    })
    .map(([id, one]): [string, OpenText[]] => [id, [one]]),
]
