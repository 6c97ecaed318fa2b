import * as z from 'zod'
import type { Json } from '../act.ts'

/** One thing that is otherwise after an entry than before it, in words; null where there was, or is, none. */
export const difference = z.object({ what: z.string(), before: z.string().nullable(), after: z.string().nullable() })

/** An entry as a reader may know it. */
export const entryView = z.object({
  id: z.uuid(),
  number: z.int(),
  /** Zoned text in the desk's zone. */
  at: z.string(),
  by: z.object({ name: z.string(), kind: z.string() }),
  door: z.string(),
  operation: z.string(),
  /** A plain sentence; "forgotten" when its content was erased. */
  words: z.string(),
  /** The reason somebody gave; null where none was given, or it was erased. */
  why: z.string().nullable(),
  undo: z.object({ can: z.boolean(), why: z.string() }),
  undoneBy: z.uuid().nullable(),
})

/** One link of the chain as it is stored; instants as ISO text, hashes as lower-case hex. */
export type ChainedEntry = {
  readonly desk: string
  readonly number: number
  readonly id: string
  readonly at: string
  readonly member: string
  readonly door: string
  readonly operation: string
  readonly contentHash: string
  readonly previous: string
}

export type Hash = (text: string) => string

/**
 * JSON with one spelling: keys sorted by code unit at every depth, no white space (RFC 8785 §3.2.3, for the strings,
 * integers, booleans and nulls the journal holds).
 */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined)
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
      .join(',')}}`
  }
  return JSON.stringify(value)
}

/** What an entry's content is worth in the chain: salted, so that a short sentence cannot be guessed from its hash. */
export const contentHash = (salt: string, content: string, hash: Hash): string => hash(`${salt}:${content}`)

/** The hash of an entry, over all of it and the hash before it. */
export const entryHash = (entry: ChainedEntry, hash: Hash): string => hash(canonical({ ...entry }))

/** Before the first entry of a desk. */
export const beginning = (desk: string, hash: Hash): string => hash(`equerry desk ${desk}`)

/** `met` is the number of the entry whose hash was asked for (0: the beginning), null where none has it. */
type Walked = { readonly head: string; readonly entries: number; readonly met: number | null }
export type Proof =
  | (Walked & { readonly whole: true })
  | (Walked & {
      readonly whole: false
      readonly number: number
      readonly fault: 'entry' | 'order' | 'content' | 'gone' | 'head'
    })

/** The chain walked from its beginning, an entry at a time, so that a long one needs no memory. */
export class ChainWalk {
  #head: string
  #number = 0
  #fault: { number: number; fault: 'entry' | 'order' | 'content' } | null = null
  /** Entries that say nothing any more and of which nobody has said yet that they forgot them. */
  readonly #silent = new Set<number>()
  readonly #hash: Hash
  readonly #sought: string | null
  #met: number | null = null

  /** `sought` is a hash that the chain must have come by. */
  constructor(desk: string, hash: Hash, sought: string | null = null) {
    this.#hash = hash
    this.#sought = sought
    this.#head = beginning(desk, hash)
    if (this.#head === sought) this.#met = 0
  }

  /** `content` is null where it was erased; a later entry must say so. */
  step(entry: ChainedEntry, stored: string, content: { readonly salt: string; readonly content: string } | null): void {
    if (this.#fault) return
    const fault =
      entry.number !== this.#number + 1 || entry.previous !== this.#head
        ? 'order'
        : entryHash(entry, this.#hash) !== stored
          ? 'entry'
          : content && contentHash(content.salt, content.content, this.#hash) !== entry.contentHash
            ? 'content'
            : null
    if (fault) this.#fault = { number: entry.number, fault }
    if (!content) this.#silent.add(entry.number)
    else if (entry.operation === erasing) for (const number of erasedBy(content.content)) this.#silent.delete(number)
    this.#number = entry.number
    this.#head = stored
    if (stored === this.#sought) this.#met = entry.number
  }

  /** `head` is what the desk believes its last hash to be. */
  end(head: string): Proof {
    const told = { head: this.#head, entries: this.#number, met: this.#met }
    if (this.#fault) return { whole: false, ...told, ...this.#fault }
    if (this.#silent.size > 0) return { whole: false, ...told, number: Math.min(...this.#silent), fault: 'gone' }
    return this.#head === head
      ? { whole: true, ...told }
      : { whole: false, ...told, number: this.#number, fault: 'head' }
  }
}

/** The operation whose entries say what was forgotten. */
export const erasing = 'journal.erase'

/** The entries that one about forgetting says were forgotten. */
function erasedBy(content: string): readonly number[] {
  const { values } = JSON.parse(content) as { values: { numbers?: readonly number[] } }
  return values.numbers ?? []
}
