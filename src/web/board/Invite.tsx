import { type FormEvent, useId, useState } from 'react'
import type { InvitedKind } from '../../desk/authority/seats/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Choice, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import { LinkShown } from './LinkShown.tsx'

const kinds: readonly { readonly value: InvitedKind; readonly words: string }[] = [
  { value: 'assistant', words: 'Assistant: works here every day' },
  { value: 'cover', words: 'Cover: only on the days somebody is away' },
  { value: 'observer', words: 'Observer: sees the calendar, changes nothing' },
]

/** A seat and the link that opens it, once. */
export function Invite({ onClose }: { onClose: () => void }) {
  const [guest, setGuest] = useState<{ name: string; kind: InvitedKind }>({ name: '', kind: 'assistant' })
  const { desk: here, member } = useMe()
  const form = useId()
  const invited = useChange(desk.member.invite)
  if (invited.data) return <LinkShown {...invited.data} onClose={onClose} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invited.mutate(guest)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Invite somebody"
      sub={
        member.kind === 'executive'
          ? `They sit at ${here.name} under their own name, with the usual board of their kind.`
          : `They sit at ${here.name} under their own name, and may do no more than you. Money, partnership and private things ${here.executive} gives them.`
      }
      actions={
        <>
          <Button
            of="member.invite"
            look="main"
            type="submit"
            form={form}
            disabled={guest.name.trim() === ''}
            busy={invited.isPending}
          >
            Make a link
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField label="Their name" value={guest.name} onValue={(name) => setGuest((was) => ({ ...was, name }))} />
        <Choice
          label="What they are here"
          value={guest.kind}
          options={kinds}
          onValue={(kind) => setGuest((was) => ({ ...was, kind }))}
        />
      </form>
      <Refused error={invited.error} />
    </Dialog>
  )
}
