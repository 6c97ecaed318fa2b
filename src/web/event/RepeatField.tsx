import { CountField } from '../fields/CountField.tsx'
import { Choice, DateField, Switch } from '../fields/Field.tsx'
import { WeekdayField } from '../fields/WeekdayField.tsx'
import css from './EventEditor.module.css'
import { type Repeat, weekdayOn } from './repeat.ts'

const units = { day: 'days', week: 'weeks', month: 'months', year: 'years' }

/** How an event repeats. A rule richer than the form is shown in words and kept until another is chosen. */
export function RepeatField({
  value,
  words,
  start,
  onValue,
}: {
  value: Repeat
  words: string | null
  start: Temporal.PlainDate
  onValue: (repeat: Repeat) => void
}) {
  const options = [
    { value: 'never' as const, words: 'Once' },
    { value: 'day' as const, words: 'By days' },
    { value: 'week' as const, words: 'By weeks' },
    { value: 'month' as const, words: 'By months' },
    { value: 'year' as const, words: 'By years' },
    ...(value.every === 'other' ? [{ value: 'other' as const, words: words ?? 'As it was written' }] : []),
  ]
  const unit = value.every === 'never' || value.every === 'other' ? null : units[value.every]
  return (
    <div className={css.repeat}>
      <Choice
        label="Repeats"
        value={value.every}
        options={options}
        onValue={(every) =>
          onValue({
            ...value,
            every,
            days: every === 'week' && value.days.length === 0 ? [weekdayOn(start)] : value.days,
          })
        }
      />
      {unit !== null && (
        <CountField
          label="Every"
          unit={unit}
          value={value.interval}
          onValue={(interval) => onValue({ ...value, interval })}
        />
      )}
      {value.every === 'week' && (
        <WeekdayField label="On" value={value.days} onValue={(days) => onValue({ ...value, days })} />
      )}
      {value.every === 'month' && (
        <Choice
          label="On the same"
          value={value.by}
          options={[
            { value: 'date', words: `date, the ${start.day}.` },
            { value: 'weekday', words: `weekday, a ${start.toLocaleString('en-GB', { weekday: 'long' })}` },
          ]}
          onValue={(by) => onValue({ ...value, by })}
        />
      )}
      {unit !== null && (
        <>
          <Switch
            label="Ends on a day"
            value={value.until !== null}
            onValue={(ends) => onValue({ ...value, until: ends ? start.add({ months: 3 }).toString() : null })}
          />
          {value.until !== null && (
            <DateField
              label="Last day"
              value={value.until}
              min={start.toString()}
              onValue={(until) => onValue({ ...value, until: until || null })}
            />
          )}
        </>
      )}
    </div>
  )
}
