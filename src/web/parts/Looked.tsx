import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../client.ts'
import { useMe } from '../shell/me.ts'
import { Button } from './Button.tsx'
import css from './Looked.module.css'

const [few, many] = [3, 1000]

/** Who was told the words of something private and in which hours, to whoever sees all that is private. */
export function Looked({ item, label }: { item: string; label: 'open' | 'desk' | 'private' }) {
  const { member } = useMe()
  const [all, setAll] = useState(false)
  const { data } = useQuery({
    ...ask.looked.list.queryOptions({ input: { item, limit: all ? many : few } }),
    enabled: label === 'private' && (member.kind === 'executive' || member.board.private === 'all'),
    placeholderData: (before) => before,
    retry: false,
  })
  if (label !== 'private' || !data || data.looked.length === 0) return null
  return (
    <p className={css.looked}>
      Seen by {data.looked.map(({ words }) => words).join('; ')}
      {data.more && '; …'}{' '}
      {data.more && !all && (
        <Button look="quiet" onClick={() => setAll(true)}>
          Everybody who looked
        </Button>
      )}
    </p>
  )
}
