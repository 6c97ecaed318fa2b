import { decode } from './decode.ts'
import { lineAt, unfold } from './lines.ts'
import { atOnce, type Steps } from './slices.ts'

/** What one file may hold at most. */
export const limits = {
  bytes: 50_000_000,
  components: 200_000,
  /** Of one component, in characters: an invitation with pictures is far below it. */
  componentLength: 10_000_000,
  /** Components within a component; iCalendar itself needs two. */
  depth: 20,
} as const

/** Why a whole file cannot be used. `line` counts from 1. */
export type Unusable = { readonly why: 'bad-input' | 'too-much'; readonly words: string; readonly line?: number }

/** A VEVENT, VTIMEZONE and so on as it stands directly in its VCALENDAR. */
export type Component = {
  /** In capitals. */
  readonly name: string
  /** Where it begins, from 1. */
  readonly line: number
  /** As written, from BEGIN to END, without the last line end. */
  readonly text: string
  /** Which VCALENDAR of the file it is in, from 0. */
  readonly calendar: number
  /** Why it cannot be used, where that is already plain. */
  readonly trouble: string | null
}

export type Scan = {
  /** The content lines of each VCALENDAR that belong to none of its components. */
  readonly calendars: readonly { readonly line: number; readonly head: readonly string[] }[]
  readonly components: readonly Component[]
  readonly remarks: readonly string[]
}

type Open = { name: string; line: number; from: number; names: string[]; counts: Map<string, number>; deep: boolean }

/** These never stand inside each other, so one that begins inside another shows that an END is missing. */
const outermost = new Set(['VEVENT', 'VTODO', 'VJOURNAL', 'VFREEBUSY', 'VTIMEZONE', 'VAVAILABILITY', 'VPOLL'])
const holdsOthers = new Set(['VPOLL', 'VAVAILABILITY'])

class Scanner {
  readonly calendars: { line: number; head: string[] }[] = []
  readonly components: Component[] = []
  readonly remarks: string[]
  readonly text: string
  refused: Unusable | null = null
  private open: Open | null = null
  private inCalendar = false
  private headFrom = 0

  constructor(text: string, remarks: string[]) {
    this.text = text
    this.remarks = remarks
  }

  begin(name: string, line: number, from: number) {
    if (name === 'VCALENDAR') return this.beginCalendar(line, from)
    if (this.open && outermost.has(name) && outermost.has(this.open.name) && !holdsOthers.has(this.open.name))
      this.close(from, `It has no END:${this.open.name}`)
    if (this.open) return this.beginInside(this.open, name)
    if (this.inCalendar) this.takeHead(from)
    this.open = { name, line, from, names: [name], counts: new Map([[name, 1]]), deep: false }
  }

  end(name: string, from: number, next: number) {
    const open = this.open
    if (open?.counts.get(name)) {
      for (let top = open.names.pop(); top !== undefined; top = open.names.pop()) {
        open.counts.set(top, (open.counts.get(top) ?? 1) - 1)
        if (top === name) break
      }
      if (open.names.length === 0) this.close(next, open.deep ? `It is nested deeper than ${limits.depth}` : null)
    } else if (name === 'VCALENDAR') {
      this.endCalendar(from)
    }
  }

  /** At the end of the file nothing more can come: what is open is cut off. */
  finish() {
    const end = this.text.length
    if (this.open) this.close(end, `The file ends before END:${this.open.name}`)
    if (!this.inCalendar) return
    this.remarks.push('The file ends before END:VCALENDAR; what is whole was read')
    this.takeHead(end)
    this.inCalendar = false
  }

  private beginCalendar(line: number, from: number) {
    this.endCalendar(from)
    this.calendars.push({ line, head: [] })
    this.inCalendar = true
    this.headFrom = from
  }

  private endCalendar(from: number) {
    if (this.open) this.close(from, `It has no END:${this.open.name}`)
    if (this.inCalendar) this.takeHead(from)
    this.inCalendar = false
  }

  private beginInside(open: Open, name: string) {
    open.names.push(name)
    open.counts.set(name, (open.counts.get(name) ?? 0) + 1)
    if (open.names.length > limits.depth) open.deep = true
  }

