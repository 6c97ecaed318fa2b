import type { Spent } from '../../../../plan/lived.ts'
import { minutesOf } from '../../../../plan/local.ts'
import { zonedText } from '../../../../plan/text.ts'
import { utc, zoneOf } from '../../../../plan/zone.ts'
import { type Act, type Labelled, refuse } from '../../../act.ts'
import { calendars } from '../../../calendar/queries.ts'
import {
  type DeskReader,
  mayRead,
  maySee,
  maySeeOfDesk,
  type Reader,
  readerOf,
  toldTo,
} from '../../../calendar/views/model.ts'
import type { ActionsFor } from '../../../registry.ts'
import { todayOf } from '../../../rules/judging/actions.ts'
import type { KeptWork } from '../../../work/tasks/model.ts'
import { closedBetween, worksIn } from '../../../work/tasks/queries.ts'
import type { prioritiesContract } from '../contract.ts'
import { type Counted, type PrioritySet, setIn, type Weeks, weeksFrom } from '../counting/actions.ts'
import { amountOf, spentOn } from '../counting/model.ts'
import { type Effort, type Efforts, effortOf, worksOf } from '../effort/model.ts'
import type { CountedEvent, CountedWork, Priority, PriorityView, SetView, WeekView } from '../model.ts'
import { before, mondayOf, type Period, periodOf, periodsOfWeek, periodWords, weekWords } from '../periods/model.ts'
import { prioritiesOf } from '../queries.ts'
import { clauseWords, effortsWords, firstWords, livedWords } from '../words.ts'

type Actions = ActionsFor<typeof prioritiesContract>['priority']

const weekView = (act: Act, weeks: Weeks, monday: Temporal.PlainDate, { lived }: Pick<Counted, 'lived'>): WeekView => {
  const [today, span] = [todayOf(act), weeks.spanOf(monday)]
  const now = act.at.epochMilliseconds
  return {
    from: monday.toString(),
    to: monday.add({ days: 6 }).toString(),
    words: weekWords(monday, today),
    today: today.toString(),
    minutes: minutesOf(lived.workingMs),
    isKnown: lived.isKnown,
    when: span.end <= now ? 'past' : span.start > now ? 'coming' : 'now',
    zone: act.desk.zone,
    hours: weeks.hours.words,
    hoursRule: weeks.hours.rule,
  }
}

/** Work that is open, and what is done and due of it in the week. */
type Works = {
  readonly open: readonly KeptWork[]
  readonly done: readonly KeptWork[]
  readonly due: readonly KeptWork[]
}

/** Read as the desk itself. */
async function worksAt(act: Act, weeks: Weeks, monday: Temporal.PlainDate): Promise<Works> {
  const span = weeks.spanOf(monday)
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)
  const open = await worksIn(act.db, act.desk.id, 'open')
  const closed = await closedBetween(act.db, act.desk.id, at(span.start), at(span.end))
  return { open, ...worksOf([...closed, ...open], span) }
}

/** What belongs to a priority of the work of a week, or with null to none of those that are not hidden. */
const effortIn = (works: Works, belongs: (work: KeptWork) => boolean, when: WeekView['when']): Efforts => {
  const [done, due] = [effortOf(works.done.filter(belongs)), effortOf(works.due.filter(belongs))]
  return { done, due, words: effortsWords({ done, due }, when) }
}

type Names = ReadonlyMap<string, string>
type Shown = {
  readonly weeks: Weeks
  readonly week: WeekView
  readonly monday: Temporal.PlainDate
  readonly works: Works
  readonly calendars: Names
  readonly reader: DeskReader
}

/** It got less than half of what was meant for it: small enough to be said. */
const half = 0.5

