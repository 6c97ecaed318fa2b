import * as z from 'zod'
import { type Area, areas, type Effect } from '../../operation.ts'

/** What a member may do in an area, from nothing to everything; `tell` is act and tell. */
export const levels = ['none', 'busy', 'see', 'propose', 'tell', 'act'] as const
export type Level = (typeof levels)[number]

/** To whom a member may let anything leave the desk. */
export const sends = ['never', 'drafts', 'known', 'anyone'] as const
export type Send = (typeof sends)[number]

/** Which private items a member sees. */
export const privates = ['none', 'named', 'all'] as const
export type Private = (typeof privates)[number]

export const memberKinds = ['executive', 'assistant', 'cover', 'agent', 'observer', 'desk'] as const
export type MemberKind = (typeof memberKinds)[number]

/** Integer minor units of one currency (ISO 4217); another currency is never converted. */
export const money = z.object({ amount: z.int().min(0), currency: z.string().regex(/^[A-Z]{3}$/) })
export type Money = z.infer<typeof money>

const levelOf = z.enum(levels)
export const areaLevels = z.object({
  calendar: levelOf,
  mail: levelOf,
  travel: levelOf,
  people: levelOf,
  money: levelOf,
  partnership: levelOf,
  desk: levelOf,
} satisfies Record<Area, typeof levelOf>)

/** What one member may do at one desk. */
export const board = z.object({
  areas: areaLevels,
  send: z.enum(sends),
  /** Up to how much they spend on their own yes; null: nothing. */
  spend: money.nullable(),
  /** Kinds of meeting they may not move or cancel without asking. */
  move: z.array(z.string().min(1).max(40)).max(50),
  private: z.enum(privates),
})
export type Board = z.infer<typeof board>

const everywhere = (level: Level): Board['areas'] =>
  Object.fromEntries(areas.map((area) => [area, level])) as Board['areas']

const all: Board = { areas: everywhere('act'), send: 'anyone', spend: null, move: [], private: 'all' }

/** What somebody may do when they sit down, by the kind of member they are. */
export const defaultBoards: Readonly<Record<MemberKind, Board>> = {
  executive: all,
  desk: all,
  assistant: {
    areas: { ...everywhere('act'), money: 'propose', partnership: 'act' },
    send: 'anyone',
    spend: null,
    move: [],
    private: 'all',
  },
  // Outside the days of a cover nothing; what they may do on them is agreed with the cover.
  cover: { areas: everywhere('none'), send: 'never', spend: null, move: ['board', 'personal'], private: 'none' },
  agent: {
    areas: {
      calendar: 'propose',
      mail: 'propose',
      travel: 'propose',
      people: 'see',
      money: 'none',
      partnership: 'none',
      desk: 'propose',
    },
    send: 'drafts',
    spend: null,
    move: ['board', 'personal', 'external'],
    private: 'none',
  },
  observer: {
    areas: { ...everywhere('none'), calendar: 'see' },
    send: 'never',
    spend: null,
    move: [],
    private: 'none',
  },
}

const rank = <T>(order: readonly T[], one: T): number => order.indexOf(one)
const lower = <T>(order: readonly T[], a: T, b: T): T => (rank(order, a) <= rank(order, b) ? a : b)

const lessMoney = (a: Money | null, b: Money | null): Money | null => {
  if (a === null || b === null || a.currency !== b.currency) return null
  return a.amount <= b.amount ? a : b
}

/** The narrower of two boards in everything: an agent may never do more than the human who answers for it. */
export const narrower = (a: Board, b: Board, bHasNoLimit = false): Board => ({
  areas: Object.fromEntries(areas.map((area) => [area, lower(levels, a.areas[area], b.areas[area])])) as Board['areas'],
  send: lower(sends, a.send, b.send),
  spend: bHasNoLimit ? a.spend : lessMoney(a.spend, b.spend),
  move: [...new Set([...a.move, ...b.move])].sort(),
  private: lower(privates, a.private, b.private),
})

const higher = <T>(order: readonly T[], a: T, b: T): T => (rank(order, a) >= rank(order, b) ? a : b)

const moreMoney = (a: Money | null, b: Money | null): Money | null => {
  if (a === null || b === null) return a ?? b
  return a.currency === b.currency && b.amount > a.amount ? b : a
}

