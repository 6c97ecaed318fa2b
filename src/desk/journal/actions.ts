import { type Act, isRefused, type Json, type Refused, refuse } from '../act.ts'
import type { Area } from '../operation.ts'
import { withdraw } from '../queue.ts'
import { type ActionsFor, final, operations } from '../registry.ts'
import type { journalContract } from './contract.ts'
import { ChainWalk, erasing } from './model.ts'
import {
  chainAfter,
  deskRow,
  entryById,
  forget,
  itemsOf,
  itemsOfAll,
  markUndone,
  page,
  type Wanted,
} from './queries.ts'
import { differences, doorWords, elsewhere, forgotten, hashFrom, kept, proofWords } from './words.ts'

type Content = {
  values: { [key: string]: Json }
  why?: string
  before?: Json
  after?: Json
  undo: { operation: string; input: { [key: string]: Json } } | { none: string }
}
type Row = Awaited<ReturnType<typeof page>>[number]

/** How much of the record is read at a time, and for one answer to a search. */
const [stretch, mostSearched] = [500, 10_000]

const contentOf = (row: { content: string | null }): Content | null =>
  row.content === null ? null : (JSON.parse(row.content) as Content)

/**
 * Whether a member may read what an entry says: no more than they see in the area it belongs to. What repeats the words of
 * another operation, an undo or a proposal, keeps its name as `operation` and belongs where that does.
 */
