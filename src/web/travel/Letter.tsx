import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SegmentView } from '../../desk/travel/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Choice, DateField, NotesField, TextField, TimeField } from '../fields/Field.tsx'
import { mailto } from '../findings/Message.tsx'
import button from '../parts/Button.module.css'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { copyText } from '../shell/copy.ts'
import { useLater } from '../shell/later.ts'
import { openMail } from '../texts/mail.ts'
import { Stop } from '../texts/Stop.tsx'
import { useLeaving } from '../texts/useLeaving.ts'
import css from './Forms.module.css'

type What = 'book' | 'change' | 'cancel' | 'confirm'
const asks: readonly { value: What; words: string }[] = [
  { value: 'book', words: 'To book it' },
  { value: 'change', words: 'To change it' },
  { value: 'confirm', words: 'To confirm it' },
  { value: 'cancel', words: 'To call it off' },
]
/** What is most likely wanted of them next. */
const likeliest = ({ status }: SegmentView): What =>
  status === 'intended' ? 'book' : status === 'booked' || status === 'requested' ? 'confirm' : 'change'

type Times = { readonly fromOn: string; readonly fromTime: string; readonly toOn: string; readonly toTime: string }
const timesOf = ({ from, to }: SegmentView): Times => ({
  fromOn: (from.local ?? '').slice(0, 10),
  fromTime: (from.local ?? '').slice(11, 16),
  toOn: (to.local ?? '').slice(0, 10),
  toTime: (to.local ?? '').slice(11, 16),
})
const local = (on: string, time: string): string | null => (on === '' || time === '' ? null : `${on}T${time}:00`)

/**
 * The letter that asks somebody outside to book, change, confirm or call off a part of a trip. No mail is connected: it goes
 * by the person's own hand, and once they say that it went, the part is amber until the answer comes.
 */
export function Letter({ segment, onClose }: { segment: SegmentView; onClose: () => void }) {
  const [read] = useState(segment.version)
  const [what, setWhat] = useState<What>(() => likeliest(segment))
  const [times, setTimes] = useState(() => timesOf(segment))
  const [words, setWords] = useState('')
  const [whom, setWhom] = useState<string | null>(null)
  const [written, setWritten] = useState<{ subject?: string; body?: string }>({})
  const wanted = wantedOf(segment, what, times, words)
  const asked = useLater(JSON.stringify(wanted), 250)
  const letter = useQuery({
    ...ask.segment.letter.queryOptions({ input: { id: segment.id, ask: what, wanted: JSON.parse(asked) } }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  })
  const subject = written.subject ?? letter.data?.subject ?? ''
  const body = written.body ?? letter.data?.body ?? ''
  const addresses = letter.data?.to ?? []
  const to = whom ?? (addresses.join(', ') || segment.provider || '')
  const text = `${subject}\n\n${body}`
  const leaving = useLeaving({ to: to.trim() || 'somebody outside' })
  const went = useChange(desk.segment.ask, { said: 'Asked. It stays amber until they answer.', onDone: onClose })
  const send = () => went.mutate({ id: segment.id, version: read, to, wanted, message: text })
  const again = (part: () => void) => {
    part()
    setWritten({})
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Ask about ${segment.title}`}
      sub={
        addresses.length > 0
          ? `To ${addresses.join(', ')}`
          : 'Nobody’s address is known; write to them your usual way, and say whom you asked.'
      }
      actions={
        <>
          <Button
            of="segment.ask"
            look="main"
            disabled={to.trim() === '' || body === ''}
            busy={went.isPending || leaving.busy}
            onClick={() => leaving.leave(text, send)}
          >
            I have sent it
          </Button>
          <a
            className={`${button.button} ${button.plain ?? ''}`}
            href={mailto(addresses, subject, body)}
            onClick={(event) => openMail(event, text, leaving)}
          >
            Open in mail
          </a>
          <Button onClick={() => leaving.leave(text, () => copyText(text))}>Copy</Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <div className={css.pair}>
        <Choice label="They are asked" value={what} options={asks} onValue={(next) => again(() => setWhat(next))} />
        <TextField label="Who is asked" value={to} maxLength={300} onValue={setWhom} />
      </div>
      {what === 'change' && <NewTimes times={times} onTimes={(next) => again(() => setTimes(next))} />}
      <TextField
        label="What else is wanted"
        value={words}
        maxLength={500}
        onValue={(next) => again(() => setWords(next))}
      />
      <TextField label="Subject" value={subject} onValue={(next) => setWritten({ ...written, subject: next })} />
      <NotesField label="Message" rows={9} value={body} onValue={(next) => setWritten({ ...written, body: next })} />
      <Stop leaving={leaving} text={text} />
      <Refused error={letter.error ?? went.error} />
    </Dialog>
  )
}

/** Another beginning and end, on the clocks of each end; what stays as it is is not asked for. */
const NewTimes = ({ times, onTimes }: { times: Times; onTimes: (times: Times) => void }) => (
  <>
    <div className={css.pair}>
      <DateField label="It should begin on" value={times.fromOn} onValue={(fromOn) => onTimes({ ...times, fromOn })} />
      <TimeField
        label="at"
        aria-label="It should begin at"
        hint="On the clocks there"
        value={times.fromTime}
        onValue={(fromTime) => onTimes({ ...times, fromTime })}
      />
    </div>
    <div className={css.pair}>
      <DateField label="and end on" value={times.toOn} onValue={(toOn) => onTimes({ ...times, toOn })} />
      <TimeField
        label="at"
        aria-label="and end at"
        hint="On the clocks there"
        value={times.toTime}
        onValue={(toTime) => onTimes({ ...times, toTime })}
      />
    </div>
  </>
)

function wantedOf(segment: SegmentView, what: What, times: Times, words: string) {
  const was = timesOf(segment)
  const starts = local(times.fromOn, times.fromTime)
  const ends = local(times.toOn, times.toTime)
  const moved = what === 'change'
  return {
    starts: moved && starts !== local(was.fromOn, was.fromTime) ? starts : null,
    ends: moved && ends !== local(was.toOn, was.toTime) ? ends : null,
    off: what === 'cancel',
    words,
  }
}
