import { createHash } from 'node:crypto'
import pg from 'pg'

/** Statements beyond so many, or as long as that, are planned each time: what is made by hand for one call comes once. */
const [mostNamed, longest] = [400, 8_000]
const names = new Map<string, string>()

const nameOf = (text: string): string | null => {
  const known = names.get(text)
  if (known) return known
  if (names.size >= mostNamed || text.length > longest) return null
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}

type Query = (...args: unknown[]) => unknown

/**
 * A connection on which a statement with parameters is parsed once and planned a few times, then no more: planning costs
 * more than most of them take. For a server that is reached directly; one behind a pool of its own may hand each
 * transaction another connection, which knows no such name.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads it ten times; all that is looked at here is the text and values of one of them
  override query: any = (...args: unknown[]): unknown => {
    const [text, values, ...rest] = args
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : null
    const query = pg.Client.prototype.query as Query
    return name === null ? query.apply(this, args) : query.call(this, { name, text, values }, ...rest)
  }
}
