import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Asking } from '../../desk/partnership/boundaries/model.ts'
import { useChange } from '../change.ts'
import { ask, changeNamed, refusalOf } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import type { Deed } from '../shell/may.ts'
import css from './DoesNotFit.module.css'

/** Whether the desk said no because of what was agreed with whoever assists. */
export const isAgainstAgreed = (error: unknown): boolean => refusalOf(error)?.path === 'anyway'

type Props = {
  operation: Asking
  input: Record<string, unknown>
  said: string
  onDone: () => void
}
type Way = { readonly operation: string; readonly input: Record<string, unknown> }

const perform = ({ operation, input }: Way, options: { context: { key?: string } }) => {
  const call = changeNamed(operation)
  if (!call) throw new Error(`There is no ${operation}`)
  return call(input, options)
}

/** What was asked and does not fit: why, two other ways of asking, and asking all the same with a reason. */
export function DoesNotFit({ operation, input, said, onDone }: Props) {
  const weighed = useQuery(ask.boundary.weigh.queryOptions({ input: { operation, input } }))
  const [reason, setReason] = useState('')
  const asked = useChange(perform, { said, onDone })
  const { data } = weighed
  if (weighed.error) return <Refused error={weighed.error} retry={weighed.refetch} />
  if (!data || data.fits) return null
  return (
    <section className={css.no} role="alert" aria-label="It does not fit">
      <p className={css.head}>It does not fit what was agreed with {data.who}</p>
      <ul>
        {data.reasons.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <div className={css.ways}>
        {data.ways.map((way) => (
          <Button key={way.words} of={way.operation as Deed} busy={asked.isPending} onClick={() => asked.mutate(way)}>
            {way.words}
          </Button>
        ))}
      </div>
      <div className={css.anyway}>
        <TextField label="Or why it is asked all the same" maxLength={500} value={reason} onValue={setReason} />
        <Button
          of={operation}
          look="danger"
          disabled={reason.trim() === ''}
          busy={asked.isPending}
          onClick={() => asked.mutate({ operation, input: { ...input, anyway: { reason } } })}
        >
          Ask anyway
        </Button>
      </div>
      <Refused error={asked.error} />
    </section>
  )
}
