import type { TestDesk } from '../../testing.ts'
import type { Who } from './members.ts'

/** Words that stand in private things alone. */
export const secret = [
  'Larkspur clinic',
  'Dr Venn',
  'venn@larkspur.example',
  'Orchard Mews',
  'bring the scans',
  'larkspur-7',
]
/** The title of something that is not private. */
export const known = 'Quarterly review'

const lower = secret.map((word) => word.toLowerCase())
/** The secret words an answer holds. */
export const leaks = (answer: unknown): string[] => {
  const text = JSON.stringify(answer).toLowerCase()
  return lower.filter((word) => text.includes(word))
}

export const timed = (day: string, from: string, to: string) => ({
  allDay: false,
  start: `${day}T${from}:00`,
  end: `${day}T${to}:00`,
  zone: 'Europe/London',
  endZone: null,
})

/** One private event, and something private of every folder that hangs on it; each folder has its own function. */
export async function privateThings(desk: TestDesk, members: Readonly<Record<Who, string>>) {
  const events = await ofCalendar(desk, members.named)
  const groupId = await ofHolds(desk)
  const promises = await ofCommitments(desk, events.eventId)
  const workId = await ofWork(desk, events.eventId)
  const decisionId = await ofDecisions(desk, events.eventId)
  const coverId = await ofCover(desk)
  const { entries } = await desk.do<{ entries: { id: string }[] }>('journal.list', { item: events.eventId })
  const mistakeId = await ofMistakes(desk, events.eventId)
  const priorityId = await ofPriorities(desk, events.eventId, workId)
  await ofPartnership(desk, mistakeId)
  const personId = await ofPeople(desk)
  const travel = await ofTravel(desk, members.named)
  const traveller = await ofTravellers(desk, personId)
  return {
    ...events,
    groupId,
    ...promises,
    workId,
    decisionId,
    coverId,
    lastEntry: entries[0]?.id ?? '',
    mistakeId,
    priorityId,
    personId,
    ...travel,
    ...traveller,
  }
}
export type Things = Awaited<ReturnType<typeof privateThings>>

async function ofCalendar(desk: TestDesk, named: string) {
  const { calendar } = await desk.do<{ calendar: { id: string } }>('calendar.add', { name: 'Work' })
  const add = async (draft: object) =>
    (await desk.do<{ event: { eventId: string } }>('event.add', { calendarId: calendar.id, ...draft })).event.eventId
  const openId = await add({ title: known, when: timed('2026-11-24', '10:00', '11:00') })
  const eventId = await add({
    title: 'Larkspur clinic',
    when: timed('2026-11-24', '10:30', '11:30'),
    place: 'Orchard Mews',
    notes: 'bring the scans, file larkspur-7',
    label: 'private',
    readers: [named],
    publicReason: 'Out of office',
    people: [{ address: 'venn@larkspur.example', name: 'Dr Venn', answer: 'accepted', required: true }],
  })
  await desk.do('event.move', { eventId, when: timed('2026-11-24', '10:15', '11:15') })
  return { work: calendar.id, openId, eventId }
}

async function ofHolds(desk: TestDesk): Promise<string> {
  const { group } = await desk.do<{ group: { id: string } }>('hold.offer', {
    to: { name: 'Dr Venn', zone: 'Europe/London' },
    meeting: { title: 'Larkspur clinic again', by: 'place', place: 'Orchard Mews', label: 'private' },
    times: [{ start: '2026-11-25T10:00:00Z', end: '2026-11-25T10:30:00Z' }],
    expiresAt: '2026-11-24T20:00:00Z',
    page: false,
  })
  return group.id
}

