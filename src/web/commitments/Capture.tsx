import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type FormEvent, type RefObject, useId, useRef, useState } from 'react'
import { DoesNotFit, isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { Refused } from '../parts/Refused.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useLater } from '../shell/later.ts'
import { useMay } from '../shell/may.ts'
import css from '../today/QuickAdd.module.css'
import own from './Commitments.module.css'

type Props = {
  label: string
  hint?: string
  field?: RefObject<HTMLInputElement | null>
  onDone?: () => void
}

/** A line that is typed, where whoever looks may note a promise; else who can. */
export const Capture = (props: Props) =>
  useMay('commitment.capture') === 'no' ? <WhoCan of="commitment.capture" what="note a promise" /> : <Line {...props} />

/** "Marc owes us the price sheet by Fri": shows what it understood, or asks; Enter saves that and nothing else. */
function Line({ label, hint, field, onDone }: Props) {
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
  const isFresh = typed === text.trim() && !understood.isPlaceholderData
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isFresh && reading?.draft) capture.mutate({ text: typed })
  }
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
          of="commitment.capture"
          type="submit"
          look="main"
          hint="Enter"
          disabled={!isFresh || !reading?.draft}
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
      {isAgainstAgreed(capture.error) && isFresh ? (
        <DoesNotFit operation="commitment.capture" input={{ text: typed }} said="Noted" onDone={done} />
      ) : (
        <Refused error={capture.error} />
      )}
    </form>
  )
}
