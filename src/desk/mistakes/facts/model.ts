import type { PlanDue } from '../../../plan/due.ts'
import type { Facts, Sourced } from '../model.ts'
import { dayWords } from '../words.ts'

/** An entry of the journal on something the mistake is about, as a sentence; oldest first. */
export type Entry = {
  readonly id: string
  readonly at: Temporal.Instant
  readonly words: string
  readonly why: string | null
  readonly by: string
  readonly undone: boolean
}

/** An event it is about, as it stands or as it stood last. */
export type About = {
  readonly id: string
  readonly title: string
  readonly people: readonly string[]
  readonly gone: boolean
}

/** Everything the record says, from which the facts are made. */
export type Record = {
  readonly finding: { readonly fingerprint: string; readonly title: string; readonly words: string } | null
  readonly events: readonly About[]
  readonly dues: readonly PlanDue[]
  readonly entries: readonly Entry[]
  /** What stands on the same things, and what comes next. */
  readonly follows: readonly Sourced[]
  readonly executive: { readonly name: string; readonly member: string | null }
  readonly by: string
  readonly at: Temporal.Instant
  readonly zone: string
  readonly agent: string | null
}

const none = { words: '', from: null } as const
const zoned = (ms: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
/** A sentence as it stands after a colon: without its stop. */
export const clause = (words: string): string => words.trim().replace(/[.\s]+$/, '')

/** What was asked: the words of the instruction; else the reason somebody gave; else that it stay as it was planned. */
function askedIn({ dues, entries, events }: Record): Sourced {
  const [due] = dues
  if (due) {
    const words = due.asked.trim() === '' ? lowered(due.title) : due.asked
    return { words: clause(words), from: { kind: 'due', id: idOf(due) } }
  }
  const told = entries.find(({ why }) => why !== null && why.trim() !== '')
  if (told?.why) return { words: clause(told.why), from: { kind: 'entry', id: told.id } }
  const [event] = events
  const first = entries[0]
  if (!event) return none
  return {
    words: `keep “${event.title}” as it was planned`,
    from: first ? { kind: 'entry', id: first.id } : { kind: 'event', id: event.id },
  }
}

const idOf = (due: PlanDue): string => due.key.slice(due.what.length + 1)
const lowered = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title

/** What was done: of what was due, how it stands; else what the record says last; else what is wrong now. */
function doneIn({ dues, entries, finding, at, zone }: Record): Sourced {
  const [due] = dues
  if (due) return { words: stands(due, at.epochMilliseconds, zone), from: { kind: 'due', id: idOf(due) } }
  if (finding) return { words: clause(finding.words), from: { kind: 'finding', id: finding.fingerprint } }
  const last = entries.findLast(({ undone }) => !undone)
  return last ? { words: clause(last.words), from: { kind: 'entry', id: last.id } } : none
}

/** How something due stands: that it was not done in time only once that time has passed. */
function stands({ what, dueAt, closedAt }: PlanDue, now: number, zone: string): string {
  const day = (at: number) => dayWords(zoned(at, zone))
  // What is due as a day ends is due at the midnight that follows, and is that day’s.
  const dueDay = (at: number) => day(at - 1)
  const done = what === 'decision' ? 'answered' : 'done'
  if (closedAt !== null) return `it was ${done}${dueAt !== null && closedAt > dueAt ? ' only' : ''} on ${day(closedAt)}`
  if (dueAt === null) return `it is not ${done} yet; no day was said for it`
  return dueAt <= now
    ? `by ${dueDay(dueAt)} it was not ${done}`
    : `it is not ${done} yet; it is due on ${dueDay(dueAt)}`
}

function touchedIn({ dues, events, executive }: Record): Sourced[] {
  const owed = dues.flatMap((due) => (due.to ? [{ words: due.to, from: { kind: 'due' as const, id: idOf(due) } }] : []))
  const invited = events.flatMap(({ id, people }) =>
    people.map((words) => ({ words, from: { kind: 'event' as const, id } })),
  )
  const all: Sourced[] = [{ words: executive.name, from: null }, ...owed, ...invited]
  return all.filter(({ words }, i) => all.findIndex((one) => one.words === words) === i).slice(0, 50)
}

/** The facts as the record has them. Every value says where it comes from; whoever owns it may change them all. */
export function factsFrom(record: Record): Facts {
  const { dues, events, finding, executive, by, at, agent } = record
  const asker = dues[0]?.to ?? null
  const outside = asker !== null && asker !== executive.name
  return {
    title: (dues[0]?.title ?? events[0]?.title ?? finding?.title ?? 'A mistake').slice(0, 200),
    asked: cut(askedIn(record)),
    askedBy: outside ? { name: asker, member: null } : { name: executive.name, member: executive.member },
    done: cut(doneIn(record)),
    putRight: '',
    touched: touchedIn(record).map(cut),
    follows: record.follows.slice(0, 50).map(cut),
    others: [],
    foundBy: by,
    foundAt: at.toString(),
    agent,
    stretch: false,
  }
}

const cut = ({ words, from }: Sourced): Sourced => ({ words: words.slice(0, 1000), from })

/** When it took effect: when the first of it began, was due or, of what is gone, would have begun. */
export const effectOf = (starts: readonly number[], { dues, at }: Pick<Record, 'dues' | 'at'>): Temporal.Instant => {
  const due = dues.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]))
  const times = [...starts, ...due]
  return times.length === 0 ? at : Temporal.Instant.fromEpochMilliseconds(Math.min(...times))
}

/**
 * When it could last have been mended: right after the last change of it before it took effect; of what is gone, right
 * before it went.
 */
export const mendOf = (
  { entries, events }: Pick<Record, 'entries' | 'events'>,
  effect: Temporal.Instant,
): Temporal.Instant => {
  const went = events.some(({ gone }) => gone) ? entries.findLast(({ undone }) => !undone) : undefined
  if (went) return went.at.subtract({ milliseconds: 1 })
  const before = entries.filter(({ at }) => Temporal.Instant.compare(at, effect) < 0).at(-1)
  return before ? before.at.add({ milliseconds: 1 }) : effect
}
