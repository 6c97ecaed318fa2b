import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { isRefused } from '../../act.ts'
import { defaultBoards } from '../../authority/board/model.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import type { SegmentView, TripView } from '../model.ts'
import type { ConfirmationLine, PartView } from './model.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
  await desk.do('calendar.add', { name: 'Work' })
})
afterAll(() => desk.stop())

type Flight = {
  number?: string
  reference?: string
  from?: string
  to?: string
  departs: string
  arrives: string
  status?: string
}

/** A confirmation as an airline's page holds it, with what a person sees and what a program reads. */
const page = ({
  number = '345',
  reference = 'K7Q2MD',
  from = 'LCY',
  to = 'ZRH',
  departs,
  arrives,
  status = 'Confirmed',
}: Flight) => {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'FlightReservation',
    reservationNumber: reference,
    reservationStatus: `https://schema.org/Reservation${status}`,
    underName: { '@type': 'Person', name: 'Dana Okafor' },
    reservationFor: {
      '@type': 'Flight',
      flightNumber: number,
      airline: { '@type': 'Airline', name: 'Crossfell Air', iataCode: 'XQ' },
      departureAirport: { '@type': 'Airport', iataCode: from },
      arrivalAirport: { '@type': 'Airport', iataCode: to },
      departureTime: departs,
      arrivalTime: arrives,
    },
  }
  return `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><h1>Your flight</h1><p>Crossfell Air XQ ${number}, booking ${reference}, ${from} ${departs.slice(11, 16)} to ${to} ${arrives.slice(11, 16)}</p></body></html>`
}

const mail = (sent: string, html: string) =>
  [
    'From: Crossfell Air <changes@crossfell.example>',
    'To: ines@okafor.example',
    'Subject: Your flight XQ 345',
    `Date: ${sent}`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
  ].join('\r\n')

const file = (text: string, name: string) => new File([text], name)

type Shown = {
  confirmation: ConfirmationLine
  text: string
  parts: PartView[]
  newTrip: { title?: string; from?: string }
}
const drop = async (text: string, name: string, tripId: string | null = null) =>
  await desk.do<{ confirmation: ConfirmationLine; known: boolean }>('confirmation.drop', {
    file: file(text, name),
    fileName: name,
    tripId,
  })
const shown = (id: string) => desk.do<Shown>('confirmation.show', { id })
const trip = async (id: string) => (await desk.do<{ trip: TripView }>('trip.show', { id })).trip

const add = async (draft: object) =>
  (await desk.do<{ trip: TripView }>('trip.add', { from: '2026-12-01', until: '2026-12-02', ...draft })).trip

const old = { departs: '2026-12-01T17:10', arrives: '2026-12-01T19:50' }
const moved = { departs: '2026-12-01T17:55', arrives: '2026-12-01T20:35' }

test('a confirmation that fits no trip makes one, with the flight in the zones of its airports', async () => {
  const { confirmation } = await drop(page(old), 'booking.html')
  const { parts, newTrip } = await shown(confirmation.id)
  expect(parts).toMatchObject([{ kind: 'flight', news: 'new', match: { how: 'none' }, statusAfter: 'booked' }])
  await desk.do('confirmation.take', {
    id: confirmation.id,
    parts: [{ index: 0, segmentId: null }],
    newTrip: { title: newTrip.title ?? 'Zurich', from: '2026-12-01', until: '2026-12-02' },
  })
  const { tripId } = (await shown(confirmation.id)).confirmation
  const { segments } = await trip(tripId ?? '')
  expect(segments).toMatchObject([
    {
      number: expect.stringContaining('345'),
      confirmation: 'K7Q2MD',
      status: 'booked',
      from: { airport: 'LCY', at: '2026-12-01T17:10:00+00:00[Europe/London]' },
      to: { airport: 'ZRH', at: '2026-12-01T19:50:00+01:00[Europe/Zurich]' },
    },
  ])
})

const flight = async (): Promise<SegmentView> => {
  const { trips } = await desk.do<{ trips: { id: string }[] }>('trip.list', {})
  const [segment] = (await trip(trips[0]?.id ?? '')).segments
  if (!segment) throw new Error('no flight')
  return segment
}

