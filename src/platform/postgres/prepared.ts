import { createHash } from 'node:crypto'
import pg from 'pg'

/** What a statement carries that is planned a few times and then no more. */
const mark = '/* often */'
const mostNamed = 100
const names = new Map<string, string>()

const nameOf = (text: string): string | null => {
  const known = names.get(text)
  if (known) return known
  if (!text.includes(mark) || names.size >= mostNamed) return null
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}

type Query = (...args: unknown[]) => unknown

/**
 * A connection on which marked statements are prepared: for those, planning costs more than doing. For a server that is
 * reached directly; one behind a pool of its own may hand each transaction another connection, which knows no such name.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads it ten times; all that is looked at here is the text and values of one of them
  override query: any = (...args: unknown[]): unknown => {
    const [text, values, ...rest] = args
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : null
    const query = pg.Client.prototype.query as Query
    return name === null ? query.apply(this, args) : query.call(this, { name, text, values }, ...rest)
  }
}
