import { nameOfWeekday } from '../../plan/names.ts'
import { type Weekday, weekdays } from '../../plan/time.ts'
import { Button } from '../parts/Button.tsx'
import css from './Rules.module.css'

type Spans = readonly (readonly [string, string])[]
export type Hours = Partial<Record<Weekday, Spans>>

/** Working hours, weekday by weekday; a day with no line has none, a day may have two for a long lunch. */
export function HoursField({
  label,
  value,
  onValue,
}: {
  label: string
  value: Hours
  onValue: (hours: Hours) => void
}) {
  const put = (day: Weekday, spans: Spans) => {
    const rest = Object.entries(value).filter(([key]) => key !== day)
    onValue(Object.fromEntries(spans.length === 0 ? rest : [...rest, [day, spans]]))
  }
  return (
    <fieldset className={css.hours}>
      <legend>{label}</legend>
      {weekdays.map((day) => (
        <div key={day} className={css.hoursDay}>
          <span>{nameOfWeekday[day]}</span>
          <DaySpans name={nameOfWeekday[day]} spans={value[day] ?? []} onSpans={(spans) => put(day, spans)} />
        </div>
      ))}
    </fieldset>
  )
}

function DaySpans({ name, spans, onSpans }: { name: string; spans: Spans; onSpans: (spans: Spans) => void }) {
  const change = (index: number, end: 0 | 1, time: string) =>
    onSpans(spans.map((span, at) => (at !== index ? span : end === 0 ? [time, span[1]] : [span[0], time])))
  return (
    <div className={css.spans}>
      {spans.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span of hours has no identity but its place
        <span key={index} className={css.span}>
          <input
            type="time"
            aria-label={`${name}, from`}
            value={span[0]}
            onChange={(e) => change(index, 0, e.target.value)}
          />
          –
          <input
            type="time"
            aria-label={`${name}, to`}
            value={span[1]}
            onChange={(e) => change(index, 1, e.target.value)}
          />
          <Button
            look="quiet"
            aria-label={`${name}: remove ${span[0]} to ${span[1]}`}
            onClick={() => onSpans(spans.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </span>
      ))}
      <Button
        look="quiet"
        aria-label={`${name}: add hours`}
        onClick={() => onSpans([...spans, spans.length === 0 ? ['09:00', '18:00'] : ['14:00', '18:00']])}
      >
        + hours
      </Button>
    </div>
  )
}
