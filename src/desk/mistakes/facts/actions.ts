import type { PlanDue } from '../../../plan/due.ts'
import { idOfDue } from '../../../plan/due.ts'
import type { Label } from '../../../plan/plan.ts'
import { type Act, isRefused, type Json, type Refused, refuse } from '../../act.ts'
import { members } from '../../authority/queries.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { firstOccurrence, headOf } from '../../calendar/series/model.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import { page } from '../../journal/queries.ts'
import { standing } from '../../rules/findings/actions.ts'
import { daysSpan, judgedNow, todayOf } from '../../rules/judging/actions.ts'
import type { Kept, OwnDraft, Sourced } from '../model.ts'
import { firstDayOf, labelsOf } from '../queries.ts'
import { dayWords } from '../words.ts'
import { type About, type Entry, effectOf, factsFrom, mendOf } from './model.ts'

const mostEntries = 100
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Looking at a mistake and working on it are no part of its history. */
const ofItself = (operation: string): boolean => operation.startsWith('mistake.')

/** What the journal says of some things, oldest first. */
export async function entriesOn(act: Act, items: readonly string[]): Promise<Entry[]> {
  const found = new Map<string, Entry & { readonly number: number }>()
  for (const item of items.slice(0, 20))
    for (const row of await page(act.db, act.desk.id, null, mostEntries, { item })) {
      if (row.content === null || ofItself(row.operation) || !maySee(row.label, readerOf(act))) continue
      const content = JSON.parse(row.content) as { values: { [key: string]: Json }; why?: string }
      found.set(row.id, {
        id: row.id,
        at: row.at,
        number: row.number,
        words: act.sentence(row.operation, content.values),
        why: content.why ?? null,
        by: row.name,
        undone: row.undoneBy !== null,
      })
    }
  return [...found.values()].sort((a, b) => a.number - b.number)
}

/** The title that the journal last gave something that is gone. */
const titleIn = async (act: Act, item: string): Promise<string | null> => {
  for (const { content } of await page(act.db, act.desk.id, null, mostEntries, { item })) {
    if (content === null) continue
    const { values, before } = JSON.parse(content) as { values: Record<string, Json>; before?: Json }
    const title = values.title ?? (before as { title?: Json } | null)?.title
    if (typeof title === 'string') return title
  }
  return null
}

async function eventsOf(act: Act, ids: readonly string[]): Promise<{ about: About[]; starts: number[] }> {
  const found = await eventsById(
    act.db,
    act.desk.id,
    ids.filter((id) => uuid.test(id)),
  )
  const there = new Map(found.map((event) => [event.id, event]))
  const about: About[] = []
  const starts: number[] = []
  for (const id of ids) {
    const event = there.get(id)
    if (event) {
      const head = headOf(event)
      const people = head.people.map(({ name, address }) => name ?? address)
      about.push({ id, title: head.title, people, gone: head.cancelled })
      starts.push(firstOccurrence(event, homeZone(act.desk)).span.start)
    } else {
      const title = await titleIn(act, id)
      if (title !== null) about.push({ id, title, people: [], gone: true })
      const was = await firstDayOf(act.db, act.desk.id, id)
      if (was !== null) starts.push(Temporal.PlainDate.from(was).toZonedDateTime(act.desk.zone).epochMilliseconds)
    }
  }
  return { about, starts }
}

type Touched = {
  readonly items: readonly string[]
  readonly keys: readonly string[]
  readonly dues: readonly PlanDue[]
  readonly starts: readonly number[]
  readonly finding: { fingerprint: string; title: string; words: string; ruleId: string; label: Label } | null
  readonly follows: readonly Sourced[]
}

/** What the finding it is opened from is about, with what else stands on the same things. */
async function ofFinding(act: Act, fingerprint: string, title: (kind: string) => string): Promise<Touched | Refused> {
  const found = await standing(act, fingerprint)
  if (isRefused(found)) return found
  const { finding, judgement } = found
  const events = judgement.items.filter(({ item }) => finding.items.includes(item.key))
  const dues = (judgement.plan.dues ?? []).filter(({ key }) => finding.items.includes(key))
  const others = judgement.findings.filter(
    (one) =>
      one.label !== 'private' &&
      one.fingerprint !== fingerprint &&
      one.items.some((key) => finding.items.includes(key)),
  )
  return {
    items: [...new Set(events.map(({ eventId }) => eventId)), ...dues.map(idOfDue)],
    keys: finding.items,
    dues,
    starts: events.map(({ item }) => item.span.start),
    finding: {
      fingerprint,
      title: title(finding.kind),
      words: finding.words,
      ruleId: finding.ruleId,
      label: finding.label,
    },
    follows: [
      ...others.map((one) => ({ words: one.words, from: { kind: 'finding' as const, id: one.fingerprint } })),
      ...nextOf(
        act,
        judgement,
        events.map(({ item }) => item.span.end),
      ),
    ],
  }
}

const mostNext = 3

