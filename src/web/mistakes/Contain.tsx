import { useState } from 'react'
import type { MistakeView } from '../../desk/mistakes/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { Meanwhile } from './Meanwhile.tsx'
import css from './Mistakes.module.css'
import { useMeanwhile } from './meanwhile.ts'

/** What is put right, and what cannot be: in words, beside the findings that show it. */
export function Contain({ mistake }: { mistake: MistakeView }) {
  const [open, setOpen] = useState(false)
  const isOpen = mistake.state !== 'closed'
  const { cannot } = mistake.progress
  useVerbs(
    isOpen
      ? [
          {
            id: 'put-right',
            words: 'Say what is put right',
            keys: ['p'],
            of: 'mistake.contain',
            run: () => setOpen(true),
          },
        ]
      : [],
  )
  return (
    <div className={css.card}>
      <p>
        <b>Put right</b> — {mistake.facts.putRight || '…'}{' '}
        {mistake.contained || mistake.state === 'closed' ? (
          <Tag>contained</Tag>
        ) : (
          <Tag tone="amber">not contained yet</Tag>
        )}
      </p>
      {cannot && (
        <p>
          <b>Cannot be put right</b> — {cannot}
        </p>
      )}
      {isOpen && (
        <div className={css.verbs}>
          <Button of="mistake.contain" hint="p" onClick={() => setOpen(true)}>
            Say what is put right
          </Button>
        </div>
      )}
      {open && <PutRight mistake={mistake} onClose={() => setOpen(false)} />}
    </div>
  )
}

const wordsOf = ({ facts, progress }: MistakeView) => ({ putRight: facts.putRight, cannot: progress.cannot ?? '' })

function PutRight({ mistake, onClose }: { mistake: MistakeView; onClose: () => void }) {
  const [draft, setDraft] = useState(wordsOf(mistake))
  const { putRight, cannot } = draft
  const put = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }))
  const meanwhile = useMeanwhile(mistake, wordsOf)
  const contained = useChange(desk.mistake.contain, { said: 'Noted', onDone: onClose })
  const save = () =>
    contained.mutate(
      { id: mistake.id, version: meanwhile.version, putRight, cannot: cannot.trim() === '' ? null : cannot },
      { onError: meanwhile.onError },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title="What is put right?"
      sub="The findings beside it say whether it really is. What cannot be put right is said too."
      actions={
        <>
          <Button of="mistake.contain" look="main" busy={contained.isPending} onClick={save}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <Meanwhile
        theirs={meanwhile.theirs}
        onBring={() => {
          put(meanwhile.bringIn(draft))
          contained.reset()
        }}
      />
      <NotesField label="Put right" rows={3} value={putRight} onValue={(words) => put({ putRight: words })} />
      <NotesField
        label="What cannot be put right (if any)"
        rows={2}
        value={cannot}
        onValue={(words) => put({ cannot: words })}
      />
      <Refused error={contained.error} />
    </Dialog>
  )
}
