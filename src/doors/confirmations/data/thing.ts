import { limits } from '../limits.ts'
import type { Data } from '../page/microdata.ts'

/** A value of linked data and where it stands: `[0].reservationFor.flightNumber`. */
export type Said = { readonly path: string; readonly value: unknown }
/** Words that a value says, and where. */
export type Words = { readonly path: string; readonly words: string }

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Its type without the address of the vocabulary; several types are parted by a space. */
export function typeOf(value: unknown): string {
  if (!isData(value)) return ''
  const types = value['@type'] ?? value.type
  return (Array.isArray(types) ? types : [types])
    .filter((each) => typeof each === 'string')
    .map((each) => each.replace(/^.*[/#:]/, ''))
    .join(' ')
}

/** Things that are told elsewhere by their `@id`, told here. */
export type Index = ReadonlyMap<string, Data>

/** Everything within some data, outermost first, never deeper or more than the limits. */
export function* things(root: Said): Generator<Said & { readonly value: Data }> {
  const open: (Said & { readonly depth: number })[] = [{ ...root, depth: 0 }]
  for (let count = 0; open.length > 0 && count < limits.things; count++) {
    const { path, value, depth } = open.pop() as Said & { depth: number }
    if (depth > 40) continue
    if (isData(value)) yield { path, value }
    const inner: (Said & { depth: number })[] = Array.isArray(value)
      ? value.map((each, at) => ({ path: `${path}[${at}]`, value: each, depth: depth + 1 }))
      : isData(value)
        ? Object.entries(value).map(([name, each]) => ({
            path: path === '' ? name : `${path}.${name}`,
            value: each,
            depth: depth + 1,
          }))
        : []
    open.push(...inner.slice(0, limits.things).reverse())
  }
}

export function indexOf(root: unknown): Index {
  const found = new Map<string, Data>()
  for (const { value } of things({ path: '', value: root })) {
    const id = value['@id']
    if (typeof id === 'string' && Object.keys(value).length > 1 && !found.has(id)) found.set(id, value)
  }
  return found
}

/** A thing of linked data with what it says. */
export class Thing {
  readonly path: string
  readonly data: Data
  readonly #index: Index

  constructor(path: string, data: Data, index: Index) {
    this.path = path
    this.data = data
    this.#index = index
  }

  get type(): string {
    return typeOf(this.data)
  }

  /** What stands under the first of these names that has anything, each value of a list by itself. */
  all(...names: string[]): Said[] {
    for (const name of names) {
      const value = Object.hasOwn(this.data, name) ? this.data[name] : undefined
      if (value === undefined || value === null || value === '') continue
      const path = this.path === '' ? name : `${this.path}.${name}`
      const list = Array.isArray(value)
        ? value.slice(0, 100).map((each, at) => ({ path: `${path}[${at}]`, value: each }))
        : [{ path, value }]
      return list.map(({ path: at, value: each }) => ({ path: at, value: this.#told(each) }))
    }
    return []
  }

  things(...names: string[]): Thing[] {
    return this.all(...names).flatMap(({ path, value }) => (isData(value) ? [new Thing(path, value, this.#index)] : []))
  }

  thing(...names: string[]): Thing | null {
    return this.things(...names)[0] ?? null
  }

  /** The words under one of these names: of a thing its name. */
  words(...names: string[]): Words | null {
    for (const name of names)
      for (const { path, value } of this.all(name)) {
        const words = plainWords(value)
        if (words) return { path, words }
        const inner = isData(value) ? new Thing(path, value, this.#index) : null
        const said = inner?.words('name', '@value') ?? inner?.person() ?? null
        if (said) return said
      }
    return null
  }

  /** A name that is told in two. */
  person(): Words | null {
    const [given, family] = [this.#plain('givenName'), this.#plain('familyName')]
    return given && family ? { path: this.path, words: `${given} ${family}` } : null
  }

  #plain(name: string): string | null {
    return plainWords(this.all(name)[0]?.value)
  }

  #told(value: unknown): unknown {
    const id = isData(value) && Object.keys(value).length === 1 ? value['@id'] : undefined
    return typeof id === 'string' ? (this.#index.get(id) ?? value) : value
  }
}

function plainWords(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const words = `${value}`
    .replace(/&(?:amp|#38);/g, '&')
    .replace(/&(?:#39|apos|#x27);/gi, "'")
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' || words.length > 500 ? null : words
}