test('every value that was read points at its words, or at the data or table it came from', async () => {
  const { confirmation } = await drop(page({ ...old, number: '999', reference: 'OTHERS' }), 'other.html')
  const { text, parts } = await shown(confirmation.id)
  for (const { origin } of parts.flatMap(({ fields }) => fields))
    if (origin.by === 'words') expect(text.slice(origin.at, origin.at + origin.words.length)).toBe(origin.words)
  await desk.do('confirmation.leave', { id: confirmation.id, reason: 'for somebody else' })
})

test('the airline’s mail of a new time finds the flight, shows old and new, and changes it with one yes', async () => {
  const { confirmation } = await drop(mail('Mon, 23 Nov 2026 06:12:00 +0000', page(moved)), 'change.eml')
  expect(confirmation.words).toContain('dropped in at 09:00: the mail of 06:12 from Crossfell Air')
  const { parts } = await shown(confirmation.id)
  expect(parts).toMatchObject([{ news: 'changes', match: { segmentId: (await flight()).id }, statusAfter: 'changed' }])
  expect(parts[0]?.fields.find(({ field }) => field === 'starts')).toMatchObject({
    before: '2026-12-01T17:10:00',
    changed: true,
  })
  const { did } = await desk.do('confirmation.take', {
    id: confirmation.id,
    parts: [{ index: 0, segmentId: (await flight()).id }],
  })
  expect(await flight()).toMatchObject({
    status: 'changed',
    from: { local: '2026-12-01T17:55:00' },
    sources: [expect.any(String), confirmation.id],
  })
  await desk.do('journal.undo', { entry: did.entry })
  expect(await flight()).toMatchObject({ status: 'booked', from: { local: '2026-12-01T17:10:00' } })
  expect((await shown(confirmation.id)).confirmation.state).toBe('open')
  await desk.do('confirmation.take', { id: confirmation.id, parts: [{ index: 0, segmentId: (await flight()).id }] })
})

test('the same bytes again are the confirmation that is there', async () => {
  const again = await drop(page(old), 'booking (1).html')
  expect(again).toMatchObject({ known: true, confirmation: { state: 'taken', fileName: 'booking.html' } })
})

test('an older mail that comes late says so, and puts nothing back by itself', async () => {
  const { confirmation } = await drop(mail('Fri, 20 Nov 2026 08:00:00 +0000', page(old)), 'late.eml')
  expect((await shown(confirmation.id)).parts).toMatchObject([{ news: 'older' }])
})

test('a mail of the same times says nothing new', async () => {
  const { confirmation } = await drop(mail('Mon, 23 Nov 2026 07:30:00 +0000', page(moved)), 'again.eml')
  expect((await shown(confirmation.id)).parts).toMatchObject([{ news: 'nothing new' }])
})

test('a confirmation of what was asked for confirms it; one of anything else leaves it amber', async () => {
  const { id, version } = await flight()
  const wanted = { starts: '2026-12-01T18:30:00', ends: '2026-12-01T21:10:00' }
  await desk.do('segment.ask', { id, version, to: 'Crossfell Air', wanted, message: 'Please' })
  const wrong = await drop(
    mail('Mon, 23 Nov 2026 08:30:00 +0000', page({ departs: '2026-12-01T19:30', arrives: '2026-12-01T22:10' })),
    'wrong.eml',
  )
  expect((await shown(wrong.confirmation.id)).parts[0]).toMatchObject({
    statusAfter: 'changed',
    asked: [{ kept: false }, { kept: false }],
  })
  const right = await drop(
    mail(
      'Mon, 23 Nov 2026 08:40:00 +0000',
      page({ departs: wanted.starts.slice(0, 16), arrives: wanted.ends.slice(0, 16) }),
    ),
    'right.eml',
  )
  await desk.do('confirmation.take', { id: right.confirmation.id, parts: [{ index: 0, segmentId: id }] })
  expect(await flight()).toMatchObject({ status: 'confirmed', waiting: null, from: { local: wanted.starts } })
})

test('what was asked in words stays amber when the mail of before is dropped in again', async () => {
  const { id, version } = await flight()
  const wanted = { words: 'Two seats together' }
  await desk.do('segment.ask', { id, version, to: 'Crossfell Air', wanted, message: 'Please' })
  const { starts, ends } = { starts: '2026-12-01T18:30', ends: '2026-12-01T21:10' }
  const again = await drop(
    mail('Mon, 23 Nov 2026 08:45:00 +0000', page({ departs: starts, arrives: ends })),
    'same.eml',
  )
  await desk.do('confirmation.take', { id: again.confirmation.id, parts: [{ index: 0, segmentId: id }] })
  expect(await flight()).toMatchObject({ status: 'booked', waiting: { words: wanted.words } })
})