function viewOf(priority: Priority, set: PrioritySet, counted: Counted, shown: Shown): PriorityView {
  const { id, version, horizon, from, place, label, terms } = priority
  const lived = amountOf(counted.lived, spentOn(counted.lived, counted.placeOf(id)))
  const { share } = lived
  return {
    id,
    version,
    horizon,
    from: from.toString(),
    place,
    title: terms.title,
    meant: terms.meant,
    label,
    rules: [...terms.rules],
    ruleWords: terms.rules.map((rule) =>
      clauseWords(rule, (calendar) => shown.calendars.get(calendar) ?? 'a calendar that is gone'),
    ),
    lived,
    words: livedWords(share, terms.meant),
    isShort: shown.week.when === 'past' && share !== null && terms.meant !== null && share < (terms.meant / 100) * half,
    effort: effortIn(shown.works, (work) => set.belongs.ofWork(work).to === id, shown.week.when),
    work: shown.works.open
      .filter((work) => maySeeOfDesk(work.label, shown.reader) && set.belongs.ofWork(work).to === id)
      .map((work) => ({ id: work.id, title: work.terms.title })),
  }
}

function setView(set: PrioritySet, earlier: number, shown: Shown): SetView {
  const { period, priorities } = set
  const counted = shown.weeks.count(set, shown.monday)
  const seen = priorities.filter(({ label }) => maySee(label, shown.reader))
  const views = seen.map((one) => viewOf(one, set, counted, shown))
  const hidden = priorities.filter((one) => !seen.includes(one))
  const [first] = priorities
  const top = views.find(({ id }) => id === first?.id)
  const words = { words: shown.week.words, when: shown.week.when }
  return {
    horizon: period.horizon,
    from: period.from.toString(),
    words: periodWords(period),
    sentence: first
      ? firstWords(top ? { ...top, share: top.lived.share, work: top.effort.words } : null, period.horizon, words)
      : `Nothing comes first in ${periodWords(period)} yet.`,
    priorities: views,
    hidden: hidden.length,
    meant: views.reduce((sum, { meant }) => sum + (meant ?? 0), 0),
    other: amountOf(
      counted.lived,
      counted.lived.other,
      ...hidden.map(({ id }) => spentOn(counted.lived, counted.placeOf(id))),
    ),
    earlier,
  }
}

/** A week against what was to come first in it, its quarter and its year; with the priorities and the work that it names. */
export type WeekShown = { readonly week: WeekView; readonly sets: SetView[]; readonly told: readonly Labelled[] }

/** Last week unless told which. */
export const weekShown = async (act: Act, on: string | undefined): Promise<WeekShown> => {
  const monday = mondayOf(on === undefined ? todayOf(act).subtract({ days: 7 }) : Temporal.PlainDate.from(on))
  const reader = readerOf(act)
  return act.asDesk(async () => {
    const weeks = await weeksFrom(act, monday, monday)
    const sets: PrioritySet[] = []
    for (const period of periodsOfWeek(monday)) sets.push(await setIn(act, period))
    const works = await worksAt(act, weeks, monday)
    const names = new Map((await calendars(act.db, act.desk.id)).map(({ id, name }) => [id, name]))
    const [any] = sets
    if (!any) throw new Error('a week in no period')
    const shown: Shown = {
      weeks,
      week: weekView(act, weeks, monday, weeks.count(any, monday)),
      monday,
      works,
      calendars: names,
      reader,
    }
    const views: SetView[] = []
    for (const set of sets) views.push(setView(set, await earlierOf(act, set, reader), shown))
    const named = new Set(views.flatMap(({ priorities }) => priorities.flatMap(({ work }) => work.map(({ id }) => id))))
    const told = [...views.flatMap(({ priorities }) => priorities), ...works.open.filter(({ id }) => named.has(id))]
    return { week: shown.week, sets: views, told }
  })
}

const list: Actions['list'] = async ({ on }, act) => {
  const { week, sets, told } = await weekShown(act, on)
  act.looked(told)
  return { week, sets }
}

/** How many could be taken over from the period before; asked only where there are none yet. */
const earlierOf = async (act: Act, { priorities, period }: PrioritySet, reader: Reader): Promise<number> =>
  priorities.length > 0
    ? 0
    : (await prioritiesOf(act.db, act.desk.id, before(period))).filter(({ label }) => maySee(label, reader)).length

/** The period in which a horizon of a week is looked at: the one that the week belongs to. */
const periodFor = (horizon: Period['horizon'], monday: Temporal.PlainDate): Period =>
  periodOf(horizon, monday.add({ days: 3 }))

