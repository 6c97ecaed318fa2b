import { type Act, isRefused, type Json, type Refused, refuse } from '../act.ts'
import type { Area } from '../operation.ts'
import { withdraw } from '../queue.ts'
import { type ActionsFor, operations } from '../registry.ts'
import type { journalContract } from './contract.ts'
import { ChainWalk, erasing } from './model.ts'
import { chainAfter, deskRow, entryById, forget, itemsOf, markUndone, page, type Wanted } from './queries.ts'
import { differences, doorWords, forgotten, kept, proofWords } from './words.ts'

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

export const journalActions: ActionsFor<typeof journalContract> = {
  journal: {
    list: async ({ before, limit, search, ...filter }, act) => {
      const only = wantedBy(filter, act)
      if (isRefused(only)) return only
      const wanted = search?.trim().toLowerCase() ?? ''
      const entries: ReturnType<typeof view>[] = []
      let from = before ?? null
      // Sentences are made from codes, so they are searched as they are made.
      for (let read = 0; read < mostSearched; read += stretch) {
        const rows = await page(act.db, act.desk.id, from, wanted === '' ? limit + 1 : stretch, only)
        for (const row of rows) {
          if (entries.length === limit) return { entries, more: true, next: from }
          const entry = view(row, act)
          if (wanted === '' || `${entry.words} ${entry.by.name}`.toLowerCase().includes(wanted)) entries.push(entry)
          from = row.number
        }
        if (rows.length < stretch) return { entries, more: false, next: null }
      }
      return { entries, more: true, next: from }
    },
    show: async ({ entry }, act) => {
      const [row] = await page(act.db, act.desk.id, null, 1, { entry })
      if (!row) return refuse('not-there', 'There is no such entry.')
      const content = contentOf(row)
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
      const words = act.sentence(row.operation, content.values)
      return {
        output: { words: `Undone: ${words}` },
        entry: {
          items: [entry, ...undone.entry.items],
          values: { number: row.number, words },
          undo: undone.entry.undo,
        },
      }
    },
    erase: async ({ entry, reason }, act) => {
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
          undo: { none: 'What is forgotten stays forgotten.' },
        },
      }
    },
    // What is private is hashed without being shown.
    verify: ({ expect }, act) =>
      act.asDesk(async () => {
        const sought = expect?.trim().toLowerCase() ?? null
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
              row.content === null || row.salt === null
                ? null
                : { salt: row.salt.toString('hex'), content: row.content }
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
      }),
  },
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

function view(row: Row, act: Act) {
  const content = contentOf(row)
  return {
    id: row.id,
    number: row.number,
    at: row.at.toZonedDateTimeISO(act.desk.zone).toString({ smallestUnit: 'millisecond' }),
    by: { name: row.name, kind: row.kind },
    door: doorWords(row.door),
    operation: row.operation,
    words: content ? act.sentence(row.operation, content.values) : row.label === 'private' ? kept : forgotten,
    why: content?.why ?? null,
    undo: undoOf(row, content),
    undoneBy: row.undoneBy,
  }
}

function undoOf(row: Row, content: Content | null): { can: boolean; why: string } {
  if (!content) return { can: false, why: row.label === 'private' ? '' : 'Forgotten' }
  if (row.undoneBy !== null) return { can: false, why: 'Undone already' }
  return 'none' in content.undo ? { can: false, why: content.undo.none } : { can: true, why: '' }
}
