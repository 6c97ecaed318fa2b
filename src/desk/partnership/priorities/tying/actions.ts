import { type Act, isRefused, type Refused, refuse } from '../../../act.ts'
import { eventView } from '../../../calendar/events/actions.ts'
import { eventById } from '../../../calendar/events/queries.ts'
import { aboutsNow } from '../../../calendar/occurrences/actions.ts'
import { maySee, maySeeOfDesk, readerOf } from '../../../calendar/views/model.ts'
import type { ActionsFor } from '../../../registry.ts'
import { todayOf } from '../../../rules/judging/actions.ts'
import { workById } from '../../../work/tasks/queries.ts'
import type { prioritiesContract } from '../contract.ts'
import { setIn } from '../counting/actions.ts'
import type { Priority, standings, Tie } from '../model.ts'
import { dayWords, horizons, periodOf, periodWords } from '../periods/model.ts'
import { addTie, endTies, prioritiesOf, tiesOf } from '../queries.ts'
import type { Belongings, Standing } from '../ties/model.ts'
import { periodOfPriority, priorityFor } from '../writing/actions.ts'

type Actions = ActionsFor<typeof prioritiesContract>['priority']
type Which = { readonly what: Tie['what']; readonly id: string; readonly recurrenceId?: string | null | undefined }

/** What is tied: an event or a piece of work that whoever acts may read. */
type Thing = {
  readonly title: string
  readonly label: Tie['label']
  /** The day it is on, or due; today where nothing says. */
  readonly on: Temporal.PlainDate
  /** One day of it is meant, not a whole series. */
  readonly isOne: boolean
  readonly standingIn: (belongs: Belongings) => Standing
}

async function thingOf(act: Act, which: Which): Promise<Thing | Refused> {
  return which.what === 'event' ? eventOf(act, which) : workOf(act, which.id)
}

async function eventOf(act: Act, { id, recurrenceId = null }: Which): Promise<Thing | Refused> {
  const event = await eventById(act.db, act.desk.id, id)
  const view = event && eventView(act, await aboutsNow(act.db, act.desk.id), event, recurrenceId)
  if (!view || view.hidden) return refuse('not-there', 'There is no such event.', [id], 'id')
  const { title, kind, label, people, calendarId, start, repeats } = view
  const item = { title, kind, label, people, recurrenceId: recurrenceId ?? view.recurrenceId }
  return {
    title,
    label,
    on: Temporal.PlainDate.from(start.slice(0, 10)),
    isOne: recurrenceId !== null || !repeats,
    standingIn: (belongs) => belongs.ofEvent({ item, eventId: id, calendarId }),
  }
}

async function workOf(act: Act, id: string): Promise<Thing | Refused> {
  const work = await workById(act.db, act.desk.id, id)
  if (!work || !maySeeOfDesk(work.label, readerOf(act)))
    return refuse('not-there', 'There is no such work.', [id], 'id')
  const { title, dueOn } = work.terms
  return {
    title,
    label: work.label,
    on: dueOn === null ? todayOf(act) : Temporal.PlainDate.from(dueOn),
    isOne: dueOn !== null,
    standingIn: (belongs) => belongs.ofWork(work),
  }
}

const standingWords: Readonly<Record<(typeof standings)[number], string>> = {
  hand: 'said by hand',
  not: 'not this one, said by hand',
  rule: 'by rule',
  none: '',
}

/** What a rule catches and another priority has: the one that comes first. */
const wordsOf = (standing: Standing, id: string): string => {
  const how = standing.of(id)
  return how === 'rule' && standing.to !== id ? 'a rule catches it, another comes first' : standingWords[how]
}

const choices: Actions['choices'] = async (which, act) => {
  const thing = await thingOf(act, which)
  if (isRefused(thing)) return thing
  act.looked([{ id: which.id, label: thing.label }])
  const reader = readerOf(act)
  return act.asDesk(async () => {
    const sets = []
    for (const horizon of horizons) {
      const set = await setIn(act, periodOf(horizon, horizon === 'week' ? thing.on : thursdayOf(thing.on)))
      const standing = thing.standingIn(set.belongs)
      const seen = set.priorities.filter(({ label }) => maySee(label, reader))
      act.looked(seen)
      sets.push({
        horizon,
        words: periodWords(set.period),
        priorities: seen.map(({ id, place, terms }) => ({
          id,
          place,
          title: terms.title,
          standing: standing.of(id),
          words: wordsOf(standing, id),
        })),
      })
    }
    return { title: thing.title, sets }
  })
}

