import { asInstant, dayMs, hourMs, type Instant, overlaps, type Span } from '../../../plan/time.ts'
import type { FreedBy, GroupState, Meeting, OnSilence, Outsider, Whose } from '../model.ts'

/** One time of a group. `latest` is its own notice limit, or its start. */
export type Hold = {
  readonly id: string
  readonly rank: number
  readonly state: 'out' | 'taken' | 'freed'
  readonly freedBy: FreedBy | null
  readonly span: Span
  readonly latest: Instant
  /** Keys of what stood at this time already when it was offered. */
  readonly knowing: readonly string[]
}

/** A time the other side proposed; `answered` once it was taken or the group was settled otherwise. */
export type Proposal = {
  readonly id: string
  readonly span: Span
  readonly by: string
  readonly note: string
  readonly at: Instant
  readonly answered: boolean
}

/** A time that went to somebody else while it was held; `told` once they were. */
export type Lost = { readonly span: Span; readonly at: Instant; readonly told: boolean }

/** What was agreed about an offer, with what happened since. */
export type Terms = {
  readonly to: Outsider
  readonly through: { readonly name: string; readonly address: string | null } | null
  readonly behalf: string
  readonly meeting: Meeting
  readonly whose: Whose
  readonly busy: boolean
  readonly onSilence: OnSilence
  /** Who offered, and when. */
  readonly by: string
  readonly offeredAt: Instant
  readonly nudgedAt: Instant | null
  /** When nobody had answered in time. */
  readonly silentAt: Instant | null
  readonly settled: { readonly who: string; readonly note: string; readonly at: Instant } | null
  readonly proposals: readonly Proposal[]
  readonly lost: readonly Lost[]
  /** For how many lost times fresh ones were sought already. */
  readonly refilled: number
}

export type Group = {
  readonly id: string
  readonly state: GroupState
  readonly calendarId: string
  readonly eventId: string | null
  readonly recurrenceId: string | null
  readonly expiresAt: Instant
  readonly nudgeAt: Instant | null
  readonly terms: Terms
  /** By rank. */
  readonly holds: readonly Hold[]
}

/** Who reads what is offered: their assistant where it goes through one. */
export const readerOf = ({ terms }: Pick<Group, 'terms'>): string => terms.through?.name ?? terms.to.name

/** Whether the silence rule has kept the first time beyond the group's expiry. */
const keptOn = ({ terms }: Group): boolean => terms.silentAt !== null && terms.onSilence === 'keep-first'

/** When a hold frees itself: at the earlier of its group's expiry and its own limit. */
export const freesAt = (group: Group, hold: Hold): Instant =>
  keptOn(group) ? hold.latest : asInstant(Math.min(group.expiresAt, hold.latest))

/** The times somebody may still take at an instant, by rank. A sweeper that is late holds nothing longer. */
export const open = (group: Group, at: Instant): Hold[] =>
  group.state === 'out' ? group.holds.filter((hold) => hold.state === 'out' && at < freesAt(group, hold)) : []

export const heldIn = (group: Group): Hold[] => group.holds.filter((hold) => hold.state === 'out')

/** When the group must next be looked at; null once it is settled. One that waits for fresh times ends when it expires. */
export const nextAt = (group: Group): Instant | null => {
  if (group.state !== 'out') return null
  const times = heldIn(group).map((hold) => freesAt(group, hold))
  return times.length === 0 ? group.expiresAt : asInstant(Math.min(...times))
}

const freed = (hold: Hold, freedBy: FreedBy): Hold => ({ ...hold, state: 'freed', freedBy })

const freeWhere = (group: Group, by: FreedBy, which: (hold: Hold) => boolean): Group => ({
  ...group,
  holds: group.holds.map((hold) => (hold.state === 'out' && which(hold) ? freed(hold, by) : hold)),
})

const closed = (group: Group, state: GroupState): Group => ({
  ...group,
  state,
  terms: { ...group.terms, proposals: group.terms.proposals.map((one) => ({ ...one, answered: true })) },
})

type Said = { readonly who: string; readonly note: string; readonly at: Instant }

/** One time is booked and the others are free. The caller has seen that it is open. */
export const take = (group: Group, holdId: string, said: Said): Group => {
  const others = freeWhere(group, 'other', (hold) => hold.id !== holdId)
  const holds = others.holds.map((hold): Hold => (hold.id === holdId ? { ...hold, state: 'taken' } : hold))
  return closed({ ...others, holds, terms: { ...group.terms, settled: said } }, 'taken')
}

/** None of the times works for them. */
export const decline = (group: Group, said: Said): Group =>
  closed(
    freeWhere({ ...group, terms: { ...group.terms, settled: said } }, 'declined', () => true),
    'declined',
  )

/** The desk frees one of the times, or all; with the last one the offer ends. */
export const release = (group: Group, holdId: string | null): Group => {
  const after = freeWhere(group, 'released', (hold) => holdId === null || hold.id === holdId)
  return heldIn(after).length === 0 ? closed(after, 'released') : after
}

