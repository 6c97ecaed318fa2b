import { sql } from 'kysely'
import type { Instant } from '../../../plan/time.ts'
import type { Db } from '../../act.ts'

export type Met = {
  readonly address: string
  readonly eventId: string
  readonly recurrenceId: string
  readonly at: Temporal.Instant
}

const mostMeetings = 20

/**
 * Meetings before an instant that had each of these addresses among their people, the newest first, a few each: of those
 * whose words whoever reads may read.
 */
export const metBefore = async (
  db: Db,
  desk: string,
  addresses: readonly string[],
  before: Instant,
): Promise<readonly Met[]> => {
  const until = Temporal.Instant.fromEpochMilliseconds(before).toString()
  const { rows } = await sql<Met>`
    select w.address, m.event_id as "eventId", m.recurrence_id as "recurrenceId", m.starts_at as "at"
    from unnest(${addresses as string[]}::text[]) w(address)
    cross join lateral (
      select o.event_id, o.recurrence_id, o.starts_at
      from desk.event e
      join desk.event_detail d on d.desk_id = ${desk} and d.event_id = e.id and d.version = e.version
      join desk.occurrence o on o.desk_id = ${desk} and o.event_id = e.id
      where e.desk_id = ${desk} and e.known_to is null
        and d.words @> jsonb_build_array(jsonb_build_object('people', jsonb_build_array(jsonb_build_object('address', w.address))))
        and o.ends_at <= ${until}::timestamptz
      order by o.starts_at desc limit ${mostMeetings}
    ) m
    order by m.starts_at desc`.execute(db)
  return rows
}

type Through = { readonly address: string; readonly name: string; readonly through: string | null }

/** Who answered for somebody the last time they were offered times. */
export const assistantsOf = async (db: Db, desk: string, addresses: readonly string[]): Promise<readonly Through[]> => {
  const { rows } = await sql<Through>`
    select lower(g.terms -> 'to' ->> 'address') as address, g.terms -> 'through' ->> 'name' as name,
      g.terms -> 'through' ->> 'address' as through
    from desk.hold_group g
    where g.desk_id = ${desk} and g.known_to is null and g.terms -> 'through' ->> 'name' is not null
      and lower(g.terms -> 'to' ->> 'address') = any(${addresses as string[]}::text[])
    order by g.known_from desc`.execute(db)
  return rows
}
