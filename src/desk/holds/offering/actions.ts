import { asInstant, type Instant, type Span } from '../../../plan/time.ts'
import { zoneOf } from '../../../plan/zone.ts'
import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import { eventById } from '../../calendar/events/queries.ts'
import { calendarById, calendars } from '../../calendar/queries.ts'
import { mayReadPeople, throughFor } from '../../people/finding/actions.ts'
import type { ActionsFor } from '../../registry.ts'
import type { holdsContract } from '../contract.ts'
import {
  add as added,
  extend as extended,
  type Group,
  type Hold,
  heldIn,
  type Proposal,
  propose as proposed,
  readerOf,
  redirected,
  release as released,
  type Terms,
  nudged as wrote,
} from '../group/model.ts'
import { groupFor, keep, now } from '../keeping/actions.ts'
import type { Kept } from '../keeping/queries.ts'
import type { GroupView, OfferDraft, TimeOffered } from '../model.ts'
import { openPage } from '../page/address.ts'
import { onPage } from '../page/model.ts'
import { viewOf } from '../showing/actions.ts'
import { momentWords } from '../texts/words.ts'
import { groupStateWords } from '../views/words.ts'
import { holdsAt } from './holds.ts'
import { spanFrom } from './model.ts'

type Actions = ActionsFor<typeof holdsContract>['hold']
type Answer = Done<{ group: GroupView }> | Refused

const undo = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })
const instantOf = (text: string): Instant => asInstant(Temporal.Instant.from(text).epochMilliseconds)

/** The calendar holds lie on: the one that was named, else the first of theirs that can be written. */
async function calendarFor(act: Act, { calendarId, whose }: OfferDraft): Promise<string | Refused> {
  if (calendarId !== undefined) {
    const calendar = await calendarById(act.db, act.desk.id, calendarId)
    if (!calendar) return refuse('not-there', 'There is no such calendar.', [], 'calendarId')
    return calendar.readOnly
      ? refuse('not-yours', `“${calendar.name}” is only read here.`, [calendarId], 'calendarId')
      : calendarId
  }
  const owner = whose === 'assistant' ? 'assistant' : 'executive'
  const fit = (await calendars(act.db, act.desk.id)).filter((one) => one.owner === owner && !one.readOnly)
  const chosen = fit.find((one) => one.countsAsBusy && one.label !== 'private') ?? fit[0]
  return (
    chosen?.id ?? refuse('not-there', 'There is no calendar to hold the times on; add one first.', [], 'calendarId')
  )
}

/** Times as they were given, in order; each still to come and none twice. */
function spansFrom(times: readonly TimeOffered[], at: Instant, before: readonly Hold[]): Span[] | Refused {
  const spans: Span[] = []
  for (const [n, time] of times.entries()) {
    const span = spanFrom(time, at, `times.${n}`)
    if (isRefused(span)) return span
    const held = before.filter((hold) => hold.state === 'out').map((hold) => hold.span)
    if ([...spans, ...held].some(({ start, end }) => start === span.start && end === span.end))
      return refuse('bad-input', 'This time is offered twice.', [], `times.${n}`)
    spans.push(span)
  }
  return spans
}

function untilFrom(expires: string, nudge: string | null, at: Instant) {
  const [expiresAt, nudgeAt] = [instantOf(expires), nudge === null ? null : instantOf(nudge)]
  if (expiresAt <= at) return refuse('bad-input', 'It would have expired already.', [], 'expiresAt')
  if (nudgeAt !== null && nudgeAt >= expiresAt)
    return refuse('bad-input', 'A nudge comes before it expires.', [], 'nudgeAt')
  return { expiresAt, nudgeAt }
}

const zoneTrouble = (zone: string | null): Refused | null =>
  zone !== null && !zoneOf(zone) ? refuse('bad-input', `There is no zone called ${zone}.`, [], 'to.zone') : null

