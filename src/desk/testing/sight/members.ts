import { type Board, defaultBoards, type Level } from '../../authority/board/model.ts'
import type { TestDesk } from '../../testing.ts'

const board = (calendar: Level, more: Partial<Board> = {}): Partial<Board> => ({
  areas: { ...defaultBoards.assistant.areas, calendar },
  ...more,
})

export type Who = 'all' | 'named' | 'unnamed' | 'desk' | 'busy' | 'nothing' | 'agent'
/** Everybody who may not read what is private and does not name them. */
export const others = ['unnamed', 'desk', 'busy', 'nothing', 'agent'] as const

/** One of every sight; the private event names `named`. */
export const seated = async (desk: TestDesk): Promise<Record<Who, string>> => ({
  all: desk.seat.member,
  named: await desk.sit('assistant', 'Ravi', board('act', { private: 'named' })),
  unnamed: await desk.sit('assistant', 'Noor', board('act', { private: 'named' })),
  desk: await desk.sit('assistant', 'Tomás', board('act', { private: 'none' })),
  busy: await desk.sit('observer', 'Jonah', board('busy', { private: 'none' })),
  nothing: await desk.sit('observer', 'Marta', board('none', { private: 'all' })),
  agent: await desk.sit('agent', 'Quill', board('act', { private: 'none' })),
})
