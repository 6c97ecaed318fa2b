import { sql } from 'kysely'

/**
 * Marks a statement that many ask at the same instant and that is always answered by a key: our own server parses and
 * plans it a few times and then no more (`platform/postgres/prepared.ts`). Not for what depends on how full a table is.
 */
export const often = sql`/* often */`
