import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { type Call, isRefused, type Refused, refuse } from '../../desk/act.ts'
import { foundDesk, type Seat } from '../../desk/authority/actions.ts'
import { memberRow, openedSince, seatOpenedBy, seatsOf } from '../../desk/authority/queries.ts'
import { mayOpen } from '../../desk/authority/seats/model.ts'
import {
  across,
  acrossView,
  type Heard,
  isOwn,
  type Said,
  type SeatView,
  seatsView,
  waitsOf,
  waitsView,
} from '../../desk/briefing/across/model.ts'
import { deskRow } from '../../desk/journal/queries.ts'
import { type Answer, perform, type Surroundings, settle } from '../../desk/perform.ts'
import { dayGiven, zoneName } from '../../desk/shapes.ts'
import type { Log } from '../../platform/log.ts'
import { isZone, oneByOne } from './alone.ts'
import { json, refused } from './answer.ts'
import { hashOf, personName } from './first.ts'
import { type Login, loginIn } from './seated.ts'
import { eachWithin } from './within.ts'

type Rooms = {
  readonly around: Surroundings
  readonly now: () => Temporal.Instant
  readonly log: Log
  /** How long a desk is waited for where several are asked, in milliseconds. */
  readonly patienceMs?: number
}

const atOnce = 4
const usualPatienceMs = 4_000
/** Nobody opens more in an hour by hand. */
const mostAnHour = 20

/** What is about all the desks of a login and so is no operation at one: which there are, another one, and their days as one. */
export function deskRoutes(rooms: Rooms): Hono {
  const app = new Hono()
  app.get('/desks', async (context) => json(await seatsOfLogin(rooms, loginIn(context) as Login)))
  app.post('/desks', (context) => openAnother(rooms, context, loginIn(context) as Login))
  app.get('/desks/waits', async (context) => json(await waitsOfLogin(rooms, loginIn(context) as Login)))
  app.get('/all/today', (context) => allToday(rooms, context, loginIn(context) as Login))
  return app
}

/** Where a login sits, in the order they sat down, each read as who they are there. */
async function sittingAt(around: Surroundings, login: Login): Promise<(SeatView & Seat)[]> {
  const seats = await seatsOf(around.db, login.id)
  const found: (SeatView & Seat)[] = []
  for (const seat of seats) {
    const view = await seatView(around, seat)
    if (view) found.push(view)
  }
  return found
}

const seatView = (around: Surroundings, { desk, member }: Seat): Promise<(SeatView & Seat) | null> => {
  const read = async (db: Parameters<typeof settle>[0]) => {
    await settle(db, desk, member)
    const [at, row] = [await deskRow(db, desk, false), await memberRow(db, desk, member)]
    if (!at || !row || row.left_at !== null) return null
    return { desk, member, executive: at.executive, you: row.name, role: row.kind }
  }
  const { db } = around
  return db.isTransaction ? read(db as never) : db.transaction().execute(read)
}

async function seatsOfLogin({ around }: Rooms, login: Login) {
  const seats = await sittingAt(around, login)
  return seatsView.parse({ seats, mayOpen: mayOpen(seats.map(({ role }) => role)) })
}

const asked = z.strictObject({
  role: z.enum(['executive', 'assistant']),
  /** Whose desk it is; the executive's own name where they open it themselves. */
  executive: personName.optional(),
  zone: zoneName,
})

/**
 * Opens a further desk for somebody who is signed in, once for an idempotency key; answers with where they sit there.
 * Refuses bad-input (with the path) without a key, for no such zone, and for an executive at whose desk they sit already;
 * not-yours for whoever only covers or watches; key-reused; too-much after twenty in an hour.
 */
async function openAnother({ around, now }: Rooms, context: Context, login: Login): Promise<Response> {
  const key = context.req.header('idempotency-key') ?? ''
  if (key.length === 0 || key.length > 200)
    return refused(refuse('bad-input', 'An idempotency key has 1 to 200 characters.', [], 'Idempotency-Key').refused)
  const read = asked.safeParse(await context.req.json().catch(() => null))
  if (!read.success) {
    const [issue] = read.error.issues
    const path = issue?.path.join('.') ?? ''
    return refused(refuse('bad-input', `${path || 'What was sent'}: ${issue?.message}`, [], path).refused)
  }
  const { role, zone } = read.data
  const executive = role === 'executive' ? login.name : (read.data.executive ?? '')
  if (executive === '') return refused(refuse('bad-input', 'Say whose desk it is.', [], 'executive').refused)
  if (!isZone(zone)) return refused(refuse('bad-input', 'There is no such zone.', [], 'zone').refused)
  const opened = await oneByOne(around, (alone) => opening(alone, login, { role, zone, executive }, key, now()))
  if (isRefused(opened)) return refused(opened.refused)
  if (opened.isNew) around.tell({ desk: opened.desk, number: 1, operation: 'desk.found' })
  return json({ desk: opened.desk })
}

type Asked = { readonly role: 'executive' | 'assistant'; readonly zone: string; readonly executive: string }

