import { type KyselyPlugin, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** How long a read is waited for in milliseconds, and the word that nobody waits any more. */
export type Patience = { readonly ms: number; readonly signal: AbortSignal }

/**
 * A transaction that does not outlive whoever waits for it: the database ends any statement that takes longer than they
 * wait, and once they have gone no further one begins.
 * @throws at whatever it reads next once nobody waits.
 */
export async function whileWaited(db: Transaction<Tables>, { ms, signal }: Patience): Promise<Transaction<Tables>> {
  signal.throwIfAborted()
  await sql`select set_config('statement_timeout', ${String(Math.max(1, Math.ceil(ms)))}, true)`.execute(db)
  const untilGone: KyselyPlugin = {
    transformQuery: ({ node }) => {
      signal.throwIfAborted()
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return db.withPlugin(untilGone)
}
