import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, type CallContext, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Stop } from '../texts/Stop.tsx'
import type { Reason } from '../texts/useLeaving.ts'
import css from './PrintSheet.module.css'

type Audience = 'desk' | 'others'

/** What a sheet keeps back because it names something private, and the way to let it go. Nothing where it keeps nothing back. */
export function KeptBack({ on, audience }: { on: string; audience: Audience }) {
  const [shown, setShown] = useState(false)
  const { data, error, refetch } = useQuery(ask.sheet.show.queryOptions({ input: { on, for: audience } }))
  const back = data?.back
  if (!back) return <Refused error={error} retry={refetch} />
  const lines = new Set(back.stops.map(({ from }) => back.text.slice(0, from).split('\n').length)).size
  const release = ({ hash, reason }: Reason, options: { context: CallContext }) =>
    desk.sheet.release({ on, for: audience, hash, reason }, options)
  const stopped = { text: back.text, hash: back.hash, answer: back, go: () => setShown(false) }
  return (
    <div className={css.back}>
      <Button look="quiet" aria-expanded={shown} onClick={() => setShown(!shown)}>
        <span>
          {lines === 1 ? 'One line is' : `${lines} lines are`} kept back that {lines === 1 ? 'names' : 'name'} something
          private
        </span>
        <span aria-hidden="true">{shown ? '▴' : '▾'}</span>
      </Button>
      {shown && <Stop leaving={{ stopped, error: null, clear: () => setShown(false), release }} text={back.text} />}
    </div>
  )
}
