import { type Context, Hono } from 'hono'
import * as z from 'zod'
import type { Refusal } from '../../desk/refusal.ts'
import { readTimes } from './form.ts'
import type { Answered, Guest, GuestCall } from './guest.ts'
import { notTooOften } from './often.ts'
import { page, stranger, tooOften } from './page.ts'

type Room = { readonly guest: Guest; readonly now: () => Temporal.Instant; readonly newKey: () => string }

/** A minute of somebody who looks at every zone and tries every time; a script that guesses needs far more. */
const mostLooks = 60

const writer = z.object({
  who: z.string().trim().max(200).default(''),
  note: z.string().trim().max(2000).default(''),
})

/** `/o/TOKEN` and what its forms are sent to. */
export function guestRoutes(room: Room): Hono {
  const { guest, now } = room
  const app = new Hono()
  app.use('*', notTooOften(mostLooks, now, tooOften), async (context, next) => {
    await next()
    context.header('cache-control', 'no-store')
    context.header('x-robots-tag', 'noindex, nofollow')
  })
  app.get('/:token', (context) => shown(room, context, null))
  app.get('/:token/time.ics', async (context) => {
    const file = await guest.file(context.req.param('token'), now())
    if (file === null) return stranger()
    context.header('content-disposition', 'attachment; filename="meeting.ics"')
    return context.body(file, 200, { 'content-type': 'text/calendar; charset=utf-8; method=PUBLISH' })
  })
  app.post('/:token/take', (context) =>
    answered(room, context, (call, form) => guest.take(call, text(form, 'time'), writer.parse(form))),
  )
  app.post('/:token/none', (context) => answered(room, context, (call, form) => guest.none(call, writer.parse(form))))
  app.post('/:token/propose', (context) =>
    answered(room, context, async (call, form) => {
      const view = await guest.show(call.token, zoneIn(context), call.at)
      if (!view) return gone
      const times = readTimes(form, view.zone, view.minutes)
      return 'refused' in times ? times : guest.propose(call, times.times, writer.parse(form))
    }),
  )
  app.all('*', () => stranger())
  return app
}

type Form = Readonly<Record<string, unknown>>
const gone: Answered = { refused: { why: 'not-there', words: 'This address opens nothing any more.', standing: [] } }
const text = (form: Form, name: string): string => (typeof form[name] === 'string' ? form[name] : '')
const zoneIn = (context: Context): string | null => context.req.query('zone') || null

/** Performs what a form asks for. A yes is shown by the page as it then is (303, so that reloading repeats nothing), a no beside what was asked. */
async function answered(
  room: Room,
  context: Context,
  perform: (call: GuestCall, form: Form) => Promise<Answered>,
): Promise<Response> {
  const form: Form = await context.req.parseBody()
  const read = writer.safeParse(form)
  if (!read.success) return shown(room, context, tooLong)
  const token = context.req.param('token') ?? ''
  const key = text(form, 'key').slice(0, 64) || room.newKey()
  const answer = await perform({ token, key, at: room.now() }, form)
  if ('refused' in answer) return shown(room, context, answer.refused)
  const zone = zoneIn(context)
  return context.redirect(`/o/${encodeURIComponent(token)}${zone ? `?zone=${encodeURIComponent(zone)}` : ''}`, 303)
}

const tooLong: Refusal = {
  why: 'bad-input',
  words: 'That is longer than 2,000 characters; please say it more briefly.',
  standing: [],
  path: 'note',
}
const statuses = { 'bad-input': 422, 'moved-on': 409, 'key-reused': 409, 'too-much': 429, 'not-yours': 403 } as const

async function shown(room: Room, context: Context, no: Refusal | null): Promise<Response> {
  const token = context.req.param('token') ?? ''
  const view = await room.guest.show(token, zoneIn(context), room.now())
  if (!view) return stranger()
  const status = no && no.why !== 'not-there' ? statuses[no.why] : no ? 409 : 200
  return context.html(page(view, { token, key: room.newKey(), no }), status)
}
