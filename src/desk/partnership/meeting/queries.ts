import { type ColumnType, sql } from 'kysely'
import type { Db } from '../../act.ts'
import type { Carried, Meeting, Settled } from './model.ts'

type At = ColumnType<Temporal.Instant, string, never>

/** `desk.one_to_one` of migration 0093 as Kysely sees it. */
export type OneToOneTables = {
  'desk.one_to_one': {
    desk_id: string
    id: string
    executive_id: string
    assistant_id: string
    state: Meeting['state']
    began_at: At
    ended_at: ColumnType<Temporal.Instant | null, null, string | null>
    began_number: number
    ended_number: number | null
    settled: ColumnType<Settled[], string, string>
    carried: ColumnType<Carried[], string, string>
    readers: string[]
  }
}

const meetings = (db: Db, desk: string) =>
  db
    .selectFrom('desk.one_to_one')
    .where('desk_id', '=', desk)
    .select([
      'id',
      'executive_id as executive',
      'assistant_id as assistant',
      'state',
      'began_at as beganAt',
      'ended_at as endedAt',
      'began_number as beganNumber',
      'ended_number as endedNumber',
      'settled',
      'carried',
    ])

export const meetingById = (db: Db, desk: string, id: string): Promise<Meeting | undefined> =>
  meetings(db, desk).where('id', '=', id).executeTakeFirst()

/** The one that goes on. */
export const runningWith = (db: Db, desk: string, assistant: string): Promise<Meeting | undefined> =>
  meetings(db, desk).where('assistant_id', '=', assistant).where('state', '=', 'on').executeTakeFirst()

/** Those that are over, newest first. */
export const overWith = (db: Db, desk: string, assistant: string, most: number): Promise<Meeting[]> =>
  meetings(db, desk)
    .where('assistant_id', '=', assistant)
    .where('state', '=', 'over')
    .orderBy('began_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

/** Those with somebody who has left, newest first: one that went on when they left was never ended. */
export const heldWith = (db: Db, desk: string, assistant: string, most: number): Promise<Meeting[]> =>
  meetings(db, desk)
    .where('assistant_id', '=', assistant)
    .where('state', '<>', 'off')
    .orderBy('began_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

/** With whom there was any that was not called off, of those whoever reads may read. */
export const heldWithAny = async (db: Db, desk: string): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('desk.one_to_one')
    .where('desk_id', '=', desk)
    .where('state', '<>', 'off')
    .select('assistant_id as id')
    .distinct()
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export const addMeeting = (db: Db, desk: string, one: Meeting) =>
  db
    .insertInto('desk.one_to_one')
    .values({
      desk_id: desk,
      id: one.id,
      executive_id: one.executive,
      assistant_id: one.assistant,
      state: one.state,
      began_at: one.beganAt.toString(),
      ended_at: null,
      began_number: one.beganNumber,
      ended_number: null,
      settled: JSON.stringify(one.settled),
      carried: JSON.stringify(one.carried),
      readers: [one.executive, one.assistant],
    })
    .execute()

export const saveMeeting = (db: Db, desk: string, one: Meeting) =>
  db
    .updateTable('desk.one_to_one')
    .set({
      state: one.state,
      ended_at: one.endedAt?.toString() ?? null,
      ended_number: one.endedNumber,
      settled: JSON.stringify(one.settled),
      carried: JSON.stringify(one.carried),
    })
    .where('desk_id', '=', desk)
    .where('id', '=', one.id)
    .execute()

/** The number of the last entry before an instant; 0 where there is none. */
export const numberAt = async (db: Db, desk: string, at: Temporal.Instant): Promise<number> =>
  (
    await db
      .selectFrom('desk.journal_entry')
      .where('desk_id', '=', desk)
      .where('at', '<', at.toString() as never)
      .select('number')
      .orderBy('at', 'desc')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.number ?? 0

/** Entries of some members after a number up to another, oldest first; what was taken back is left out. */
export const doneBetween = (
  db: Db,
  desk: string,
  asked: {
    readonly members: readonly string[]
    readonly after: number
    readonly to: number | null
    readonly operations?: readonly string[]
    /** Ids of entries from before. */
    readonly also?: readonly string[]
    readonly newest?: boolean
    readonly most: number
  },
) =>
  db
    .selectFrom('desk.journal_entry as e')
    .innerJoin('desk.journal_content as c', (on) =>
      on.onRef('c.desk_id', '=', 'e.desk_id').onRef('c.entry_id', '=', 'e.id'),
    )
    .innerJoin('desk.member as m', (on) => on.onRef('m.desk_id', '=', 'e.desk_id').onRef('m.id', '=', 'e.member_id'))
    .where('e.desk_id', '=', desk)
    .where((e) =>
      asked.also === undefined || asked.also.length === 0
        ? e('e.number', '>', asked.after)
        : e.or([e('e.number', '>', asked.after), e('e.id', '=', sql<string>`any(${asked.also as string[]}::uuid[])`)]),
    )
    .$if(asked.to !== null, (query) => query.where('e.number', '<=', asked.to as number))
    .where('e.member_id', '=', sql<string>`any(${asked.members as string[]}::uuid[])`)
    .$if(asked.operations !== undefined, (query) =>
      query.where('e.operation', '=', sql<string>`any(${asked.operations as string[]}::text[])`),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('desk.journal_undone as u')
            .where('u.desk_id', '=', desk)
            .whereRef('u.entry_id', '=', 'e.id')
            .select('u.entry_id'),
        ),
      ),
    )
    .select(['e.id', 'e.number', 'e.at', 'e.operation', 'e.label', 'c.content', 'm.name'])
    .orderBy('e.number', asked.newest ? 'desc' : 'asc')
    .limit(asked.most)
    .execute()
