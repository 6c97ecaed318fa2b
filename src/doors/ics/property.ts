import ICAL from 'ical.js'
import { unfold } from './lines.ts'

/** One content line, read: parameter names in small letters, values unescaped by ical.js, `raw` as written. */
export type Property = {
  /** In capitals. */
  readonly name: string
  readonly params: Readonly<Record<string, string | readonly string[]>>
  /** `date`, `date-time`, `period`, `text`, `uri`… in small letters. */
  readonly type: string
  readonly values: readonly unknown[]
  readonly raw: string
}

/** A component's own content lines by property name in capitals, and the names of the components inside it. */
export type Content = { readonly lines: ReadonlyMap<string, readonly string[]>; readonly inside: readonly string[] }

/** More than this before the colon is no property anybody wrote; reading it could take long. */
const longestHead = 10_000

const nameOf = (line: string) => /^[^:;]*/.exec(line)?.[0].trim().toUpperCase() ?? ''

/** Sorts a component's text into its own content lines and what is nested in it. Reads each line once. */
export function contentOf(text: string): Content {
  const lines = new Map<string, string[]>()
  const inside: string[] = []
  let depth = 0
  for (const line of unfold(text)) {
    const name = nameOf(line)
    if (name === 'BEGIN' && ++depth === 2)
      inside.push(
        line
          .slice(line.indexOf(':') + 1)
          .trim()
          .toUpperCase(),
      )
    if (name === 'END') depth--
    if (name === 'BEGIN' || name === 'END' || depth > 1 || name === '') continue
    const same = lines.get(name)
    if (same) same.push(line)
    else lines.set(name, [line])
  }
  return { lines, inside }
}

/** Where the value begins: after the first colon outside of quotes; -1 where there is none. */
export function valueAt(line: string): number {
  let quoted = false
  for (let at = 0; at < line.length && at < longestHead; at++) {
    const character = line[at]
    if (character === '"') quoted = !quoted
    else if (character === ':' && !quoted) return at + 1
  }
  return -1
}

/** A TZID with a colon in it needs quotes (RFC 5545 §3.2); some writers forget them. */
const unquoted = /^((?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)[^":]*;TZID=)([^";]{1,200}:[^";]{0,200}):([0-9TZ,]+)$/i

/** Some writers say VALUE=DATE of a date with a time; the time is what they meant. */
const mistaken = /^((?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)[^":]*);VALUE=DATE((?:;[^":]*)?:\d{8}T\d{6})/i

/** Reads one content line with ical.js; null where it is not one. */
export function property(written: string): Property | null {
  const line = written.replace(unquoted, '$1"$2":$3').replace(mistaken, '$1$2')
  const start = valueAt(line)
  if (start === -1) return null
  try {
    const [, params, type, ...values] = ICAL.parse.property(line) as [string, Property['params'], string, ...unknown[]]
    return { name: nameOf(line), params, type, values, raw: line.slice(start) }
  } catch {
    return null
  }
}

/** The values of that name as written, also where ical.js would not read them. */
export const rawValues = (content: Content, name: string): string[] =>
  (content.lines.get(name) ?? []).map((line) => line.slice(valueAt(line)).trim())

/** Every readable property of that name. */
export const all = (content: Content, name: string): Property[] =>
  (content.lines.get(name) ?? []).map(property).filter((each) => each !== null)

/** The first readable property of that name. */
export const first = (content: Content, name: string): Property | null => {
  for (const line of content.lines.get(name) ?? []) {
    const read = property(line)
    if (read) return read
  }
  return null
}

/** Its value as text, trimmed; empty where it has none. ical.js leaves properties it does not know (X-…) escaped. */
export const textOf = (read: Property | null): string => {
  const value = read?.values[0]
  if (typeof value !== 'string') return ''
  return (read?.type === 'unknown' ? unescaped(value) : value).trim()
}

const unescaped = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character))

export const paramOf = (read: Property, name: string): string => {
  const value = read.params[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
