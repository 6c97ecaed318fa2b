import { type Act, isRefused, type Json, type Labelled, type Refused, refuse } from '../../../act.ts'
import { buildPlan } from '../../../calendar/occurrences/actions.ts'
import { mayRead, maySee, readerOf, toldTo } from '../../../calendar/views/model.ts'
import type { ActionsFor } from '../../../registry.ts'
import { daysSpan, todayOf } from '../../../rules/judging/actions.ts'
import type { prioritiesContract } from '../contract.ts'
import { type CatchView, type Clause, mostPriorities, type Priority, type PriorityDraft } from '../model.ts'
import { before, type Period, periodOf, periodWords } from '../periods/model.ts'
import { endPriority, endTies, prioritiesOf, priorityById, savePriority, tiesOf } from '../queries.ts'
import { catches } from '../ties/model.ts'
import { catchWords, overWords } from '../words.ts'

type Actions = ActionsFor<typeof prioritiesContract>['priority']

const undo = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })
const made = (act: Act) => ({ entry: act.entry, at: act.at })
const said = ({ terms, place, label }: Priority): Json =>
  JSON.parse(JSON.stringify({ title: terms.title, place, meant: terms.meant, rules: terms.rules, label }))
const hiddenIn = (...those: readonly Priority[]) => ({
  private: those.filter(({ label }) => label === 'private').map(({ id }) => id),
})
const seesAll = (act: Act): boolean => readerOf(act).sees === 'all'

const [weeksBack, weeksOn] = [8, 2]
/** Of fewer events than this nobody can say that a rule catches everything. */
const fewest = 5
const nearlyAll = 0.9

/** What rules catch, with the events whose titles it names. */
type Tried = { readonly view: CatchView; readonly told: readonly Labelled[] }

async function tried(act: Act, rules: readonly Clause[]): Promise<Tried> {
  const today = todayOf(act)
  const [first, last] = [today.subtract({ days: weeksBack * 7 }), today.add({ days: weeksOn * 7 })]
  const reader = readerOf(act)
  const { items } = await act.asDesk(() => buildPlan(act.db, act.desk, { window: daysSpan(act, first, last) }))
  // What whoever asks may not read is not tried: its words are not to be felt for.
  const seen = items.filter(
    (one) => one.item.owner === 'executive' && one.item.kind !== 'hold' && !one.item.cancelled && mayRead(one, reader),
  )
  const found = seen.filter(catches(rules))
  const everything = seen.length >= fewest && found.length >= seen.length * nearlyAll
  const titles = [...new Set(found.map(({ item }) => item.title))].slice(0, 5)
  const counts = { caught: found.length, of: seen.length, everything }
  return {
    view: {
      ...counts,
      from: first.toString(),
      to: last.toString(),
      words: catchWords({ ...counts, weeks: weeksBack }),
      titles,
    },
    told: toldTo(
      reader,
      found.filter(({ item }) => titles.includes(item.title)),
    ),
  }
}

const tooMuch = async (act: Act, rules: readonly Clause[], everything: boolean): Promise<Refused | null> => {
  if (everything || rules.length === 0) return null
  const { view } = await tried(act, rules)
  return view.everything
    ? refuse('bad-input', `${view.words} Name something narrower, or say that it is meant so.`, [], 'rules')
    : null
}

type Wanted = Pick<PriorityDraft, 'title' | 'meant' | 'label'> & { readonly id: string | null }

