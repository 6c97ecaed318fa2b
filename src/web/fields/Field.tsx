import { type ComponentProps, type ReactNode, useId } from 'react'
import css from './Field.module.css'

type Frame = {
  label: string
  /** A quiet line under the field. */
  hint?: ReactNode
  /** What is wrong with it, in words; also turns its edge red. */
  wrong?: string | undefined
}

/** Label, control, hint and what is wrong, tied together for readers. `children` gets the ids to put on the control. */
export function Field({
  label,
  hint,
  wrong,
  children,
}: Frame & {
  children: (ids: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }) => ReactNode
}) {
  const id = useId()
  const noted = hint || wrong ? `${id}-note` : undefined
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': noted, 'aria-invalid': wrong ? true : undefined })}
      {noted && (
        <p id={noted} className={wrong ? css.wrong : css.hint}>
          {wrong ?? hint}
        </p>
      )}
    </div>
  )
}

type Input = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id'> &
  Frame & { value: string; onValue: (value: string) => void }

/** Words a person writes: a name, a title, a reason. Times, days, zones and people have fields of their own. */
export const TextField = ({ label, hint, wrong, value, onValue, ...rest }: Input) => (
  <Field label={label} hint={hint} wrong={wrong}>
    {(ids) => (
      <input
        type="text"
        {...rest}
        {...ids}
        className={css.control}
        value={value}
        onChange={(e) => onValue(e.target.value)}
      />
    )}
  </Field>
)

/** Several lines of words. */
export const NotesField = ({
  label,
  hint,
  wrong,
  value,
  onValue,
  rows = 4,
}: Frame & { value: string; onValue: (value: string) => void; rows?: number }) => (
  <Field label={label} hint={hint} wrong={wrong}>
    {(ids) => (
      <textarea {...ids} rows={rows} className={css.control} value={value} onChange={(e) => onValue(e.target.value)} />
    )}
  </Field>
)

/** A date (`2026-11-24`), through the browser's own calendar; '' while there is none. */
export const DateField = (field: Omit<Input, 'type'>) => <TextField {...field} type="date" />

/** A clock time (`08:30`) on the wall of `zone`, which is always shown beside it. */
export const TimeField = ({ zone, ...field }: Omit<Input, 'type'> & { zone?: string }) => (
  <TextField {...field} type="time" {...(zone && { hint: zone.replaceAll('_', ' ') })} />
)

/** Whole minutes. */
export const MinutesField = ({
  label,
  hint,
  wrong,
  value,
  onValue,
  min = 0,
  max = 10_080,
}: Frame & { value: number | null; onValue: (minutes: number | null) => void; min?: number; max?: number }) => (
  <Field label={label} hint={hint} wrong={wrong}>
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
          value={value ?? ''}
          onChange={(e) => onValue(e.target.value === '' ? null : Math.trunc(e.target.valueAsNumber))}
        />
        min
      </span>
    )}
  </Field>
)

/** One of a few. */
export const Choice = <T extends string>({
  label,
  hint,
  wrong,
  value,
  onValue,
  options,
}: Frame & {
  value: T
  onValue: (value: T) => void
  options: readonly { readonly value: T; readonly words: string }[]
}) => (
  <Field label={label} hint={hint} wrong={wrong}>
    {(ids) => (
      <select
        {...ids}
        className={css.control}
        value={value}
        onChange={(e) => {
          const chosen = options.find((option) => option.value === e.target.value)
          if (chosen) onValue(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    )}
  </Field>
)

/** On or off, at once. */
export function Switch({ label, hint, value, onValue }: Frame & { value: boolean; onValue: (on: boolean) => void }) {
  const id = useId()
  return (
    <div className={css.switch}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={value}
        aria-checked={value}
        aria-describedby={hint ? `${id}-note` : undefined}
        onChange={(e) => onValue(e.target.checked)}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-note`} className={css.hint}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
