import { useState } from 'react'
import type { MistakeView } from '../../desk/mistakes/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { nowIn } from '../clock.ts'
import { DateField, NotesField, TextField, TimeField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { Meanwhile } from './Meanwhile.tsx'
import css from './Mistakes.module.css'
import { useMeanwhile } from './meanwhile.ts'

/** Whoever asked says in one tap that this is what they asked and what was done, or puts it right. */
export function Confirm({ mistake }: { mistake: MistakeView }) {
  const [correcting, setCorrecting] = useState(false)
  const confirmed = useChange(desk.mistake.confirm, { said: 'Confirmed' })
  const outside = mistake.confirmOutside
  const yes = () => (outside ? setCorrecting(true) : confirmed.mutate({ id: mistake.id, version: mistake.version }))
  const may = mistake.mayConfirm && mistake.state !== 'closed'
  useVerbs(
    may
      ? [
          {
            id: 'confirm-mistake',
            words: 'Confirm what was asked and done',
            keys: ['f'],
            of: 'mistake.confirm',
            run: yes,
          },
        ]
      : [],
  )
  if (mistake.progress.confirmed)
    return (
      <p>
        <Tag>confirmed</Tag> <span className={css.soft}>{mistake.confirmWords}</span>
      </p>
    )
  return (
    <div className={css.confirm}>
      <p className={css.soft}>{mistake.confirmWords}</p>
      {may && (
        <div className={css.verbs}>
          <Button of="mistake.confirm" look="main" hint="f" busy={confirmed.isPending} onClick={yes}>
            {outside ? 'Record who confirmed it' : 'Yes, that is it'}
          </Button>
          {!outside && (
            <Button of="mistake.confirm" onClick={() => setCorrecting(true)}>
              Not quite…
            </Button>
          )}
        </div>
      )}
      <Refused error={confirmed.error} />
      {correcting && <Correct mistake={mistake} onClose={() => setCorrecting(false)} />}
    </div>
  )
}

const wordsOf = ({ facts }: MistakeView) => ({ asked: facts.asked.words, done: facts.done.words })

function Correct({ mistake, onClose }: { mistake: MistakeView; onClose: () => void }) {
  const me = useMe()
  const now = nowIn(me.desk.zone)
  const [draft, setDraft] = useState({
    ...wordsOf(mistake),
    who: mistake.facts.askedBy.name,
    on: now.toPlainDate().toString(),
    at: now.toPlainTime().toString({ smallestUnit: 'minute' }),
  })
  const put = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }))
  const confirmed = useChange(desk.mistake.confirm, { said: 'Confirmed', onDone: onClose })
  const meanwhile = useMeanwhile(mistake, wordsOf)
  const save = () => {
    const { asked, done, who, on, at } = draft
    const said = Temporal.PlainDateTime.from(`${on}T${at}`).toZonedDateTime(me.desk.zone).toInstant().toString()
    confirmed.mutate(
      {
        id: mistake.id,
        version: meanwhile.version,
        asked,
        done,
        ...(mistake.confirmOutside && { who, saidAt: said }),
      },
      { onError: meanwhile.onError },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={mistake.confirmOutside ? 'Who confirmed it?' : 'What was it, then?'}
      sub="Put the words right where they are not; both sides stand by them from then on."
      actions={
        <>
          <Button of="mistake.confirm" look="main" busy={confirmed.isPending} onClick={save}>
            That is it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <Meanwhile
        theirs={meanwhile.theirs}
        onBring={() => {
          put(meanwhile.bringIn(draft))
          confirmed.reset()
        }}
      />
      <NotesField label="Asked" rows={2} value={draft.asked} onValue={(asked) => put({ asked })} />
      <NotesField label="Done" rows={2} value={draft.done} onValue={(done) => put({ done })} />
      {mistake.confirmOutside && (
        <>
          <TextField label="Who said so" value={draft.who} onValue={(who) => put({ who })} />
          <DateField label="On" value={draft.on} onValue={(on) => put({ on })} />
          <TimeField label="At" zone={me.desk.zone} value={draft.at} onValue={(at) => put({ at })} />
        </>
      )}
      <Refused error={confirmed.error} />
    </Dialog>
  )
}
