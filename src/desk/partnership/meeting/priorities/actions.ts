import { firstShort, timeFor } from '../../../../plan/rules/first-short.ts'
import type { Act, Labelled } from '../../../act.ts'
import { privateOf, tellingFor } from '../../../rules/findings/actions.ts'
import { stateOf } from '../../../rules/findings/model.ts'
import { todayOf } from '../../../rules/judging/actions.ts'
import type { FindingView } from '../../../rules/model.ts'
import { findingViews } from '../../../rules/views/model.ts'
import type { PriorityView, SetView, WeekView } from '../../priorities/model.ts'
import { mondayOf, periodsOfWeek } from '../../priorities/periods/model.ts'
import { hasPriorities } from '../../priorities/queries.ts'
import { type WeekShown, weekShown } from '../../priorities/showing/actions.ts'
import { judgedAhead, waysOutOf } from '../ahead/actions.ts'
import { type Line, lineOf, type Way, wayOf } from '../model.ts'
import { takeOverWords } from '../words.ts'

type Found = { readonly view: FindingView; readonly told: readonly Labelled[] }

/** What the plan says of a priority that gets too little: time to keep for it. */
async function findingsByPriority(act: Act): Promise<ReadonlyMap<string, Found>> {
  const judgement = await judgedAhead(act)
  const telling = tellingFor(act, judgement)
  const those = judgement.findings.filter(
    (one) => one.kind === firstShort.kind && stateOf(one, telling.dealt, telling.now).state !== 'accepted',
  )
  return new Map(
    findingViews(those, telling).flatMap((view) =>
      view.items.flatMap(({ due }): [string, Found][] =>
        due?.what === 'priority' ? [[due.id, { view, told: privateOf(judgement, [view], telling) }]] : [],
      ),
    ),
  )
}

/** Time that could be kept for a priority that got too little, before that has gone on for weeks. */
async function timeToKeep(act: Act, { id }: PriorityView): Promise<Way[]> {
  const time = timeFor((await judgedAhead(act)).plan)
  if (!time || (await act.may('priority.protect', { id, start: time.start, minutes: time.minutes })).may === 'no')
    return []
  return [wayOf(time.words, 'priority.protect', { id, start: time.start, minutes: time.minutes }, { main: true })]
}

/** The week that is over, of what comes first in it: as it was meant and as it was lived. */
async function firstLine(
  act: Act,
  { set, first }: { readonly set: SetView; readonly first: PriorityView },
  week: WeekView,
  found: Found | undefined,
): Promise<Line> {
  const ways = found ? waysOutOf(found.view) : first.isShort ? await timeToKeep(act, first) : []
  return lineOf({
    key: `priority:${first.id}:${week.from}`,
    words: set.sentence,
    detail: found?.view.words ?? '',
    tone: first.isShort ? 'soon' : 'plain',
    label: first.label,
    told: [first, ...(found?.told ?? [])],
    ways: [...ways, ...(first.isShort ? [wayOf('Let it go as a priority', 'priority.remove', { id: first.id })] : [])],
    settles: 'It stays first',
    opens: { page: 'priorities', id: first.id },
  })
}

/** A period that has none yet, where the one before had some. */
const emptyLine = ({ horizon, from, sentence, earlier }: SetView): Line =>
  lineOf({
    key: `priorities:${horizon}:${from}`,
    words: sentence,
    ways: [wayOf(takeOverWords(earlier), 'priority.carry', { horizon, on: from }, { main: true })],
    settles: 'Not now',
    opens: { page: 'priorities', id: '' },
  })

/** Sets that have none though the one before had: of last week, and where a year or a quarter began since, of today. */
async function emptySets(act: Act, { week, sets }: WeekShown): Promise<SetView[]> {
  const isEmpty = ({ horizon, earlier }: SetView) => horizon !== 'week' && earlier > 0
  const [last, now] = [Temporal.PlainDate.from(week.from), mondayOf(todayOf(act))].map((monday) =>
    periodsOfWeek(monday),
  )
  const isSame = (last ?? []).every(
    ({ horizon, from }, n) => horizon === 'week' || now?.[n]?.from.equals(from) === true,
  )
  if (isSame) return sets.filter(isEmpty)
  return (await weekShown(act, todayOf(act).toString())).sets.filter(isEmpty)
}

/** What comes first in the week, the quarter and the year of last week; and where nothing does any more. */
export async function priorityLines(act: Act): Promise<Line[]> {
  if ((await act.may('priority.list', {})).may !== 'yes') return []
  if (!(await act.asDesk(() => hasPriorities(act.db, act.desk.id)))) return []
  const shown = await weekShown(act, undefined)
  const firsts = shown.sets.flatMap((set) => {
    const [first] = set.priorities
    return first && (first.place === 1 || set.hidden === 0) ? [{ set, first }] : []
  })
  const found = firsts.length === 0 ? new Map<string, Found>() : await findingsByPriority(act)
  const lines: Line[] = []
  for (const one of firsts) lines.push(await firstLine(act, one, shown.week, found.get(one.first.id)))
  return [...lines, ...(await emptySets(act, shown)).map(emptyLine)]
}