const counted: Actions['counted'] = async ({ horizon, on, id }, act) => {
  const monday = mondayOf(Temporal.PlainDate.from(on))
  const reader = readerOf(act)
  return act.asDesk(async () => {
    const weeks = await weeksFrom(act, monday, monday)
    const set = await setIn(act, periodFor(horizon, monday))
    const priority = set.priorities.find((one) => one.id === id && maySee(one.label, reader))
    if (id !== undefined && !priority)
      return refuse('not-there', `There is no such priority in ${periodWords(set.period)}.`, [id], 'id')
    const found = weeks.count(set, monday)
    const hidden = set.priorities.filter(({ label }) => !maySee(label, reader))
    const those = priority
      ? [spentOn(found.lived, found.placeOf(priority.id))]
      : [found.lived.other, ...hidden.map((one) => spentOn(found.lived, found.placeOf(one.id)))]
    const lived = amountOf(found.lived, ...those)
    const week = weekView(act, weeks, monday, found)
    const seen = eventsOf(
      those,
      weeks,
      found,
      reader,
      hidden.map((one) => one.id),
    )
    const works = await worksAt(act, weeks, monday)
    const isHidden = (to: string | null) => to === null || hidden.some((one) => one.id === to)
    const belongs = (work: KeptWork) => {
      const { to } = set.belongs.ofWork(work)
      return priority ? to === priority.id : isHidden(to)
    }
    const behind = worksSeen(works, belongs, reader)
    act.looked([
      ...(priority ? [priority] : []),
      ...toldTo(
        reader,
        those.flatMap(({ items }) => items.map(({ item }) => weeks.found(item))),
      ),
      ...behind.told,
    ])
    return {
      title: priority?.terms.title ?? 'Belongs to nothing',
      week,
      lived,
      words: livedWords(lived.share, priority?.terms.meant ?? null),
      ...seen,
      effort: effortIn(works, belongs, week.when),
      work: behind.work,
      privateWork: behind.privateWork,
    }
  })
}

type Behind = { events: CountedEvent[]; private: { minutes: number; outside: number } | null }

/** What is behind a number: what the reader may see one by one, the rest as one sum without its times. */
function eventsOf(
  those: readonly Spent[],
  weeks: Weeks,
  found: Counted,
  reader: Reader,
  hidden: readonly string[],
): Behind {
  const items = those.flatMap((one) => [...one.items])
  const seen = items.filter(({ item }) => mayRead(weeks.found(item), reader))
  const rest = items.filter((one) => !seen.includes(one))
  const minutes = (of: (one: (typeof items)[number]) => number) =>
    minutesOf(rest.reduce((all, one) => all + of(one), 0))
  return {
    events: seen
      .map(({ item, ms, outsideMs }): CountedEvent => {
        const standing = found.standingOf(item)
        const isHidden = standing.to === null || hidden.includes(standing.to)
        return {
          eventId: weeks.found(item).eventId,
          recurrenceId: item.recurrenceId,
          title: item.title,
          start: zonedText(item.span.start, zoneOf(item.zone ?? '') ?? weeks.zoneAt(item.span.start) ?? utc),
          minutes: minutesOf(ms),
          outside: minutesOf(outsideMs),
          by: isHidden ? 'nothing' : standing.by,
        }
      })
      .sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start)),
    private:
      rest.length === 0 ? null : { minutes: minutes(({ ms }) => ms), outside: minutes(({ outsideMs }) => outsideMs) },
  }
}

/** The work behind a number: what the reader may see piece by piece, the rest as one sum. */
function worksSeen(works: Works, belongs: (work: KeptWork) => boolean, reader: DeskReader) {
  const all = (['done', 'due'] as const).flatMap((is) => works[is].filter(belongs).map((work) => ({ is, work })))
  const rest = all.filter(({ work }) => !maySeeOfDesk(work.label, reader)).map(({ work }) => work)
  const seen = all.filter(({ work }) => !rest.includes(work))
  return {
    work: seen.map(
      ({ is, work: { id, terms } }): CountedWork => ({ id, is, title: terms.title, minutes: terms.effort }),
    ),
    privateWork: rest.length === 0 ? null : effortOf(rest),
    told: seen.map(({ work }) => work),
  } satisfies { work: CountedWork[]; privateWork: Effort | null; told: Labelled[] }
}

export const showingActions = { list, counted }