async function ofCommitments(desk: TestDesk, eventId: string) {
  const said = { what: 'bring the scans', side: 'ours', by: { name: 'Dana Okafor' }, to: { name: 'Dr Venn' } }
  const more = {
    dueOn: '2026-11-24',
    saidWhere: { by: 'meeting', eventId },
    words: 'I bring the scans to Orchard Mews',
  }
  const { commitment } = await desk.do<{ commitment: { id: string } }>('commitment.add', { ...said, ...more })
  const line = { id: '01a00000-0000-7000-8000-0000000000aa', text: 'Dr Venn: bring the scans' }
  const { note } = await desk.do<{ note: { id: string } }>('note.add', { eventId, lines: [line] })
  const hung = { what: 'the summary', to: { name: 'Jo' }, label: 'desk', dueOn: '2026-11-26' }
  await desk.do('commitment.add', { ...said, ...hung, hangsOn: [commitment.id] })
  return { promiseId: commitment.id, noteId: note.id }
}

async function ofWork(desk: TestDesk, eventId: string): Promise<string> {
  const task = { title: 'Bring the scans to Larkspur clinic', label: 'private', askedBy: 'Dr Venn' }
  const { work } = await desk.do<{ work: { id: string } }>('work.add', { ...task, dueOn: '2026-11-24' })
  await desk.do('work.add', { title: 'Read the review', hangsOn: [eventId, work.id] })
  return work.id
}

async function ofDecisions(desk: TestDesk, eventId: string): Promise<string> {
  const { decision } = await desk.do<{ decision: { id: string } }>('decision.ask', {
    question: 'Larkspur clinic: another day for Dr Venn?',
    context: 'bring the scans',
    options: [
      { words: 'Orchard Mews on Friday', does: { operation: 'event.cancel', input: { eventId } } },
      { words: 'As it is' },
    ],
    neededBy: { on: '2026-11-24', time: '09:00' },
    hangsOn: [eventId],
  })
  return decision.id
}

async function ofCover(desk: TestDesk): Promise<string> {
  const wren = await desk.sit('cover', 'Wren')
  const draft = { away: desk.seat.member, cover: wren, fromOn: null, toOn: '2026-11-26' }
  return (await desk.do<{ cover: { id: string } }>('cover.plan', draft)).cover.id
}

async function ofMistakes(desk: TestDesk, eventId: string): Promise<string> {
  const wrong = { item: eventId, asked: 'bring the scans', done: 'they stayed at Orchard Mews' }
  return (await desk.do<{ mistake: { id: string } }>('mistake.own', wrong)).mistake.id
}

async function ofPriorities(desk: TestDesk, eventId: string, workId: string): Promise<string> {
  const first = { horizon: 'quarter', on: '2026-11-24', title: 'Larkspur clinic', label: 'private' }
  const add = (draft: object) => desk.do<{ id: string }>('priority.add', { ...first, ...draft })
  const { id } = await add({ rules: [{ words: ['Dr Venn', 'larkspur-7'] }] })
  await add({ title: 'Reviews', label: 'desk', rules: [{ words: ['clinic', 'review'] }] })
  await desk.do('priority.tie', { what: 'event', id: eventId, priority: id })
  await desk.do('priority.tie', { what: 'work', id: workId, priority: id })
  return id
}

/** An answer with private words; a one-to-one that leaves private lines for the next, and feedback: for Ines and Dana alone. */
async function ofPartnership(desk: TestDesk, mistakeId: string): Promise<void> {
  const { members: all } = await desk.do<{ members: { id: string; kind: string }[] }>('member.list')
  const to = all.find(({ kind }) => kind === 'executive')?.id ?? ''
  const words = { well: 'Larkspur clinic was ready', toTry: 'bring the scans', thanks: 'Dr Venn says thank you' }
  const about = { kind: 'mistake', item: mistakeId }
  await desk.do('feedback.give', { to, about, ...words })
  await desk.do('feedback.give', { to: desk.seat.member, about, ...words }, { member: to })
  const { meeting } = await desk.do<{ meeting: { id: string } }>('oneToOne.begin')
  await desk.do('oneToOne.end', { id: meeting.id })
  const family = { dates: ['2026-12-05'], every: 'year', words: 'bring the scans to Orchard Mews', firm: 'prefer' }
  await desk.do('knowing.fill', { question: 'family', values: family, note: 'Dr Venn' })
}