/** Who it goes to: as whoever offers says, else the assistant the desk knows of. */
async function readerFor(act: Act, { to, through, meeting }: OfferDraft): Promise<Terms['through']> {
  if (through !== undefined) return through
  if (!(await mayReadPeople(act))) return null
  const found = (await throughFor(act, { ...to, title: meeting.title, kind: meeting.kind })).through
  return found && { name: found.name, address: found.address }
}

const termsFrom = (act: Act, draft: OfferDraft, through: Terms['through']): Terms => ({
  to: draft.to,
  through,
  behalf: draft.behalf ?? act.desk.executive,
  meeting: draft.meeting,
  whose: draft.whose,
  busy: draft.busy,
  onSilence: draft.onSilence,
  by: act.member.name,
  offeredAt: now(act),
  nudgedAt: null,
  silentAt: null,
  settled: null,
  proposals: [],
  lost: [],
  refilled: 0,
})

/** A group as it was drafted, with nothing held yet; or why it cannot be offered. */
async function draftedGroup(act: Act, draft: OfferDraft): Promise<Group | Refused> {
  const trouble = zoneTrouble(draft.to.zone)
  if (trouble) return trouble
  const until = untilFrom(draft.expiresAt, draft.nudgeAt, now(act))
  if (isRefused(until)) return until
  const { eventId, recurrenceId } = draft
  if (eventId !== null && !(await eventById(act.db, act.desk.id, eventId)))
    return refuse('not-there', 'There is no such event to move.', [], 'eventId')
  const calendarId = await calendarFor(act, draft)
  if (typeof calendarId !== 'string') return calendarId
  const terms = termsFrom(act, draft, await readerFor(act, draft))
  return { id: act.newId(), state: 'out', calendarId, eventId, recurrenceId, ...until, terms, holds: [] }
}

export const offer: Actions['offer'] = async ({ page, anyway, ...draft }, act) => {
  const drafted = await draftedGroup(act, draft)
  if (isRefused(drafted)) return drafted
  const spans = spansFrom(draft.times, now(act), [])
  if (isRefused(spans)) return spans
  const leaks = page
    ? await act.mayLeave(
        onPage(draft.meeting),
        { to: readerOf(drafted), event: draft.eventId ?? undefined },
        'meeting.title',
      )
    : null
  if (leaks) return leaks
  const group = await keep(act, null, { ...drafted, holds: await holdsAt(act, drafted, spans) })
  const address = page ? await openPage(act, group) : null
  const no = anyway ? await overridden(act, group, group.holds, anyway.reason) : null
  if (no) return no
  return {
    output: { group: await viewOf(act, group, address), address },
    entry: {
      items: [group.id, ...group.holds.map(({ id }) => id), ...(group.eventId === null ? [] : [group.eventId])],
      values: {
        to: group.terms.to.name,
        through: group.terms.through?.name ?? '',
        title: group.terms.meeting.title,
        times: spans.length,
        until: momentWords(group.expiresAt, act.desk.zone),
      },
      ...(anyway ? { why: anyway.reason } : {}),
      undo: undo(act),
    },
  }
}

const overridden = (act: Act, group: Group, holds: readonly Hold[], reason: string) =>
  act.happened({
    events: holds
      .filter(({ state }) => state === 'out' && group.state === 'out')
      .map(({ id }) => ({ id, recurrenceId: null })),
    things: [],
    was: null,
    anyway: reason,
    mayRefuse: true,
  })

/** A change of a group that is told in one sentence. */
async function changed(
  act: Act,
  before: Kept,
  after: Group,
  values: { readonly [key: string]: string | number },
): Promise<Done<{ group: GroupView }>> {
  const kept = await keep(act, before, after)
  return {
    output: { group: await viewOf(act, kept) },
    entry: {
      items: [kept.id, ...kept.holds.map(({ id }) => id)],
      values: { to: kept.terms.to.name, title: kept.terms.meeting.title, ...values },
      undo: undo(act),
    },
  }
}

const settled = (act: Act, group: Group): Refused =>
  refuse('moved-on', `This is settled: ${groupStateWords(group, null, act.desk.zone)}.`, [group.id])

