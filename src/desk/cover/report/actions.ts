import type { Act, Json } from '../../act.ts'
import { decidedProposals, openProposals, type ProposalRow } from '../../authority/proposals/queries.ts'
import { stateWords, wishOf } from '../../authority/proposals/words.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import { lookedThrough, mayTell } from '../../journal/actions.ts'
import { between } from '../../journal/queries.ts'
import { elsewhere } from '../../journal/words.ts'
import { type NoteLine, puttingOff, type Report } from '../model.ts'
import type { CoverRow } from '../queries.ts'

const mostEntries = 500
const mostProposals = 100

type Row = Awaited<ReturnType<typeof between>>[number]

/**
 * What was done in somebody's name while they were away, by whoever covered and by agents, as whoever reads may know it;
 * what was refused, what was put off, and what waits.
 */
export async function reportOf(act: Act, row: CoverRow): Promise<Omit<Report, 'cover'>> {
  const reader = readerOf(act)
  const from = row.began_number ?? 0
  const entries = await between(act.db, act.desk.id, from, row.ended_number, mostEntries)
  const theirs = entries.filter(
    (entry) => (entry.member === row.cover_id || entry.kind === 'agent') && maySee(entry.label, reader),
  )
  const told = theirs.filter(({ operation }) => !operation.startsWith('proposal.') && !operation.startsWith('cover.'))
  const yes = theirs.filter(({ operation }) => operation === 'proposal.yes')
  await lookedThrough(act, [...told, ...yes])
  const isPutOff = ({ operation }: Row) => puttingOff.includes(operation)
  const notGiven = (await decidedProposals(act.db, act.desk.id, mostProposals))
    .filter((one) => one.state !== 'done' && maySee(one.label, reader))
    .filter((one) => one.made_number > from && (row.ended_number === null || one.made_number <= row.ended_number))
  const waiting = (await openProposals(act.db, act.desk.id)).filter(({ label }) => maySee(label, reader))
  act.looked([...notGiven, ...waiting].flatMap(({ items, label }) => items.map((id) => ({ id, label }))))
  return {
    done: [...told, ...yes].filter((entry) => !isPutOff(entry)).map((entry) => line(act, entry)),
    putOff: told.filter(isPutOff).map((entry) => line(act, entry)),
    notGiven: notGiven.map((one) => proposal(act, one)),
    waiting: waiting.map((one) => proposal(act, one)),
  }
}

function line(act: Act, entry: Row): Report['done'][number] {
  const content = entry.content === null ? null : (JSON.parse(entry.content) as Content)
  return {
    entry: entry.id,
    at: entry.at.toZonedDateTimeISO(act.desk.zone).toString({ smallestUnit: 'second' }),
    by: { name: entry.name, kind: entry.kind },
    words: content ? told(act, entry, content) : 'What this entry said was forgotten.',
    why: content?.why ?? null,
    undo: content !== null && entry.undoneBy === null && 'operation' in content.undo,
    undone: entry.undoneBy !== null,
  }
}

const told = (act: Act, { operation }: Row, { values }: Content): string =>
  mayTell(act, operation, values) ? act.sentence(operation, values) : elsewhere

type Content = { readonly values: { [key: string]: Json }; readonly why?: string; readonly undo: object }

const proposal = (act: Act, one: ProposalRow): NoteLine => ({
  words: `${one.by_name}: ${wishOf(act.sentence(one.operation, one.outcome.values))}`,
  detail: stateWords(one.state, one.decided_name, one.decided_why),
  item: one.id,
})
