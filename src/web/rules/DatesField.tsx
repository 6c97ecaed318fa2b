import { useState } from 'react'
import { shortDayWords } from '../dates.ts'
import { DateField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import css from './Rules.module.css'

/** Some dates, each with its weekday. */
export function DatesField({
  label,
  value,
  onValue,
}: {
  label: string
  value: readonly string[]
  onValue: (dates: readonly string[]) => void
}) {
  const [next, setNext] = useState('')
  const add = () => {
    if (next === '') return
    onValue([...new Set([...value, next])].sort())
    setNext('')
  }
  return (
    <div className={css.dates}>
      <DateField label={label} value={next} onValue={setNext} />
      <Button onClick={add}>Add the date</Button>
      <ul>
        {value.map((date) => (
          <li key={date}>
            {shortDayWords(Temporal.PlainDate.from(date))}
            <Button
              look="quiet"
              aria-label={`Remove ${date}`}
              onClick={() => onValue(value.filter((one) => one !== date))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