export const add: Actions['add'] = async ({ groupId, times, expiresAt, anyway }, act): Promise<Answer> => {
  const before = await groupFor(act, groupId)
  if (isRefused(before)) return before
  if (before.state === 'taken' || before.state === 'cancelled') return settled(act, before)
  const spans = spansFrom(times, now(act), before.holds)
  if (isRefused(spans)) return spans
  const until = expiresAt === undefined ? before.expiresAt : instantOf(expiresAt)
  if (until <= now(act)) return refuse('bad-input', 'Say until when the fresh times are held.', [], 'expiresAt')
  const holds = await holdsAt(act, before, spans)
  const done = await changed(act, before, added(before, holds, until), { times: spans.length })
  const no = anyway ? await overridden(act, { ...before, state: 'out' }, holds, anyway.reason) : null
  return no ?? done
}

export const release: Actions['release'] = async ({ groupId, holdId, reason }, act): Promise<Answer> => {
  const before = await groupFor(act, groupId)
  if (isRefused(before)) return before
  if (before.state !== 'out') return settled(act, before)
  const held = heldIn(before).filter(({ id }) => holdId === undefined || id === holdId)
  if (holdId !== undefined && held.length === 0)
    return refuse('moved-on', 'That time is not held any more.', [groupId], 'holdId')
  return changed(act, before, released(before, holdId ?? null), { freed: held.length, reason })
}

export const extend: Actions['extend'] = async ({ groupId, expiresAt, nudgeAt }, act): Promise<Answer> => {
  const before = await groupFor(act, groupId)
  if (isRefused(before)) return before
  if (before.state !== 'out') return settled(act, before)
  const expires = expiresAt === undefined ? before.expiresAt : instantOf(expiresAt)
  const nudge = nudgeAt === undefined ? before.nudgeAt : nudgeAt === null ? null : instantOf(nudgeAt)
  if (expires <= now(act)) return refuse('bad-input', 'It would have expired already.', [], 'expiresAt')
  if (nudge !== null && nudge >= expires) return refuse('bad-input', 'A nudge comes before it expires.', [], 'nudgeAt')
  const until = momentWords(expires, act.desk.zone)
  return changed(act, before, extended(before, { expiresAt: expires, nudgeAt: nudge }), { until })
}

/** Nothing is sent by it: whoever has the address of the page keeps it, and it names the new reader. */
export const redirect: Actions['redirect'] = async ({ groupId, through }, act): Promise<Answer> => {
  const before = await groupFor(act, groupId)
  if (isRefused(before)) return before
  if (before.state !== 'out') return settled(act, before)
  const after = redirected(before, through)
  const [was, now_] = [before.terms.through, through]
  if (was?.name === now_?.name && was?.address === now_?.address)
    return refuse('moved-on', `It goes to ${readerOf(before)} already.`, [groupId], 'through')
  return changed(act, before, after, { reader: readerOf(after) })
}

export const nudged: Actions['nudged'] = async ({ groupId }, act): Promise<Answer> => {
  const before = await groupFor(act, groupId)
  if (isRefused(before)) return before
  return changed(act, before, wrote(before, now(act)), {})
}

const mostProposed = 20

export const propose: Actions['propose'] = async ({ groupId, times, note, ...said }, act): Promise<Answer> => {
  const before = await groupFor(act, groupId)
  if (isRefused(before)) return before
  if (before.state === 'taken' || before.state === 'cancelled')
    return act.door === 'guest' ? refuse('moved-on', 'This is settled already.') : settled(act, before)
  const who = said.who || before.terms.to.name
  const spans = spansFrom(times, now(act), [])
  if (isRefused(spans)) return spans
  const known = before.terms.proposals.filter((one) => !one.answered)
  if (known.length + spans.length > mostProposed)
    return refuse('too-much', 'That is more than anybody can look at.', [], 'times')
  const fresh = spans
    .filter(({ start, end }) => !known.some(({ span }) => span.start === start && span.end === end))
    .map((span): Proposal => ({ id: act.newId(), span, by: who, note, at: now(act), answered: false }))
  return changed(act, before, proposed(before, fresh), { who, times: spans.length })
}
