import { idOfDue } from '../../../plan/due.ts'
import { asInstant, type Instant } from '../../../plan/time.ts'
import { type Act, refuse } from '../../act.ts'
import { abouts, homeZone } from '../../calendar/occurrences/actions.ts'
import { type CalendarItem, mayRead, maySee, readerOf, toldTo, viewOf } from '../../calendar/views/model.ts'
import { mayReadPeople, throughIn } from '../../people/finding/actions.ts'
import type { Person } from '../../people/model.ts'
import { knownTo } from '../../people/showing/actions.ts'
import type { ActionsFor } from '../../registry.ts'
import { byDue, type Commitment, folded } from '../commitments/model.ts'
import { commitmentsWith } from '../commitments/queries.ts'
import { nowOf, viewOf as promiseView } from '../commitments/showing/actions.ts'
import { meetingAt } from '../notes/actions.ts'
import { decisionsIn, type Note } from '../notes/model.ts'
import { noteOfMeeting, notesWith } from '../notes/queries.ts'
import type { briefContract } from './contract.ts'
import type { Brief, BriefPerson } from './model.ts'
import { assistantsOf, type Met, metBefore } from './queries.ts'
import { metWords, missingWords } from './words.ts'

type Show = ActionsFor<typeof briefContract>['brief']['show']

const show: Show = async ({ eventId, recurrenceId }, act) => {
  const meeting = await meetingAt(act, eventId, recurrenceId ?? null)
  const reader = readerOf(act)
  if (!meeting || !mayRead(meeting, reader)) return refuse('not-there', 'There is no such event.', [eventId], 'eventId')
  act.looked(toldTo(reader, [meeting]))
  const about = (await abouts(act.db, act.desk.id)).get(meeting.calendarId)
  const invited = meeting.item.people.filter(({ address }) => !about?.addresses.includes(address))
  const people = await peopleOf(act, meeting, invited)
  const seen = (note: Note) => maySee(note.label, reader)
  const own = await noteOfMeeting(act.db, act.desk.id, eventId, recurrenceId ?? null)
  const notes = (await notesOf(act, people)).filter((note) => seen(note) && note.id !== own?.id)
  const told = own && seen(own) ? [own, ...notes] : notes
  act.looked(told)
  const noted = decisionsIn(told).filter(({ isWanted }) => isWanted)
  const wanted = [...(await askedThere(act, meeting)), ...noted.map(({ what, who, on }) => ({ what, who, from: on }))]
  const view = viewOf(meeting, homeZone(act.desk), reader)
  const found: Omit<Brief, 'missing'> = {
    eventId,
    recurrenceId: recurrenceId ?? null,
    title: view.title,
    start: view.start,
    place: view.place,
    label: meeting.item.label,
    people,
    wanted,
    notes: notes.slice(0, mostNotes).map(({ id, title, on, lines }) => ({ id, title, on, lines: [...lines] })),
  }
  return { ...found, missing: missingIn(found, reader.sees === 'all') }
}

const mostNotes = 3

/** Open decisions that hang on the meeting, of whatever noun has them. */
async function askedThere(act: Act, { eventId, item }: CalendarItem): Promise<Brief['wanted']> {
  const start = asInstant(Math.min(item.span.start, act.at.epochMilliseconds))
  const dues = await act.asDesk(() => act.duesIn({ window: { start, end: asInstant(item.span.end + 1) } }))
  const asked = dues
    .filter(({ what, closedAt, label }) => what === 'decision' && closedAt === null && maySee(label, readerOf(act)))
    .filter(({ hangsOn }) => hangsOn.includes(eventId))
  act.looked(asked.map((due) => ({ id: idOfDue(due), label: due.label })))
  return asked.map(({ title, who }) => ({ what: title, who, from: 'asked' }))
}

