import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { useMe } from '../shell/me.ts'
import type { Decision } from './draft.ts'

/** What waits for an answer: the reader's own first, each by its time. */
export function useOpenDecisions() {
  return useQuery({
    ...ask.decision.list.queryOptions({ input: {} }),
    refetchInterval: 60_000,
    select: ({ decisions }) => ({
      decisions: [...decisions.filter(({ mine }) => mine), ...decisions.filter(({ mine }) => !mine)],
    }),
  })
}

/** How many the page's entry shows: those that are the executive's, or to an assistant all that wait. */
export function useWaitingCount(): number {
  const { member } = useMe()
  const open: readonly Decision[] = useOpenDecisions().data?.decisions ?? []
  return member.kind === 'executive' ? open.filter(({ mine }) => mine).length : open.length
}
