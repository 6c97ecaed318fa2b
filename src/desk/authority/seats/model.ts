import { areas } from '../../operation.ts'
import { type Board, defaultBoards, type MemberKind, narrower } from '../board/model.ts'

/** Whom one invites. The executive's seat is there from the beginning: it gets a link. */
export const invitedKinds = ['assistant', 'cover', 'observer'] as const
export type InvitedKind = (typeof invitedKinds)[number]

/** Nothing at all: what somebody has before they are invited. */
export const noBoard: Board = {
  areas: Object.fromEntries(areas.map((area) => [area, 'none'])) as Board['areas'],
  send: 'never',
  spend: null,
  move: [],
  private: 'none',
}

/**
 * What a guest of this kind begins with: the usual, and where the executive does not invite themselves no more than the
 * one who does has, without what the executive alone gives (`mayGive`).
 */
export function boardToGive(by: { readonly kind: MemberKind; readonly board: Board }, kind: InvitedKind): Board {
  const usual = defaultBoards[kind]
  if (by.kind === 'executive') return usual
  const given = narrower(usual, by.board)
  return { ...given, areas: { ...given.areas, money: 'none', partnership: 'none' }, spend: null, private: 'none' }
}

/** Whether somebody who sits as these, at one desk each, may open another: whoever works at a desk for good may. */
export const mayOpen = (kinds: readonly MemberKind[]): boolean =>
  kinds.some((kind) => kind === 'executive' || kind === 'assistant')