/** A private trip to the clinic, with a ride and a night, and what is open about it. */
async function ofTravel(desk: TestDesk, named: string) {
  const days = { from: '2026-11-27', until: '2026-11-28', cities: ['Orchard Mews'], purpose: 'bring the scans' }
  const { trip } = await desk.do<{ trip: { id: string } }>('trip.add', {
    title: 'Larkspur clinic',
    label: 'private',
    readers: [named],
    ...days,
  })
  const add = async (draft: object) =>
    (await desk.do<{ segment: { id: string } }>('segment.add', { tripId: trip.id, ...draft })).segment.id
  const zone = 'Europe/London'
  const segmentId = await add({
    kind: 'ride',
    provider: 'Dr Venn',
    from: { place: 'Home', zone, local: '2026-11-27T09:00' },
    to: { place: 'Orchard Mews', zone, local: '2026-11-27T10:00' },
    people: [{ name: 'Dr Venn', address: 'venn@larkspur.example' }],
  })
  await add({ kind: 'stay', provider: 'Orchard Mews', from: { local: '2026-11-27' }, to: { local: '2026-11-28' } })
  await desk.do('segment.ask', { id: segmentId, to: 'Dr Venn', wanted: { words: 'bring the scans' } })
  const open = { tripId: trip.id, words: 'Bring the scans to Dr Venn' }
  const { point } = await desk.do<{ point: { id: string } }>('point.add', open)
  return { tripId: trip.id, segmentId, pointId: point.id, linkId: await givenOut(desk, trip.id) }
}

/** Its itinerary was let go for whoever reads it; and what is on file for an emergency. */
async function givenOut(desk: TestDesk, tripId: string): Promise<string> {
  const asked = { tripId, for: 'traveller', reach: 'Dr Venn' }
  const { text } = await desk.do<{ text: string }>('itinerary.preview', asked)
  await desk.do('text.release', { text, to: 'Dr Venn', trip: tripId, reason: 'bring the scans' })
  const { link } = await desk.do<{ link: { id: string } }>('itinerary.issue', { ...asked, to: 'Dr Venn' })
  await desk.do('emergency.keep', { set: { insurance: 'Larkspur clinic, larkspur-7', reach: 'Dr Venn' } })
  return link.id
}

async function ofPeople(desk: TestDesk): Promise<string> {
  const venn = {
    name: 'Dr Venn',
    addresses: ['venn@larkspur.example'],
    organisation: 'Larkspur clinic',
    label: 'private',
  }
  const { id } = (await desk.do<{ person: { id: string } }>('person.add', venn)).person
  await desk.do('person.assist', { id, assistant: { name: 'Jo Park', address: 'jo@post.example' } })
  await desk.do('contact.note', { personId: id, words: 'Bring the scans to Orchard Mews' })
  const { people } = await desk.do<{ people: { id: string; name: string }[] }>('person.list', { text: 'Jo Park' })
  const jo = people.find(({ name }) => name === 'Jo Park')?.id
  await desk.do('contact.note', { personId: jo, words: 'Sends us to Larkspur clinic', label: 'private' })
  return id
}

/** A paper of the executive's, which is private, and what is on file of somebody private. */
async function ofTravellers(desk: TestDesk, personId: string) {
  const venn = { name: 'Dr Venn', notes: 'bring the scans', number: 'larkspur-7' }
  const { id: paperId } = (await desk.do<{ paper: { id: string } }>('paper.add', { kind: 'visa', ...venn })).paper
  await desk.do('paper.edit', { id: paperId, set: { notes: 'bring the scans to Orchard Mews' } })
  await desk.do('paper.add', { kind: 'passport', personId, ...venn })
  await desk.do('traveller.edit', { personId, passportName: 'Dr Venn' })
  const card = { personId, provider: 'Larkspur clinic club', notes: 'bring the scans', number: 'larkspur-7' }
  const { id: loyaltyId } = (await desk.do<{ loyalty: { id: string } }>('loyalty.add', card)).loyalty
  return { paperId, loyaltyId }
}
