import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'

/** How many wait for the yes of whoever looks. */
export function useYesCount(): number {
  const { data } = useQuery({ ...ask.proposal.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  return data?.proposals.filter(({ mayDecide }) => mayDecide).length ?? 0
}
