import { Flow } from './flow.ts'
import { type Cell, rowText } from './row.ts'
import type { Sheet } from './sheet.ts'

type Attributes = Readonly<Record<string, string>>

/** What is struck out holds no more. */
const struck = new Set(['s', 'strike', 'del'])
const unread = new Set([
  'script',
  'style',
  'template',
  'head',
  'title',
  'svg',
  'math',
  'object',
  'select',
  'textarea',
  'iframe',
])
const spaced = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'blockquote', 'hr', 'pre'])
const blocks = new Set([
  ...spaced,
  ...['div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address', 'figure', 'form', 'fieldset'],
  ...['li', 'dt', 'dd', 'tr', 'td', 'th', 'caption', 'center', 'body'],
])

const tellsWords = (alt: string) =>
  alt.length <= 80 && /\p{L}{2}/u.test(alt) && !/\.(?:png|jpe?g|gif|svg|webp)$/i.test(alt)

type Row = { readonly cells: Cell[]; readonly into: Flow }

/** What a person sees of a page, as text: see `rowText` for tables. Fed with tags as they open and close. */
export class Visible {
  readonly #page = new Flow()
  readonly #flows: Flow[] = [this.#page]
  readonly #rows: Row[] = []
  /** Whether each open cell holds rows of several cells. */
  readonly #held: boolean[] = []
  readonly #sheet: Sheet
  readonly #keepsStruck: boolean
  #hidden = 0
  #kept = 0
  #struck = false

  /** `keepsStruck`: what is struck out stands there as well. */
  constructor(sheet: Sheet, keepsStruck: boolean) {
    this.#sheet = sheet
    this.#keepsStruck = keepsStruck
  }

  /** Whether anything on it is struck out. */
  get strikes(): boolean {
    return this.#struck
  }

  open(name: string, attributes: Attributes): void {
    if (this.#hidden > 0 || this.#isHidden(name, attributes)) {
      this.#hidden++
      return
    }
    if (name === 'tr') this.#rows.push({ cells: [], into: this.#flow() })
    else if (isCell(name) && this.#rows.length > 0) this.#openCell()
    else if (name === 'br') this.#flow().br()
    else if (name === 'img' && attributes.alt !== undefined && tellsWords(attributes.alt))
      this.#flow().add(` ${attributes.alt} `)
    else if (blocks.has(name)) this.#break(name)
    if (name === 'pre') this.#kept++
  }

  close(name: string): void {
    if (this.#hidden > 0) {
      this.#hidden--
      return
    }
    if (name === 'tr') this.#closeRow()
    else if (isCell(name) && this.#held.length > 0) this.#closeCell()
    else if (blocks.has(name)) this.#break(name)
    if (name === 'pre') this.#kept--
  }

  words(text: string): void {
    if (this.#hidden > 0) return
    if (this.#kept > 0) this.#flow().keep(text)
    else this.#flow().add(text)
  }

  text(): string {
    return this.#page.text()
  }

  #isHidden(name: string, attributes: Attributes): boolean {
    const look = this.#sheet.lookOf(name, attributes)
    if (unread.has(name) || attributes.hidden !== undefined || look === 'hidden') return true
    const isStruck = struck.has(name) || look === 'struck'
    this.#struck ||= isStruck
    return isStruck && !this.#keepsStruck
  }

  #flow(): Flow {
    return this.#flows.at(-1) as Flow
  }

  #break(name: string): void {
    this.#flow().line()
    if (spaced.has(name)) this.#flow().blank()
  }

  #openCell(): void {
    this.#flows.push(new Flow())
    this.#held.push(false)
  }

  #closeCell(): void {
    const text = this.#flows.pop()?.text() ?? ''
    const holdsRows = this.#held.pop() === true
    this.#rows.at(-1)?.cells.push({ text, holdsRows })
  }

  #closeRow(): void {
    const row = this.#rows.pop()
    if (!row) return
    const filled = row.cells.filter(({ text }) => text !== '')
    row.into.block(rowText(row.cells))
    const outer = this.#held.length - 1
    if (outer >= 0 && (filled.length > 1 || row.cells.some(({ holdsRows }) => holdsRows))) this.#held[outer] = true
  }
}

const isCell = (name: string) => name === 'td' || name === 'th'
