import { type Board, type Level, levels, type MemberKind, type Send, sends } from '../../../authority/board/model.ts'
import type { Area } from '../../../operation.ts'

/** What was counted of one member since a day: yes and no to what they asked for, what somebody else took back, and what they did alone. */
export type Counted = {
  readonly yes: number
  readonly no: number
  readonly undone: number
  readonly done: number
  readonly since: Temporal.Instant
}

export type Suggested = {
  readonly area: Area
  readonly way: 'up' | 'down'
  readonly from: Level
  readonly to: Level
}

/** So many times a yes, and never a no, before more is offered; so many times taken back before less is; so much done alone and left. */
export const [enoughYes, enoughUndone, enoughDone] = [3, 2, 20]

const below = (level: Level): Level => levels[levels.indexOf(level) - 1] ?? level

/**
 * Whether what was counted speaks for more or for less in an area: proposals were all said yes to, what was told of was all left
 * as it was, or what they did alone was taken back by somebody else. Null where it says neither.
 */
export function suggestedFor(level: Level, area: Area, { yes, no, undone, done }: Counted): Suggested | null {
  if (level === 'propose' && yes >= enoughYes && no === 0 && undone === 0)
    return { area, way: 'up', from: level, to: 'tell' }
  if (level === 'tell' && done >= enoughDone && no === 0 && undone === 0)
    return { area, way: 'up', from: level, to: 'act' }
  if ((level === 'tell' || level === 'act') && undone >= enoughUndone)
    return { area, way: 'down', from: level, to: below(level) }
  return null
}

/** A limit they had to ask about: kinds of meeting they may not move, or to whom they may send. */
export type Limit =
  | { readonly what: 'move'; readonly kind: string; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly what: 'send'; readonly from: Send; readonly to: Send }

/** What was asked for only because of a limit, by limit. */
export type Asked = Pick<Counted, 'yes' | 'no' | 'since'>

/** Which limits of a board could give way: what was asked because of each was always said yes to. */
export function limitsFor({ move, send }: Board, askedAbout: (what: 'send' | `move ${string}`) => Asked): Limit[] {
  const isEnough = ({ yes, no }: Asked) => yes >= enoughYes && no === 0
  const moves = move
    .filter((kind) => isEnough(askedAbout(`move ${kind}`)))
    .map((kind): Limit => ({ what: 'move', kind, from: move, to: move.filter((one) => one !== kind) }))
  const next = sends[sends.indexOf(send) + 1]
  const sending = next !== undefined && send !== 'never' && isEnough(askedAbout('send'))
  return sending ? [...moves, { what: 'send', from: send, to: next }] : moves
}

export type Judged = {
  readonly id: string
  readonly name: string
  readonly kind: MemberKind
  readonly board: Board
}

/** Whose authority a one-to-one is about: of those who stay, the one it is with and agents. */
export const isAbout = ({ id, kind }: Pick<Judged, 'id' | 'kind'>, assistant: string): boolean =>
  id === assistant || kind === 'agent'
