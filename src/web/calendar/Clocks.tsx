import { placeOf } from '../dates.ts'
import css from './CalendarGrid.module.css'

/** The hour in the desk's zone and, beside it, in the other zone of these days. */
export function Clocks(at: { minutes: number; first: Temporal.PlainDate; zone: string; second: string | null }) {
  const time = Temporal.PlainTime.from({ hour: Math.trunc(at.minutes / 60) % 24, minute: at.minutes % 60 })
  const here = at.first.toZonedDateTime({ timeZone: at.zone, plainTime: time })
  const text = (zoned: Temporal.ZonedDateTime) => zoned.toPlainTime().toString({ smallestUnit: 'minute' })
  return (
    <span className={css.clocks}>
      <span>{time.toString({ smallestUnit: 'minute' })}</span>
      {at.second && (
        <span className={css.second} title={placeOf(at.second)}>
          {text(here.withTimeZone(at.second))}
        </span>
      )}
    </span>
  )
}