test('cancelled and sent again: the mail that brings it back says that the desk has it as cancelled', async () => {
  const gone = await drop(mail('Mon, 23 Nov 2026 08:50:00 +0000', page({ ...moved, status: 'Cancelled' })), 'gone.eml')
  await desk.do('confirmation.take', {
    id: gone.confirmation.id,
    parts: [{ index: 0, segmentId: (await flight()).id }],
  })
  expect((await flight()).status).toBe('cancelled')
  const back = await drop(mail('Mon, 23 Nov 2026 08:55:00 +0000', page(moved)), 'back.eml')
  expect((await shown(back.confirmation.id)).parts[0]).toMatchObject({
    news: 'changes',
    note: 'The desk has it as cancelled; this says that it is on.',
  })
  const late = await drop(mail('Mon, 23 Nov 2026 08:42:00 +0000', page(moved)), 'late.eml')
  expect((await shown(late.confirmation.id)).parts[0]).toMatchObject({
    news: 'older',
    note: 'The desk has it as cancelled by a newer mail than this: taken, it would be on again.',
  })
})

test('what was corrected by hand is what is taken, and a time in no known form is refused where it stands', async () => {
  const { confirmation } = await drop(page({ ...old, number: '777', reference: 'HANDED' }), 'hand.html')
  const part = (fields: object) => ({
    id: confirmation.id,
    parts: [{ index: 0, segmentId: null, fields }],
    newTrip: { title: 'By hand', from: '2026-12-01', until: '2026-12-01' },
  })
  const no = await desk.try('confirmation.take', part({ starts: 'at noon' }))
  expect(isRefused(no) && no.refused).toMatchObject({ why: 'bad-input', path: 'parts.0.fields.starts' })
  await desk.do('confirmation.take', part({ seat: '3A', cabin: null }))
  const { trips } = await desk.do<{ trips: { id: string; title: string }[] }>('trip.list', {})
  const made = await trip(trips.find(({ title }) => title === 'By hand')?.id ?? '')
  expect(made.segments).toMatchObject([{ seat: '3A', cabin: null }])
})

test('nothing is dropped in by nobody, and an empty file is refused', async () => {
  for (const input of [{}, { text: '  ' }, { file: file('', 'empty.eml') }, { file: file('x', 'x.txt'), text: 'x' }])
    expect(isRefused(await desk.try('confirmation.drop', input))).toBe(true)
})

test('of somebody who may not drop anything in no byte is looked at, and what is in it makes no difference to the no', async () => {
  const member = await desk.sit('observer', 'Rui')
  const answers = []
  for (const given of [file(page(old), 'booking.html'), file('', 'empty.eml')]) {
    const looks = [vi.spyOn(given, 'arrayBuffer'), vi.spyOn(given, 'bytes')]
    answers.push(await desk.try('confirmation.drop', { file: given }, { member, key: `of ${given.name}` }))
    for (const look of looks) expect(look).not.toHaveBeenCalled()
  }
  expect(answers[0]).toMatchObject({ refused: { why: 'not-yours' } })
  expect(answers[1]).toEqual(answers[0])
})

test('for somebody who needs a yes a text is read once, and a file, which cannot wait for one, is not', async () => {
  const board = { areas: { ...defaultBoards.cover.areas, travel: 'propose' as const } }
  const member = await desk.sit('cover', 'Ravi', board)
  const reads = vi.spyOn(desk.around.before as { 'confirmation.drop': () => Promise<unknown> }, 'confirmation.drop')
  const text = page({ ...old, number: '118', reference: 'ASKED8' })
  const no = await desk.try('confirmation.drop', { file: file(text, 'asked.html') }, { member })
  expect(no).toMatchObject({ refused: { why: 'not-yours', words: expect.stringContaining('cannot wait') } })
  expect(reads).not.toHaveBeenCalled()
  expect(await desk.try('confirmation.drop', { text }, { member })).toHaveProperty('proposed')
  expect(reads).toHaveBeenCalledTimes(1)
  reads.mockRestore()
})