/** The meeting it was about is cancelled. */
export const cancel = (group: Group): Group =>
  closed(
    freeWhere(group, 'cancelled', () => true),
    'cancelled',
  )

/** Somebody else took this time: what lies over it is lost, and the offer stands with what is left. */
export const lose = (group: Group, taken: Span, at: Instant): Group => {
  const gone = heldIn(group).filter((hold) => overlaps(hold.span, taken))
  const lost = gone.map(({ span }): Lost => ({ span, at, told: false }))
  const after = freeWhere(group, 'lost', (hold) => gone.includes(hold))
  return { ...after, terms: { ...group.terms, lost: [...group.terms.lost, ...lost] } }
}

/** What nobody took in time is free. On silence the group's own choice happens; what is too near goes by itself. */
export const expire = (group: Group, at: Instant): Group => {
  if (group.state !== 'out') return group
  const near = freeWhere(group, 'notice', (hold) => at >= hold.latest)
  const silent = at >= group.expiresAt && group.terms.silentAt === null
  const after = silent ? onSilence(near, at) : near
  return heldIn(after).length === 0 && at >= nothingLeftAt(after) ? closed(after, 'expired') : after
}

const onSilence = (group: Group, at: Instant): Group => {
  const [first] = heldIn(group)
  const keeps = group.terms.onSilence === 'keep-first' ? first : undefined
  const after = freeWhere(group, 'silence', (hold) => hold !== keeps)
  return { ...after, terms: { ...group.terms, silentAt: at } }
}

/** An offer that has lost all its times waits for fresh ones until it expires; any other ends with its last time. */
const nothingLeftAt = (group: Group): number =>
  group.holds.some((hold) => hold.freedBy === 'lost') && group.terms.silentAt === null
    ? group.expiresAt
    : Number.NEGATIVE_INFINITY

/** Fresh times; an offer that was settled otherwise is out again. */
export const add = (group: Group, holds: readonly Hold[], expiresAt: Instant): Group => ({
  ...group,
  state: 'out',
  expiresAt,
  holds: [...group.holds, ...holds],
  terms: {
    ...group.terms,
    settled: null,
    silentAt: expiresAt === group.expiresAt ? group.terms.silentAt : null,
    proposals: group.terms.proposals,
  },
})

/** Read by somebody else; null: by whoever it is for. */
export const redirected = (group: Group, through: Terms['through']): Group => ({
  ...group,
  terms: { ...group.terms, through },
})

/** Held longer, or nudged at another time. A new end is a new wait for an answer. */
export const extend = (group: Group, to: { readonly expiresAt: Instant; readonly nudgeAt: Instant | null }): Group => ({
  ...group,
  ...to,
  terms: {
    ...group.terms,
    silentAt: to.expiresAt === group.expiresAt ? group.terms.silentAt : null,
    nudgedAt: to.nudgeAt === group.nudgeAt ? group.terms.nudgedAt : null,
  },
})

/** They were nudged, and told what they lost. */
export const nudged = (group: Group, at: Instant): Group => ({
  ...group,
  terms: { ...group.terms, nudgedAt: at, lost: group.terms.lost.map((one) => ({ ...one, told: true })) },
})

export const propose = (group: Group, proposals: readonly Proposal[]): Group => ({
  ...group,
  terms: { ...group.terms, proposals: [...group.terms.proposals, ...proposals] },
})

/** What an offer asks of the desk now, most pressing first. */
export type Need = 'proposal' | 'lost' | 'nudge' | 'silence' | 'expiring'

const soonMs = 4 * hourMs

export const needsOf = (group: Group, at: Instant): Need[] => {
  const { terms, nudgeAt, state } = group
  const next = nextAt(group)
  const needs: Need[] = []
  if (state !== 'taken' && terms.proposals.some((one) => !one.answered)) needs.push('proposal')
  if (state === 'out' && terms.lost.some((one) => !one.told)) needs.push('lost')
  if (state === 'out' && nudgeAt !== null && at >= nudgeAt && (terms.nudgedAt ?? 0) < nudgeAt) needs.push('nudge')
  if (isSilent(group, at)) needs.push('silence')
  if (next !== null && heldIn(group).length > 0 && next - at <= soonMs) needs.push('expiring')
  return needs
}

/** Silence is told for a day; where they were to be nudged, until they were, for a week. */
const isSilent = ({ state, terms }: Group, at: Instant): boolean => {
  const { silentAt, nudgedAt } = terms
  if (silentAt === null || (state !== 'expired' && state !== 'out') || (nudgedAt ?? 0) >= silentAt) return false
  return at - silentAt < (terms.onSilence === 'nudge' ? 7 : 1) * dayMs
}

/** Whose time it is, one by one. */
export const peopleOf = (whose: Whose): readonly ('executive' | 'assistant')[] =>
  whose === 'both' ? ['executive', 'assistant'] : [whose]
