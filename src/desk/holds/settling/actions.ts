import type { Span } from '../../../plan/time.ts'
import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import { eventById } from '../../calendar/events/queries.ts'
import { headOf } from '../../calendar/series/model.ts'
import type { ActionsFor } from '../../registry.ts'
import type { holdsContract } from '../contract.ts'
import { add, decline as declined, freesAt, type Group, heldIn, lose, peopleOf, take as taken } from '../group/model.ts'
import { claim, gone, groupFor, keep, keepGroup, leaving, now, standingIn } from '../keeping/actions.ts'
import { becomeMeeting, dropEvents, whenOf } from '../keeping/events.ts'
import { groupsOver, type Kept } from '../keeping/queries.ts'
import type { GroupView } from '../model.ts'
import { freshHold, spanFrom } from '../offering/model.ts'
import { refilled } from '../refilling/actions.ts'
import { viewOf } from '../showing/actions.ts'
import { spanWords } from '../texts/words.ts'
import { groupStateWords } from '../views/words.ts'

type Actions = ActionsFor<typeof holdsContract>['hold']
type Answer = Done<{ group: GroupView }> | Refused

/** A time that is going to be booked: the group it belongs to, with a hold at it. */
type Chosen = { readonly group: Group; readonly holdId: string }

type Said = { readonly who: string; readonly note: string; readonly reason: string | null }

const undo = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })

/** An offered time that can still be taken. */
const offered = (act: Act, group: Kept, holdId: string): Chosen | Refused => {
  const hold = group.holds.find(({ id }) => id === holdId)
  if (!hold) return refuse('not-there', 'That time was not offered here.', [], 'holdId')
  const isOpen = group.state === 'out' && hold.state === 'out' && now(act) < freesAt(group, hold)
  if (isOpen) return { group, holdId }
  // Of what is in the way an outsider learns only that they have it already themselves.
  if (act.door === 'guest') return refuse('moved-on', 'That time is gone.', hold.state === 'taken' ? [holdId] : [])
  const words =
    group.state === 'out'
      ? 'That time is no longer held.'
      : `This is settled: ${groupStateWords(group, null, act.desk.zone)}.`
  return refuse('moved-on', words, [group.id], 'holdId')
}

/** A time that was agreed outside of what was offered, held from now on so that it can be taken. */
const agreed = (act: Act, group: Kept, span: Span): Chosen | Refused => {
  if (group.state === 'taken' || group.state === 'cancelled')
    return refuse('moved-on', `This is settled: ${groupStateWords(group, null, act.desk.zone)}.`, [group.id])
  const rank = Math.max(0, ...group.holds.map((hold) => hold.rank)) + 1
  const hold = freshHold(act.newId(), rank, span, now(act), 0, [])
  return { group: add(group, [hold], group.expiresAt), holdId: hold.id }
}

/**
 * Books one time and frees the others. Under the desk's lock the plan is read again: what came to stand at that time since
 * it was offered refuses, and so does a claim of somebody else.
 */
async function book(act: Act, before: Kept, chosen: Chosen, said: Said) {
  const hold = chosen.group.holds.find(({ id }) => id === chosen.holdId)
  if (!hold) throw new Error('a chosen time is not there')
  const losing = (await groupsOver(act.db, act.desk.id, hold.span, before.id)).filter(({ terms }) =>
    peopleOf(terms.whose).some((one) => peopleOf(before.terms.whose).includes(one)),
  )
  const held = losing.flatMap((group) => group.holds.map(({ id }) => id))
  const standing = (await standingIn(act, chosen.group, hold.span, held)).filter(
    ({ item }) => !hold.knowing.includes(item.key),
  )
  if (standing.length > 0 && said.reason === null) return gone(act, standing, hold.span)
  const settled = taken(chosen.group, hold.id, { who: said.who, note: said.note, at: now(act) })
  const after = await keepGroup(act, before, settled)
  const booked = await meet(act, after, hold.id, leaving(before, after), said.reason)
  if (isRefused(booked)) return booked
  await loseTo(act, losing, hold.span)
  return { after, span: hold.span, losing, eventId: booked.id }
}

/** Finding fresh times takes a moment, so the desk's lock is held for a few of them at the most; else they come next. */
const refilledAtOnce = 2

async function loseTo(act: Act, losing: readonly Kept[], span: Span): Promise<void> {
  const atOnce = losing.length <= refilledAtOnce
  const leave: string[] = []
  for (const group of losing) {
    const lost = lose(group, span, now(act))
    const after = atOnce ? await refilled(act, lost) : lost
    await keepGroup(act, group, after)
    leave.push(...leaving(group, after))
    if (!atOnce) await act.due('hold.refill', group.id, act.at)
  }
  await dropEvents(act, leave)
}

