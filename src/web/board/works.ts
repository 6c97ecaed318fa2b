import { useMe } from '../shell/me.ts'

/** Whether whoever looks works at this desk for good: they bring people and agents, where the board lets them at all. */
export function useWorksHere(): boolean {
  const { kind } = useMe().member
  return kind === 'executive' || kind === 'assistant'
}
