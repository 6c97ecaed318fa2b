import { type Age, compareAge } from './group.ts'
import { fold, unfold } from './lines.ts'
import { property } from './property.ts'
import { whenFrom } from './when.ts'

/** What both sides changed: the newer side's value was kept, this is the other. Values as written. */
export type Conflict = { readonly property: string; readonly kept: string; readonly other: string }

export type Merged = { readonly text: string; readonly conflicts: readonly Conflict[] }

/** A component's content by what is merged as one: a property with all its lines, a nested component, or the time. */
type Pieces = Map<string, string[]>

/** Start and end say one thing together: half of one side's and half of the other's is nobody's time. */
const time = new Set(['DTSTART', 'DTEND', 'DURATION'])

/** These say when something was changed, not what; nobody needs to hear that they differ. */
const bookkeeping = new Set(['DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE', 'CREATED'])

const nameOf = (line: string) => /^[^:;]*/.exec(line)?.[0].trim().toUpperCase() ?? ''

/** The content between the component's own BEGIN and END, nested components each as one piece. */
function piecesOf(text: string): Pieces {
  const pieces: Pieces = new Map()
  const add = (name: string, line: string) => {
    const lines = pieces.get(name)
    if (lines) lines.push(line)
    else pieces.set(name, [line])
  }
  let nested: string[] = []
  let depth = 0
  for (const line of unfold(text)) {
    const name = nameOf(line)
    if (name === 'BEGIN' && ++depth > 1) nested.push(line)
    else if (name === 'END' && depth-- > 1) nested.push(line)
    else if (depth > 1) nested.push(line)
    else if (name !== 'BEGIN' && name !== 'END') add(time.has(name) ? 'time' : name, line)
    if (depth === 1 && nested.length > 0) {
      add(`${nameOf(nested[0]?.slice(6) ?? '')} component`, nested.join('\n'))
      nested = []
    }
  }
  return pieces
}

const same = (a: readonly string[] | undefined, b: readonly string[] | undefined) =>
  [...(a ?? [])].sort().join('\n') === [...(b ?? [])].sort().join('\n')

/** SEQUENCE, LAST-MODIFIED and DTSTAMP of a component. */
function ageOf(pieces: Pieces): Age {
  const read = (name: string) => property(pieces.get(name)?.[0] ?? '')
  const stamp = (name: string) => {
    const at = whenFrom(read(name)?.values[0], '', () => null)
    return at && at.form !== 'date' ? (at.wall as number as NonNullable<Age['lastModified']>) : null
  }
  const sequence = Number.parseInt(read('SEQUENCE')?.raw ?? '0', 10)
  return { sequence: sequence || 0, lastModified: stamp('LAST-MODIFIED'), dtstamp: stamp('DTSTAMP') }
}

const asWritten = (lines: readonly string[] | undefined) => (lines ?? []).join('\n')

function compose(name: string, pieces: Pieces): string {
  const lines = [...pieces.values()].flat().flatMap((piece) => piece.split('\n').map(fold))
  return [`BEGIN:${name}`, ...lines, `END:${name}`].join('\r\n')
}

/** Nested components stand after the properties, as RFC 5545 §3.6 has them. */
const inOrder = (names: Iterable<string>) => {
  const all = [...new Set(names)]
  return [...all.filter((name) => !name.endsWith(' component')), ...all.filter((name) => name.endsWith(' component'))]
}

function choose(base: Pieces, ours: Pieces, theirs: Pieces, oursIsNewer: boolean) {
  const merged: Pieces = new Map()
  const conflicts: Conflict[] = []
  for (const name of inOrder([...theirs.keys(), ...ours.keys()])) {
    const [was, mine, other] = [base.get(name), ours.get(name), theirs.get(name)]
    const both = !same(was, mine) && !same(was, other) && !same(mine, other)
    const kept = both ? (oursIsNewer ? mine : other) : same(was, other) ? mine : other
    if (kept) merged.set(name, kept)
    if (both && !bookkeeping.has(name))
      conflicts.push({ property: name, kept: asWritten(kept), other: asWritten(oursIsNewer ? other : mine) })
  }
  return { merged, conflicts }
}

const equal = (a: Pieces, b: Pieces) =>
  [...new Set([...a.keys(), ...b.keys()])].every((name) => same(a.get(name), b.get(name)))

/**
 * Merges one VEVENT three ways, per property, against the text imported last (`base`; null: never imported).
 * Changed on one side only: that side wins. Changed on both: the newer wins (SEQUENCE, then LAST-MODIFIED, else
 * DTSTAMP; equally new means the file), and the other value is listed. Start, end and duration count as one.
 * Where the outcome is one side's content, its text is kept to the byte.
 */
export function merge(base: string | null, ours: string, theirs: string): Merged {
  const [was, mine, other] = [piecesOf(base ?? ''), piecesOf(ours), piecesOf(theirs)]
  const { merged, conflicts } = choose(was, mine, other, compareAge(ageOf(mine), ageOf(other)) > 0)
  if (equal(merged, mine)) return { text: ours, conflicts }
  if (equal(merged, other)) return { text: theirs, conflicts }
  const name = /^\s*BEGIN\s*:\s*([A-Z0-9-]+)/i.exec(theirs)?.[1]?.toUpperCase() ?? 'VEVENT'
  return { text: compose(name, merged), conflicts }
}
