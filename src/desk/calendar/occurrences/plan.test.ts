import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { instantText } from '../../../plan/text.ts'
import { asInstant, type Instant } from '../../../plan/time.ts'
import { asOwner } from '../../../platform/postgres/database.ts'
import { settle } from '../../perform.ts'
import { type TestDesk, testDesk } from '../../testing.ts'
import { refreshDesks } from '../events/keep.ts'
import { busyFeed } from '../feeds/actions.ts'
import { at, calendarOf, vcalendar, vevent } from '../testing.ts'
import { type Asked, buildPlan } from './actions.ts'

let desk: TestDesk
let the: ReturnType<typeof calendarOf>
let work = ''
/** A desk for each, because time at a desk only goes on. */
beforeEach(async () => {
  desk = await testDesk()
  the = calendarOf(desk)
  work = await the.add('Work')
})
afterEach(() => desk.stop())

const instant = (text: string): Instant => asInstant(Temporal.Instant.from(text).epochMilliseconds)
const span = (from: string, to: string) => ({ start: instant(`${from}T00:00Z`), end: instant(`${to}T00:00Z`) })
const home = { zone: 'Europe/London', home: '14 Larch Row', executive: 'Dana Okafor' }
const build = (asked: Asked) =>
  desk.database.app.transaction().execute(async (db) => {
    await settle(db, desk.seat.desk, desk.seat.member)
    return (await buildPlan(db, { id: desk.seat.desk, ...home }, asked)).plan
  })
const titles = async (asked: Asked) =>
  (await build(asked)).items.map(({ title, span }) => `${title} ${instantText(span.start)}`)

describe('the plan', () => {
  test('has what touches its window and nothing else, by start', async () => {
    await the.event(work, { title: 'Before', when: at('2027-01-10T22:00', '23:00') })
    await the.event(work, { title: 'Into it', when: at('2027-01-10T23:00', '2027-01-11T01:00') })
    await the.event(work, { title: 'Ends as it begins', when: at('2027-01-10T23:30', '2027-01-11T00:00') })
    await the.event(work, { title: 'A moment', when: at('2027-01-11T00:00', '00:00') })
    await the.event(work, { title: 'After', when: at('2027-01-12T00:00', '01:00') })
    await the.event(work, { title: 'A quarter', when: { allDay: true, start: '2026-12-01', end: '2027-03-01' } })
    await the.event(work, { title: 'Long', when: at('2026-12-01T09:00', '2027-02-01T09:00') })
    expect((await build({ window: span('2027-01-11', '2027-01-12') })).items.map(({ title }) => title)).toEqual([
      'A quarter',
      'Long',
      'Into it',
      'A moment',
    ])
  })

  test('reads all-day items where the executive is, who stays where a journey has taken them', async () => {
    await the.event(work, {
      title: 'To Tokyo',
      when: { ...at('2027-01-08T12:00', '2027-01-09T08:00'), endZone: 'Asia/Tokyo' },
    })
    await the.event(work, { title: 'Fair', when: { allDay: true, start: '2027-01-12', end: '2027-01-13' } })
    const plan = await build({ window: span('2027-01-11', '2027-01-14') })
    expect(plan.items.map(({ title, span }) => [title, instantText(span.start)])).toEqual([
      ['Fair', '2027-01-11T15:00:00Z'],
    ])
    expect(plan.whereabouts.at(-1)).toMatchObject({ zone: 'Asia/Tokyo' })
    expect(plan.whereabouts[0]).toMatchObject({ zone: 'Europe/London', place: '14 Larch Row' })
  })

  test('has one meeting that stands on two of the executive’s calendars once', async () => {
    const other = await the.add('Second')
    const ics = vcalendar(
      vevent(
        'UID:m@x.example',
        'DTSTAMP:20260101T000000Z',
        'SUMMARY:M',
        'DTSTART:20270111T090000Z',
        'DTEND:20270111T100000Z',
      ),
    )
    await the.bring(work, ics)
    await the.bring(other, ics)
    expect((await build({ window: span('2027-01-11', '2027-01-12') })).items.map(({ key }) => key)).toEqual([
      'm@x.example',
    ])
    expect(await the.on('2027-01-11')).toHaveLength(2)
    await desk.do('calendar.remove', { id: other })
  })

  test('takes no time for what is declined, transparent, cancelled or on a calendar that does not count', async () => {
    const me = [{ address: 'ines@okafor.example', name: null, answer: 'declined', required: true }]
    const assistants = await the.add('Mine', { owner: 'assistant' })
    const soft = await the.add('Soft', { countsAsBusy: false })
    await the.event(assistants, { title: 'Declined', when: at('2027-01-11T09:00', '10:00'), people: me })
    await the.event(soft, { title: 'Soft', when: at('2027-01-11T09:00', '10:00') })
    await the.event(work, { title: 'Free', when: at('2027-01-11T09:00', '10:00'), busy: false })
    const gone = await the.event(work, { title: 'Gone', when: at('2027-01-11T09:00', '10:00') })
    await desk.do('event.cancel', { eventId: gone.eventId })
    const { items } = await build({ window: span('2027-01-11', '2027-01-12') })
    expect(items.map(({ title, busy }) => `${title} ${busy}`).sort()).toEqual([
      'Declined false',
      'Free false',
      'Gone false',
      'Soft false',
    ])
    await desk.do('calendar.remove', { id: assistants })
    await desk.do('calendar.remove', { id: soft })
  })

  test('knows minutes by every name of a place, in any case', async () => {
    await desk.do('place.minutes', { from: 'Finsbury Sq', to: 'Kiln  Yard', minutes: 20 })
    await desk.do('place.change', { name: 'finsbury sq', aliases: ['The office'], zone: 'Europe/London' })
    const { travelMinutes } = await build({ window: span('2027-01-11', '2027-01-12') })
    expect(travelMinutes['the office']?.['kiln yard']).toBe(20)
    expect(travelMinutes['finsbury sq']?.['kiln yard']).toBe(20)
    const { did } = await desk.do('place.minutes', { from: 'The Office', to: 'kiln yard', minutes: 35 })
    expect(await the.words()).toBe('Finsbury Sq to Kiln Yard takes 35 min')
    await the.undo(did.entry)
    const { minutes } = await desk.do<{ minutes: object[] }>('place.list')
    expect(minutes).toEqual([{ from: 'Finsbury Sq', to: 'Kiln Yard', minutes: 20 }])
  })
})