/** What stands against it among the others of its period: its name is there already, or more is meant than there is. */
function against(act: Act, others: readonly Priority[], wanted: Wanted, period: Period): Refused | null {
  const reader = readerOf(act)
  const rest = others.filter(({ id }) => id !== wanted.id)
  const seen = rest.filter(({ label }) => maySee(label, reader))
  const name = wanted.title.toLowerCase()
  const twin = seen.find(({ terms }) => terms.title.toLowerCase() === name)
  if (twin) {
    act.looked([twin])
    return refuse(
      'bad-input',
      `“${twin.terms.title}” is a priority of ${periodWords(period)} already.`,
      [twin.id],
      'title',
    )
  }
  const sum = rest.reduce((all, { terms }) => all + (terms.meant ?? 0), wanted.meant ?? 0)
  if (sum <= 100 || wanted.meant === null) return null
  const hidden = rest.filter((one) => !seen.includes(one)).reduce((all, { terms }) => all + (terms.meant ?? 0), 0)
  const parts = [...seen.map(({ terms }) => terms), wanted]
  act.looked(seen)
  return refuse(
    'bad-input',
    overWords(parts, hidden, period),
    seen.map(({ id }) => id),
    'meant',
  )
}

const add: Actions['add'] = async ({ horizon, on, place, everything, ...draft }, act) => {
  const period = periodOf(horizon, Temporal.PlainDate.from(on))
  const others = await prioritiesOf(act.db, act.desk.id, period)
  if (others.length >= mostPriorities)
    return refuse(
      'bad-input',
      `${mostPriorities} priorities are as many as anybody can keep; let one go first.`,
      [],
      'title',
    )
  const there = others.find((one) => one.place === place)
  if (there) {
    const isSeen = maySee(there.label, readerOf(act))
    if (isSeen) act.looked([there])
    const name = isSeen ? `“${there.terms.title}”` : 'Something private'
    return refuse(
      'moved-on',
      `${name} is number ${place} of ${periodWords(period)} already: two priorities cannot have one place. Put it after the others, and then in order.`,
      isSeen ? [there.id] : [],
      'place',
    )
  }
  const no = against(act, others, { ...draft, id: null }, period) ?? (await tooMuch(act, draft.rules, everything))
  if (no) return no
  const { title, meant, rules, label } = draft
  const kept = await savePriority(
    act.db,
    act.desk.id,
    {
      id: act.newId(),
      version: 0,
      horizon,
      from: period.from,
      place: place ?? (others.at(-1)?.place ?? 0) + 1,
      label,
      terms: { title, meant, rules, readsPrivate: seesAll(act) },
      knownAt: act.at,
    },
    made(act),
  )
  const at = others.filter((one) => one.place < kept.place).length + 1
  return {
    output: { id: kept.id, title },
    entry: {
      items: [kept.id],
      values: { title, place: at, meant, period: periodWords(period) },
      after: said(kept),
      ...hiddenIn(kept),
      undo: undo(act),
    },
  }
}

/** A priority that whoever acts may know of, or the refusal that says there is none. */
export const priorityFor = async (act: Act, id: string, path = 'id'): Promise<Priority | Refused> => {
  const found = await priorityById(act.db, act.desk.id, id)
  return found && maySee(found.label, readerOf(act))
    ? found
    : refuse('not-there', 'There is no such priority.', [id], path)
}

export const periodOfPriority = ({ horizon, from }: Priority): Period => periodOf(horizon, from)

const edit: Actions['edit'] = async ({ id, version, set, everything }, act) => {
  const was = await priorityFor(act, id)
  if (isRefused(was)) return was
  if (was.version !== version)
    return refuse('moved-on', 'This priority was changed since you opened it.', [id], 'version')
  const { label = was.label, title = was.terms.title, meant = was.terms.meant, rules = was.terms.rules } = set
  const period = periodOfPriority(was)
  const others = await prioritiesOf(act.db, act.desk.id, period)
  const isNewRules = JSON.stringify(rules) !== JSON.stringify(was.terms.rules)
  const no =
    against(act, others, { id, title, meant, label }, period) ??
    (isNewRules ? await tooMuch(act, rules, everything) : null)
  if (no) return no
  const readsPrivate = isNewRules ? seesAll(act) : was.terms.readsPrivate
  const kept = await savePriority(
    act.db,
    act.desk.id,
    { ...was, label, terms: { title, meant, rules, readsPrivate } },
    made(act),
  )
  return {
    output: { id, title },
    entry: {
      items: [id],
      values: { title, meant, period: periodWords(period) },
      before: said(was),
      after: said(kept),
      ...hiddenIn(was, kept),
      undo: undo(act),
    },
  }
}

