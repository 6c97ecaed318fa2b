import { minutesWords } from '../dates.ts'
import css from './CalendarGrid.module.css'
import { Whereabouts } from './Whereabouts.tsx'

type Props = {
  readonly on: Temporal.PlainDate
  /** Minutes taken, and how many there are where a rule says so. */
  readonly taken: number
  readonly of: number | null
  readonly zones: readonly string[]
  /** The zone of the desk. */
  readonly home: string
  readonly isToday: boolean
}

const usualDay = 600

/** "Tue 24 · London → Zurich" over a bar of how full the day is. */
export function DayHead({ on, taken, of, zones, home, isToday }: Props) {
  const words = of === null ? `${minutesWords(taken)} taken` : `${minutesWords(taken)} of ${minutesWords(of)} taken`
  const full = of ?? usualDay
  return (
    <div className={css.dayName}>
      <span className={css.day} data-today={isToday || undefined}>
        <span>
          {on.toLocaleString('en-GB', { weekday: 'short' })} {on.day}
        </span>
        <Whereabouts zones={zones} home={home} className={css.way} />
      </span>
      <progress
        className={`${css.load} ${taken > full ? css.over : ''}`}
        value={Math.min(taken, full)}
        max={Math.max(full, 1)}
        aria-label={words}
        title={words}
      />
    </div>
  )
}
