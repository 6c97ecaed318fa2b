import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { momentWords } from '../dates.ts'
import { useMe } from '../shell/me.ts'

const shown = 6

/** Who looked at something private, to whoever sees everything. */
export function Looked({ eventId }: { eventId: string }) {
  const { member } = useMe()
  const { data } = useQuery({
    ...ask.event.looked.queryOptions({ input: { eventId } }),
    enabled: member.kind === 'executive' || member.board.private === 'all',
  })
  if (!data || data.looked.length === 0) return null
  return (
    <>
      <dt>Who looked</dt>
      <dd>
        {data.looked.slice(0, shown).map((one) => (
          <span key={`${one.name}${one.hour}`}>
            {one.name}
            {one.kind === 'agent' && ' (agent)'}, in the hour from {momentWords(one.hour)}
            <br />
          </span>
        ))}
      </dd>
    </>
  )
}
