import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { icsFormat } from '../../../doors/ics/format.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import { at, calendarOf, vcalendar, vevent } from '../testing.ts'
import { readFor } from './actions.ts'

let desk: TestDesk
let the: ReturnType<typeof calendarOf>
let work: string
beforeAll(async () => {
  desk = await testDesk()
  the = calendarOf(desk)
})
beforeEach(async () => {
  work = await the.add('Work')
})
afterEach(() => desk.do('calendar.remove', { id: work }))
afterAll(() => desk.stop())

const unfolded = (ics: string) => ics.replaceAll('\r\n ', '')
const board = (...more: string[]) =>
  vevent(
    'UID:board@x.example',
    'DTSTAMP:20260101T000000Z',
    'SUMMARY:Board',
    'DTSTART;TZID=Europe/London:20270111T090000',
    'DTEND;TZID=Europe/London:20270111T110000',
    'LOCATION:Room 4',
    'X-COFFEE:two',
    'BEGIN:VALARM',
    'TRIGGER:-PT15M',
    'ACTION:DISPLAY',
    'END:VALARM',
    ...more,
  )
const team = (...more: string[]) =>
  vevent(
    'UID:team@x.example',
    'DTSTAMP:20260101T000000Z',
    'SUMMARY:Team',
    'DTSTART;TZID=Europe/London:20270112T100000',
    'DTEND;TZID=Europe/London:20270112T110000',
    'RRULE:FREQ=WEEKLY;COUNT=4',
    'EXDATE;TZID=Europe/London:20270119T100000',
    ...more,
  )
const changedTeam = vevent(
  'UID:team@x.example',
  'DTSTAMP:20260101T000000Z',
  'RECURRENCE-ID;TZID=Europe/London:20270126T100000',
  'SUMMARY:Team in Leeds',
  'DTSTART;TZID=Europe/London:20270126T140000',
  'DTEND;TZID=Europe/London:20270126T150000',
)
const eventOf = async (title: string) => {
  const found = (await the.on('2027-01-01', '2027-02-28')).find((event) => event.title === title)
  if (!found) throw new Error(`no ${title}`)
  return found
}
const exported = async () => (await desk.do<{ ics: string }>('calendar.export', { calendarId: work })).ics
const january = () => the.lines('2027-01-01', '2027-02-28')

