import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import { TokenShown } from './TokenShown.tsx'

/** An agent comes under its own name, answered for by whoever brings it. */
export function AddAgent({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const { member } = useMe()
  const added = useChange(desk.agent.add)
  const form = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    added.mutate({ name })
  }
  if (added.data) return <TokenShown name={name} token={added.data.token} onClose={onClose} />
  return (
    <Dialog
      open
      onClose={onClose}
      title="Let an agent work here"
      sub={`It only proposes until you give it more, never does more than you may, and is always shown as an agent. ${member.name} answers for it.`}
      actions={
        <>
          <Button
            of="agent.add"
            look="main"
            type="submit"
            form={form}
            disabled={name.trim() === ''}
            busy={added.isPending}
          >
            Let it work here
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField label="What it is called" value={name} onValue={setName} />
      </form>
      <Refused error={added.error} />
    </Dialog>
  )
}
