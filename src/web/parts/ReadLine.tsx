import { type ReactNode, type RefObject, useId } from 'react'
import type { Deed } from '../shell/may.ts'
import { Button } from './Button.tsx'
import { useEarlyEnter } from './earlyEnter.ts'
import { KeyHint } from './KeyHint.tsx'
import css from './ReadLine.module.css'

type Props = {
  label: string
  hint?: string | undefined
  placeholder: string
  most?: number
  field?: RefObject<HTMLInputElement | null>
  text: string
  onText: (text: string) => void
  /** Whether `reading` was read from this very text; until then Enter waits. */
  isRead: boolean
  /** Whether what was read can be saved. */
  isReady: boolean
  reading: ReactNode
  of: Deed
  /** The verb of its button. */
  saves: string
  save: () => void
  busy: boolean
  className?: string | undefined
  /** What stands below: a no, and ways on. */
  children?: ReactNode
}

/** One line that the desk reads while it is typed: it shows what it understood, and Enter saves that and nothing else. */
export function ReadLine({ text, onText, isRead, isReady, ...props }: Props) {
  const id = useId()
  const submit = useEarlyEnter(text, isRead, () => isReady && props.save())
  return (
    <form className={props.className} onSubmit={submit}>
      <label htmlFor={id} className={css.label}>
        {props.label} {props.hint && <KeyHint of={props.hint} />}
      </label>
      <div className={css.line}>
        <input
          ref={props.field}
          id={id}
          type="text"
          autoComplete="off"
          maxLength={props.most}
          placeholder={props.placeholder}
          aria-describedby={`${id}-read`}
          value={text}
          onChange={(e) => onText(e.target.value)}
        />
        <Button
          of={props.of}
          type="submit"
          look="main"
          hint="Enter"
          disabled={text.trim() === '' || (isRead && !isReady)}
          busy={props.busy}
        >
          {props.saves}
        </Button>
      </div>
      <div id={`${id}-read`} className={css.read} aria-live="polite">
        {props.reading}
      </div>
      {props.children}
    </form>
  )
}

/** What the desk understood of a line, in its words, or what it asks. */
export const Read = ({ reading }: { reading: { draft: object | null; words: string; assumed: readonly string[] } }) => (
  <>
    <p className={reading.draft ? css.yes : css.no}>{reading.words}</p>
    {reading.assumed.length > 0 && <p className={css.assumed}>{reading.assumed.join(' · ')}</p>}
  </>
)