describe('a file', () => {
  test('comes in with its series, exceptions and changed occurrences, as one entry', async () => {
    const report = await the.bring(work, vcalendar(board(), team(), changedTeam))
    expect(report).toMatchObject({ added: 2, changed: 0, same: 0, missing: [], conflicts: [], skipped: [] })
    expect(report.fileHash).toMatch(/^[0-9a-f]{64}$/)
    expect(await january()).toEqual([
      'Board 2027-01-11T09:00 Europe/London',
      'Team 2027-01-12T10:00 Europe/London',
      'Team in Leeds 2027-01-26T14:00 Europe/London',
      'Team 2027-02-02T10:00 Europe/London',
    ])
    expect(await the.words()).toBe(
      `Imported work.ics into “Work”: 2 added, 0 changed, 0 as before (${report.fileHash.slice(0, 12)})`,
    )
  })

  test('brought in again changes nothing, also when only its stamp is new', async () => {
    await the.bring(work, vcalendar(board(), team(), changedTeam))
    const again = vcalendar(board(), team(), changedTeam).replaceAll('DTSTAMP:20260101', 'DTSTAMP:20260303')
    expect(await the.bring(work, again)).toMatchObject({ added: 0, changed: 0, same: 2, missing: [] })
    expect((await eventOf('Board')).eventId).toBeDefined()
    expect((await the.show((await eventOf('Board')).eventId)).version).toBe(1)
  })

  test('is taken back whole by undo: what it added goes, what it changed is as before', async () => {
    await the.bring(work, vcalendar(board()))
    const { did } = await the.bring(
      work,
      vcalendar(board('SEQUENCE:1').replace('SUMMARY:Board', 'SUMMARY:Board, moved'), team()),
    )
    expect(await january()).toContain('Board, moved 2027-01-11T09:00 Europe/London')
    await the.undo(did.entry)
    expect(await january()).toEqual(['Board 2027-01-11T09:00 Europe/London'])
  })

  test('that lacks an event deletes nothing and reports it', async () => {
    await the.bring(work, vcalendar(board(), team()))
    await the.event(work, { title: 'Made here', when: at('2027-01-13T09:00', '10:00') })
    expect(await the.bring(work, vcalendar(board()))).toMatchObject({
      same: 1,
      missing: [{ uid: 'team@x.example', title: 'Team' }],
    })
    expect(await january()).toContain('Team 2027-01-12T10:00 Europe/London')
  })

  test('that is no calendar is refused, and one bad event costs only itself', async () => {
    const no = await desk.try('calendar.import', { calendarId: work, file: the.file('hello') })
    expect(no).toMatchObject({ refused: { why: 'bad-input', path: 'file' } })
    const bad = vevent('UID:bad@x.example', 'DTSTAMP:20260101T000000Z', 'DTSTART:never', 'SUMMARY:Bad')
    expect(await the.bring(work, vcalendar(bad, board()))).toMatchObject({
      added: 1,
      skipped: [{ line: 4, reason: expect.stringContaining('DTSTART') }],
    })
  })

  test('has an event begin in the hour that a change of clocks skips: it lasts as long as it is written', async () => {
    const night = vevent(
      'UID:night@x.example',
      'DTSTAMP:20260101T000000Z',
      'DTSTART;TZID=Europe/London:20270328T013000',
      'DTEND;TZID=Europe/London:20270328T021500',
      'SUMMARY:Night',
    )
    expect(await the.bring(work, vcalendar(night))).toMatchObject({ added: 1, skipped: [] })
    expect(await the.on('2027-03-28')).toMatchObject([
      { start: '2027-03-28T02:30:00+01:00[Europe/London]', end: '2027-03-28T03:15:00+01:00[Europe/London]' },
    ])
  })

  test('may come into a calendar that is only read', async () => {
    await desk.do('calendar.change', { id: work, readOnly: true })
    expect(await the.bring(work, vcalendar(board()))).toMatchObject({ added: 1 })
  })

  test('with a rule of too many occurrences is kept, and said', async () => {
    const mad = vevent(
      'UID:mad@x.example',
      'DTSTAMP:20260101T000000Z',
      'DTSTART:20260101T000000Z',
      'DTEND:20260101T000001Z',
      'RRULE:FREQ=MINUTELY',
      'SUMMARY:Tick',
    )
    const { remarks } = await the.bring(work, vcalendar(mad))
    expect(remarks).toEqual([expect.stringContaining('“Tick” happens more than 5,000 times')])
    expect((await the.lines('2026-11-23')).length).toBeGreaterThan(1000)
  })
})

describe('the same event changed here and there', () => {
  test('on different properties keeps both changes', async () => {
    await the.bring(work, vcalendar(board()))
    const { eventId } = await eventOf('Board')
    await desk.do('event.edit', { eventId, set: { title: 'Board of trustees' } })
    expect(await the.bring(work, vcalendar(board().replace('Room 4', 'Room 9')))).toMatchObject({
      changed: 1,
      conflicts: [],
    })
    expect(await eventOf('Board of trustees')).toMatchObject({ eventId, place: 'Room 9' })
  })

  test('on the same property keeps the newer and lists the other', async () => {
    await the.bring(work, vcalendar(board()))
    const { eventId } = await eventOf('Board')
    await desk.do('event.edit', { eventId, set: { title: 'Ours' } })
    const theirs = board('SEQUENCE:3').replace('SUMMARY:Board', 'SUMMARY:Theirs')
    expect(await the.bring(work, vcalendar(theirs))).toMatchObject({
      changed: 1,
      conflicts: [{ uid: 'board@x.example', property: 'SUMMARY', kept: 'SUMMARY:Theirs', other: 'SUMMARY:Ours' }],
    })
    expect(await eventOf('Theirs')).toMatchObject({ eventId })
    await desk.do('event.edit', { eventId, set: { title: 'Ours again' } })
    expect(await the.bring(work, vcalendar(theirs))).toMatchObject({ same: 1, conflicts: [] })
    expect((await the.show(eventId)).title).toBe('Ours again')
  })

  test('notes, link, kind and label of the desk stay, whoever is newer', async () => {
    await the.bring(work, vcalendar(board()))
    const { eventId } = await eventOf('Board')
    const said = { notes: 'Bring the seal.', link: 'https://meet.example/board', kind: 'board', label: 'private' }
    await desk.do('event.edit', { eventId, set: said })
    const theirs = board(
      'SEQUENCE:9',
      'DESCRIPTION:Their notes',
      'X-GOOGLE-CONFERENCE:https://meet.example/theirs',
      'CLASS:PUBLIC',
    )
    const { conflicts } = await the.bring(work, vcalendar(theirs.replace('Room 4', 'Room 5')))
    expect(await the.show(eventId)).toMatchObject({ ...said, place: 'Room 5' })
    expect(conflicts).toContainEqual(
      expect.objectContaining({
        property: 'DESCRIPTION',
        kept: expect.stringContaining('seal'),
        other: expect.stringContaining('Their'),
      }),
    )
  })

  test('an occurrence cancelled here stays cancelled, and a series ended here stays ended', async () => {
    await the.bring(work, vcalendar(team(), changedTeam))
    const { eventId } = await eventOf('Team')
    await desk.do('event.cancel', { eventId, recurrenceId: '2027-01-26T10:00:00', extent: 'following' })
    const before = await january()
    const report = await the.bring(work, vcalendar(team('X-NEW:1'), changedTeam.replace('in Leeds', 'in York')))
    expect(report).toMatchObject({ changed: 1, conflicts: [] })
    expect(report.remarks).toEqual([expect.stringContaining('Team in York')])
    expect(await january()).toEqual(before)
  })
})

