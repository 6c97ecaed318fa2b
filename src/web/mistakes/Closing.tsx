import { useState } from 'react'
import type { MistakeView } from '../../desk/mistakes/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { NotesField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from './Mistakes.module.css'

/** Closed with somebody else’s word, or opened again. */
export function Closing({ mistake }: { mistake: MistakeView }) {
  const [asking, setAsking] = useState<'close' | 'open' | null>(null)
  const isClosed = mistake.state === 'closed'
  const start = () => setAsking(isClosed ? 'open' : 'close')
  const of = isClosed ? 'mistake.reopen' : 'mistake.close'
  const may = isClosed || mistake.mayClose
  useVerbs(
    may ? [{ id: 'close-mistake', words: isClosed ? 'Open it again' : 'Close it', keys: ['x'], of, run: start }] : [],
  )
  return (
    <section aria-label="The word" className={css.closing}>
      {mistake.progress.closed?.learnt && (
        <p>
          <b>Learnt</b> — {mistake.progress.closed.learnt}
        </p>
      )}
      {mistake.progress.closed?.without && (
        <p>
          <b>Closed without a step</b> — {mistake.progress.closed.without}
        </p>
      )}
      {mistake.closeWords && <p className={css.soft}>{mistake.closeWords}.</p>}
      {may && (
        <Button of={of} look={isClosed ? 'quiet' : 'main'} hint="x" onClick={start}>
          {isClosed ? 'Open it again…' : 'Close it…'}
        </Button>
      )}
      {asking === 'close' && <Close mistake={mistake} onClose={() => setAsking(null)} />}
      {asking === 'open' && <Reopen mistake={mistake} onClose={() => setAsking(null)} />}
    </section>
  )
}

function Close({ mistake, onClose }: { mistake: MistakeView; onClose: () => void }) {
  const me = useMe()
  const [learnt, setLearnt] = useState('')
  const [without, setWithout] = useState('')
  const [who, setWho] = useState(me.desk.executive)
  const closed = useChange(desk.mistake.close, { said: 'Closed', onDone: onClose })
  const bare = mistake.needs.includes('step')
  return (
    <Dialog
      open
      onClose={onClose}
      title="Close it?"
      sub="It is opened again by itself if it happens again."
      actions={
        <>
          <Button
            of="mistake.close"
            look="main"
            busy={closed.isPending}
            onClick={() =>
              closed.mutate({
                id: mistake.id,
                learnt,
                without: bare ? without : null,
                ...(mistake.wordOutside && { who }),
              })
            }
          >
            Close it
          </Button>
          <Button onClick={onClose}>Not yet</Button>
        </>
      }
    >
      <NotesField label="What it taught (if anything)" rows={2} value={learnt} onValue={setLearnt} />
      {bare && <NotesField label="Why there is no live step" rows={2} value={without} onValue={setWithout} />}
      {mistake.wordOutside && <TextField label="Who gave their word" value={who} onValue={setWho} />}
      <Refused error={closed.error} />
    </Dialog>
  )
}

function Reopen({ mistake, onClose }: { mistake: MistakeView; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const opened = useChange(desk.mistake.reopen, { said: 'Open again', onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title="Open it again?"
      actions={
        <>
          <Button
            of="mistake.reopen"
            look="main"
            disabled={reason.trim() === ''}
            busy={opened.isPending}
            onClick={() => opened.mutate({ id: mistake.id, reason })}
          >
            Open it again
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <NotesField label="Why" rows={2} value={reason} onValue={setReason} />
      <Refused error={opened.error} />
    </Dialog>
  )
}
