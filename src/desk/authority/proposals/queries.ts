import { type ColumnType, sql } from 'kysely'
import type { Db, FindingTold, Json } from '../../act.ts'
import type { Because } from '../board/model.ts'
import type { Outcome, State } from './model.ts'

type At = ColumnType<Temporal.Instant, string, never>

export type ProposalTables = {
  'desk.proposal': {
    desk_id: string
    id: string
    member_id: string
    operation: string
    input: ColumnType<{ [key: string]: Json }, string, never>
    outcome: ColumnType<Outcome, string, never>
    findings: ColumnType<{ gone: FindingTold[]; come: FindingTold[] }, string, never>
    because: ColumnType<Because, string, never>
    why: string
    items: string[]
    label: 'open' | 'desk' | 'private'
    state: State
    made_at: At
    made_number: number
    until: At
    decided_by: string | null
    decided_at: ColumnType<Temporal.Instant | null, null, string>
    decided_why: string | null
    done_entry: string | null
  }
  'desk.to_tell': { desk_id: string; entry_id: string }
}

type New = {
  readonly id: string
  readonly member: string
  readonly operation: string
  readonly input: unknown
  readonly outcome: Outcome
  readonly findings: { readonly gone: readonly FindingTold[]; readonly come: readonly FindingTold[] }
  readonly because: Because
  readonly why: string
  readonly items: readonly string[]
  readonly label: 'open' | 'desk' | 'private'
  readonly at: Temporal.Instant
  readonly number: number
  readonly until: Temporal.Instant
}

export const addProposal = (db: Db, desk: string, row: New) =>
  db
    .insertInto('desk.proposal')
    .values({
      desk_id: desk,
      id: row.id,
      member_id: row.member,
      operation: row.operation,
      input: JSON.stringify(row.input),
      outcome: JSON.stringify(row.outcome),
      findings: JSON.stringify(row.findings),
      because: JSON.stringify(row.because),
      why: row.why,
      items: [...row.items],
      label: row.label,
      state: 'open',
      made_at: row.at.toString(),
      made_number: row.number,
      until: row.until.toString(),
      decided_by: null,
      decided_at: null,
      decided_why: null,
      done_entry: null,
    })
    .execute()

const all = (db: Db, desk: string) =>
  db
    .selectFrom('desk.proposal as p')
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'p.desk_id').onRef('m.id', '=', 'p.member_id'))
    .leftJoin('desk.member as s', (on) => on.onRef('s.desk_id', '=', 'm.desk_id').onRef('s.id', '=', 'm.sponsor_id'))
    .leftJoin('desk.member as d', (on) => on.onRef('d.desk_id', '=', 'p.desk_id').onRef('d.id', '=', 'p.decided_by'))
    .where('p.desk_id', '=', desk)
    .selectAll('p')
    .select([
      'm.name as by_name',
      'm.kind as by_kind',
      'm.board as by_board',
      's.name as sponsor_name',
      'd.name as decided_name',
    ])

export type ProposalRow = Awaited<ReturnType<ReturnType<typeof all>['executeTakeFirstOrThrow']>>

/** What waits for a yes, what runs out first first. */
export const openProposals = (db: Db, desk: string): Promise<ProposalRow[]> =>
  all(db, desk).where('p.state', '=', 'open').orderBy('p.until').orderBy('p.id').execute()

/** What was decided, newest first. */
export const decidedProposals = (db: Db, desk: string, most: number): Promise<ProposalRow[]> =>
  all(db, desk).where('p.state', '<>', 'open').orderBy('p.made_at', 'desc').limit(most).execute()

export const proposalById = (db: Db, desk: string, id: string): Promise<ProposalRow | undefined> =>
  all(db, desk).where('p.id', '=', id).executeTakeFirst()

export const closeProposal = (
  db: Db,
  desk: string,
  id: string,
  how: { state: Exclude<State, 'open'>; by: string; at: Temporal.Instant; why: string; entry: string | null },
) =>
  db
    .updateTable('desk.proposal')
    .set({
      state: how.state,
      decided_by: how.by,
      decided_at: how.at.toString(),
      decided_why: how.why === '' ? null : how.why,
      done_entry: how.entry,
    })
    .where('desk_id', '=', desk)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()

export const explainProposal = (db: Db, desk: string, id: string, why: string) =>
  db.updateTable('desk.proposal').set({ why }).where('desk_id', '=', desk).where('id', '=', id).execute()

/** What happened to these things after an entry, oldest first: the sentences' codes and values, and who did it. */
export const sinceThen = (db: Db, desk: string, items: readonly string[], number: number, most: number) =>
  db
    .selectFrom('desk.journal_entry as e')
    .innerJoin('desk.journal_content as c', (on) =>
      on.onRef('c.desk_id', '=', 'e.desk_id').onRef('c.entry_id', '=', 'e.id'),
    )
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'e.desk_id').onRef('m.id', '=', 'e.member_id'))
    .where('e.desk_id', '=', desk)
    .where('e.number', 'in', (of) =>
      of
        .selectFrom('desk.journal_item as i')
        .where('i.desk_id', '=', desk)
        .where('i.item_id', '=', sql<string>`any(${items as string[]}::text[])`)
        .where('i.number', '>', number)
        .select('i.number'),
    )
    .where('e.operation', 'not like', 'proposal.%')
    .select(['e.operation', 'e.label', 'c.content', 'm.name'])
    .orderBy('e.number')
    .limit(most)
    .execute()

export const addToTell = (db: Db, desk: string, entry: string) =>
  db.insertInto('desk.to_tell').values({ desk_id: desk, entry_id: entry }).execute()

/** What was done on the way of “act and tell” and nobody was told of, oldest first. */
export const toTell = (db: Db, desk: string) =>
  db
    .selectFrom('desk.to_tell as t')
    .innerJoin('desk.journal_entry as e', (on) =>
      on.onRef('e.desk_id', '=', 't.desk_id').onRef('e.id', '=', 't.entry_id'),
    )
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'e.desk_id').onRef('m.id', '=', 'e.member_id'))
    .leftJoin('desk.journal_content as c', (on) =>
      on.onRef('c.desk_id', '=', 'e.desk_id').onRef('c.entry_id', '=', 'e.id'),
    )
    .leftJoin('desk.journal_undone as u', (on) =>
      on.onRef('u.desk_id', '=', 'e.desk_id').onRef('u.entry_id', '=', 'e.id'),
    )
    .where('t.desk_id', '=', desk)
    .select([
      'e.id',
      'e.number',
      'e.label',
      'e.at',
      'e.operation',
      'c.content',
      'm.id as member',
      'm.name',
      'm.kind',
      'u.by_entry_id as undoneBy',
    ])
    .orderBy('e.number')
    .limit(200)
    .execute()

/** @returns those that were still to be told. */
export const dropToTell = async (db: Db, desk: string, entries: readonly string[]): Promise<string[]> =>
  (
    await db
      .deleteFrom('desk.to_tell')
      .where('desk_id', '=', desk)
      .where('entry_id', '=', sql<string>`any(${entries as string[]}::uuid[])`)
      .returning('entry_id')
      .execute()
  ).map((row) => row.entry_id)

/** Tells of these entries again, those that are on this desk's record and not told of already. @returns how many. */
export const putToTell = async (db: Db, desk: string, entries: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ entry_id: string }>`
    insert into desk.to_tell (desk_id, entry_id)
    select e.desk_id, e.id from desk.journal_entry e
    where e.desk_id = ${desk}::uuid and e.id = any(${entries as string[]}::uuid[])
    on conflict do nothing returning entry_id`.execute(db)
  return rows.map((row) => row.entry_id)
}
