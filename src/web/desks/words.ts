import type { SeatView } from '../../desk/briefing/across/model.ts'

/** What somebody is at a desk. */
export const roles: Readonly<Record<SeatView['role'], string>> = {
  executive: 'the executive',
  assistant: 'assistant',
  cover: 'who covers',
  agent: 'an agent',
  observer: 'an observer',
  desk: 'the desk',
}

/** The same, said to them. */
export const asRoles: typeof roles = {
  executive: 'You are the executive',
  assistant: 'You assist',
  cover: 'You cover',
  agent: 'You are an agent',
  observer: 'You observe',
  desk: 'You are the desk',
}

/** "3 need you"; a desk that did not answer says so, because nothing would read as nothing. */
export function waitsWords(waits: number | null | undefined): string {
  if (waits === undefined) return ''
  if (waits === null) return 'does not answer'
  if (waits === 0) return 'nothing needs you'
  return waits === 1 ? '1 needs you' : `${waits} need you`
}
