import type { EventPart } from '../../plan/series.ts'
import type { Zone } from '../../plan/zone.ts'
import { type Lines, linesOf } from './event-lines.ts'
import { inviteesOf } from './invitees.ts'
import { fold, lineAt } from './lines.ts'
import { contentOf } from './property.ts'

/** A part as a VEVENT of its own, from BEGIN to END; a part without DTSTAMP has been stamped by nobody and is refused. */
export function writeEvent(part: EventPart, home: Zone): string {
  if (part.dtstamp === null) throw new Error('a VEVENT needs a DTSTAMP (RFC 5545 §3.6.1)')
  const lines = [...linesOf(part, home).values()].flat()
  return ['BEGIN:VEVENT', ...lines.map(fold), 'END:VEVENT'].join('\r\n')
}

/** A physical piece of a component's text: one content line with its folds, or a line of a nested component. */
type Piece = { readonly text: string; readonly name: string; readonly own: boolean }

function piecesOf(text: string): Piece[] {
  const pieces: { text: string; name: string; own: boolean }[] = []
  let depth = 0
  for (let at = 0; at < text.length; ) {
    const { line, next } = lineAt(text, at)
    at = next
    const last = pieces.at(-1)
    if (last && (line.startsWith(' ') || line.startsWith('\t') || line === '')) {
      if (line !== '') last.text += `\r\n${line}`
      continue
    }
    const name = /^[^:;]*/.exec(line)?.[0].trim().toUpperCase() ?? ''
    if (name === 'BEGIN') depth++
    pieces.push({ text: line, name, own: depth === 1 && name !== 'BEGIN' && name !== 'END' })
    if (name === 'END') depth--
  }
  return pieces
}

/**
 * Puts these lines in place of a component's own lines of the same names; everything else stays as it is written.
 * A new property stands where the old one stood, else before the first nested component.
 */
export function replaceLines(text: string, changes: Lines): string {
  const left = new Map(changes)
  const result: string[] = []
  const flush = (name: string) => {
    for (const line of left.get(name) ?? []) result.push(fold(line))
    left.delete(name)
  }
  for (const [index, piece] of piecesOf(text).entries()) {
    if (index > 0 && !piece.own) for (const name of [...left.keys()]) flush(name)
    if (!piece.own || !changes.has(piece.name)) result.push(piece.text)
    else flush(piece.name)
  }
  return result.join('\r\n')
}

/** Invitees that have not changed keep their line with all its parameters; rooms and things keep theirs. */
function attendeeLines(text: string, after: EventPart, lines: Lines): readonly string[] {
  const written = contentOf(text).lines.get('ATTENDEE') ?? []
  const wanted = new Map(
    after.people.map((person, index) => [person.address, { person, line: lines.get('ATTENDEE')?.[index] ?? '' }]),
  )
  const kept: string[] = []
  for (const line of written) {
    const [before] = inviteesOf({ lines: new Map([['ATTENDEE', [line]]]), inside: [] })
    const now = before && wanted.get(before.address)
    if (!before) kept.push(line)
    else if (now) kept.push(JSON.stringify(now.person) === JSON.stringify(before) ? line : now.line)
    if (before) wanted.delete(before.address)
  }
  return [...kept, ...[...wanted.values()].map(({ line }) => line)]
}

const differ = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
  (a ?? []).join('\n') !== (b ?? []).join('\n')

/**
 * The text of a component after a change at the desk: only the properties whose values differ between `before`
 * (what the text says) and `after` are written anew; unknown properties, parameters and alarms survive.
 */
export function rewriteEvent(text: string, before: EventPart, after: EventPart, home: Zone): string {
  const [was, is] = [linesOf(before, home), linesOf(after, home)]
  const changes = new Map<string, readonly string[]>()
  for (const [name, lines] of is) if (differ(was.get(name), lines)) changes.set(name, lines)
  if (['DTSTART', 'DTEND', 'DURATION'].some((name) => changes.has(name)))
    for (const name of ['DTEND', 'DURATION']) changes.set(name, is.get(name) ?? [])
  if (changes.has('TRANSP') && !after.transparent) changes.set('TRANSP', ['TRANSP:OPAQUE'])
  if (changes.has('ATTENDEE')) changes.set('ATTENDEE', attendeeLines(text, after, is))
  if (changes.has('CONFERENCE'))
    for (const name of linkNames) changes.set(name, name === 'CONFERENCE' ? (is.get(name) ?? []) : [])
  return replaceLines(text, changes)
}

/** Where else a file may say how to join; a link set at the desk replaces them. */
const linkNames = [
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGCONFLINK',
  'CONFERENCE',
]
