import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CoverView } from '../../desk/cover/model.ts'
import { ask } from '../client.ts'
import { Card, CardGroup } from '../parts/Card.tsx'
import { useMe } from '../shell/me.ts'

const noteOf = ({ cover, mayRead }: CoverView, me: string): string =>
  !mayRead ? 'Who is away' : cover.id === me ? 'Your handover note' : 'The handover note'

/** On Today: who is away now, and on return that there is something to see. */
export function Back() {
  const { member } = useMe()
  const open = useQuery({ ...ask.cover.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  const past = useQuery(ask.cover.list.queryOptions({ input: { past: 'true' } }))
  const on = (open.data?.covers ?? []).filter(({ state }) => state === 'on')
  const unseen = (past.data?.covers ?? []).filter((one) => !one.seen && one.mayReport && one.cover.id !== member.id)
  if (on.length === 0 && unseen.length === 0) return null
  return (
    <CardGroup title="Cover" note={on.length > 0 ? 'now' : 'over'}>
      {on.map((cover) => (
        <Card key={cover.id} heading={cover.words}>
          <Link to="/cover">{noteOf(cover, member.id)}</Link>
        </Card>
      ))}
      {unseen.map((cover) => (
        <Card key={cover.id} tone="amber" heading={cover.words}>
          <Link to="/cover">See what was done in {cover.away.name}’s name</Link>
        </Card>
      ))}
    </CardGroup>
  )
}
