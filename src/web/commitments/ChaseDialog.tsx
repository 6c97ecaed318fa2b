import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { checkLetter } from '../../desk/work/commitments/letter/model.ts'
import type { CommitmentView, Letter } from '../../desk/work/commitments/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { NotesField, TextField } from '../fields/Field.tsx'
import button from '../parts/Button.module.css'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { copyText } from '../shell/copy.ts'
import { useMe } from '../shell/me.ts'
import { openMail } from '../texts/mail.ts'
import { Stop } from '../texts/Stop.tsx'
import { useLeaving } from '../texts/useLeaving.ts'
import css from './Commitments.module.css'

/** The letter that asks after a promise, read again at every keystroke; "It went" records it and sets the next day to ask. */
export function ChaseDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, refetch } = useQuery(ask.commitment.show.queryOptions({ input: { id } }))
  if (data?.letter) return <Writing one={data.commitment} letter={data.letter} onClose={onClose} />
  return (
    <Dialog open onClose={onClose} title="Ask after it">
      {error ? <Refused error={error} retry={refetch} /> : data ? <p>It is settled.</p> : <Waiting />}
    </Dialog>
  )
}

function Writing({ one, letter, onClose }: { one: CommitmentView; letter: Letter; onClose: () => void }) {
  const { desk: at } = useMe()
  const [subject, setSubject] = useState(letter.subject)
  const [body, setBody] = useState(letter.body)
  const wrong = useMemo(() => checkLetter(body, one, at.executive), [body, one, at.executive])
  const went = useChange(desk.commitment.chase, {
    said: (done) => done.commitment.chaseWords.replace(/^a/, 'A'),
    onDone: onClose,
  })
  const whole = `${subject}\n\n${body}`
  const leaving = useLeaving({
    to: letter.to.join(', ') || (one.side === 'ours' ? one.to : one.by).name,
    commitment: one.id,
  })
  const itWent = () => leaving.leave(whole, () => went.mutate({ id: one.id, text: whole }))
  const mail = `mailto:${letter.to.map(encodeURIComponent).join(',')}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
  return (
    <Dialog
      open
      onClose={onClose}
      title={one.side === 'theirs' ? 'Ask after it' : 'Write to them'}
      sub={
        letter.to.length > 0
          ? `${one.words}. To ${letter.to.join(', ')}`
          : `${one.words}. No address is known; write to them your usual way.`
      }
      actions={
        <>
          <Button of="commitment.chase" look="main" busy={went.isPending || leaving.busy} onClick={itWent}>
            It went
          </Button>
          <Button busy={leaving.busy} onClick={() => leaving.leave(whole, () => copyText(whole))}>
            {wrong.length === 0 ? 'Copy the text' : 'Copy it as it is'}
          </Button>
          <a
            className={`${button.button} ${button.plain ?? ''}`}
            href={mail}
            onClick={(event) => openMail(event, whole, leaving)}
          >
            Open in mail
          </a>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <TextField label="Subject" value={subject} onValue={setSubject} />
        <NotesField label="Message" rows={9} value={body} onValue={setBody} />
      </div>
      <Stop leaving={leaving} text={whole} />
      {wrong.length === 0 ? (
        <p className={css.checked} role="status">
          Weekdays match their dates, the zones are there, names are spelt their way.
        </p>
      ) : (
        <ul className={css.wrong} role="alert">
          {wrong.map(({ words }) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <Refused error={went.error} />
    </Dialog>
  )
}
