import { useState } from 'react'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import css from './EventEditor.module.css'

export type Extent = 'this' | 'following' | 'all'

const choices: readonly { readonly value: Extent; readonly words: string; readonly note: string }[] = [
  { value: 'this', words: 'Only this one', note: 'The rest of the series stays as it is.' },
  { value: 'following', words: 'This and the following', note: 'The series is parted here; what came before stays.' },
  { value: 'all', words: 'The whole series', note: 'Past ones too, except those changed by hand.' },
]

/** Asks which occurrences of a series a change is about. */
export function ExtentQuestion({
  verb,
  onAnswer,
  onClose,
}: {
  verb: string | null
  onAnswer: (extent: Extent) => void
  onClose: () => void
}) {
  const [chosen, setChosen] = useState<Extent>('this')
  return (
    <Dialog
      open={verb !== null}
      onClose={onClose}
      title={`${verb ?? 'Change'} which?`}
      sub="This event repeats."
      actions={
        <>
          <Button look="main" onClick={() => onAnswer(chosen)}>
            {verb ?? 'Change'}
          </Button>
          <Button onClick={onClose}>Keep it as it is</Button>
        </>
      }
    >
      <fieldset className={css.extents}>
        <legend className="unseen">Which occurrences</legend>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name="extent"
              checked={chosen === choice.value}
              onChange={() => setChosen(choice.value)}
            />
            <span>
              <b>{choice.words}</b>
              <small>{choice.note}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  )
}
