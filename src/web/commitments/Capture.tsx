import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type RefObject, useRef, useState } from 'react'
import { DoesNotFit, isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Read, ReadLine } from '../parts/ReadLine.tsx'
import { Refused } from '../parts/Refused.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useLater } from '../shell/later.ts'
import { useMay } from '../shell/may.ts'
import css from './Commitments.module.css'

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
  return (
    <ReadLine
      label={label}
      hint={hint}
      field={field ?? mine}
      most={500}
      placeholder="Marc owes us the price sheet by Fri"
      text={text}
      onText={setText}
      isRead={isRead}
      isReady={isRead && reading.draft !== null}
      reading={reading && <Read reading={reading} />}
      of="commitment.capture"
      saves="Note it"
      save={() => capture.mutate({ text: typed })}
      busy={capture.isPending}
      className={css.capture}
    >
      {isAgainstAgreed(capture.error) && isRead ? (
        <DoesNotFit operation="commitment.capture" input={{ text: typed }} said="Noted" onDone={done} />
      ) : (
        <Refused error={capture.error} />
      )}
    </ReadLine>
  )
}
