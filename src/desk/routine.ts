import { type Db, isRefused } from './act.ts'
import { members } from './authority/queries.ts'
import { desksAnswered, forgetAnswers } from './journal/queries.ts'
import { deliver, type Ways } from './outbox.ts'
import { perform, type Surroundings, settle } from './perform.ts'
import { type Due, doneDue, dueById, sending } from './queue.ts'

/** What has become of a deadline: it was not due after all (moved, called off, done before), done, or refused and why. */
export type Kept = { readonly kept: 'not due' | 'done' } | { readonly kept: 'refused'; readonly why: string }

/**
 * Performs what is due, as the member "the desk", through the door "routine". Performing it twice does it once: the
 * deadline is the idempotency key, and it is dropped only after it was kept. A refusal drops it too: asking again would be
 * answered the same.
 * @throws what an action or the wire throws; then the deadline stands and is tried again.
 */
export async function keepDue(
  around: Surroundings,
  ways: Ways,
  { desk, id }: Pick<Due, 'desk' | 'id'>,
  at: Temporal.Instant,
): Promise<Kept> {
  const due = await dueById(around.db, desk, id)
  if (!due || Temporal.Instant.compare(due.at, at) > 0) return { kept: 'not due' }
  const kept: Kept = due.operation === sending ? await sent(around, ways, due, at) : await performed(around, due, at)
  await doneDue(around.db, due, at)
  return kept
}

async function sent(around: Surroundings, ways: Ways, due: Due, at: Temporal.Instant): Promise<Kept> {
  await deliver(around, ways, { desk: due.desk, member: await routineOf(around, due.desk), id: due.item }, at)
  return { kept: 'done' }
}

async function performed(around: Surroundings, due: Due, at: Temporal.Instant): Promise<Kept> {
  const call = { desk: due.desk, member: await routineOf(around, due.desk), door: 'routine', at } as const
  const key = `${due.id} ${due.at}`
  const answer = await perform(around, due.operation, { id: due.item }, { ...call, key })
  return isRefused(answer) ? { kept: 'refused', why: answer.refused.why } : { kept: 'done' }
}

/** Every desk has a member that is nobody, as whom its routines act. */
export const routineOf = async (around: Surroundings, desk: string): Promise<string> => {
  const known = routines.get(desk)
  if (known) return known
  const found = await around.db.transaction().execute(async (db) => {
    await settle(db, desk, desk)
    return (await members(db, desk)).find(({ kind }) => kind === 'desk')
  })
  if (!found) throw new Error(`desk ${desk} has no member for its routines`)
  if (routines.size >= mostRoutines) routines.clear()
  routines.set(desk, found.id)
  return found.id
}

/** It is there from the desk's first day and never another. */
const routines = new Map<string, string>()
const mostRoutines = 10_000

/** An idempotency key keeps its answer seven days. Only desks that have older ones are touched. */
export async function forgetOldAnswers(around: Surroundings, owner: Db, at: Temporal.Instant): Promise<void> {
  const before = at.subtract({ hours: 7 * 24 })
  for (const desk of await desksAnswered(owner, before))
    await around.db.transaction().execute(async (db) => {
      await settle(db, desk, desk)
      await forgetAnswers(db, desk, before)
    })
}
