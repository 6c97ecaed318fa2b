import css from './Field.module.css'
import { Field } from './Field.tsx'

/** A whole number with its unit behind it: every 2 weeks, 3 meetings. */
export const CountField = ({
  label,
  unit,
  value,
  onValue,
  min = 1,
  max = 999,
}: {
  label: string
  unit: string
  value: number
  onValue: (count: number) => void
  min?: number
  max?: number
}) => (
  <Field label={label}>
    {(ids) => (
      <span className={css.unit}>
        <input
          {...ids}
          type="number"
          inputMode="numeric"
          min={min}
          max={max}
          step={1}
          className={css.control}
          value={value}
          onChange={(e) => Number.isFinite(e.target.valueAsNumber) && onValue(Math.trunc(e.target.valueAsNumber))}
        />
        {unit}
      </span>
    )}
  </Field>
)
