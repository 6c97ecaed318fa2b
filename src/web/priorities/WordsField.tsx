import { useState } from 'react'
import field from '../fields/Field.module.css'
import { Field } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import css from './PriorityForm.module.css'

/** Words or phrases, one after the other: Enter or “Add” takes what is typed. */
export function WordsField({
  label,
  hint,
  value,
  onValue,
  maxLength,
}: {
  label: string
  hint: string
  value: readonly string[]
  onValue: (words: readonly string[]) => void
  maxLength: number
}) {
  const [text, setText] = useState('')
  const add = () => {
    const typed = text.trim()
    if (typed !== '' && !value.some((word) => word.toLowerCase() === typed.toLowerCase())) onValue([...value, typed])
    setText('')
  }
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <div className={css.words}>
          {value.map((word) => (
            <span key={word} className={css.word}>
              {word}
              <button
                type="button"
                aria-label={`Remove ${word}`}
                onClick={() => onValue(value.filter((one) => one !== word))}
              >
                ×
              </button>
            </span>
          ))}
          <span className={css.typing}>
            <input
              {...ids}
              type="text"
              className={field.control}
              value={text}
              maxLength={maxLength}
              onChange={(e) => setText(e.target.value)}
              onBlur={add}
              onKeyDown={(e) => {
                if (e.key !== 'Enter' || text.trim() === '') return
                e.preventDefault()
                add()
              }}
            />
            <Button onClick={add}>Add</Button>
          </span>
        </div>
      )}
    </Field>
  )
}
