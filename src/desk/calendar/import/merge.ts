import type { EventPart, Series } from '../../../plan/series.ts'
import { wallOf } from '../../../plan/series.ts'
import type { Zone } from '../../../plan/zone.ts'
import type { CalendarFile, CalendarFormat } from '../format.ts'
import type { ImportReport } from '../model.ts'
import { idOf, type KeptEvent, masterOf, nothingSaid, occurrenceAt, type Part } from '../series/model.ts'
import { ownOf, unstamped } from './model.ts'

/** What a merge needs beside the two sides. */
export type Merging = {
  readonly format: CalendarFormat
  readonly file: CalendarFile
  readonly timezones: ReadonlyMap<string, string>
  readonly home: Zone
  readonly conflicts: ImportReport['conflicts'][number][]
  readonly skipped: ImportReport['skipped'][number][]
  readonly remarks: string[]
}

/** An event as a file brings it for the first time. */
export const broughtIn = (id: string, calendarId: string, series: Series, file: CalendarFile): KeptEvent => ({
  id,
  calendarId,
  uid: series.uid,
  parts: [...(series.master ? [series.master] : []), ...series.overrides].map((part) => fresh(part, file)),
})

const fresh = (part: EventPart, file: CalendarFile): Part => {
  const text = file.textOf(part)
  return { ...part, ...nothingSaid, line: 0, text, imported: text }
}

/**
 * An event of the desk and the same event in a file, joined part by part and property by property against what was
 * imported last. What the desk said itself stays. Null where the file brings nothing new.
 */
export function joined(ours: KeptEvent, theirs: Series, merging: Merging): KeptEvent | null {
  const incoming = [...(theirs.master ? [theirs.master] : []), ...theirs.overrides]
  const base: KeptEvent = { ...ours, parts: ours.parts.length > 0 ? ours.parts : [] }
  const byId = new Map(base.parts.map((part) => [idOf(base, part, merging.home) ?? '', part]))
  const parts = new Map(byId)
  const added: EventPart[] = []
  for (const part of incoming) {
    const id = keyIn(ours, part, merging.home)
    const own = byId.get(id)
    if (own) parts.set(id, joinedPart(ours, own, part, merging))
    else added.push(part)
  }
  let next: KeptEvent = { ...ours, parts: [...parts.values()] }
  for (const part of added) next = withNew(next, part, theirs, merging)
  const same = next.parts.length === ours.parts.length && next.parts.every((part) => ours.parts.includes(part))
  return same ? null : next
}

/** Where a part of the file stands in the desk's series. */
const keyIn = (ours: KeptEvent, part: EventPart, home: Zone): string =>
  part.recurrenceId === null ? '' : (idOf(ours, part, home) ?? '')

/** A changed occurrence the desk does not have; one beyond where the desk ended the series stays away. */
function withNew(event: KeptEvent, part: EventPart, theirs: Series, merging: Merging): KeptEvent {
  const { home, file } = merging
  const master = masterOf(event)
  const id = idOf(event, part, home)
  if (part.recurrenceId !== null && master && theirs.master && id !== null && !occurrenceAt(event, id, home)) {
    const inFile = broughtIn('', '', { ...theirs, overrides: [] }, file)
    if (occurrenceAt(inFile, id, home)) {
      merging.remarks.push(`“${part.title}”: a change of ${id} was left out, because the series ends before it here`)
      return event
    }
  }
  return {
    ...event,
    parts: part.recurrenceId === null ? [fresh(part, file), ...event.parts] : [...event.parts, fresh(part, file)],
  }
}

function joinedPart(event: KeptEvent, ours: Part, theirs: EventPart, merging: Merging): Part {
  const { format, file, home } = merging
  const text = file.textOf(theirs)
  if (ours.imported !== null && unstamped(text) === unstamped(ours.imported)) return ours
  const merged = format.merge(ours.imported, ours.text ?? format.write(ours, home), text)
  const read = format.readPart(merged.text, merging.timezones, home)
  if (!read) {
    merging.skipped.push({
      line: theirs.line,
      reason: 'What the desk and the file say of it cannot be joined; the desk’s is kept',
    })
    return ours
  }
  const moved = wallOf(read.start) !== wallOf(ours.start) || read.start.form !== ours.start.form
  const said = {
    moves: ours.moves + (moved ? 1 : 0),
    kind: ours.kind,
    saidLabel: ours.saidLabel,
    readers: ours.readers,
    publicReason: ours.publicReason,
    own: ours.own,
  }
  const spoken = {
    ...read,
    uid: event.uid,
    line: 0,
    notes: ours.own.includes('notes') ? ours.notes : read.notes,
    link: ours.own.includes('link') ? ours.link : read.link,
  }
  report(ours, merged.conflicts, merging)
  return { ...spoken, ...said, text: format.rewrite(merged.text, read, spoken, home), imported: text }
}

/** What both sides changed. What the desk said itself was kept whichever side is newer. */
function report(ours: Part, conflicts: readonly { property: string; kept: string; other: string }[], merging: Merging) {
  for (const conflict of conflicts) {
    const own = ownOf[conflict.property]
    const mine = own !== undefined && ours.own.includes(own)
    const written = own === undefined ? '' : (ours[own] ?? '')
    const flipped = mine && !conflict.kept.includes(written.slice(0, 20))
    const { kept, other } = flipped ? { kept: conflict.other, other: conflict.kept } : conflict
    merging.conflicts.push({ uid: ours.uid, title: ours.title, property: conflict.property, kept, other })
  }
}
