import { sql } from 'kysely'
import type { Db } from '../../../act.ts'
import type { Board } from '../../../authority/board/model.ts'
import type { BoardChange } from './model.ts'

type Row = {
  readonly member: string
  readonly at: Temporal.Instant
  readonly content: string
  readonly undoneAt: Temporal.Instant | null
}
type Said = { readonly before?: Partial<Board>; readonly after?: Partial<Board> }

/** What was changed of the boards of these members, from the record; what was forgotten is not among it. */
export async function boardChanges(db: Db, desk: string, members: readonly string[]): Promise<BoardChange[]> {
  const { rows } = await sql<Row>`
    select i.item_id as member, e.at, c.content, w.at as "undoneAt"
    from desk.journal_item i
    join desk.journal_entry e on e.desk_id = ${desk} and e.number = i.number
    join desk.journal_content c on c.desk_id = ${desk} and c.entry_id = e.id and c.content like '%"areas"%'
    left join desk.journal_undone u on u.desk_id = ${desk} and u.entry_id = e.id
    left join desk.journal_entry w on w.desk_id = ${desk} and w.id = u.by_entry_id
    where i.desk_id = ${desk} and i.item_id = any(${members as string[]}::text[])
    order by e.number`.execute(db)
  return rows.flatMap(({ content, ...row }) => {
    const { before, after } = JSON.parse(content) as Said
    return before?.areas && after?.areas ? [{ ...row, before: before.areas, after: after.areas }] : []
  })
}
