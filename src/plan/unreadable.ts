import * as z from 'zod'
import { momentFromText } from './moment.ts'
import type { Instant, Span } from './time.ts'
import { utc, type Zone, zoneOf } from './zone.ts'

/** Thrown while a problem is read, and caught where it began. */
export class Unreadable extends Error {
  readonly why: 'bad-input' | 'too-much'
  readonly path: string

  constructor(words: string, path: string, why: Unreadable['why'] = 'bad-input') {
    super(words)
    this.why = why
    this.path = path
  }
}

/** What the command line answers when a problem cannot be read, or would take too long. */
export type Refused = {
  readonly error: { readonly why: Unreadable['why']; readonly words: string; readonly path: string }
}

/** The answer, or why there is none. */
export const readable = <T>(answer: () => T): T | Refused => {
  try {
    return answer()
  } catch (error) {
    if (error instanceof Unreadable) return { error: { why: error.why, words: error.message, path: error.path } }
    throw error
  }
}

/** The first thing a shape says against a problem, with its place. */
export const troubleOf = (error: z.ZodError, under: readonly PropertyKey[] = []): Unreadable => {
  const issue = error.issues[0]
  if (!issue) return new Unreadable('The problem cannot be read', z.core.toDotPath(under))
  const path = [...under, ...issue.path]
  if (issue.code !== 'unrecognized_keys') return new Unreadable(issue.message, z.core.toDotPath(path))
  const name = z.core.toDotPath([...path, issue.keys[0] ?? ''])
  return new Unreadable(`Nothing is called "${name.slice(0, 100)}" here`, name)
}

export const zoneNamed = (name: string, path: string): Zone => {
  const zone = zoneOf(name)
  if (!zone) throw new Unreadable(`"${name.slice(0, 80)}" is no zone that IANA knows`, path)
  return zone
}

export const momentOf = (text: string, zone: Zone, path: string): Instant => {
  const at = momentFromText(text, zone)
  if (at === null)
    throw new Unreadable(
      `"${text.slice(0, 40)}" is no time like 2026-03-02T09:00:00+01:00, or 2026-03-02T09:00:00 in ${zone.id}`,
      path,
    )
  return at
}

export const spanOf = (from: string, to: string, zone: Zone, path: string): Span => {
  const [start, end] = [momentOf(from, zone, `${path}[0]`), momentOf(to, zone, `${path}[1]`)]
  if (end < start) throw new Unreadable('It ends before it begins', `${path}[1]`)
  return { start, end }
}

/** Before, some zones differ from UTC by seconds, which no offset can say; after, nobody plans. */
export const [firstDate, lastDate] = ['1972-01-08', '2200-01-01'] as const

/** The first and the last instant that is planned. */
export const planned: Span = {
  start: momentOf(`${firstDate}T00:00:00Z`, utc, ''),
  end: momentOf(`${lastDate}T00:00:00Z`, utc, ''),
}
