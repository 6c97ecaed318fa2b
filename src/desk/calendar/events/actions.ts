import { checkRule } from '../../../plan/recurrence/check.ts'
import { dayFromText } from '../../../plan/text.ts'
import { asDay, type Day, midnight, type Span } from '../../../plan/time.ts'
import { type Act, type Done, type Entry, isRefused, type Json, type Refused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import { isMisfit, type Misfit, partFromDraft, timesFrom } from '../change/model.ts'
import type { calendarContract } from '../contract.ts'
import { change, type Extent, partAt, type Wish } from '../extent/model.ts'
import type { EventDraft } from '../model.ts'
import { type Abouts, aboutsNow, homeZone, itemsIn } from '../occurrences/actions.ts'
import type { CalendarRow } from '../queries.ts'
import { understand } from '../quick-add/model.ts'
import {
  firstOccurrence,
  headOf,
  type KeptEvent,
  occurrenceAt,
  type Part,
  repeats,
  type VersionedEvent,
} from '../series/model.ts'
import { calendarItem, draftOf, readerOf, repeatsWords, toldTo, viewOf, wholeHidden, wholeOf } from '../views/model.ts'
import { whenWords } from '../words.ts'
import { keepEvents, nowOf, stamped } from './keep.ts'
import { eventById, linkEvents } from './queries.ts'

type Contract = typeof calendarContract
type Actions = ActionsFor<Contract>['event']
type Target = { eventId: string; recurrenceId: string | null; extent: Extent; version?: number | undefined }

const misfit = ({ path, words }: Misfit): Refused => refuse('bad-input', `${words}.`.replace(/\.\.$/, '.'), [], path)

export const noEvent = refuse('not-there', 'There is no such event.')

/** One event with what the whole of it says, as of one occurrence, else its first; null where the series has none such. */
export function eventView(
  act: Pick<Act, 'desk' | 'member'>,
  abouts: Abouts,
  event: VersionedEvent & { readonly hidden?: boolean },
  recurrenceId: string | null,
) {
  const home = homeZone(act.desk)
  const about = abouts.get(event.calendarId)
  if (!about) throw new Error('an event without a calendar')
  const found = recurrenceId === null ? firstOccurrence(event, home) : occurrenceAt(event, recurrenceId, home)
  if (!found) return null
  const part = found.part as Part
  const item = calendarItem({ ...found, part }, event, about)
  const shown = found.recurrenceId === null ? part : (partAt(event, found.recurrenceId, home) ?? part)
  const view = viewOf(item, home, readerOf(act))
  const whole = view.hidden ? wholeHidden(event, shown, home) : wholeOf(event, shown, home)
  return { ...view, ...whole, readOnly: about.readOnly }
}

function calendarFor(abouts: Abouts, id: string): CalendarRow | Refused {
  const calendar = abouts.get(id)
  if (!calendar) return refuse('not-there', 'There is no such calendar.', [], 'calendarId')
  if (calendar.readOnly)
    return refuse('not-yours', `“${calendar.name}” is only read here; change it where it comes from.`, [id])
  return calendar
}

async function load(act: Act, { eventId, version }: Target): Promise<VersionedEvent | Refused> {
  const event = await act.first(eventById, eventId)
  if (!event) return noEvent
  const calendar = calendarFor(await act.first(aboutsNow), event.calendarId)
  if (isRefused(calendar)) return calendar
  if (version !== undefined && version !== event.version)
    return refuse('moved-on', 'It was changed since you looked; here is how it is now.', [eventId], 'version')
  return event
}

/** Performs a wish on an event and enters it. `values` are what the sentence needs beyond the event's own. */
async function perform(
  act: Act,
  target: Target,
  wish: Wish,
  values: { readonly [key: string]: Json },
  reason: string | null = null,
): Promise<Done<{ event: NonNullable<ReturnType<typeof eventView>> }> | Refused> {
  const event = await load(act, target)
  if (isRefused(event)) return event
  const [home, abouts] = [homeZone(act.desk), await act.first(aboutsNow)]
  const before = shownPart(event, target.recurrenceId, home)
  if (!before) return refuse('not-there', 'This series has no such occurrence.', [target.eventId], 'recurrenceId')
  const changed = change(event, target, wish, { home, at: nowOf(act), newId: act.newId() })
  if (isMisfit(changed)) return misfit(changed)
  const split = changed.split && (await stamped(act, null, changed.split))
  const after = await stamped(act, event, changed.event)
  const changes = [{ before: event, after }, ...(split ? [{ before: null, after: split }] : [])]
  const { kept } = await keepEvents(act, changes, abouts)
  const [now, rest] = kept
  if (!now) throw new Error('a change kept nothing')
  if (rest) await linkEvents(act.db, act.desk.id, rest.id, now.id)
  const no = await tell(act, target, [now, ...(rest ? [rest] : [])], spanOf(before, home), reason)
  if (no) return no
  const shown = rest ?? now
  const view = eventView(act, abouts, shown, stillThere(shown, target.recurrenceId, home))
  if (!view) throw new Error('a changed event cannot be shown')
  const said = shownPart(shown, view.recurrenceId, home) ?? headOf(shown)
  const extent = repeats(event) ? target.extent : 'single'
  return {
    output: { event: view },
    entry: {
      ...entryFor(act, [event, ...kept], {
        before,
        after: wish.cancelled === undefined ? said : { ...said, cancelled: wish.cancelled },
        values: { ...values, title: before.title, when: whenWords(draftOf(before, home).when), extent },
        home,
      }),
      ...(reason === null ? {} : { why: reason }),
    },
  }
}

const spanOf = (part: Part, home: ReturnType<typeof homeZone>): Span => {
  const { span } = firstOccurrence({ id: '', calendarId: '', uid: part.uid, parts: [{ ...part, ...once }] }, home)
  return span
}
const once = { recurrenceId: null, thisAndFuture: false, rrules: [], rdates: [], exdates: [] }

/** Tells who hangs on these events what happened to them. */
const tell = (
  act: Act,
  { recurrenceId, extent }: Pick<Target, 'recurrenceId' | 'extent'>,
  events: readonly KeptEvent[],
  was: Span | null,
  anyway: string | null,
): Promise<Refused | null> => {
  const which = extent === 'this' ? recurrenceId : null
  const told = events.map(({ id }) => ({ id, recurrenceId: which }))
  return act.happened({ events: told, things: [], was, anyway, mayRefuse: true })
}

type Told = {
  readonly before: Part
  readonly after: Part
  readonly values: { readonly [key: string]: Json }
  readonly home: ReturnType<typeof homeZone>
}

/** What a part says, and whether it is on at all. */
const saidOf = (part: Part, home: Told['home']): Json =>
  ({ ...draftOf(part, home), cancelled: part.cancelled }) as unknown as Json

const entryFor = (act: Act, events: readonly KeptEvent[], { before, after, values, home }: Told): Entry => ({
  items: [...new Set(events.flatMap(({ id, uid }) => [id, uid]))],
  values,
  before: saidOf(before, home),
  after: saidOf(after, home),
  undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
})

const shownPart = (event: KeptEvent, id: string | null, home: ReturnType<typeof homeZone>): Part | null =>
  id === null || !repeats(event) ? headOf(event) : partAt(event, id, home)

/** After a change of all the occurrence a person looked at may have another original start. */
const stillThere = (event: VersionedEvent, id: string | null, home: ReturnType<typeof homeZone>): string | null =>
  id !== null && repeats(event) && occurrenceAt(event, id, home) ? id : null

const changedNames: Record<string, string> = {
  title: 'the title',
  when: 'the time',
  rrule: 'how it repeats',
  place: 'the place',
  link: 'the link',
  notes: 'the notes',
  kind: 'the kind',
  label: 'who may see it',
  readers: 'whom it names',
  publicReason: 'what others are told',
  busy: 'whether it takes time',
  people: 'who comes',
}

const told = (set: object): string[] => {
  const values = set as Partial<EventDraft>
  return Object.keys(set).flatMap((name) => {
    if (values[name as keyof EventDraft] === undefined) return []
    if (name === 'title') return [`the title is now “${values.title}”`]
    if (name === 'place') return [values.place ? `the place is now ${values.place}` : 'it has no place any more']
    if (name === 'when' && values.when) return [`the time is now ${whenWords(values.when)}`]
    return [`${changedNames[name] ?? name} changed`]
  })
}

/** The dates a person asks to see, in the desk's zone. */
function spanOfDates(from: string, to: string, zone: ReturnType<typeof homeZone>): Span | null {
  const [first, last] = [dayFromText(from), dayFromText(to)]
  if (first === null || last === null || last < first || last - first > 800) return null
  const edge = (day: Day) => zone.toInstant(midnight(day))
  return { start: edge(first), end: edge(asDay(last + 1)) }
}

export const eventActions: Actions = {
  list: async ({ from, to }, act) => {
    const home = homeZone(act.desk)
    const window = spanOfDates(from, to, home)
    if (!window)
      return refuse('bad-input', 'Give two dates, the first before the last, not more than two years apart.', [], 'to')
    const found = (await itemsIn(act.db, act.desk, { window })).filter(
      ({ item: { span } }) => span.start < window.end && (span.end > window.start || span.start >= window.start),
    )
    found.sort((a, b) => a.item.span.start - b.item.span.start || a.item.span.end - b.item.span.end)
    act.looked(toldTo(readerOf(act), found))
    return { zone: act.desk.zone, events: found.map((one) => viewOf(one, home, readerOf(act))) }
  },
  show: async ({ eventId, recurrenceId }, act) => {
    const event = await eventById(act.db, act.desk.id, eventId)
    if (!event) return noEvent
    const view = eventView(act, await aboutsNow(act.db, act.desk.id), event, recurrenceId ?? null)
    if (view && !view.hidden) act.looked([{ id: eventId, label: view.label }])
    return view
      ? { event: view }
      : refuse('not-there', 'This series has no such occurrence.', [eventId], 'recurrenceId')
  },
  understand: async ({ text }, act) => understand(text, { now: act.at.toZonedDateTimeISO(act.desk.zone) }),
  add: async ({ calendarId, anyway, ...draft }, act) => {
    const abouts = await act.first(aboutsNow)
    const calendar = calendarFor(abouts, calendarId)
    if (isRefused(calendar)) return calendar
    const home = homeZone(act.desk)
    const times = timesFrom(draft.when, home, 'when')
    if (isMisfit(times)) return misfit(times)
    const trouble = draft.rrule === null ? null : checkRule(draft.rrule, times.start)
    if (trouble !== null) return refuse('bad-input', `This repeat cannot be used: ${trouble}.`, [], 'rrule')
    const id = act.newId()
    const event = { id, calendarId, uid: id, parts: [partFromDraft(draft, id, times, nowOf(act))] }
    const { kept } = await keepEvents(act, [{ before: null, after: event }], abouts)
    const [made] = kept
    const view = made && eventView(act, abouts, made, null)
    if (!made || !view) throw new Error('an event that was added cannot be shown')
    const reason = anyway?.reason ?? null
    const no = await tell(act, { recurrenceId: null, extent: 'all' }, [made], null, reason)
    if (no) return no
    const words = { title: view.title, when: whenWords(view.when), repeats: repeatsWords(made, home) }
    return {
      output: { event: view },
      entry: {
        items: [id, calendarId],
        values: words,
        after: draftOf(headOf(made), home) as unknown as Json,
        ...(reason === null ? {} : { why: reason }),
        undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
      },
    }
  },
  edit: async ({ set, ...target }, act) => {
    if (Object.values(set).every((value) => value === undefined))
      return refuse('bad-input', 'Nothing was given to change.', [], 'set')
    return perform(act, target, { set }, { changes: told(set) })
  },
  move: ({ when, anyway, ...target }, act) =>
    perform(act, target, { set: { when } }, { to: whenWords(when) }, anyway?.reason ?? null),
  cancel: async ({ reason, ...target }, act) => {
    const done = await perform(act, target, { set: {}, cancelled: true }, { reason })
    return isRefused(done) || reason === '' ? done : { ...done, entry: { ...done.entry, why: reason } }
  },
  restore: (target, act) => perform(act, target, { set: {}, cancelled: false }, {}),
}
