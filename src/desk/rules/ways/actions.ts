import { idOfDue, type PlanDue } from '../../../plan/due.ts'
import type { Finding, Fix } from '../../../plan/finding.ts'
import type { PlanSegment } from '../../../plan/segment.ts'
import type { Act } from '../../act.ts'
import { isLimited, leastOf, mayPerform, type Verdict } from '../../authority/board/model.ts'
import { becauseWords } from '../../authority/board/words.ts'
import type { CalendarItem } from '../../calendar/views/model.ts'
import { operations } from '../../registry.ts'
import { dueLetterFor, messageFor } from '../messages/model.ts'
import { type SegmentWanted, segmentLetter } from '../messages/travel/model.ts'
import { type SegmentAsk, segmentAsks } from '../messages/travel/words.ts'
import { workLetterFor } from '../messages/work/model.ts'
import type { FindingView } from '../model.ts'
import { idOfThing, type TripThing } from '../trips/model.ts'

type FixView = FindingView['fixes'][number]
type Way = Omit<FixView, 'may' | 'because'>

/** What a fix performs: its operation, and the one that this performs in its turn. */
const stepsOf = ({ operation, input }: Way): [string, unknown][] => [
  [operation, input],
  ...(operation === 'finding.fix' ? ([[String(input.operation), input.input]] as [string, unknown][]) : []),
]

/** What levels alone say. */
const mayDo = ({ member }: Act, steps: readonly (readonly [string, unknown])[]): Verdict =>
  leastOf(
    steps.map(([name]) => {
      const operation = operations.get(name)
      return operation ? mayPerform(member, operation) : { may: 'no', because: { code: 'hidden' } }
    }),
  )

const said = ({ member }: Act, verdict: Verdict): Pick<FixView, 'may' | 'because'> => ({
  may: verdict.may,
  because: verdict.may === 'yes' ? '' : becauseWords(member.name, verdict.because),
})

/** Findings whose ways out say what the limits of a board say of each of them as well; none can speak of most boards. */
export async function withLimits(act: Act, views: readonly FindingView[]): Promise<FindingView[]> {
  const { kind, board } = act.member
  if (kind === 'executive' || kind === 'desk' || !isLimited(board)) return [...views]
  const found: FindingView[] = []
  for (const view of views) found.push({ ...view, fixes: await limited(act, view.fixes) })
  return found
}

async function limited(act: Act, fixes: readonly FixView[]): Promise<FixView[]> {
  const found: FixView[] = []
  for (const fix of fixes) {
    if (fix.may === 'no') found.push(fix)
    else {
      const verdicts: Verdict[] = []
      for (const [name, input] of stepsOf(fix)) verdicts.push(await act.may(name, input))
      found.push({ ...fix, ...said(act, leastOf(verdicts)) })
    }
  }
  return found
}

type Around = {
  readonly items: ReadonlyMap<string, CalendarItem>
  readonly dues: readonly PlanDue[]
  readonly things: ReadonlyMap<string, TripThing>
  readonly zone: string
}

/** A way out of a finding, as a button performs it, and whether whoever acts may; null where it cannot be offered. */
export function wayOut(act: Act, finding: Finding, fix: Fix, { items, dues, things, zone }: Around): FixView | null {
  const way =
    fixView(act, finding, fix, { items, zone, things }) ??
    tripFixView(act, finding, fix, things) ??
    dueFixView(act, finding, fix, dues)
  return way && { ...way, ...said(act, mayDo(act, stepsOf(way))) }
}

/** The plan's items for parts of trips that somebody outside holds. */
const heldItems = (things: ReadonlyMap<string, TripThing>): ReadonlySet<string> =>
  new Set(
    [...things.values()].flatMap(({ segment }) => (segment?.item && !isOwnSegment(segment) ? [segment.item] : [])),
  )

const isOwnSegment = ({ status, confirmation, waiting, people }: PlanSegment): boolean =>
  status === 'intended' && confirmation === null && waiting === null && people.every(({ address }) => address === null)

/** A fix as a button performs it: the plan's key becomes the event, its occurrence and the version that was judged. */
const fixView = (
  act: Act,
  finding: Finding,
  fix: Fix,
  { items, zone, things }: Pick<Around, 'items' | 'zone' | 'things'>,
): Way | null => {
  const { key, ask: _, ...rest } = fix.input
  const found = items.get(String(key))
  // What was offered to somebody outside is not moved under them, nor what they hold of a trip: whatever clashes gives way.
  const isMove = fix.operation === 'event.move'
  if (!found || (isMove && (found.item.kind === 'hold' || heldItems(things).has(found.item.key)))) return null
  const { fingerprint } = finding
  if (fix.reach === 'world') {
    const message = messageFor(fix, found.item, { name: act.member.name, executive: act.desk.executive, zone })
    const input = { fingerprint, to: message.to.join(', '), message: `${message.subject}\n\n${message.body}` }
    return { reach: 'world', operation: 'finding.asked', input, words: fix.words, message }
  }
  const { recurrenceId } = found.item
  const target = { eventId: found.eventId, recurrenceId, extent: recurrenceId === null ? 'all' : 'this' }
  const input = { fingerprint, operation: fix.operation, input: { ...target, version: found.version, ...rest } }
  return { reach: 'desk', operation: 'finding.fix', input, words: fix.words, message: null }
}