/** Those that whoever acts may know of come in the order they give; what is hidden from them keeps its place among all. */
const order: Actions['order'] = async ({ horizon, on, ids }, act) => {
  const period = periodOf(horizon, Temporal.PlainDate.from(on))
  const reader = readerOf(act)
  const all = await prioritiesOf(act.db, act.desk.id, period)
  const seen = all.filter(({ label }) => maySee(label, reader))
  const twice = ids.find((id, n) => ids.indexOf(id) !== n)
  act.looked(seen.filter(({ id }) => id === twice))
  if (twice !== undefined)
    return refuse(
      'bad-input',
      `“${seen.find(({ id }) => id === twice)?.terms.title ?? 'One of them'}” is in two places; each has one.`,
      [twice],
      'ids',
    )
  if (seen.length !== ids.length || seen.some(({ id }) => !ids.includes(id)))
    return refuse(
      'moved-on',
      `The priorities of ${periodWords(period)} are others by now; look again.`,
      seen.map(({ id }) => id),
      'ids',
    )
  const coming = ids.flatMap((id) => seen.find((one) => one.id === id) ?? [])
  const ordered = all.map((one) => (seen.includes(one) ? (coming.shift() ?? one) : one))
  if (ordered.every((one, n) => one === all[n])) return refuse('moved-on', 'They are in that order already.', [], 'ids')
  for (const [n, one] of ordered.entries())
    if (one.place !== n + 1) await savePriority(act.db, act.desk.id, { ...one, place: n + 1 }, made(act))
  const first = ordered.find((one) => seen.includes(one))
  return {
    output: {},
    entry: {
      items: [...ids],
      values: { first: first?.terms.title ?? '', period: periodWords(period) },
      before: all.map(({ id }) => id),
      after: ordered.map(({ id }) => id),
      ...hiddenIn(...all),
      undo: undo(act),
    },
  }
}

const remove: Actions['remove'] = async ({ id }, act) => {
  const was = await priorityFor(act, id)
  if (isRefused(was)) return was
  const ties = await tiesOf(act.db, act.desk.id, [id])
  await endPriority(act.db, act.desk.id, id, made(act))
  await endTies(
    act.db,
    act.desk.id,
    ties.map((tie) => tie.id),
    made(act),
  )
  return {
    output: {},
    entry: {
      items: [id],
      values: { title: was.terms.title, period: periodWords(periodOfPriority(was)) },
      before: said(was),
      ...hiddenIn(was),
      undo: undo(act),
    },
  }
}

const carry: Actions['carry'] = async ({ horizon, on }, act) => {
  const period = periodOf(horizon, Temporal.PlainDate.from(on))
  if ((await prioritiesOf(act.db, act.desk.id, period)).length > 0)
    return refuse('moved-on', `There are priorities for ${periodWords(period)} already.`, [], 'on')
  const reader = readerOf(act)
  const earlier = (await prioritiesOf(act.db, act.desk.id, before(period))).filter(({ label }) => maySee(label, reader))
  if (earlier.length === 0)
    return refuse('not-there', `There are no priorities for ${periodWords(before(period))} to take over.`, [], 'on')
  const kept: Priority[] = []
  for (const [n, one] of earlier.entries())
    kept.push(
      await savePriority(act.db, act.desk.id, { ...one, id: act.newId(), from: period.from, place: n + 1 }, made(act)),
    )
  return {
    output: { count: kept.length },
    entry: {
      items: kept.map(({ id }) => id),
      values: { count: kept.length, period: periodWords(period) },
      after: kept.map(said),
      ...hiddenIn(...kept),
      undo: undo(act),
    },
  }
}

const preview: Actions['preview'] = async ({ rules }, act) => {
  const { view, told } = await tried(act, rules)
  act.looked(told)
  return view
}

export const writingActions = { add, edit, order, remove, carry, preview }