/** What comes next after it: the next things with other people. */
function nextOf(act: Act, judgement: Awaited<ReturnType<typeof judgedNow>>, ends: readonly number[]): Sourced[] {
  const from = Math.max(act.at.epochMilliseconds, ...ends)
  return judgement.items
    .filter(({ item }) => item.span.start >= from && item.people.length > 0 && !item.cancelled)
    .filter(({ item }) => item.label !== 'private')
    .slice(0, mostNext)
    .map(({ item, eventId }) => {
      const at = Temporal.Instant.fromEpochMilliseconds(item.span.start).toZonedDateTimeISO(act.desk.zone)
      return { words: `${dayWords(at)}: ${item.title}`, from: { kind: 'event' as const, id: eventId } }
    })
}

/** An event or something due, there or gone. */
async function ofItem(act: Act, item: string): Promise<Touched | Refused> {
  const today = todayOf(act)
  const window = daysSpan(act, today.subtract({ days: 91 }), today.add({ days: 60 }))
  const judgement = await judgedNow(act, window)
  const dues = (judgement.plan.dues ?? []).filter((due) => idOfDue(due) === item)
  const events = judgement.items.filter(({ eventId }) => eventId === item)
  // What a file brought has no entry of its own.
  const known =
    (await page(act.db, act.desk.id, null, 1, { item })).length > 0 ||
    (await firstDayOf(act.db, act.desk.id, item)) !== null
  if (dues.length === 0 && events.length === 0 && !known)
    return refuse('not-there', 'This desk never had such a thing.', [item], 'item')
  const keys = [...dues.map(({ key }) => key), ...events.map((one) => one.item.key)]
  const standingOn = judgement.findings.filter(
    (one) => one.label !== 'private' && one.items.some((key) => keys.includes(key)),
  )
  return {
    items: [item],
    keys,
    dues,
    starts: events.map((one) => one.item.span.start),
    finding: null,
    follows: standingOn.map((one) => ({ words: one.words, from: { kind: 'finding' as const, id: one.fingerprint } })),
  }
}

const nothing: Touched = { items: [], keys: [], dues: [], starts: [], finding: null, follows: [] }
const strictness: readonly Label[] = ['open', 'desk', 'private']
const strictest = (labels: readonly Label[]): Label =>
  labels.reduce((a, b) => (strictness.indexOf(a) >= strictness.indexOf(b) ? a : b), 'desk' as Label)

export type Composed = Pick<Kept, 'items' | 'keys' | 'fingerprint' | 'rule' | 'effectAt' | 'mendAt' | 'facts' | 'label'>

/** The facts of a mistake as the record has them, with what somebody says of it in place of what was composed. */
export async function compose(
  act: Act,
  draft: OwnDraft,
  { agent, titleOf }: { agent: string | null; titleOf: (kind: string) => string },
): Promise<Composed | Refused> {
  const touched = draft.fingerprint
    ? await ofFinding(act, draft.fingerprint, titleOf)
    : draft.item
      ? await ofItem(act, draft.item)
      : nothing
  if (isRefused(touched)) return touched
  if (touched === nothing && !draft.title) return refuse('bad-input', 'Say what went wrong.', [], 'title')
  const dueIds = touched.dues.map(idOfDue)
  const { about, starts } = await eventsOf(
    act,
    touched.items.filter((id) => !dueIds.includes(id)),
  )
  const entries = await entriesOn(act, touched.items)
  const seats = await members(act.db, act.desk.id)
  const executive = seats.find(({ kind, left_at }) => kind === 'executive' && left_at === null)
  const record = {
    finding: touched.finding,
    events: about,
    dues: touched.dues,
    entries,
    follows: touched.follows,
    executive: { name: act.desk.executive, member: executive?.id ?? null },
    by: act.member.name,
    at: act.at,
    zone: act.desk.zone,
    agent,
  }
  const made = factsFrom(record)
  const asker = draft.askedBy ?? made.askedBy.name
  const seat = seats.find(({ name, left_at }) => name === asker && left_at === null)
  const asks = asker === act.desk.executive ? executive : seat
  const effectAt = effectOf(touched.starts.length > 0 ? touched.starts : starts, record)
  const labels = await labelsOf(
    act.db,
    act.desk.id,
    about.map(({ id }) => id),
  )
  return {
    items: touched.items,
    keys: touched.keys,
    fingerprint: touched.finding?.fingerprint ?? null,
    rule: touched.finding?.ruleId ?? null,
    effectAt,
    mendAt: mendOf(record, effectAt),
    facts: {
      ...made,
      ...(draft.title && { title: draft.title }),
      ...(draft.asked && { asked: { words: draft.asked, from: null } }),
      ...(draft.done && { done: { words: draft.done, from: null } }),
      askedBy: { name: asker, member: asks?.id ?? null },
    },
    label: strictest([
      ...labels.values(),
      ...touched.dues.map(({ label }) => label),
      ...(touched.finding ? [touched.finding.label] : []),
    ]),
  }
}

/** Whether anything it is about is no longer there, or was called off. */
export async function isGone(act: Act, items: readonly string[], dues: ReadonlySet<string>): Promise<boolean> {
  const ids = items.filter((id) => uuid.test(id) && !dues.has(id))
  if (ids.length === 0) return false
  const found = await act.asDesk(() => eventsById(act.db, act.desk.id, ids))
  return found.length < ids.length || found.some((event) => headOf(event).cancelled)
}