async function opening(
  alone: Surroundings,
  login: Login,
  { role, zone, executive }: Asked,
  key: string,
  at: Temporal.Instant,
): Promise<{ desk: string; isNew: boolean } | Refused> {
  const wanted = { key: hashOf(key), as: hashOf(JSON.stringify([key, role, zone, executive])) }
  const before = await seatOpenedBy(alone.db, login.id, wanted.key)
  if (before)
    return before.as?.equals(wanted.as)
      ? { desk: before.desk, isNew: false }
      : refuse('key-reused', 'This idempotency key was used for something else.')
  const seats = await sittingAt(alone, login)
  if (!mayOpen(seats.map((seat) => seat.role)))
    return refuse('not-yours', 'Whoever works at a desk for good opens another; ask your executive or assistant.')
  const same = seats.find((seat) => folded(seat.executive) === folded(executive))
  if (same) return refuse('bad-input', `You sit at ${same.executive}’s desk already.`, [same.desk], 'executive')
  if ((await openedSince(alone.db, login.id, at.subtract({ hours: 1 }))) >= mostAnHour)
    return refuse('too-much', `You opened ${mostAnHour} desks within the hour; wait a while.`)
  const newcomer = { login: login.id, email: login.email, name: login.name, kind: role }
  const { desk } = await foundDesk(alone, newcomer, executive, zone, at, wanted)
  return { desk, isNew: true }
}

const folded = (name: string) => name.trim().toLowerCase()

async function waitsOfLogin(rooms: Rooms, login: Login) {
  const seats = await sittingAt(rooms.around, login)
  const heard = await heardFrom(rooms, seats, (seat, asking) => waitsAt(rooms.around, seat, asking))
  return waitsView.parse({ waits: seats.map(({ desk }, n) => ({ desk, waits: heard[n] ?? null })) })
}

/** At what time desks are asked, and for how long they are waited for. */
type Asking = Required<Pick<Call, 'at' | 'patience'>>

async function waitsAt(around: Surroundings, seat: Seat, asking: Asking): Promise<number> {
  const today = await read<Heard['today']>(around, seat, asking, 'today.show', {})
  const proposals = await proposalsAt(around, seat, asking)
  return today === 'no' ? proposals : waitsOf({ today, proposals })
}

/** `/api/all/today?on=2026-11-24`: that day at every desk of a login, each read as who they are there; today without `on`. */
async function allToday(rooms: Rooms, context: Context, login: Login): Promise<Response> {
  const given = z.strictObject({ on: dayGiven.optional() }).safeParse(context.req.query())
  if (!given.success) return refused(refuse('bad-input', 'A day is written 2026-11-24.', [], 'on').refused)
  const { on } = given.data
  const at = rooms.now()
  const seats = await sittingAt(rooms.around, login)
  const heard = await heardFrom(rooms, seats, (seat, asking) => dayAt(rooms.around, seat, login, on, asking))
  const view = across(
    { on: on ?? null, at },
    seats.map((seat, n) => ({ seat, heard: (heard[n] ?? null) satisfies Said })),
  )
  return json(acrossView.parse(view))
}

async function dayAt(
  around: Surroundings,
  seat: Seat & SeatView,
  { email }: Login,
  on: string | undefined,
  asking: Asking,
): Promise<Heard | 'shut'> {
  const today = await read<Heard['today']>(around, seat, asking, 'today.show', on === undefined ? {} : { on })
  if (today === 'no') return 'shut'
  const proposals = await proposalsAt(around, seat, asking)
  const day = { from: today.on, to: today.on }
  const listed = await read<{ events: Heard['own'] }>(around, seat, asking, 'event.list', day)
  const calendars = new Set(seat.role === 'assistant' ? await assistantsCalendars(around, seat, asking) : [])
  const events = listed === 'no' ? [] : listed.events
  return { today, proposals, own: events.filter((event) => isOwn(event, { calendars, email })) }
}

async function assistantsCalendars(around: Surroundings, seat: Seat, asking: Asking): Promise<string[]> {
  type Listed = { calendars: { id: string; owner: string }[] }
  const listed = await read<Listed>(around, seat, asking, 'calendar.list', {})
  return listed === 'no' ? [] : listed.calendars.filter(({ owner }) => owner === 'assistant').map(({ id }) => id)
}

async function proposalsAt(around: Surroundings, seat: Seat, asking: Asking): Promise<number> {
  const listed = await read<{ proposals: { mayDecide: boolean }[] }>(around, seat, asking, 'proposal.list', {})
  return listed === 'no' ? 0 : listed.proposals.filter(({ mayDecide }) => mayDecide).length
}

/** One read at one desk as who sits there, in a transaction of its own; `no` where they may not read it. */
async function read<T>(
  around: Surroundings,
  { desk, member }: Seat,
  asking: Asking,
  name: string,
  input: object,
): Promise<T | 'no'> {
  const answer: Answer = await perform(around, name, input, { desk, member, door: 'web', key: null, ...asking })
  return isRefused(answer) ? 'no' : (answer as T)
}

/**
 * Asks desks side by side, a few at a time; null for one that fails or that is waited for too long, which the log says.
 * What is given up ends in the database too, so that asking again and again piles nothing up.
 */
const heardFrom = <T>(
  { log, now, patienceMs = usualPatienceMs }: Rooms,
  seats: readonly (Seat & SeatView)[],
  ask: (seat: Seat & SeatView, asking: Asking) => Promise<T>,
): Promise<(T | null)[]> => {
  const at = now()
  return eachWithin(seats, { atOnce, patienceMs }, async (seat, patience) => {
    try {
      return await ask(seat, { at, patience })
    } catch (err) {
      log.error({ err, desk: seat.desk }, 'a desk did not answer')
      throw err
    }
  })
}