export function mayTell({ member }: Pick<Act, 'member'>, operation: string, values: Content['values']): boolean {
  if (member.kind === 'executive' || member.kind === 'desk') return true
  const named = typeof values.operation === 'string' ? values.operation : operation
  const level = member.board.areas[operations.get(named)?.area ?? 'desk']
  return level !== 'none' && level !== 'busy'
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whoever is told what private entries say has looked at what they are about. */
export async function lookedThrough(
  act: Act,
  told: readonly { readonly number: number; readonly label: 'open' | 'desk' | 'private' }[],
): Promise<void> {
  const numbers = told.filter(({ label }) => label === 'private').map(({ number }) => number)
  if (numbers.length === 0) return
  const items = (await itemsOfAll(act.db, act.desk.id, numbers)).filter((id) => uuid.test(id))
  act.looked(items.map((id) => ({ id, label: 'private' })))
}

/** Those of some entries whose words this member is told. */
const toldOf = (act: Act, rows: readonly Row[]): Row[] =>
  rows.filter((row) => {
    const said = contentOf(row)
    return said !== null && mayTell(act, row.operation, said.values)
  })

export const journalActions: ActionsFor<typeof journalContract> = {
  journal: {
    list: async ({ before, limit, search, ...filter }, act) => {
      const only = wantedBy(filter, act)
      if (isRefused(only)) return only
      const { rows, ...rest } = await found(act, only, { before: before ?? null, limit, search: search ?? '' })
      await lookedThrough(act, toldOf(act, rows))
      return { entries: rows.map((row) => view(row, act)), ...rest }
    },
    show: async ({ entry }, act) => {
      const [row] = await page(act.db, act.desk.id, null, 1, { entry })
      if (!row) return refuse('not-there', 'There is no such entry.')
      const said = contentOf(row)
      const content = said && mayTell(act, row.operation, said.values) ? said : null
      await lookedThrough(act, toldOf(act, [row]))
      return {
        entry: view(row, act),
        changes: content ? differences(content.before ?? null, content.after ?? null) : [],
        items: content ? await itemsOf(act.db, act.desk.id, row.number) : [],
      }
    },
    undo: async ({ entry }, act) => {
      const row = await entryById(act.db, act.desk.id, entry)
      const content = row && contentOf(row)
      if (!row) return refuse('not-there', 'There is no such entry.')
      if (!content)
        return refuse('not-there', 'What this entry says was forgotten, so it cannot be taken back.', [entry])
      if (row.undoneBy !== null) return refuse('moved-on', 'This was undone already.', [row.undoneBy])
      if ('none' in content.undo) return refuse('not-yours', content.undo.none, [entry])
      if (!(await withdraw(act.db, act.desk.id, entry)))
        return refuse('moved-on', 'What this sent has gone out, and cannot be called back.', [entry])
      const undone = await act.run(content.undo.operation, content.undo.input)
      if (isRefused(undone)) return undone
      await markUndone(act.db, act.desk.id, entry, act.entry)
      const words = mayTell(act, row.operation, content.values)
        ? act.sentence(row.operation, content.values)
        : elsewhere
      return {
        output: { words: `Undone: ${words}` },
        entry: {
          items: [entry, ...undone.entry.items],
          values: { number: row.number, words, operation: content.values.operation ?? row.operation },
          undo: undone.entry.undo,
        },
      }
    },
    erase: async ({ entry, reason }, act) => {
      if (act.member.kind === 'agent' || act.member.kind === 'cover')
        return refuse('not-yours', 'Whoever works at this desk for good says what is forgotten.', [entry])
      const row = await entryById(act.db, act.desk.id, entry)
      if (!row) return refuse('not-there', 'There is no such entry.')
      if (row.operation === erasing)
        return refuse('not-yours', 'That something was forgotten, by whom and why, stays on the record.', [entry])
      const forgotten = await forgetAll(act, row)
      if (forgotten.length === 0) return refuse('moved-on', 'What this entry says was forgotten already.', [entry])
      return {
        output: {},
        entry: {
          items: forgotten.map(({ id }) => id),
          values: { numbers: forgotten.map(({ number }) => number) },
          why: reason,
          undo: final('journal.erase'),
        },
      }
    },
    // What is private is hashed without being shown.
    verify: async ({ expect }, act) => {
      const sought = expect === undefined ? null : hashFrom(expect)
      if (sought === undefined)
        return refuse('bad-input', 'A hash is 64 digits and letters from a to f, with or without gaps.', [], 'expect')
      return act.asDesk(() => proved(act, sought))
    },
  },
}

/** A page of the record. Sentences are made from codes, so they are searched as they are made. */
async function found(
  act: Act,
  only: Wanted,
  asked: { readonly before: number | null; readonly limit: number; readonly search: string },
): Promise<{ rows: Row[]; more: boolean; next: number | null }> {
  const wanted = asked.search.trim().toLowerCase()
  const rows: Row[] = []
  let from = asked.before
  for (let read = 0; read < mostSearched; read += stretch) {
    const some = await page(act.db, act.desk.id, from, wanted === '' ? asked.limit + 1 : stretch, only)
    for (const row of some) {
      if (rows.length === asked.limit) return { rows, more: true, next: from }
      const entry = view(row, act)
      if (wanted === '' || `${entry.words} ${entry.by.name}`.toLowerCase().includes(wanted)) rows.push(row)
      from = row.number
    }
    if (some.length < stretch) return { rows, more: false, next: null }
  }
  return { rows, more: true, next: from }
}

/** The chain walked anew, and whether it came by a hash that was kept. */
async function proved(act: Act, sought: string | null) {
  const walk = new ChainWalk(act.desk.id, act.hash, sought)
  for (let after = 0; ; ) {
    const rows = await chainAfter(act.db, act.desk.id, after, 1000)
    for (const row of rows) {
      const entry = {
        desk: act.desk.id,
        number: row.number,
        id: row.id,
        at: row.at.toString({ smallestUnit: 'millisecond' }),
        member: row.member_id,
        door: row.door,
        operation: row.operation,
        contentHash: row.content_hash.toString('hex'),
        previous: row.previous.toString('hex'),
      }
      const content =
        row.content === null || row.salt === null ? null : { salt: row.salt.toString('hex'), content: row.content }
      walk.step(entry, row.hash.toString('hex'), content)
      after = row.number
    }
    if (rows.length < 1000) break
  }
  const desk = await deskRow(act.db, act.desk.id, false)
  const proof = walk.end(desk?.head_hash.toString('hex') ?? '')
  return {
    whole: proof.whole && (sought === null || proof.met !== null),
    entries: proof.entries,
    head: proof.head,
    words: proofWords(proof, sought !== null),
  }
}

type Filter = { member?: string; area?: Area; item?: string; from?: string; to?: string }

/** Days are the desk's own, whole. */
function wantedBy(
  { member, area, item, from, to }: { [K in keyof Filter]: Filter[K] | undefined },
  act: Act,
): Wanted | Refused {
  if (from !== undefined && to !== undefined && from > to)
    return refuse('bad-input', 'The last day is before the first.', [], 'to')
  const day = (text: string, after: number) =>
    Temporal.PlainDate.from(text).add({ days: after }).toZonedDateTime(act.desk.zone).toInstant()
  return {
    member,
    item,
    operations: area && operationsOf(area),
    from: from === undefined ? undefined : day(from, 0),
    until: to === undefined ? undefined : day(to, 1),
  }
}

/** What the record keeps beside operations, who came and what was proposed, is about the desk. */
const operationsOf = (area: Area) => {
  const names = [...operations.values()]
    .filter((one) => (one.area === area) !== (area === 'desk'))
    .map(({ name }) => name)
  return { names, not: area === 'desk' }
}

/** An undo repeats the words of what it took back, so they are forgotten together. */
async function forgetAll(act: Act, first: { id: string; number: number; undoneBy: string | null }) {
  const forgotten: { id: string; number: number }[] = []
  for (let row: typeof first | undefined = first; row; ) {
    if (await forget(act.db, act.desk.id, row.id)) forgotten.push({ id: row.id, number: row.number })
    row = row.undoneBy === null ? undefined : await entryById(act.db, act.desk.id, row.undoneBy)
  }
  return forgotten
}

/** Entries by id as a reader may know them, newest first. */
export const entriesSeen = async (act: Act, ids: readonly string[]) => {
  if (ids.length === 0) return []
  const rows = await page(act.db, act.desk.id, null, ids.length, { entries: ids })
  await lookedThrough(act, toldOf(act, rows))
  return rows.map((row) => view(row, act))
}

function view(row: Row, act: Act) {
  const said = contentOf(row)
  const isTold = said === null || mayTell(act, row.operation, said.values)
  const content = isTold ? said : null
  return {
    id: row.id,
    number: row.number,
    at: row.at.toZonedDateTimeISO(act.desk.zone).toString({ smallestUnit: 'millisecond' }),
    by: { name: row.name, kind: row.kind },
    door: doorWords(row.door),
    operation: row.operation,
    words: content ? act.sentence(row.operation, content.values) : isTold ? silence(row) : elsewhere,
    why: content?.why ?? null,
    undo: isTold ? undoOf(row, content) : { can: false, why: '' },
    undoneBy: row.undoneBy,
  }
}

const silence = (row: Row): string => (row.label === 'private' ? kept : forgotten)

function undoOf(row: Row, content: Content | null): { can: boolean; why: string } {
  if (!content) return { can: false, why: row.label === 'private' ? '' : 'Forgotten' }
  if (row.undoneBy !== null) return { can: false, why: 'Undone already' }
  return 'none' in content.undo ? { can: false, why: content.undo.none } : { can: true, why: '' }
}
