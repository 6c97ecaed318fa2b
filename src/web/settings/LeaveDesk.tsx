import { useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { goToDesk } from '../desk.ts'
import { useDesks } from '../desks/desks.ts'
import { NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import { signOut } from '../signin/account.ts'

/** One goes for good; whoever stays invites one again. */
export function LeaveDesk({ onClose }: { onClose: () => void }) {
  const [reason, setReason] = useState('')
  const { name, id } = useMe().desk
  const next = useDesks().find(({ desk: other }) => other !== id)
  const goOn = () => (next ? goToDesk(next.desk) : signOut())
  const gone = useChange(desk.member.leave, { onDone: () => void goOn() })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Leave ${name}?`}
      sub="At once: you see nothing here any more. What you did stays in the journal under your name."
      final={{ of: 'member.leave' }}
      actions={
        <>
          <Button look="danger" busy={gone.isPending} onClick={() => gone.mutate({ reason })}>
            Leave
          </Button>
          <Button onClick={onClose}>Stay</Button>
        </>
      }
    >
      <NotesField label="Why, if it helps" rows={2} value={reason} onValue={setReason} />
      <Refused error={gone.error} />
    </Dialog>
  )
}
