import { Fragment } from 'react'
import { minutesWords, placeOf } from '../dates.ts'
import { Arrow } from '../parts/Arrow.tsx'
import css from './CalendarGrid.module.css'

type Props = {
  readonly on: Temporal.PlainDate
  /** Minutes taken, and how many there are where a rule says so. */
  readonly taken: number
  readonly of: number | null
  readonly zones: readonly string[]
  /** The zone of the desk: a day spent there alone says nothing of it. */
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
        {zones.some((zone) => zone !== home) && (
          <span className={css.way}>
            {' · '}
            {zones.map((zone, n) => (
              <Fragment key={zone}>
                {n > 0 && (
                  <>
                    {' '}
                    <Arrow to="right" />{' '}
                  </>
                )}
                {placeOf(zone)}
              </Fragment>
            ))}
          </span>
        )}
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
