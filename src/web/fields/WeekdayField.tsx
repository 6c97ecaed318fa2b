import { type Weekday, weekdays } from '../../plan/time.ts'
import css from './Field.module.css'

const names: Record<Weekday, readonly [string, string]> = {
  MO: ['Mon', 'Monday'],
  TU: ['Tue', 'Tuesday'],
  WE: ['Wed', 'Wednesday'],
  TH: ['Thu', 'Thursday'],
  FR: ['Fri', 'Friday'],
  SA: ['Sat', 'Saturday'],
  SU: ['Sun', 'Sunday'],
}

/** Some days of the week, Monday first. */
export const WeekdayField = ({
  label,
  value,
  onValue,
}: {
  label: string
  value: readonly Weekday[]
  onValue: (days: readonly Weekday[]) => void
}) => (
  <fieldset className={css.field}>
    <legend className={css.legend}>{label}</legend>
    <div className={css.days}>
      {weekdays.map((day) => (
        <label key={day}>
          <input
            type="checkbox"
            aria-label={names[day][1]}
            checked={value.includes(day)}
            onChange={(e) => onValue(weekdays.filter((one) => (one === day ? e.target.checked : value.includes(one))))}
          />
          <span aria-hidden="true">{names[day][0]}</span>
        </label>
      ))}
    </div>
  </fieldset>
)
