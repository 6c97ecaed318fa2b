import { limits } from '../limits.ts'

/** A thing as data writes it: JSON-LD, or microdata read into the same shape. */
export type Data = { [name: string]: unknown }

type Attributes = Readonly<Record<string, string>>
/** An element that is open: the item it began, the property whose words it collects. */
type Open = { readonly item: Data | null; readonly property: string | null; words: string | null }

const linked: Readonly<Record<string, string>> = {
  a: 'href',
  link: 'href',
  area: 'href',
  img: 'src',
  time: 'datetime',
  data: 'value',
}

/** What an element says by its attributes; null: its words say it. A link to a type of schema.org says that type. */
function said(name: string, attributes: Attributes): string | null {
  if (attributes.content !== undefined) return attributes.content
  const by = linked[name]
  return name === 'meta' ? '' : by === undefined ? null : (attributes[by] ?? null)
}

/** A type or property as RDFa writes it, without the name of its vocabulary. */
const bareOf = (name: string) => name.replace(/(?:^|(?<=\s))[a-z]+:(?=[A-Za-z])/g, '')

/** Microdata of a page (HTML §5) and what RDFa marks in the same way, hidden or not, as things of the shape JSON-LD has. */
export class Microdata {
  readonly items: Data[] = []
  readonly #open: Open[] = []
  #count = 0

  open(name: string, attributes: Attributes): void {
    const property = (attributes.itemprop ?? attributes.property)?.trim() || null
    const type = attributes.itemtype ?? (attributes.typeof === undefined ? undefined : bareOf(attributes.typeof))
    const inside = this.#item()
    if ((attributes.itemscope !== undefined || attributes.typeof !== undefined) && this.#count++ < limits.things) {
      const item: Data = { '@type': type?.trim().split(/\s+/)[0] ?? '' }
      if (property && inside) put(inside, property, item)
      else this.items.push(item)
      this.#open.push({ item, property: null, words: null })
    } else if (property && inside && this.#count++ < limits.things) {
      const value = said(name, attributes)
      if (value !== null) put(inside, property, value)
      this.#open.push({ item: null, property, words: value === null ? '' : null })
    } else {
      this.#open.push({ item: null, property: null, words: null })
    }
  }

  close(): void {
    const closed = this.#open.pop()
    const inside = this.#item()
    if (closed?.property && closed.words !== null && inside)
      put(inside, closed.property, closed.words.replace(/\s+/g, ' ').trim())
  }

  words(text: string): void {
    for (const each of this.#open) if (each.words !== null && each.words.length < 2000) each.words += text
  }

  #item(): Data | null {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const item = this.#open[at]?.item
      if (item) return item
    }
    return null
  }
}

function put(item: Data, properties: string, value: unknown): void {
  for (const property of bareOf(properties).split(/\s+/)) {
    const before = item[property]
    if (before === undefined || !Object.hasOwn(item, property))
      Object.defineProperty(item, property, { value, writable: true, enumerable: true, configurable: true })
    else if (Array.isArray(before)) before.push(value)
    else item[property] = [before, value]
  }
}
