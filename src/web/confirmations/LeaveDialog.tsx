import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'

/** A confirmation that goes into no trip: with the reason, so that nobody wonders. */
export function LeaveDialog({ id, open, onClose }: { id: string; open: boolean; onClose: () => void }) {
  const form = useId()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const leave = useChange(desk.confirmation.leave, {
    said: 'Put aside',
    onDone: () => void navigate({ to: '/travel', search: {} }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    leave.mutate({ id, reason })
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Put it aside"
      actions={
        <>
          <Button of="confirmation.leave" type="submit" form={form} look="main" busy={leave.isPending}>
            Put aside
          </Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label="Why"
          hint="“An advertisement”, “for somebody else”"
          required
          maxLength={300}
          value={reason}
          onValue={setReason}
        />
      </form>
      <Refused error={leave.error} />
    </Dialog>
  )
}