describe('the plan as it stood', () => {
  test('has the events, times and calendars that were known then', async () => {
    desk.at = Temporal.Instant.from('2026-11-24T09:00Z')
    const made = await the.event(work, {
      title: 'First',
      when: at('2027-01-11T09:00', '10:00'),
      rrule: 'FREQ=WEEKLY;COUNT=3',
    })
    desk.at = Temporal.Instant.from('2026-11-25T09:00Z')
    await desk.do('event.move', {
      eventId: made.eventId,
      recurrenceId: '2027-01-18T09:00:00',
      extent: 'this',
      when: at('2027-01-19T15:00', '16:00'),
    })
    desk.at = Temporal.Instant.from('2026-11-26T09:00Z')
    await desk.do('event.edit', { eventId: made.eventId, set: { title: 'Second' } })
    const window = span('2027-01-01', '2027-02-01')
    const asOf = (text: string) => titles({ window, asOf: Temporal.Instant.from(text) })
    expect(await asOf('2026-11-24T08:59Z')).toEqual([])
    expect(await asOf('2026-11-24T09:00Z')).toEqual([
      'First 2027-01-11T09:00:00Z',
      'First 2027-01-18T09:00:00Z',
      'First 2027-01-25T09:00:00Z',
    ])
    expect(await asOf('2026-11-25T12:00Z')).toContain('First 2027-01-19T15:00:00Z')
    expect(await asOf('2026-11-27T12:00Z')).toEqual(await titles({ window }))
  })

  test('begins in the zone and at the home the desk had then', async () => {
    const moved = desk.at.add({ hours: 1 })
    await desk.do('desk.change', { zone: 'Asia/Tokyo', home: 'Nakameguro' }, { at: moved })
    const begin = async (asOf: Temporal.Instant) =>
      (await build({ window: span('2027-05-01', '2027-05-02'), asOf })).whereabouts[0]
    expect(await begin(desk.at)).toMatchObject({ zone: 'Europe/London', place: null })
    expect(await begin(moved)).toMatchObject({ zone: 'Asia/Tokyo', place: 'Nakameguro' })
    await desk.do('desk.change', { zone: 'Europe/London', home: null }, { at: moved.add({ hours: 1 }) })
    expect(await begin(moved)).toMatchObject({ zone: 'Asia/Tokyo' })
    expect(await begin(moved.add({ hours: 1 }))).toMatchObject({ zone: 'Europe/London', place: null })
  })

  test('knows a place by the names it had then', async () => {
    const named = desk.at.add({ hours: 1 })
    const renamed = named.add({ hours: 1 })
    await desk.do('place.minutes', { from: 'Fold Street', to: 'Kiln Yard', minutes: 12 })
    await desk.do('place.change', { name: 'Kiln Yard', zone: 'Europe/London', aliases: ['The Kiln'] }, { at: named })
    const { did } = await desk.do('place.change', { name: 'Kiln Yard', aliases: ['KY'] }, { at: renamed })
    const minutes = async (asOf?: Temporal.Instant) => {
      const { travelMinutes } = await build({ window: span('2027-05-01', '2027-05-02'), ...(asOf && { asOf }) })
      return travelMinutes['fold street']
    }
    expect(await minutes(desk.at.subtract({ hours: 1 }))).toBeUndefined()
    expect(await minutes(desk.at)).toEqual({ 'kiln yard': 12 })
    expect(await minutes(named)).toEqual({ 'kiln yard': 12, 'the kiln': 12 })
    expect(await minutes(renamed)).toEqual({ 'kiln yard': 12, ky: 12 })
    expect(await minutes()).toEqual({ 'kiln yard': 12, ky: 12 })
    const undone = renamed.add({ hours: 1 })
    await desk.do('journal.undo', { entry: did.entry }, { at: undone })
    expect(await minutes(renamed)).toEqual({ 'kiln yard': 12, ky: 12 })
    expect(await minutes(undone)).toEqual({ 'kiln yard': 12, 'the kiln': 12 })
  })

  test('of now is the plan, whatever was put on it', async () => {
    const hour = fc.integer({ min: 0, max: 23 })
    const day = fc.integer({ min: 1, max: 28 })
    const zone = fc.constantFrom('Europe/London', 'Asia/Tokyo', 'America/New_York', null)
    const rule = fc.constantFrom(null, 'FREQ=DAILY;COUNT=5', 'FREQ=WEEKLY;BYDAY=MO,TH', 'FREQ=MONTHLY;BYMONTHDAY=31')
    const draft = fc.record({ hour, day, zone, rule, allDay: fc.boolean(), length: fc.integer({ min: 0, max: 3000 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(draft, { minLength: 1, maxLength: 4 }), async (drafts) => {
        const on = await the.add(`P ${desk.around.newId(desk.at)}`)
        for (const one of drafts) {
          const start = Temporal.PlainDateTime.from({ year: 2027, month: 3, day: one.day, hour: one.hour })
          const when = one.allDay
            ? {
                allDay: true,
                start: start.toPlainDate().toString(),
                end: start.toPlainDate().add({ days: 2 }).toString(),
              }
            : at(start.toString().slice(0, 16), start.add({ minutes: one.length }).toString().slice(0, 16), one.zone)
          await the.event(on, { title: `E${one.day}`, when, rrule: one.rule })
        }
        const window = span('2027-03-10', '2027-04-20')
        expect(await titles({ window, asOf: desk.at })).toEqual(await titles({ window }))
        await desk.do('calendar.remove', { id: on })
      }),
      { numRuns: 15 },
    )
  })
})

describe('rows of occurrences', () => {
  const refresh = (tz: string) =>
    asOwner(desk.database, (owner) => refreshDesks({ db: desk.database.app, tz }, owner, desk.at))
  const startsOf = () =>
    desk.database.app.transaction().execute(async (db) => {
      await settle(db, desk.seat.desk, desk.seat.member)
      const rows = await db.selectFrom('desk.occurrence').selectAll().orderBy('wall_start').execute()
      return rows.map((row) => `${row.starts_at} ${row.tz_version}`)
    })
  /** As if the rows had been reckoned with other time-zone data, an hour off. */
  const spoil = () =>
    desk.database.app.transaction().execute(async (db) => {
      await settle(db, desk.seat.desk, desk.seat.member)
      for (const row of await db.selectFrom('desk.occurrence').selectAll().execute())
        await db
          .updateTable('desk.occurrence')
          .set({
            starts_at: row.starts_at?.add({ hours: 1 }).toString() ?? null,
            ends_at: row.ends_at?.add({ hours: 1 }).toString() ?? null,
          })
          .where('event_id', '=', row.event_id)
          .where('recurrence_id', '=', row.recurrence_id)
          .execute()
    })

  test('are reckoned again with other time-zone data; what is past stays as it was lived', async () => {
    await the.event(work, { title: 'Weekly', when: at('2026-11-09T09:00', '10:00'), rrule: 'FREQ=WEEKLY;COUNT=4' })
    desk.at = Temporal.Instant.from('2026-11-23T12:00Z')
    await spoil()
    await refresh('2099z')
    expect(await startsOf()).toEqual([
      '2026-11-09T10:00:00Z 2099z',
      '2026-11-16T10:00:00Z 2099z',
      '2026-11-23T10:00:00Z 2099z',
      '2026-11-30T09:00:00Z 2099z',
    ])
    await refresh(desk.around.tz)
  })

  test('follow today: a series without end is there two years on', async () => {
    await the.event(work, { title: 'Endless', when: at('2026-11-09T09:00', '10:00'), rrule: 'FREQ=MONTHLY' })
    desk.at = Temporal.Instant.from('2029-11-23T12:00Z')
    await refresh(desk.around.tz)
    expect(await the.lines('2031-11-09')).toEqual(['Endless 2031-11-09T09:00 Europe/London'])
    expect((await startsOf()).at(-1)).toContain('2032-01')
  })

  test('end at two years; beyond, the series itself is asked', async () => {
    await the.event(work, { title: 'Far', when: at('2026-11-09T09:00', '10:00'), rrule: 'FREQ=YEARLY' })
    expect(await the.lines('2060-11-09')).toEqual(['Far 2060-11-09T09:00 Europe/London'])
    expect(await the.lines('2060-11-10')).toEqual([])
  })
})

describe('a secret address', () => {
  test('shows busy times and nothing else, and is dead once revoked', async () => {
    await the.event(work, { title: 'Secret talks', when: at('2026-12-01T09:00', '10:00'), place: 'The vault' })
    await the.event(work, { title: 'Follow-up', when: at('2026-12-01T10:00', '11:00') })
    const { feed, address } = await desk.do<{ feed: { id: string }; address: string }>('feed.make', { name: 'Harbour' })
    const token = /\/feed\/(.+)\.ics$/.exec(address)?.[1] ?? ''
    const ics = (await busyFeed(desk.around, token, desk.at)) ?? ''
    expect(ics).toContain('DTSTART:20261201T090000Z\r\nDTEND:20261201T110000Z\r\nSUMMARY:Busy')
    expect(ics).not.toMatch(/Secret|vault|Follow/)
    await desk.do('feed.revoke', { id: feed.id })
    expect(await busyFeed(desk.around, token, desk.at)).toBeNull()
    expect(await busyFeed(desk.around, 'guessed', desk.at)).toBeNull()
  })

  test('without a member the database itself keeps the titles back', async () => {
    await the.event(work, { title: 'Secret talks', when: at('2026-12-02T09:00', '10:00') })
    const client = await desk.database.appPool.connect()
    try {
      await client.query('begin')
      await client.query(`set local equerry.desk = '${desk.seat.desk}'`)
      expect((await client.query('select 1 from desk.event')).rowCount).toBeGreaterThan(0)
      expect((await client.query('select 1 from desk.event_detail')).rowCount).toBe(0)
      await client.query('rollback')
    } finally {
      client.release()
    }
  })
})
