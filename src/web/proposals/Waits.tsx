import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { CardGroup } from '../parts/Card.tsx'
import { ProposalCard } from './ProposalCard.tsx'

/** On Today: what waits for this person's yes, what runs out first first. */
export function Waits() {
  const { data } = useQuery({ ...ask.proposal.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  const mine = data?.proposals.filter(({ mayDecide }) => mayDecide) ?? []
  if (mine.length === 0) return null
  return (
    <CardGroup title="Waits for your yes" note={mine.length}>
      {mine.map((proposal, n) => (
        <ProposalCard key={proposal.id} proposal={proposal} first={n === 0} />
      ))}
    </CardGroup>
  )
}
