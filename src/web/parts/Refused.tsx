import { refusalOf, statusOfError } from '../client.ts'
import { wholeWords } from '../refusal.ts'
import { Button } from './Button.tsx'
import css from './Refused.module.css'

/** What a failed call means to a person: the desk's own words where it refused, else what is known and no more. */
export function wordsOf(error: unknown): string {
  const no = refusalOf(error)
  if (no) return wholeWords(no)
  const status = statusOfError(error)
  if (status === null) return 'The desk did not answer. It may not be running, or the line is down.'
  return status >= 500
    ? 'Something went wrong at the desk. It has been noted in its log.'
    : 'The desk could not take that.'
}

/** A no, where the person is looking. Announced when it appears. */
export const Refused = ({ error, retry }: { error: unknown; retry?: () => void }) =>
  error === null || error === undefined ? null : (
    <div className={css.refused} role="alert">
      <p>{wordsOf(error)}</p>
      {retry && !refusalOf(error) && <Button onClick={retry}>Try again</Button>}
    </div>
  )