  private takeHead(until: number) {
    const lines = unfold(this.text.slice(this.headFrom, until))
    this.calendars.at(-1)?.head.push(...lines.filter((line) => !/^(BEGIN|END)\s*:/i.test(line)).slice(0, 1000))
    this.headFrom = until
  }

  private close(until: number, trouble: string | null) {
    const open = this.open
    if (!open) return
    this.open = null
    this.headFrom = until
    const text = this.text.slice(open.from, until).trimEnd()
    const long = text.length > limits.componentLength ? 'It is longer than 10 million characters' : null
    const astray = this.inCalendar ? null : 'It stands outside of any VCALENDAR'
    const calendar = this.calendars.length - 1
    this.components.push({ name: open.name, line: open.line, text, calendar, trouble: trouble ?? long ?? astray })
    if (this.components.length > limits.components) this.refused = tooMany(open.line)
  }
}

const tooMany = (line: number): Unusable => ({
  why: 'too-much',
  words: `The file holds more than ${limits.components.toLocaleString('en')} components`,
  line,
})

const mark = /^(BEGIN|END)\s*:\s*([A-Z0-9-]{1,60})\s*$/i

/** The line at `from` and what is folded under it, as far as it can still be a BEGIN or END. */
function unfoldedStart(text: string, from: number): { line: string; next: number } {
  let { line, next } = lineAt(text, from)
  while (line.length < 100 && (text[next] === ' ' || text[next] === '\t')) {
    const more = lineAt(text, next)
    line += more.line.slice(1)
    next = more.next
  }
  return { line, next }
}

function afterLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end + 1
}

/** Walking over lines is so much faster than reading them that a stretch of it counts for a quarter. */
const stretch = 50_000

function* walk(scanner: Scanner): Steps<void> {
  const { text } = scanner
  let number = 1
  let told = 0
  for (let at = 0; at < text.length && !scanner.refused; ) {
    if (at - told > stretch) {
      yield (at - told) / 4
      told = at
    }
    const first = text.charCodeAt(at) | 0x20
    if (first !== 0x62 && first !== 0x65) {
      at = afterLine(text, at)
      number++
      continue
    }
    const { line, next } = unfoldedStart(text, at)
    const found = line.length < 100 ? mark.exec(line) : null
    const name = found?.[2]?.toUpperCase()
    if (name && found?.[1]?.toUpperCase() === 'BEGIN') scanner.begin(name, number, at)
    else if (name) scanner.end(name, at, next)
    for (; at < next; at = afterLine(text, at)) number++
  }
}

function refusedVersion(scan: Scan): Unusable | null {
  for (const { line, head } of scan.calendars)
    if (head.some((each) => /^VERSION\s*(;[^:]*)?:\s*1\.0\s*$/i.test(each)))
      return {
        why: 'bad-input',
        words: 'This is a vCalendar 1.0 file; only iCalendar 2.0 can be read. Save it again as iCalendar (.ics)',
        line,
      }
  return null
}

/**
 * Cuts a file into its components (RFC 5545 §3.4, §3.6), so that one bad component never costs the rest.
 * Reads each line once. Refuses what is no calendar, vCalendar 1.0, and what is past the limits; never throws.
 */
export const scan = (bytes: Uint8Array): Scan | Unusable => atOnce(scanning(bytes))

/** The same, in steps. */
export function* scanning(bytes: Uint8Array): Steps<Scan | Unusable> {
  if (bytes.length > limits.bytes) return { why: 'too-much', words: 'The file is larger than 50 MB' }
  const { text, remarks } = yield* decode(bytes)
  const scanner = new Scanner(text, remarks)
  yield* walk(scanner)
  if (scanner.refused) return scanner.refused
  scanner.finish()
  if (scanner.calendars.length === 0)
    return { why: 'bad-input', words: 'This is no iCalendar file: it has no BEGIN:VCALENDAR', line: 1 }
  return refusedVersion(scanner) ?? { calendars: scanner.calendars, components: scanner.components, remarks }
}

export const isUnusable = (result: object): result is Unusable => 'why' in result
