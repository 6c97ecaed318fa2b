import type { Label } from '../../../plan/plan.ts'
import type { Series } from '../../../plan/series.ts'
import { type Act, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { calendarContract } from '../contract.ts'
import { type Change, keepEvents } from '../events/keep.ts'
import { allEvents, countEvents, eventsById, uidsOf } from '../events/queries.ts'
import type { CalendarFile, CalendarFormat, Unreadable } from '../format.ts'
import { privateOn } from '../marks/queries.ts'
import type { ImportReport } from '../model.ts'
import { homeZone } from '../occurrences/actions.ts'
import { calendarById, calendarFileFacts, calendars, keepFileFacts } from '../queries.ts'
import { headOf, type VersionedEvent } from '../series/model.ts'
import { maySee, readerOf } from '../views/model.ts'
import { broughtIn, joined, type Merging } from './merge.ts'
import { whoseFile } from './model.ts'

const mostBytes = 50_000_000
/** Beyond so many the list of what a file lacks helps nobody. */
const mostMissing = 1000

/** Reads a file that is to be imported. It takes long for a long file, so it is done before anything is locked. */
export async function readFor(file: File, format: CalendarFormat): Promise<CalendarFile | Unreadable> {
  if (file.size > mostBytes) return { why: 'too-much', words: 'The file is larger than 50 MB' }
  return format.read(new Uint8Array(await file.arrayBuffer()))
}

const isUnreadable = (read: CalendarFile | Unreadable): read is Unreadable => 'why' in read

type Import = ActionsFor<typeof calendarContract>['calendar']['import']

/**
 * Brings a file into a calendar: new events are added, known ones joined with what the desk has of them. Nothing is
 * deleted, and nothing the desk said itself is touched; nor is what is private by whoever does not see all that is. One
 * entry, which undo takes back whole.
 */
export const importCalendar: Import = async ({ calendarId, fileName, file: given }, act) => {
  const calendar = await act.first(calendarById, calendarId)
  if (!calendar) return refuse('not-there', 'There is no such calendar.', [], 'calendarId')
  const file = act.ready as CalendarFile | Unreadable
  if (isUnreadable(file))
    return refuse(file.why, `${file.words}${file.line === undefined ? '' : ` (line ${file.line})`}.`, [], 'file')
  const report = await bringIn(act, calendarId, calendar.addresses, file)
  const { added, changed, same, fileHash: hash } = report
  const name = fileName || given.name
  return {
    output: report,
    entry: {
      items: [calendarId],
      values: { file: name === 'blob' ? '' : name, name: calendar.name, added, changed, same, hash },
      undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
    },
  }
}

async function bringIn(
  act: Act,
  calendar: string,
  addresses: readonly string[],
  file: CalendarFile,
): Promise<ImportReport> {
  const before = await calendarFileFacts(act.db, act.desk.id, calendar)
  const timezones = { ...before.timezones, ...Object.fromEntries(file.timezones) }
  const masters = file.series.flatMap(({ master, overrides }) => master ?? overrides)
  const whose = addresses.length > 0 ? addresses : whoseFile(file.name, masters)
  await keepFileFacts(act.db, act.desk.id, calendar, { timezones, addresses: whose })
  const merging: Merging = {
    format: act.format,
    file,
    timezones: new Map(Object.entries(timezones)),
    home: homeZone(act.desk),
    conflicts: [],
    skipped: [...file.skipped],
    remarks: [...file.remarks],
  }
  const known = await uidsOf(act.db, act.desk.id, calendar)
  const apart = maySee('private', readerOf(act)) ? new Set<string>() : await privateOn(act.db, act.desk.id, calendar)
  const counts = { added: 0, changed: 0, same: 0 }
  const present = new Set(file.series.map(({ uid }) => uid))
  for (let some = file.series.splice(0, 500); some.length > 0; some = file.series.splice(0, 500))
    await bringInSome(act, calendar, some, { known, apart }, merging, counts)
  if (counts.added + counts.changed >= 1000) await countEvents(act.db)
  const missing = await missingFrom(act, { known, apart }, present, merging.remarks)
  const { conflicts, skipped, remarks } = merging
  return { ...counts, missing, conflicts, skipped, remarks, fileHash: file.hash }
}

/** What is on the calendar by UID, and which of it this member leaves as it is. */
type Here = { readonly known: ReadonlyMap<string, string>; readonly apart: ReadonlySet<string> }

async function bringInSome(
  act: Act,
  calendar: string,
  some: readonly Series[],
  { known, apart }: Here,
  merging: Merging,
  counts: { added: number; changed: number; same: number },
): Promise<void> {
  const ids = some.flatMap(({ uid }) => known.get(uid) ?? [])
  const byUid = new Map((await eventsById(act.db, act.desk.id, ids)).map((event) => [event.uid, event]))
  const changes: Change[] = []
  for (const series of some) {
    const ours = byUid.get(series.uid) ?? null
    const after =
      ours && apart.has(ours.id)
        ? null
        : ours
          ? joined(ours, series, merging)
          : broughtIn(act.newId(), calendar, series, merging.file)
    if (!after) counts.same++
    else if (ours) counts.changed++
    else counts.added++
    if (after) changes.push({ before: ours, after })
  }
  const { cut } = await keepEvents(act, changes)
  const told = changes.flatMap(({ before }) => (before ? { id: before.id, recurrenceId: null } : []))
  if (told.length > 0) await act.happened({ events: told, things: [], was: null, anyway: null, mayRefuse: false })
  for (const event of cut)
    merging.remarks.push(
      `“${headOf(event).title}” happens more than 5,000 times within two years of today; the 5,000 nearest are shown`,
    )
}

/** Events that came from a file and are not in this one. */
async function missingFrom(
  act: Act,
  { known, apart }: Here,
  present: ReadonlySet<string>,
  remarks: string[],
): Promise<ImportReport['missing']> {
  const ids = [...known].filter(([uid, id]) => !present.has(uid) && !apart.has(id)).map(([, id]) => id)
  const missing: ImportReport['missing'] = []
  for (let from = 0; from < ids.length; from += 1000)
    for (const event of await eventsById(act.db, act.desk.id, ids.slice(from, from + 1000)))
      if (event.parts.some(({ imported }) => imported !== null))
        missing.push({ uid: event.uid, title: headOf(event).title })
  if (missing.length > mostMissing)
    remarks.push(`${missing.length} events of this calendar are not in the file; the first ${mostMissing} are listed`)
  return missing.slice(0, mostMissing)
}

type Export = ActionsFor<typeof calendarContract>['calendar']['export']

/** Everything, or one calendar, as an iCalendar file; what came from files comes out with everything it came with. */
export const exportCalendar: Export = async ({ calendarId }, act) => {
  const all = await calendars(act.db, act.desk.id)
  const wanted = all.filter(({ id }) => calendarId === undefined || id === calendarId)
  if (calendarId !== undefined && wanted.length === 0)
    return refuse('not-there', 'There is no such calendar.', [], 'calendarId')
  const [home, timezones, components] = [homeZone(act.desk), new Map<string, string>(), [] as string[]]
  for (const { id, label } of wanted) {
    const facts = await calendarFileFacts(act.db, act.desk.id, id)
    for (const [tzid, text] of Object.entries(facts.timezones)) timezones.set(tzid, text)
    for await (const events of allEvents(act.db, act.desk.id, id))
      for (const event of events) {
        if (!event.hidden) act.looked([{ id: event.id, label: labelOf(event, label) }])
        components.push(...componentsOf(act, event, home))
      }
  }
  const name = wanted.length === 1 && calendarId !== undefined ? (wanted[0]?.name ?? '') : act.desk.executive
  return { ics: act.format.writeFile({ name, home: act.desk.zone, components, timezones }) }
}

/** Private where any part of it is. */
const labelOf = ({ parts }: VersionedEvent, calendar: Label): Label =>
  parts.some((part) => (part.saidLabel ?? part.label ?? calendar) === 'private') ? 'private' : 'desk'

const componentsOf = (act: Act, event: VersionedEvent, home: ReturnType<typeof homeZone>): string[] =>
  event.parts.map((part) => part.text ?? act.format.write({ ...part, dtstamp: part.dtstamp ?? part.created }, home))
