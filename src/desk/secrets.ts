import { type ColumnType, type Kysely, sql } from 'kysely'
import { type Act, type Refused, refuse } from './act.ts'
import type { Surroundings } from './perform.ts'
import type { Tables } from './tables.ts'

export type SecretTables = {
  'desk.secret': {
    desk_id: string
    item_id: string
    name: string
    key_id: number
    sealed: Buffer
    made_at: ColumnType<Temporal.Instant, string, string>
    member_id: string
  }
}

/** Closes a text so that it opens only at its place, under keys that are not in the database. */
export type Sealing = {
  readonly seal: (place: readonly string[], text: string) => { readonly key: number; readonly bytes: Buffer }
  /** Null where the key is gone, what was sealed was altered, or it belongs elsewhere. */
  readonly open: (place: readonly string[], sealed: Buffer) => string | null
}

/** Secrets of things at this desk: what the desk must be able to say again to somebody else. They are never part of an entry, an answer or a proposal. */
export type Secrets = {
  /** Keeps it in the place of the one before. */
  readonly keep: (item: string, name: string, text: string) => Promise<void>
  /** Refuses not-there where none was kept, moved-on where its key is gone and it must be entered again. */
  readonly open: (item: string, name: string) => Promise<{ readonly text: string } | Refused>
  /** Those of some things for which one is kept under this name. */
  readonly kept: (items: readonly string[], name: string) => Promise<ReadonlySet<string>>
  /** All there are of a thing. */
  readonly drop: (item: string) => Promise<void>
}

/** Where a secret belongs. */
export const placeOf = (desk: string, item: string, name: string): readonly string[] => [desk, item, name]

/** The secrets of a desk, for as long as its transaction lasts. */
export const secretsOf = ({ sealing }: Pick<Surroundings, 'sealing'>, act: SecretAct): Secrets => ({
  keep: (item, name, text) => act.asDesk(() => keep(sealing, act, item, name, text)),
  open: (item, name) => act.asDesk(() => open(sealing, act, item, name)),
  kept: (items, name) => act.asDesk(() => kept(act, items, name)),
  drop: (item) =>
    act.asDesk(async () => {
      await act.db.deleteFrom('desk.secret').where('desk_id', '=', act.desk.id).where('item_id', '=', item).execute()
    }),
})

type SecretAct = Pick<Act, 'db' | 'desk' | 'member' | 'at' | 'asDesk'>

async function keep(sealing: Sealing, { db, desk, member, at }: SecretAct, item: string, name: string, text: string) {
  const { key, bytes } = sealing.seal(placeOf(desk.id, item, name), text)
  const kept = { key_id: key, sealed: bytes, made_at: at.toString(), member_id: member.id }
  await db
    .insertInto('desk.secret')
    .values({ desk_id: desk.id, item_id: item, name, ...kept })
    .onConflict((on) => on.columns(['desk_id', 'item_id', 'name']).doUpdateSet(kept))
    .execute()
}

async function kept({ db, desk }: SecretAct, items: readonly string[], name: string): Promise<ReadonlySet<string>> {
  if (items.length === 0) return new Set()
  const rows = await db
    .selectFrom('desk.secret')
    .where('desk_id', '=', desk.id)
    .where('item_id', '=', sql<string>`any(${items as string[]}::text[])`)
    .where('name', '=', name)
    .select('item_id')
    .execute()
  return new Set(rows.map(({ item_id }) => item_id))
}

async function open(sealing: Sealing, { db, desk }: SecretAct, item: string, name: string) {
  const row = await db
    .selectFrom('desk.secret')
    .where('desk_id', '=', desk.id)
    .where('item_id', '=', item)
    .where('name', '=', name)
    .select('sealed')
    .executeTakeFirst()
  if (!row) return refuse('not-there', `No ${name} is kept for this.`, [item])
  const text = sealing.open(placeOf(desk.id, item, name), row.sealed)
  return text === null
    ? refuse('moved-on', `The ${name} was sealed under a key that is gone. Enter it again.`, [item])
    : { text }
}

/** For the owner of the database, who seals what is kept at every desk under a newer key. */
export const secretsOfAllDesks = (sealing: Sealing) => ({
  called: ['password or token of something at a desk', 'passwords or tokens of things at desks'] as const,
  anew: 'What needs them says so where it is used; enter them again there.',
  count: async (db: Kysely<Tables>): Promise<ReadonlyMap<number, number>> => {
    const rows = await db
      .selectFrom('desk.secret')
      .select(({ fn }) => ['key_id', fn.countAll<number>().as('n')])
      .groupBy('key_id')
      .execute()
    return new Map(rows.map(({ key_id, n }) => [Number(key_id), Number(n)]))
  },
  again: async (db: Kysely<Tables>, newest: number, after: readonly string[] | null, most: number) => {
    const rows = await heldUnderOthers(db, newest, after, most)
    let sealed = 0
    for (const row of rows) {
      const place = placeOf(row.desk_id, row.item_id, row.name)
      const text = sealing.open(place, row.sealed)
      if (text === null) continue
      await replace(db, row, sealing.seal(place, text))
      sealed++
    }
    const last = rows.at(-1)
    return { sealed, last: last && rows.length === most ? placeOf(last.desk_id, last.item_id, last.name) : null }
  },
})

type Where = Pick<SecretTables['desk.secret'], 'desk_id' | 'item_id' | 'name'>

function heldUnderOthers(db: Kysely<Tables>, newest: number, after: readonly string[] | null, most: number) {
  const rows = db.selectFrom('desk.secret').where('key_id', '<>', newest)
  return (after ? rows.where(sql<boolean>`(desk_id, item_id, name) > (${sql.join(after)})`) : rows)
    .select(['desk_id', 'item_id', 'name', 'sealed'])
    .orderBy('desk_id')
    .orderBy('item_id')
    .orderBy('name')
    .limit(most)
    .forUpdate()
    .execute()
}

const replace = (db: Kysely<Tables>, at: Where, { key, bytes }: ReturnType<Sealing['seal']>) =>
  db
    .updateTable('desk.secret')
    .where('desk_id', '=', at.desk_id)
    .where('item_id', '=', at.item_id)
    .where('name', '=', at.name)
    .set({ key_id: key, sealed: bytes })
    .execute()
