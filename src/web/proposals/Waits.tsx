import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../client.ts'
import { CardGroup } from '../parts/Card.tsx'
import { ProposalCard } from './ProposalCard.tsx'

/** On Today: what waits for this person's yes and runs out first, whole; and that there is more. */
export function Waits() {
  const { data } = useQuery({ ...ask.proposal.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  const mine = data?.proposals.filter(({ mayDecide }) => mayDecide) ?? []
  const [first] = mine
  if (!first) return null
  const more = mine.length - 1
  return (
    <CardGroup title="Waits for your yes" note={mine.length}>
      <ProposalCard key={first.id} proposal={first} first />
      {more > 0 && (
        <p>
          <Link to="/proposals">{more === 1 ? 'One more waits' : `${more} more wait`}</Link>
        </p>
      )}
    </CardGroup>
  )
}
