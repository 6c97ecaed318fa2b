import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../client.ts'
import { Card, CardGroup } from '../parts/Card.tsx'
import { seesPriorities } from '../priorities/open.ts'
import { useMe } from '../shell/me.ts'

/** On Today: a one-to-one that goes on, above everything; or one that is due. */
export function DueNow({ running }: { running: boolean }) {
  const { member } = useMe()
  const due = ask.oneToOne.due.queryOptions({ input: {} })
  const { data } = useQuery({ ...due, enabled: seesPriorities(member), refetchInterval: 60_000 })
  const those = (data?.due ?? []).filter((one) => one.running === running)
  if (those.length === 0) return null
  return (
    <CardGroup title="One-to-one" note={<Link to="/one-to-one">15 minutes</Link>}>
      {those.map((one) => (
        <Card
          key={one.assistant}
          tone={one.running ? 'amber' : 'plain'}
          heading={
            <Link to="/one-to-one" search={{ about: one.assistant }}>
              {one.running ? `With ${one.with.name}, now` : `One with ${one.with.name} is due`}
            </Link>
          }
        >
          {one.words}
        </Card>
      ))}
    </CardGroup>
  )
}