/** A week belongs to the year and the quarter of its Thursday. */
const thursdayOf = (on: Temporal.PlainDate): Temporal.PlainDate =>
  on.subtract({ days: on.dayOfWeek - 1 }).add({ days: 3 })

type Both = { readonly thing: Thing; readonly priority: Priority }

/** Both sides of a tie, as far as whoever acts may know of them. */
async function bothOf(act: Act, which: Which & { readonly priority: string }): Promise<Both | Refused> {
  if ((await act.may('priority.list', {})).may !== 'yes')
    return refuse('not-there', 'There is no such priority.', [which.priority], 'priority')
  const priority = await priorityFor(act, which.priority, 'priority')
  if (isRefused(priority)) return priority
  const thing = await thingOf(act, which)
  if (isRefused(thing)) return thing
  const period = periodOfPriority(priority)
  const on = period.horizon === 'week' ? thing.on : thursdayOf(thing.on)
  if (thing.isOne && !periodOf(period.horizon, on).from.equals(period.from))
    return refuse(
      'bad-input',
      `“${priority.terms.title}” is a priority of ${periodWords(period)}; “${thing.title}” is on ${dayWords(thing.on)} ${thing.on.year}.`,
      [priority.id],
      'priority',
    )
  return { thing, priority }
}

const made = (act: Act) => ({ entry: act.entry, at: act.at })

/** What was said by hand of this very thing, about the priorities of one period. */
async function saidBefore(act: Act, which: Which, priority: Priority): Promise<Tie[]> {
  const ids = (await prioritiesOf(act.db, act.desk.id, periodOfPriority(priority))).map(({ id }) => id)
  return (await tiesOf(act.db, act.desk.id, ids)).filter(
    (tie) => tie.what === which.what && tie.thing === which.id && tie.recurrenceId === (which.recurrenceId ?? null),
  )
}

const entryOf = (act: Act, which: Which, { thing, priority }: Both, more: { belongs?: boolean } = {}) => ({
  items: [priority.id, which.id],
  values: { thing: thing.title, title: priority.terms.title, ...more },
  private: [
    ...(priority.label === 'private' ? [priority.id] : []),
    ...(which.what === 'work' && thing.label === 'private' ? [which.id] : []),
  ],
  undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
})

const tie: Actions['tie'] = async ({ belongs, ...which }, act) => {
  const both = await bothOf(act, which)
  if (isRefused(both)) return both
  const { priority, thing } = both
  const before = await saidBefore(act, which, priority)
  if (before.some((one) => one.priority === priority.id && one.belongs === belongs))
    return refuse('moved-on', `That was said of “${thing.title}” already.`, [which.id])
  const gone = before.filter((one) => one.priority === priority.id || (belongs && one.belongs))
  await endTies(
    act.db,
    act.desk.id,
    gone.map(({ id }) => id),
    made(act),
  )
  const kept: Tie = {
    id: act.newId(),
    priority: priority.id,
    what: which.what,
    thing: which.id,
    recurrenceId: which.what === 'event' ? which.recurrenceId : null,
    belongs,
    label: thing.label,
  }
  await addTie(act.db, act.desk.id, kept, made(act))
  return { output: { id: priority.id, title: priority.terms.title }, entry: entryOf(act, which, both, { belongs }) }
}

const untie: Actions['untie'] = async (which, act) => {
  const both = await bothOf(act, which)
  if (isRefused(both)) return both
  const { priority, thing } = both
  const mine = (await saidBefore(act, which, priority)).filter((one) => one.priority === priority.id)
  if (mine.length === 0) return refuse('moved-on', `Nothing was said of “${thing.title}” by hand.`, [which.id])
  await endTies(
    act.db,
    act.desk.id,
    mine.map(({ id }) => id),
    made(act),
  )
  return { output: { id: priority.id, title: priority.terms.title }, entry: entryOf(act, which, both) }
}

export const tyingActions = { choices, tie, untie }
