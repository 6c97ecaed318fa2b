import type { Json } from '../act.ts'

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

export type Proof =
  | { readonly whole: true; readonly head: string; readonly entries: number }
  | {
      readonly whole: false
      readonly head: string
      readonly entries: number
      readonly number: number
      readonly fault: 'entry' | 'order' | 'content' | 'head'
    }

/** The chain walked from its beginning, an entry at a time, so that a long one needs no memory. */
export class ChainWalk {
  #head: string
  #number = 0
  #fault: { number: number; fault: 'entry' | 'order' | 'content' } | null = null
  readonly #hash: Hash

  constructor(desk: string, hash: Hash) {
    this.#hash = hash
    this.#head = beginning(desk, hash)
  }

  /** `content` is null where it was erased. */
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
    this.#number = entry.number
    this.#head = stored
  }

  /** `head` is what the desk believes its last hash to be. */
  end(head: string): Proof {
    const told = { head: this.#head, entries: this.#number }
    if (this.#fault) return { whole: false, ...told, ...this.#fault }
    return this.#head === head
      ? { whole: true, ...told }
      : { whole: false, ...told, number: this.#number, fault: 'head' }
  }
}