/** A fix of something due: the plan's key becomes its id. One that reaches the world has its letter with it. */
const dueFixView = (act: Act, { fingerprint }: Finding, fix: Fix, dues: readonly PlanDue[]): Way | null => {
  const { key, ask, ...rest } = fix.input
  // How long a way takes has to be said by somebody: it is asked of whoever takes this way out.
  if (key === undefined && fix.operation === 'place.minutes')
    return { reach: 'desk', operation: fix.operation, input: fix.input, words: fix.words, message: null }
  // What is about no one thing says all there is to say, as asking which of two comes first.
  if (key === undefined && fix.reach === 'desk') {
    const input = { fingerprint, operation: fix.operation, input: fix.input }
    return { reach: 'desk', operation: 'finding.fix', input, words: fix.words, message: null }
  }
  const due = dues.find((one) => one.key === key)
  if (!due) return null
  if (fix.reach === 'world') {
    const writer = { name: act.member.name, executive: act.desk.executive, zone: act.desk.zone }
    const message =
      due.what === 'work'
        ? workLetterFor(fix, due, writer, act.at.epochMilliseconds)
        : dueLetterFor(ask === 'late' ? 'late' : 'chase', due, writer, act.at.epochMilliseconds)
    if (!message) return null
    const sent = {
      to: message.to.join(', ') || (due.contact?.name ?? ''),
      message: `${message.subject}\n\n${message.body}`,
    }
    const input =
      fix.operation === 'finding.asked' ? { fingerprint, ...sent } : { id: idOfDue(due), text: sent.message }
    return { reach: 'world', operation: fix.operation, input, words: fix.words, message }
  }
  const input = { fingerprint, operation: fix.operation, input: { id: idOfDue(due), ...rest } }
  return { reach: 'desk', operation: 'finding.fix', input, words: fix.words, message: null }
}

/** What is asked of whoever holds a part of a trip: what nobody holds yet is booked, and anything else changed. */
const askOf = ({ ask }: Fix['input'], { status, waiting }: PlanSegment): SegmentAsk => {
  if (segmentAsks.some((one) => one === ask)) return ask as SegmentAsk
  if (status === 'intended') return 'book'
  return status === 'requested' && waiting === null ? 'confirm' : 'change'
}

/** Whom one asks about a part of a trip. */
const askedOf = ({ provider, driver, people: [first] }: PlanSegment): string =>
  provider ?? driver ?? first?.name ?? first?.address ?? 'whoever books it'

/** A fix of something of a trip: the plan's key becomes its id. Whoever holds a part of it is asked, with the letter ready. */
const tripFixView = (
  act: Act,
  { fingerprint }: Finding,
  fix: Fix,
  things: ReadonlyMap<string, TripThing>,
): Way | null => {
  const { key, ask: _, ...rest } = fix.input
  const thing = things.get(String(key))
  if (!thing) return null
  const id = idOfThing(thing.key)
  if (fix.reach === 'desk') {
    const { segment: about, ...said } = asMyself(act, rest)
    const what = { ...(isAdding(fix) ? { tripId: id } : { id }), ...said }
    const input = { ...what, ...(about !== undefined && { segmentId: idOfThing(String(about)) }) }
    const inputs = { fingerprint, operation: fix.operation, input }
    return { reach: 'desk', operation: 'finding.fix', input: inputs, words: fix.words, message: null }
  }
  const { segment } = thing
  if (!segment) return null
  const writer = { name: act.member.name, executive: act.desk.executive, zone: act.desk.zone }
  const wanted = (rest.wanted ?? null) as SegmentWanted | null
  const message = segmentLetter(askOf(fix.input, segment), segment, wanted, writer)
  const input = { id, to: askedOf(segment), ...rest, message: `${message.subject}\n\n${message.body}` }
  return { reach: 'world', operation: fix.operation, input, words: fix.words, message }
}

/** It adds something to the trip its key names. */
const isAdding = ({ operation }: Fix): boolean => operation === 'point.add' || operation === 'segment.add'

/** A way out that gives something to `me` gives it to whoever takes it. */
const asMyself = ({ member }: Act, rest: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  if (rest.ownerId === 'me') return { ...rest, ownerId: member.id }
  const set = rest.set as { readonly ownerId?: unknown } | undefined
  return set?.ownerId === 'me' ? { ...rest, set: { ...set, ownerId: member.id } } : rest
}
