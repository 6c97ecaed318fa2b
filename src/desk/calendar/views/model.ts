import { itemOf, type Occurrence } from '../../../plan/occurrences.ts'
import type { Label, PlanItem } from '../../../plan/plan.ts'
import { isTrouble, parseRule } from '../../../plan/recurrence/parse.ts'
import { rruleWords } from '../../../plan/recurrence/words.ts'
import { zoneOfWhen } from '../../../plan/series.ts'
import { dayText, zonedText } from '../../../plan/text.ts'
import { utc, type Zone, zoneOf } from '../../../plan/zone.ts'
import type { Labelled, Member } from '../../act.ts'
import { type Board, readsDesk, readsTravel, sightOf } from '../../authority/board/model.ts'
import { whenOf } from '../change/model.ts'
import { guessKind } from '../kind/model.ts'
import type { EventDraft, OccurrenceView } from '../model.ts'
import { headOf, masterOf, type Part, repeats, type VersionedEvent } from '../series/model.ts'

/** What the desk knows about a calendar that its items take on. */
export type About = {
  readonly id: string
  readonly name: string
  readonly owner: 'executive' | 'assistant'
  readonly countsAsBusy: boolean
  readonly label: Label
  /** Members who may read its private items that name nobody. */
  readonly readers: readonly string[]
  /** Whose calendar it is. */
  readonly addresses: readonly string[]
  /** Domains the executive's own people write from. */
  readonly domains: ReadonlySet<string>
}

/** An item of the plan and where on the desk it comes from. */
export type CalendarItem = {
  readonly item: PlanItem
  readonly eventId: string
  readonly calendarId: string
  readonly version: number
  readonly kindGuessed: boolean
  /** Its instants come from a zone; all-day and floating items are read on whatever clocks the executive reads. */
  readonly zoned: boolean
  /** Members who may read it though it is private. */
  readonly readers: readonly string[]
  /** What those are told who may not read it; null: nothing. */
  readonly publicReason: string | null
  /** Its words were kept back where it was read. */
  readonly hidden: boolean
}

/** An occurrence as the plan sees it; what the desk says wins over what it guesses. */
export function calendarItem(
  occurrence: Omit<Occurrence, 'part'> & { readonly part: Part },
  event: { readonly id: string; readonly version: number; readonly hidden?: boolean },
  about: About,
): CalendarItem {
  const { part } = occurrence
  const item = itemOf(occurrence, {
    calendar: about.name,
    owner: about.owner,
    countsAsBusy: about.countsAsBusy,
    label: about.label,
    kind: part.kind ?? guessKind(part, about.domains),
    moves: part.moves,
    addresses: about.addresses,
  })
  return {
    item: part.saidLabel === null ? item : { ...item, label: part.saidLabel },
    eventId: event.id,
    calendarId: about.id,
    version: event.version,
    kindGuessed: part.kind === null,
    zoned: part.start.form === 'zoned',
    readers: part.readers.length > 0 ? part.readers : about.readers,
    publicReason: part.publicReason,
    hidden: event.hidden === true,
  }
}

/**
 * Who reads, and how much of it: `busy` times alone; what is labelled `open` (an outsider, a sheet for anybody); `desk`
 * also what everybody at the desk may read; `named` also the private items that name this member; `all` everything.
 */
export const sights = ['nothing', 'busy', 'open', 'desk', 'named', 'all'] as const
export type Sees = (typeof sights)[number]
export type Reader = {
  readonly sees: Sees
  /** The member who reads; null for somebody outside. */
  readonly member: string | null
}

/**
 * A reader of the desk's own matters too. `desk`: whether anything of that area is theirs to read: work, promises, decisions,
 * mistakes. `partnership`: the same of what is between the two. `travel`: of trips. Whoever reads the calendars alone is told none
 * of them, whatever their label.
 */
export type DeskReader = Reader & {
  readonly desk: boolean
  readonly partnership: boolean
  readonly travel: boolean
}

const seen = ['nothing', 'busy', 'desk', 'named', 'all'] as const

const readsPartnership = ({ areas }: Board): boolean => areas.partnership !== 'none' && areas.partnership !== 'busy'

/** Whoever has this board, as a reader. */
export const readerWith = (board: Board, member: string): DeskReader => ({
  sees: seen[sightOf(board)],
  member,
  desk: readsDesk(board),
  partnership: readsPartnership(board),
  travel: readsTravel(board),
})

/** Whoever acts, as a reader. */
export const readerOf = ({ member }: { readonly member: Pick<Member, 'id' | 'kind' | 'board'> }): DeskReader =>
  member.kind === 'executive' || member.kind === 'desk'
    ? { sees: 'all', member: member.id, desk: true, partnership: true, travel: true }
    : readerWith(member.board, member.id)

const seesAtLeast = ({ sees }: Reader, least: Sees): boolean => sights.indexOf(sees) >= sights.indexOf(least)

