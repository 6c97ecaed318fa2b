import { isOwnUid, maker, ownWords } from '../../../desk/travel/itinerary/marks/model.ts'
import { dateWords } from '../../../desk/travel/itinerary/words.ts'
import type { Proposal } from '../../../desk/travel/reading/model.ts'
import { instantOf as instantOfWhen, type When, type WrittenZone } from '../../../plan/series.ts'
import { dayText, wallText, zonedText } from '../../../plan/text.ts'
import { asInstant, type Instant, minuteMs } from '../../../plan/time.ts'
import { utc, zoneOf } from '../../../plan/zone.ts'
import { readFile } from '../../ics/read.ts'
import { isUnusable } from '../../ics/scan.ts'
import { Draft } from '../data/draft.ts'
import { eventDraft, trade } from '../data/event.ts'
import { limits } from '../limits.ts'
import { standing } from '../merge/standing.ts'
import { timeText } from '../times.ts'
import { decoded } from './decoded.ts'
import { ownPiece } from './own.ts'
import { nothing, type Piece, plain } from './piece.ts'

type Part = NonNullable<ReturnType<Extract<ReturnType<typeof readFile>, { parts: unknown }>['reread']>>

/** The wall, offset and zone of an instant as a calendar writes it. */
function zoned(at: Instant, { written, name }: WrittenZone): { value: string; zone: string | null } {
  const zone = written === 'Z' || name === null ? utc : (zoneOf(name) ?? utc)
  return {
    value: timeText({ wall: zone.toWall(at), exact: true, offset: zone.offsetAt(at) }),
    zone: zone === utc ? null : zone.id,
  }
}

function setTime(
  draft: Draft,
  field: 'starts' | 'ends',
  property: string,
  when: When,
  at: Instant | null,
  zone: WrittenZone | null,
) {
  const said = (words: string) => ({ path: property, words })
  if (when.form === 'date') return draft.set(field, said(dayText(when.day)))
  if (when.form === 'floating') return draft.set(field, said(wallText(when.wall).slice(0, 16)))
  if (at === null || !zone) return
  const time = zoned(at, zone)
  draft.set(field, said(zone.written === 'Z' ? `${time.value.slice(0, 16)}Z` : time.value), time.value)
  if (time.zone) draft.set(field === 'starts' ? 'fromZone' : 'toZone', said(zone.written), time.zone)
}

/** The last day of days that a calendar counts past the end. */
function endOf(part: Part): When {
  const { start, length } = part
  if (start.form === 'date') return { ...start, day: (start.day + length.days) as typeof start.day }
  if (start.form === 'floating')
    return { ...start, wall: (start.wall + length.days * 864e5 + length.ms) as typeof start.wall }
  return start
}

/** When it is, as a calendar shows it; of what is kept in UTC the day alone, for its hours are nobody's there. */
function whenText({ fields: { starts, ends } }: Proposal): string {
  const isUtc = starts?.origin.by === 'data' && starts.origin.words.endsWith('Z')
  const shown = (value: string | undefined) => value?.slice(0, isUtc ? 10 : 16).replace('T', ' ') ?? ''
  const [from, to] = [shown(starts?.value), shown(ends?.value)]
  if (to === '' || to === from) return from
  return from.slice(0, 10) === to.slice(0, 10) ? `${from} – ${to.slice(11)}` : `${from} – ${to}`
}

/** "Tallboat House, 40 Sandhollow Quay, Dublin 2" is a house and its address; "Deichweg 44, 26757 Borkum" is an address alone. */
function setPlace(draft: Draft, location: string) {
  const [first = '', ...rest] = location.slice(0, 300).split(/\s*[,\n]\s*/)
  const [said, beyond] = [{ path: 'LOCATION', words: location.slice(0, 300) }, rest.join(', ')]
  if (rest.length > 0 && /\d/.test(first)) return draft.set('address', said)
  draft.set('place', said, /\d/.test(beyond) ? first : location.slice(0, 300))
  if (/\d/.test(beyond)) draft.set('address', said, beyond)
}

const carried = new Set<Proposal['kind']>(['flight', 'train', 'bus', 'ferry', 'ride'])
const dayLength = 864e5

/** Nights that it lasts: of whole days each, otherwise those in between its hours. */
function nightsOf({ start, length }: Part): number {
  if (start.form === 'date') return length.days
  const begins = start.wall % dayLength
  return Math.floor((begins + length.days * dayLength + length.ms) / dayLength)
}