/** What could not be found, said plainly. */
function missingIn(found: Omit<Brief, 'missing'>, seesAll: boolean): string[] {
  const { people } = found
  if (people.length === 0) return [missingWords.nobody()]
  const strangers = people.filter(({ lastMet }) => lastMet === null)
  return [
    ...strangers.map(({ name }) => missingWords.neverMet(name, seesAll)),
    ...people.filter(({ name, address }) => name === address).map(({ name }) => missingWords.noAddress(name)),
    ...(people.every(({ ours, theirs }) => ours.length + theirs.length === 0) ? [missingWords.noPromises()] : []),
    ...(found.notes.length === 0 ? [missingWords.noNotes(seesAll)] : []),
    ...(found.wanted.length === 0 ? [missingWords.noDecision()] : []),
  ]
}

type Invited = CalendarItem['item']['people']

async function peopleOf(act: Act, meeting: CalendarItem, invited: Invited): Promise<BriefPerson[]> {
  const addresses = invited.map(({ address }) => address)
  const before = meeting.item.span.start
  const [met, through] = [
    await metBefore(act.db, act.desk.id, addresses, before),
    await assistantsOf(act.db, act.desk.id, addresses),
  ]
  const names = invited.flatMap(({ name, address }) => [
    address.toLowerCase(),
    ...(name === null ? [] : [folded(name)]),
  ])
  const about = (people: readonly Person[]) => people.map(({ id }) => id)
  const known = (await mayReadPeople(act)) ? await knownTo(act, { called: names, about }) : null
  const promised = (await commitmentsWith(act.db, act.desk.id, names, act.at))
    .filter(({ state, label }) => state === 'open' && maySee(label, readerOf(act)))
    .sort(byDue)
  const found: BriefPerson[] = []
  for (const { address, name, answer } of invited) {
    const theirs = promised.filter((one) => isWith(one, { address, name }))
    const view = (one: Commitment) => promiseView(act, one)
    const offered = through.find((one) => one.address === address)
    const { title, kind } = meeting.item
    const record = known && throughIn(known, { name, address, title, kind }, nowOf(act).toPlainDate())
    const assistant = record?.through ?? record?.assistants[0]
    act.looked([...(assistant ? [assistant] : []), ...(record?.lines ?? [])])
    const helper = assistant ?? (offered && { name: offered.name, address: offered.through })
    found.push({
      name: name ?? address,
      address,
      answer,
      assistant: helper ? { name: helper.name, address: helper.address } : null,
      works: assistant?.works ?? [],
      lines: record?.lines ?? [],
      lastMet: await lastMet(
        act,
        met.filter((one) => one.address === address),
        before,
      ),
      ours: theirs.filter(({ side }) => side === 'ours').map(view),
      theirs: theirs.filter(({ side }) => side === 'theirs').map(view),
    })
  }
  return found
}

const isWith = ({ terms }: Commitment, who: { address: string; name: string | null }): boolean =>
  [terms.by, terms.to].some(
    (one) =>
      one.address?.toLowerCase() === who.address.toLowerCase() ||
      (who.name !== null && folded(one.name) === folded(who.name)),
  )

/** The newest meeting they had together that was not cancelled, and whose words whoever reads may read. */
async function lastMet(act: Act, met: readonly Met[], before: Instant): Promise<BriefPerson['lastMet']> {
  const reader = readerOf(act)
  for (const { eventId, recurrenceId, address } of met) {
    const found = await meetingAt(act, eventId, recurrenceId === '' ? null : recurrenceId)
    if (!found || found.item.cancelled || !mayRead(found, reader)) continue
    if (!found.item.people.some((one) => one.address === address && one.answer !== 'declined')) continue
    act.looked(toldTo(reader, [found]))
    const { title, place, start } = viewOf(found, homeZone(act.desk), reader)
    return {
      eventId,
      recurrenceId: recurrenceId === '' ? null : recurrenceId,
      title,
      at: start,
      place,
      words: metWords(found.item.span.start, before, act.desk.zone, place),
    }
  }
  return null
}

/** The newest notes of meetings with any of them, each once. */
async function notesOf(act: Act, people: readonly BriefPerson[]): Promise<Note[]> {
  const byId = new Map<string, Note>()
  for (const { name, address } of people)
    for (const note of await notesWith(act.db, act.desk.id, { name, address }, mostNotes + 1)) byId.set(note.id, note)
  return [...byId.values()].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

export const briefActions: ActionsFor<typeof briefContract> = { brief: { show } }