/** The wider of two boards in everything: what somebody may do for some days on top of what they always may. */
export const wider = (a: Board, b: Board): Board => ({
  areas: Object.fromEntries(
    areas.map((area) => [area, higher(levels, a.areas[area], b.areas[area])]),
  ) as Board['areas'],
  send: higher(sends, a.send, b.send),
  spend: moreMoney(a.spend, b.spend),
  // Somebody who may do nothing at all asks before moving nothing: their list says nothing against the other's.
  move: a.areas.calendar === 'none' ? b.move : a.move.filter((kind) => b.move.includes(kind)),
  private: higher(privates, a.private, b.private),
})

/** A member's board while covers are in force: the wider in every part. Outside its days a cover adds nothing. */
export const boardWith = (own: Board, covers: readonly Board[]): Board => covers.reduce(wider, own)

/**
 * What the row policies let a member read: 0 nothing of the calendar, 1 busy times, 2 what is labelled `open` or `desk`,
 * 3 also the private items that name them, 4 everything.
 */
export function sightOf(given: Board): 0 | 1 | 2 | 3 | 4 {
  const { calendar } = given.areas
  if (calendar === 'none') return 0
  if (calendar === 'busy') return 1
  return given.private === 'all' ? 4 : given.private === 'named' ? 3 : 2
}

/** Whether anything of trips is theirs to read. */
export const readsTravel = ({ areas: given }: Board): boolean => given.travel !== 'none' && given.travel !== 'busy'

/** Whether anything of the desk's own is theirs to read: work, promises, decisions, mistakes. */
export const readsDesk = ({ areas: given }: Board): boolean => given.desk !== 'none' && given.desk !== 'busy'

/** Whether any limit of a board could speak of what costs nothing: where none can, nothing has to be known of a call. */
export const isLimited = ({ move, private: seen, send }: Board): boolean =>
  move.length > 0 || seen !== 'all' || send !== 'anyone'

/** Who asks: their kind, what they may do now, and whether they were stopped. */
export type Asker = { readonly kind: MemberKind; readonly board: Board; readonly frozen: boolean }

/** What is asked for, as far as limits care. Undefined: the limit has nothing to say here. */
export type Asked = {
  /** Something leaves the desk with it, whatever its effect says. */
  readonly sends?: boolean
  /** Whether everybody it goes to is known at the desk. */
  readonly toKnown?: boolean
  readonly spends?: Money
  /** The kinds of the meetings it moves or cancels. */
  readonly moves?: readonly string[]
  /** It changes something private that this member may not see. */
  readonly hidden?: boolean
  /** It changes something this member may not even know of. */
  readonly unknown?: boolean
  /** It changes who sees something private, which is for whoever sees all that is. */
  readonly relabels?: boolean
  /** It is the executive’s own word, which nobody gives in their place: they are asked for it. */
  readonly own?: boolean
  /** Areas it reaches into besides its own: it needs the level in each. */
  readonly areas?: readonly Area[]
}

export type Because =
  | { readonly code: 'frozen' | 'routine' | 'hidden' | 'unknown' | 'label' | 'own' }
  | { readonly code: 'level'; readonly area: Area; readonly level: Level }
  | { readonly code: 'send'; readonly send: Send }
  | { readonly code: 'spend'; readonly limit: Money | null }
  | { readonly code: 'move'; readonly kinds: readonly string[] }

export type Verdict =
  | { readonly may: 'yes'; readonly tell: boolean }
  | { readonly may: 'propose'; readonly because: Because }
  | { readonly may: 'no'; readonly because: Because }

type Operation = {
  readonly area: Area
  readonly effect: Effect
  /** Whoever sits at the desk may: it is about themselves. */
  readonly everyone?: boolean
  /** A read that has a view of busy times alone. */
  readonly busyView?: boolean
}

/**
 * Whether a member may perform an operation, must ask, or may not: the one place that decides. Levels first, then limits,
 * which only narrow.
 */