describe('a calendar written out', () => {
  test('keeps what the desk does not use, with a change made here', async () => {
    await the.bring(work, vcalendar(board()))
    const { eventId } = await eventOf('Board')
    await desk.do('event.move', { eventId, when: at('2027-01-11T15:00', '16:00') })
    const ics = await exported()
    expect(ics).toContain('X-COFFEE:two')
    expect(ics).toContain('TRIGGER:-PT15M')
    expect(ics).toContain('DTSTART;TZID=Europe/London:20270111T150000')
    expect(ics).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/London')
  })

  test('with a rule the desk cannot follow, which it shows once and gives back as it came', async () => {
    const rule = 'RRULE:RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=8;SKIP=FORWARD'
    const report = await the.bring(work, vcalendar(board(rule)))
    expect(report).toMatchObject({ added: 1, skipped: [{ reason: expect.stringContaining('RFC 7529') }] })
    expect(await the.lines('2027-01-01', '2029-01-01')).toEqual(['Board 2027-01-11T09:00 Europe/London'])
    const [{ eventId } = { eventId: '' }] = await the.on('2027-01-11')
    await desk.do('event.edit', { eventId, set: { title: 'The board' } })
    expect(unfolded(await exported())).toContain(rule)
    expect(await the.bring(work, vcalendar(board(rule)))).toMatchObject({ added: 0 })
    expect(await the.lines('2027-01-11')).toEqual(['The board 2027-01-11T09:00 Europe/London'])
  })

  test('and brought into another calendar says the same', async () => {
    await the.bring(work, vcalendar(board(), team(), changedTeam))
    await the.event(work, {
      title: 'Flight',
      when: { ...at('2027-02-01T17:55', '20:35'), endZone: 'Europe/Zurich' },
      people: [{ address: 'Ann@x.example', name: 'Ann', answer: 'accepted', required: true }],
    })
    const [ics, before] = [await exported(), await january()]
    await desk.do('calendar.remove', { id: work })
    work = await the.add('Copy')
    expect(await the.bring(work, ics)).toMatchObject({ added: 3, skipped: [], remarks: [] })
    expect(await january()).toEqual(before)
    expect(await eventOf('Flight')).toMatchObject({ endZone: 'Europe/Zurich', people: [{ address: 'ann@x.example' }] })
  })
})

test('while 20 MB are read, others at the desk are answered', async () => {
  let isRead = false
  const own = await testDesk('Europe/London', {
    before: {
      'calendar.import': async ({ file }: { file: File }) => {
        const read = await readFor(file, icsFormat)
        isRead = true
        return read
      },
    },
  })
  const { calendar } = await own.do<{ calendar: { id: string } }>('calendar.add', { name: 'Long' })
  const notes = 'as long as notes are '.repeat(500)
  const events = Array.from({ length: 2000 }, (_, n) =>
    vevent(`UID:${n}@x.example`, 'DTSTART:20270111T090000', 'DTEND:20270111T100000', `DESCRIPTION:${notes}`),
  )
  const importing = own.do<{ added: number }>('calendar.import', {
    calendarId: calendar.id,
    file: the.file(vcalendar(...events)),
  })
  let answered = 0
  for (; !isRead && answered < 20; answered++) await own.do('calendar.list')
  expect(answered).toBeGreaterThan(3)
  expect(await importing).toMatchObject({ added: 2000 })
  await own.stop()
})
