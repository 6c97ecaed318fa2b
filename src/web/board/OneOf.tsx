import { useId } from 'react'
import css from './Board.module.css'

type Option<T> = { readonly value: T; readonly words: string; readonly means?: string }

/** One of a few, each with what it means. */
export function OneOf<T extends string>({
  label,
  value,
  options,
  onValue,
}: {
  label: string
  value: T
  options: readonly Option<T>[]
  onValue: (value: T) => void
}) {
  const name = useId()
  return (
    <fieldset className={css.choices}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onValue(option.value)} />
          <span>
            <b>{option.words}</b>
            {option.means && <small>{option.means}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Any of a few. */
export const Several = ({
  label,
  value,
  options,
  onValue,
}: {
  label: string
  value: readonly string[]
  options: readonly Option<string>[]
  onValue: (value: readonly string[]) => void
}) => (
  <fieldset className={css.choices}>
    <legend>{label}</legend>
    {options.map((option) => (
      <label key={option.value}>
        <input
          type="checkbox"
          checked={value.includes(option.value)}
          onChange={(e) =>
            onValue(e.target.checked ? [...value, option.value] : value.filter((one) => one !== option.value))
          }
        />
        <span>
          <b>{option.words}</b>
        </span>
      </label>
    ))}
  </fieldset>
)
