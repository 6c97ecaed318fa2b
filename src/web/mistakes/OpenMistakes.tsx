import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../client.ts'
import { Card, CardGroup } from '../parts/Card.tsx'

/** On Today: mistakes that are open. Nobody who may not know of them is told of any. */
export function OpenMistakes() {
  const { data } = useQuery({ ...ask.mistake.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  const open = (data?.mistakes ?? []).filter(({ state }) => state !== 'closed')
  if (open.length === 0) return null
  return (
    <CardGroup title="Mistakes" note={open.length === 1 ? '1 open' : `${open.length} open`}>
      {open.map((mistake) => (
        <Card key={mistake.id} tone={mistake.state === 'reopened' ? 'red' : 'plain'} heading={mistake.title}>
          <Link to="/mistakes" search={{ mistake: mistake.id }}>
            {mistake.words}
          </Link>
        </Card>
      ))}
    </CardGroup>
  )
}