export function mayPerform(asker: Asker, operation: Operation, asked: Asked = {}): Verdict {
  const { kind, frozen } = asker
  if (frozen) return { may: 'no', because: { code: 'frozen' } }
  if (operation.everyone || kind === 'executive') return { may: 'yes', tell: false }
  // Routines prepare and record; what costs money is always somebody's own yes.
  if (kind === 'desk')
    return operation.effect === 'spend' ? { may: 'no', because: { code: 'routine' } } : { may: 'yes', tell: false }
  const area = lowestOf(asker.board, [operation.area, ...(asked.areas ?? [])])
  const level = asker.board.areas[area]
  const because: Because = { code: 'level', area, level }
  if (operation.effect === 'read')
    return mayRead(level, operation) ? { may: 'yes', tell: false } : { may: 'no', because }
  if (rank(levels, level) < rank(levels, 'propose')) return { may: 'no', because }
  if (asked.unknown) return { may: 'no', because: { code: 'unknown' } }
  if (asked.hidden) return { may: 'no', because: { code: 'hidden' } }
  if (isSending(operation, asked) && asker.board.send === 'never')
    return { may: 'no', because: { code: 'send', send: 'never' } }
  if (level === 'propose') return { may: 'propose', because }
  if (asked.own) return { may: 'propose', because: { code: 'own' } }
  const over = overLimit(asker.board, operation, asked)
  return over ? { may: 'propose', because: over } : { may: 'yes', tell: level === 'tell' }
}

const strictest = ['yes', 'propose', 'no'] as const

/** What may be said of several things that are done together: what may be done least. */
export const leastOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.reduce((a, b) => (rank(strictest, b.may) > rank(strictest, a.may) ? b : a), { may: 'yes', tell: false })

/** Where a member may do least of these. */
const lowestOf = ({ areas: given }: Board, of: readonly Area[]): Area =>
  of.reduce((a, b) => (rank(levels, given[b]) < rank(levels, given[a]) ? b : a))

const mayRead = (level: Level, operation: Operation): boolean =>
  level === 'busy' ? operation.busyView === true : level !== 'none'

const isSending = ({ effect }: Operation, asked: Asked): boolean => effect === 'send' || asked.sends === true

function overLimit(limits: Board, operation: Operation, asked: Asked): Because | null {
  if (asked.relabels && limits.private !== 'all') return { code: 'label' }
  const kinds = (asked.moves ?? []).filter((kind) => limits.move.includes(kind))
  if (kinds.length > 0) return { code: 'move', kinds }
  if (isSending(operation, asked) && limits.send !== 'anyone' && !(limits.send === 'known' && asked.toKnown === true))
    return { code: 'send', send: limits.send }
  if (operation.effect === 'spend' || asked.spends) {
    const { spend } = limits
    const within = spend !== null && asked.spends?.currency === spend.currency && asked.spends.amount <= spend.amount
    if (!within) return { code: 'spend', limit: spend }
  }
  return null
}

/** Why a board may not be changed so; `area` says where. */
export type BoardNo = {
  readonly code: 'executive' | 'oneself' | 'agent' | 'executive-alone' | 'above-own'
  readonly what: string
}

const raises = (before: Board, after: Board): string[] => [
  ...areas.filter((area) => rank(levels, after.areas[area]) > rank(levels, before.areas[area])),
  ...(rank(sends, after.send) > rank(sends, before.send) ? ['send'] : []),
  ...(spendRises(before.spend, after.spend) ? ['spend'] : []),
  ...(before.move.some((kind) => !after.move.includes(kind)) ? ['move'] : []),
  ...(rank(privates, after.private) > rank(privates, before.private) ? ['private'] : []),
]

const spendRises = (before: Money | null, after: Money | null): boolean =>
  after !== null && after.amount > 0 && (before?.currency !== after.currency || after.amount > before.amount)

/** Parts of a board that only the executive raises. */
const executiveAlone = ['money', 'partnership', 'spend', 'private']

/**
 * Whether somebody may give a member this board. What is lowered may always be lowered; raised only by somebody who has it
 * themselves, never for oneself, in money, partnership and private things by the executive alone. Agents raise nobody.
 */
export function mayGive(
  by: { readonly id: string; readonly kind: MemberKind; readonly board: Board },
  to: { readonly id: string; readonly kind: MemberKind },
  before: Board,
  after: Board,
): BoardNo | null {
  if (to.kind === 'executive' || to.kind === 'desk') return { code: 'executive', what: to.kind }
  const [first, ...more] = raises(before, after)
  if (first === undefined || by.kind === 'executive') return null
  if (by.kind === 'agent' || by.kind === 'cover') return { code: 'agent', what: first }
  if (by.id === to.id) return { code: 'oneself', what: first }
  const alone = [first, ...more].find((part) => executiveAlone.includes(part))
  if (alone !== undefined) return { code: 'executive-alone', what: alone }
  // What is raised beyond the giver's own shows as a rise above it.
  const above = raises(by.board, after).find((part) => first === part || more.includes(part))
  return above === undefined ? null : { code: 'above-own', what: above }
}
