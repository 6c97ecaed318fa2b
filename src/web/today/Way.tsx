import { type FormEvent, useId, useState } from 'react'
import type { Today } from '../../desk/briefing/contract.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMay } from '../shell/may.ts'
import css from './Way.module.css'

type Travel = Extract<Today['rows'][number], { row: 'travel' }>

/** Free time between two things. */
export const Gap = ({ words }: { words: string }) => (
  <li className={css.line}>
    <span />
    <p className={css.gap}>{words}</p>
  </li>
)

/** The way between two places; where nobody has said how long it takes, it asks, and the desk remembers. */
export function Way({ way }: { way: Travel }) {
  const may = useMay('place.minutes')
  return (
    <li className={css.line}>
      <span />
      {way.minutes === null && may !== 'no' ? (
        <HowLong from={way.from} to={way.to} />
      ) : (
        <p className={`${css.gap} ${css.way}`}>{way.words}</p>
      )}
    </li>
  )
}

function HowLong({ from, to }: { from: string; to: string }) {
  const id = useId()
  const [minutes, setMinutes] = useState('')
  const say = useChange(desk.place.minutes, { said: (way) => `${way.from} to ${way.to}: ${way.minutes} min` })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (minutes !== '') say.mutate({ from, to, minutes: Number(minutes) })
  }
  return (
    <form className={`${css.gap} ${css.way} ${css.unknown}`} onSubmit={submit}>
      <label htmlFor={id}>
        How long from <b>{from}</b> to <b>{to}</b>?
      </label>
      <span className={css.answer}>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={0}
          max={10_080}
          required
          value={minutes}
          onChange={(e) => setMinutes(e.target.value)}
        />
        min
        <Button of="place.minutes" type="submit" busy={say.isPending}>
          Remember
        </Button>
      </span>
      <Refused error={say.error} />
    </form>
  )
}
