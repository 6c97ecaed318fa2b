import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RefObject, useId, useRef, useState } from 'react'
import { DoesNotFit, isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { useEarlyEnter } from '../parts/earlyEnter.ts'
import { KeyHint } from '../parts/KeyHint.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useLater } from '../shell/later.ts'
import css from '../today/QuickAdd.module.css'
import own from './Commitments.module.css'

type Props = {
  label: string
  hint?: string
  field?: RefObject<HTMLInputElement | null>
  onDone?: () => void
}

/** "Marc owes us the price sheet by Fri": shows what it understood, or asks; Enter saves that and nothing else. */
export function Capture({ label, hint, field, onDone }: Props) {
  const id = useId()
  const mine = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const typed = useLater(text.trim(), 120)
  const understood = useQuery({
    ...ask.commitment.understand.queryOptions({ input: { text: typed } }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  })
  const capture = useChange(desk.commitment.capture, {
    said: (done) => `Noted: ${done.commitment.words}`,
    onDone: () => done(),
  })
  const done = () => {
    setText('')
    capture.reset()
    onDone?.()
  }
  const reading = typed === '' ? null : (understood.data ?? null)
  const isRead = typed === text.trim() && reading !== null && !understood.isPlaceholderData
  const submit = useEarlyEnter(text, isRead, () => {
    if (reading?.draft) capture.mutate({ text: typed })
  })
  return (
    <form className={own.capture} onSubmit={submit}>
      <label htmlFor={id} className={css.label}>
        {label} {hint && <KeyHint of={hint} />}
      </label>
      <div className={css.line}>
        <input
          ref={field ?? mine}
          id={id}
          type="text"
          autoComplete="off"
          maxLength={500}
          placeholder="Marc owes us the price sheet by Fri"
          aria-describedby={`${id}-read`}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
        <Button
          type="submit"
          look="main"
          hint="Enter"
          disabled={text.trim() === '' || (isRead && !reading.draft)}
          busy={capture.isPending}
        >
          Note it
        </Button>
      </div>
      <div id={`${id}-read`} className={css.read} aria-live="polite">
        {reading && (
          <>
            <p className={reading.draft ? css.yes : css.no}>{reading.words}</p>
            {reading.assumed.length > 0 && <p className={css.assumed}>{reading.assumed.join(' · ')}</p>}
          </>
        )}
      </div>
      {isAgainstAgreed(capture.error) && isRead ? (
        <DoesNotFit operation="commitment.capture" input={{ text: typed }} said="Noted" onDone={done} />
      ) : (
        <Refused error={capture.error} />
      )}
    </form>
  )
}