/** A house's day of arriving or leaving is not when one leaves it; the last whole day of a meeting is counted past its end. */
function setEnd(draft: Draft, part: Part, at: Instant | null) {
  const { start, length, endZone } = part
  const lasts = length.days * dayLength + length.ms
  if (lasts <= 0 || (draft.kind === 'stay' && nightsOf(part) < 1)) return
  const zone = start.form === 'zoned' ? (endZone ?? start.zone) : null
  const end = endOf(part)
  if (end.form !== 'date' || draft.kind === 'stay')
    return setTime(draft, 'ends', 'DTEND', end, at === null ? null : asInstant(at + lasts), zone)
  if (length.days > 1) setTime(draft, 'ends', 'DTEND', { ...end, day: (end.day - 1) as typeof end.day }, null, null)
}

/** Who sends it, where that is a firm of travel or one its own words name. */
function setSender(draft: Draft, part: Part, product: string) {
  const maker = product.split('//')[1]?.trim() ?? ''
  const own = `${part.title}\n${part.notes}`
  const organizer = part.organizer?.replace(/\s*<.*$/, '').trim() ?? ''
  for (const [path, words] of [
    ['ORGANIZER', organizer],
    ['PRODID', maker],
  ] as const)
    if (words.length > 2 && !words.includes('@') && (trade.test(words) || standing(words, own)))
      draft.set('provider', { path, words })
}

function eventOf(part: Part, product: string): Proposal {
  const action = part.cancelled ? 'cancelled' : part.tentative ? 'requested' : 'booked'
  const { start, title, notes, categories } = part
  const place = part.place?.name ?? ''
  const told = eventDraft({ title, notes, place, categories }, action, nightsOf(part))
  const draft = told ?? new Draft('meeting', action, '')
  const at = start.form === 'zoned' ? instantOfWhen(start, utc) : null
  setTime(draft, 'starts', 'DTSTART', start, at, start.form === 'zoned' ? start.zone : null)
  setEnd(draft, part, at)
  if (!carried.has(draft.kind) && draft.kind !== 'car') setPlace(draft, place)
  if (told) setSender(draft, part, product)
  return draft.proposal()
}

/** What the desk made of its own trip; when is told where the file is still as the desk made it. */
function ownEvent({ dtstamp }: Part, product: string): Piece {
  const isAsMade = product.includes(maker) && dtstamp !== null
  return ownPiece('calendar', ownWords(isAsMade ? dateWords(wallText(utc.toWall(dtstamp)).slice(0, 10)) : null))
}

function eventPiece(part: Part, product: string): Piece {
  if (isOwnUid(part.uid)) return ownEvent(part, product)
  const at = part.start.form === 'zoned' ? instantOfWhen(part.start, utc) : null
  const event = eventOf(part, product)
  const text = [part.title, whenText(event), part.place?.name ?? '', part.notes]
    .filter((each) => each !== '')
    .join('\n')
  return {
    ...nothing,
    form: 'calendar',
    text: plain(text),
    data: [event],
    subject: part.title === '' ? null : part.title,
    from: part.organizer,
    sentAt: at === null ? null : zonedText(asInstant(at - minuteMs), utc),
  }
}

/** Each event of a calendar file as a piece of its own: its title, place and notes are its text, its times are data. */
export function readCalendar(bytes: Uint8Array): Piece[] {
  const file = readFile(bytes, null)
  const product = /^PRODID[^:\n]*:(.*)$/im.exec(decoded(bytes.subarray(0, 65_536)))?.[1] ?? ''
  if (isUnusable(file)) return [{ ...nothing, form: 'calendar', remarks: [file.words] }]
  const remarks = [
    ...file.skipped.slice(0, 5).map(({ line, reason }) => `Line ${line} of the calendar file: ${reason}`),
    ...(file.parts.length > limits.pieces ? [`Only its first ${limits.pieces} events were read`] : []),
  ]
  const pieces = file.parts
    .slice(0, limits.pieces)
    .map(({ part }, index): Piece => ({ ...eventPiece(part, product), beside: index > 0 }))
  return pieces.length === 0
    ? [{ ...nothing, form: 'calendar', remarks }]
    : pieces.map((piece, at) => (at === 0 ? { ...piece, remarks: [...remarks, ...piece.remarks] } : piece))
}
