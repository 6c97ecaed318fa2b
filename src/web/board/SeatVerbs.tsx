import { useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import css from './Board.module.css'
import type { BoardRow } from './BoardPage.tsx'
import { LinkShown } from './LinkShown.tsx'
import { useWorksHere } from './works.ts'

type Person = BoardRow['member']

/** What is done with somebody's seat: another link while it is empty, taking them from the desk. */
export function SeatVerbs({ member }: { member: Person }) {
  const [doing, setDoing] = useState<'link' | 'out' | null>(null)
  const me = useMe()
  const close = () => setDoing(null)
  const brings = useWorksHere()
  const removable = member.kind !== 'executive' && member.id !== me.member.id
  if (!brings || (member.signsIn && !removable)) return null
  return (
    <span className={css.verbs}>
      {!member.signsIn && (
        <Button of="member.link" look="quiet" onClick={() => setDoing('link')} aria-label={`Link… for ${member.name}`}>
          Link…
        </Button>
      )}
      {removable && (
        <Button
          of="member.remove"
          look="quiet"
          onClick={() => setDoing('out')}
          aria-label={`Take from the desk… ${member.name}`}
        >
          Take from the desk…
        </Button>
      )}
      {doing === 'link' && <AnotherLink member={member} onClose={close} />}
      {doing === 'out' && <TakeOut member={member} onClose={close} />}
    </span>
  )
}

function AnotherLink({ member, onClose }: { member: Person; onClose: () => void }) {
  const made = useChange(desk.member.link)
  if (made.data) return <LinkShown {...made.data} onClose={onClose} />
  return (
    <Dialog
      open
      onClose={onClose}
      title={`A link for ${member.name}?`}
      sub="It opens their seat once, within a week. One that was made before opens no more."
      final={{ of: 'member.link' }}
      actions={
        <>
          <Button of="member.link" look="main" busy={made.isPending} onClick={() => made.mutate({ member: member.id })}>
            Make a link
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <Refused error={made.error} />
    </Dialog>
  )
}

function TakeOut({ member, onClose }: { member: Person; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const gone = useChange(desk.member.remove, { said: `${member.name} sits here no more`, onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Take ${member.name} from the desk?`}
      sub="At once: they see nothing here any more, their agents stand still, what they asked for is taken back, and secret addresses they made are closed. What they did stays in the journal under their name."
      final={{ of: 'member.remove' }}
      actions={
        <>
          <Button
            of="member.remove"
            look="danger"
            disabled={reason.trim() === ''}
            busy={gone.isPending}
            onClick={() => gone.mutate({ member: member.id, reason })}
          >
            Take them from the desk
          </Button>
          <Button onClick={onClose}>Keep them</Button>
        </>
      }
    >
      <NotesField label="Why" rows={2} value={reason} onValue={setReason} />
      <Refused error={gone.error} />
    </Dialog>
  )
}
