import { asInstant } from '../../../../plan/time.ts'
import type { Act, Happened, Reaction } from '../../../act.ts'
import { eventsById } from '../../../calendar/events/queries.ts'
import { headOf } from '../../../calendar/series/model.ts'
import { type Commitment, openedBy, settledBy } from '../model.ts'
import { commitmentById, hangingOn, isPrivateEvent, keepCommitment } from '../queries.ts'
import { nowOf } from '../showing/actions.ts'
import { factOf, made } from '../writing/actions.ts'

/** What was closed, by id, in words that whoever may know of one that hangs on it may read. */
type Closed = ReadonlyMap<string, { readonly words: string; readonly isPrivate: boolean }>

const wordsFor = (one: Commitment, closed: Closed, from: string): string => {
  const { words, isPrivate } = closed.get(from) ?? { words: '', isPrivate: false }
  return isPrivate && one.label !== 'private' ? 'something private' : words
}

/** What hangs on a closed thing falls with it, and what hangs on that. */
async function fall(act: Act, closed: Closed): Promise<void> {
  const open = (await hangingOn(act.db, act.desk.id, [...closed.keys()])).filter(({ state }) => state === 'open')
  for (const one of open) {
    const from = one.hangsOn.find((id) => closed.has(id)) ?? ''
    const fell = factOf(act, 'fell', { from, why: wordsFor(one, closed, from) })
    await keepCommitment(
      act.db,
      act.desk.id,
      settledBy(one, 'fell', fell, asInstant(act.at.epochMilliseconds)),
      made(act),
    )
  }
  if (open.length > 0)
    await act.happened({
      events: [],
      things: [],
      closed: open.map(({ id }) => id),
      was: null,
      anyway: null,
      mayRefuse: true,
    })
}

/** What fell with a thing stands again when the thing does. */
async function rise(act: Act, standing: ReadonlySet<string>): Promise<void> {
  const fallen = (await hangingOn(act.db, act.desk.id, [...standing])).filter(({ state, terms }) => {
    const last = terms.facts.at(-1)
    return state === 'fell' && last?.code === 'fell' && last.from !== null && standing.has(last.from)
  })
  for (const one of fallen) {
    const back = openedBy(one, factOf(act, 'reopened'), nowOf(act).toPlainDate(), act.desk.zone)
    await keepCommitment(act.db, act.desk.id, back, made(act))
  }
}

async function ofEvents(act: Act, what: Happened): Promise<{ closed: Closed; standing: ReadonlySet<string> }> {
  const ids = [...new Set(what.events.map(({ id }) => id))]
  const hanging = new Set((await hangingOn(act.db, act.desk.id, ids)).flatMap(({ hangsOn }) => hangsOn))
  const asked = ids.filter((id) => hanging.has(id))
  const found = new Map((await eventsById(act.db, act.desk.id, asked)).map((event) => [event.id, event]))
  const isOff = (id: string) => {
    const event = found.get(id)
    return !event || headOf(event).cancelled
  }
  const closed = new Map<string, { words: string; isPrivate: boolean }>()
  for (const id of asked.filter(isOff)) {
    const event = found.get(id)
    const isPrivate = event === undefined || (await isPrivateEvent(act.db, act.desk.id, id))
    closed.set(id, { words: event ? `“${headOf(event).title}”` : 'a meeting', isPrivate })
  }
  return { closed, standing: new Set(asked.filter((id) => !closed.has(id))) }
}

/** Closing a thing closes what hangs on it: a meeting that is cancelled, work that is done, another promise. */
export const followThings: Reaction = async (what, act) => {
  if (what.events.length > 0) {
    const { closed, standing } = await ofEvents(act, what)
    if (closed.size > 0) await fall(act, closed)
    if (standing.size > 0) await rise(act, standing)
  }
  const closed = new Map<string, { words: string; isPrivate: boolean }>()
  for (const id of what.closed ?? []) {
    const one = await commitmentById(act.db, act.desk.id, id)
    closed.set(id, { words: one ? `“${one.terms.what}”` : 'what it hung on', isPrivate: one?.label === 'private' })
  }
  if (closed.size > 0) await fall(act, closed)
  return null
}