test('an itinerary that the desk gave out itself is refused with the reason, and not kept', async () => {
  const text = `Itinerary for the family\n${page(old)}\nAs of Mon 23 Nov 2026, 09:00 (Europe/London). A print may be older than the page.`
  const no = await desk.try('confirmation.drop', { text })
  expect(no).toMatchObject({
    refused: {
      why: 'bad-input',
      words:
        'This is an itinerary that Equerry gave out, as of Mon 23 Nov 2026, 09:00 (Europe/London), and confirms nothing: drop in the booking itself.',
      path: 'text',
    },
  })
  const { confirmations } = await desk.do<{ confirmations: ConfirmationLine[] }>('confirmation.list', {})
  expect(confirmations.map(({ form }) => form)).not.toContain('text')
})

test('who may not see a private trip knows of none of its confirmations', async () => {
  const { trip: secret } = await desk.do<{ trip: TripView }>('trip.add', {
    title: 'Clinic',
    from: '2026-12-10',
    until: '2026-12-10',
    label: 'private',
  })
  const { confirmation } = await drop(page({ ...old, number: '111', reference: 'SECRET' }), 'clinic.html', secret.id)
  expect(confirmation.label).toBe('private')
  const cover = await desk.sit('assistant', 'Tomás', { private: 'none' })
  const listed = await desk.do<{ confirmations: ConfirmationLine[] }>(
    'confirmation.list',
    { all: 'true' },
    { member: cover },
  )
  expect(listed.confirmations.map(({ id }) => id)).not.toContain(confirmation.id)
  const no = await desk.try('confirmation.show', { id: confirmation.id }, { member: cover })
  expect(isRefused(no) && no.refused.why).toBe('not-there')
})

test('what is private is changed by nobody who may not know of it, and the same bytes dropped again tell them nothing', async () => {
  const secret = await add({ title: 'Clinic again', label: 'private' })
  const text = page({ ...old, number: '112', reference: 'SECRET2' })
  const { confirmation } = await drop(text, 'clinic.html', secret.id)
  const member = await desk.sit('assistant', 'Noor', { private: 'none' })
  const left = await desk.try('confirmation.leave', { id: confirmation.id, reason: 'Not ours' }, { member })
  expect(isRefused(left) && left.refused.why).toBe('not-there')
  const parts = [{ index: 0, segmentId: null, tripId: (await add({ title: 'Open' })).id }]
  const took = await desk.try('confirmation.take', { id: confirmation.id, parts }, { member })
  expect(isRefused(took) && took.refused.why).toBe('not-there')
  const again = await desk.do<{ confirmation: ConfirmationLine; known: boolean }>(
    'confirmation.drop',
    { file: file(text, 'mine.html'), fileName: 'mine.html' },
    { member },
  )
  expect(again).toMatchObject({ known: false, confirmation: { fileName: 'mine.html', tripId: null } })
  expect(again.confirmation.id).not.toBe(confirmation.id)
})

test('a trip that becomes private takes its confirmations with it, and an undo brings them back', async () => {
  const made = await add({ title: 'Harbour' })
  const { confirmation } = await drop(page({ ...old, number: '113', reference: 'HARB13' }), 'harbour.html', made.id)
  const member = await desk.sit('assistant', 'Mika', { private: 'none' })
  const seen = async () => !isRefused(await desk.try('confirmation.show', { id: confirmation.id }, { member }))
  expect(await seen()).toBe(true)
  const { did } = await desk.do<{ did: { entry: string } }>('trip.edit', { id: made.id, set: { label: 'private' } })
  expect(await seen()).toBe(false)
  await desk.do('journal.undo', { entry: did.entry })
  expect(await seen()).toBe(true)
})

test('a confirmation of which one part went into a private trip is as private as that trip', async () => {
  const two = ['114', '115'].map((number) => page({ ...old, number, reference: 'BOTH14' })).join('')
  const { confirmation } = await drop(two, 'both.html')
  const [open, secret] = [await add({ title: 'Open day' }), await add({ title: 'Clinic too', label: 'private' })]
  const part = (index: number, tripId: string) => ({ index, segmentId: null, tripId })
  const parts = [part(0, open.id), part(1, secret.id)]
  const taken = await desk.do<{ confirmation: ConfirmationLine }>('confirmation.take', { id: confirmation.id, parts })
  expect(taken.confirmation).toMatchObject({ label: 'private', tripId: secret.id })
  const member = await desk.sit('assistant', 'Lou', { private: 'none' })
  expect(isRefused(await desk.try('confirmation.show', { id: confirmation.id }, { member }))).toBe(true)
})