/** The hold becomes the meeting, or the meeting it was about moves; its time is claimed, and who hangs on it is told. */
async function meet(act: Act, group: Kept, holdId: string, free: readonly string[], reason: string | null) {
  const hold = group.holds.find(({ id }) => id === holdId)
  if (!hold) throw new Error('a taken time is not there')
  if (group.eventId !== null) {
    await dropEvents(act, free)
    return moveMeeting(act, group, group.eventId, hold.span, reason)
  }
  await becomeMeeting(act, group, hold, free)
  const how = { overridden: reason !== null, isNew: true }
  const no = await claim(act, group, { id: holdId, recurrenceId: null, span: hold.span }, how)
  if (no) return no
  const told = { events: [{ id: holdId, recurrenceId: null }], things: [], was: null, anyway: reason, mayRefuse: true }
  return (reason === null ? null : await act.happened(told)) ?? { id: holdId }
}

/** Moved, never created again; on the clocks of the zone it was written in. An outsider is told nothing of why it cannot be. */
async function moveMeeting(act: Act, group: Kept, eventId: string, span: Span, reason: string | null) {
  const { recurrenceId } = group
  const event = await eventById(act.db, act.desk.id, eventId)
  const written = event && headOf(event).start
  const zone = (written?.form === 'zoned' && written.zone.name) || act.desk.zone
  const moved = await act.run('event.move', {
    eventId,
    recurrenceId,
    extent: recurrenceId === null ? 'all' : 'this',
    when: whenOf(span, zone),
    ...(reason === null ? {} : { anyway: { reason } }),
  })
  if (!isRefused(moved)) return { id: eventId }
  return act.door === 'guest' ? refuse('moved-on', 'That time is gone.') : moved
}

async function booked(act: Act, before: Kept, chosen: Chosen | Refused, said: Said): Promise<Answer> {
  if (isRefused(chosen)) return chosen
  const done = await book(act, before, chosen, said)
  if (isRefused(done)) return done
  const { after, span, losing, eventId } = done
  const { terms } = after
  return {
    output: { group: await viewOf(act, after) },
    entry: {
      items: [after.id, eventId, ...before.holds.map(({ id }) => id), ...losing.map(({ id }) => id)],
      values: {
        who: said.who,
        title: terms.meeting.title,
        time: spanWords(span, act.desk.zone),
        freed: heldIn(before).filter(({ id }) => id !== chosen.holdId).length,
        lost: losing.map((other) => other.terms.to.name).join(' and '),
      },
      ...(said.reason === null ? {} : { why: said.reason }),
      undo: undo(act),
    },
  }
}

export const take: Actions['take'] = async ({ groupId, holdId, time, who, note, anyway }, act) => {
  const group = await groupFor(act, groupId)
  if (isRefused(group)) return group
  if ((holdId === undefined) === (time === undefined))
    return refuse('bad-input', 'Say which of the times, or which other time was agreed.', [], 'holdId')
  const said = { who: who || group.terms.to.name, note, reason: anyway?.reason ?? null }
  if (holdId !== undefined) return booked(act, group, offered(act, group, holdId), said)
  const span = spanFrom(time, now(act), 'time')
  return isRefused(span) ? span : booked(act, group, agreed(act, group, span), said)
}

export const accept: Actions['accept'] = async ({ groupId, proposalId, anyway }, act) => {
  const group = await groupFor(act, groupId)
  if (isRefused(group)) return group
  const proposal = group.terms.proposals.find(({ id }) => id === proposalId)
  if (!proposal) return refuse('not-there', 'There is no such proposal.', [], 'proposalId')
  if (proposal.answered) return refuse('moved-on', 'That proposal was answered already.', [groupId])
  if (proposal.span.start <= now(act)) return refuse('moved-on', 'That time has passed.', [groupId])
  const said = { who: proposal.by, note: proposal.note, reason: anyway?.reason ?? null }
  return booked(act, group, agreed(act, group, proposal.span), said)
}

export const decline: Actions['decline'] = async ({ groupId, note, ...said }, act) => {
  const before = await groupFor(act, groupId)
  if (isRefused(before)) return before
  if (before.state !== 'out') {
    const isDone = act.door !== 'guest' || before.state === 'declined'
    const words = `This is settled: ${groupStateWords(before, null, act.desk.zone)}.`
    return refuse('moved-on', words, isDone ? [groupId] : [])
  }
  const who = said.who || before.terms.to.name
  const after = await keep(act, before, declined(before, { who, note, at: now(act) }))
  return {
    output: { group: await viewOf(act, after) },
    entry: {
      items: [groupId, ...before.holds.map(({ id }) => id)],
      values: { who, title: before.terms.meeting.title, freed: heldIn(before).length },
      undo: undo(act),
    },
  }
}
