import { Button } from '../parts/Button.tsx'
import { Looked } from '../parts/Looked.tsx'
import type { Numbered, Numbers } from './numbers.ts'
import css from './Traveller.module.css'

type Props = {
  one: Numbered
  /** Under which id it is sealed; null where none is on file. */
  number: string | null
  gone: boolean
  /** What it is the number of: "Passport, Switzerland". */
  what: string
  numbers: Numbers
  /** The key of the page shows or hides this one. */
  chosen: boolean
}

/** A number: hidden until somebody asks for it, and then with who looked. */
export function SealedNumber({ one, number, gone, what, numbers, chosen }: Props) {
  if (number === null)
    return (
      <p className={css.note}>{gone ? 'Its number was forgotten: enter it again.' : 'Its number is not on file.'}</p>
    )
  const shown = numbers.shown?.id === one.id ? numbers.shown.number : null
  return (
    <>
      <div className={css.number}>
        {shown !== null && <output aria-label={`Number of ${what}`}>{shown}</output>}
        <Button {...(chosen && { hint: 'x' })} onClick={() => (shown === null ? numbers.show(one) : numbers.hide())}>
          {shown === null ? 'Show the number' : 'Hide the number'}
          <span className="unseen"> of {what}</span>
        </Button>
      </div>
      <Looked item={number} label="private" />
    </>
  )
}
