import { createHash } from 'node:crypto'
import pg from 'pg'

/** A statement that was asked this many times will be asked again; one made of a list of this length perhaps never. */
const asked = 5
/** Each takes some tens of kilobytes on every connection that has met it. */
const mostNamed = 400
/** Texts that are counted; then counting begins anew. */
const mostCounted = 5000
const names = new Map<string, string>()
const counts = new Map<string, number>()

const nameOf = (text: string): string | null => {
  const known = names.get(text)
  if (known) return known
  if (names.size >= mostNamed) return null
  const times = (counts.get(text) ?? 0) + 1
  if (counts.size >= mostCounted) counts.clear()
  counts.set(text, times)
  if (times < asked) return null
  counts.delete(text)
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}

type Query = (...args: unknown[]) => unknown

/**
 * A connection that prepares statements with values once they have been asked a few times: with row policies on every
 * table, planning costs more than doing. For a server that is reached directly; one behind a pool of its own may hand each
 * transaction another connection, which knows no such name.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads it ten times; all that is looked at here is the text and values of one of them
  override query: any = (...args: unknown[]): unknown => {
    const [text, values, ...rest] = args
    const isNamed = typeof text === 'string' && Array.isArray(values) && values.length > 0
    const name = isNamed ? nameOf(text) : null
    const query = pg.Client.prototype.query as Query
    return name === null ? query.apply(this, args) : query.call(this, { name, text, values }, ...rest)
  }
}