/** Whether a reader may have the words of what has this label, whoever it names. */
export const maySee = (label: Label, reader: Reader): boolean =>
  seesAtLeast(reader, label === 'open' ? 'open' : label === 'desk' ? 'desk' : 'all')

/** The same of what belongs to the desk itself and is on no calendar. */
export const maySeeOfDesk = (label: Label, reader: DeskReader): boolean => reader.desk && maySee(label, reader)

/** Whether what is due belongs to an area that a reader reads: what is meant to come first is between the two. */
export const readsDue = ({ what }: { readonly what: string }, reader: DeskReader): boolean =>
  what === 'priority' ? reader.partnership : reader.desk

/** Whether a reader may have the words of an item: its label allows it, or it names them. */
export const mayRead = ({ item, readers, hidden }: CalendarItem, reader: Reader): boolean =>
  !hidden &&
  (maySee(item.label, reader) || (reader.sees === 'named' && reader.member !== null && readers.includes(reader.member)))

/** Those of some items whose words a reader is told, by event. */
export const toldTo = (reader: Reader, items: readonly CalendarItem[]): Labelled[] =>
  items
    .filter((found) => found.item.label === 'private' && mayRead(found, reader))
    .map(({ eventId, item: { label } }) => ({ id: eventId, label }))

/** What stands in the place of a title. */
const instead = ({ publicReason }: CalendarItem, { sees }: Reader): string =>
  publicReason ?? (sees === 'busy' || sees === 'open' ? 'Unavailable' : 'Private')

/**
 * An item as a reader may see it: the time is the same for everyone, the words are not. Who may not read it is told its
 * public reason, which is not the truth, or only that the time is taken.
 */
export function viewOf(found: CalendarItem, home: Zone, reader: Reader): OccurrenceView {
  const { item } = found
  const open = mayRead(found, reader)
  const [startZone, endZone] = [zoneNamed(item.zone, home), zoneNamed(item.endZone, home)]
  return {
    eventId: found.eventId,
    uid: open ? item.uid : found.eventId,
    recurrenceId: item.recurrenceId,
    key: item.key,
    calendarId: found.calendarId,
    title: open ? item.title : instead(found, reader),
    kind: open ? item.kind : 'other',
    kindGuessed: open && found.kindGuessed,
    allDay: item.allDay !== null,
    start: item.allDay ? dayText(item.allDay.from) : zonedText(item.span.start, startZone),
    end: item.allDay ? dayText(item.allDay.to) : zonedText(item.span.end, endZone),
    zone: item.zone,
    endZone: item.endZone,
    place: open ? (item.place?.name ?? null) : null,
    link: open ? item.link : null,
    people: open ? [...item.people] : [],
    // Whether a busy time is private is one of the things that busy times do not say.
    label: seesAtLeast(reader, 'desk') ? item.label : 'open',
    readers: open ? [...found.readers] : [],
    publicReason: found.publicReason,
    hidden: !open,
    busy: item.busy,
    cancelled: item.cancelled,
    repeats: item.recurrenceId !== null,
    moves: open ? item.moves : 0,
  }
}

const zoneNamed = (name: string | null, home: Zone): Zone => (name === null ? home : (zoneOf(name) ?? utc))

/** Every item's view by the key the plan calls it. */
export const viewsOf = (items: readonly CalendarItem[], home: Zone, reader: Reader): Map<string, OccurrenceView> =>
  new Map(items.map((found) => [found.item.key, viewOf(found, home, reader)]))

/** The rule of a series in words; null where it does not repeat by rule. */
export function repeatsWords(event: VersionedEvent, home: Zone): string | null {
  const zone = zoneOfWhen(headOf(event).start, home)
  const words = (masterOf(event)?.rrules ?? []).flatMap((text) => {
    const rule = parseRule(text)
    return isTrouble(rule) ? [] : [rruleWords(rule, zone)]
  })
  return words.length === 0 ? null : words.join(', and ')
}

/** What the whole event has beyond one occurrence of it. */
export const wholeOf = (event: VersionedEvent, part: Part, home: Zone) => ({
  rrule: masterOf(event)?.rrules[0] ?? null,
  repeatsWords: repeatsWords(event, home),
  repeats: repeats(event),
  notes: part.notes,
  when: whenOf(part, home),
  version: event.version,
  kept: [...part.kept],
})

/** Of an event a reader may not read: its times, and that is all. */
export const wholeHidden = (event: VersionedEvent, part: Part, home: Zone) => ({
  ...wholeOf(event, part, home),
  notes: '',
  kept: [],
})

/** What a part says as a person would set it, for the journal's before and after. */
export const draftOf = (part: Part, home: Zone): EventDraft => ({
  title: part.title,
  when: whenOf(part, home),
  rrule: part.rrules[0] ?? null,
  place: part.place?.name ?? null,
  link: part.link,
  notes: part.notes,
  kind: part.kind,
  label: part.saidLabel,
  readers: [...part.readers],
  publicReason: part.publicReason,
  busy: !part.transparent,
  people: [...part.people],
})
