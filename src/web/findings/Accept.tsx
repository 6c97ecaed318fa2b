import { type FormEvent, useId, useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { DateField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'

/** Living with a finding: why, and until when. It comes back by itself when it gets worse. */
export function Accept({ finding, open, onClose }: { finding: FindingView; open: boolean; onClose: () => void }) {
  const form = useId()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const accept = useChange(desk.finding.accept, { said: `Lived with: ${finding.title}`, onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    accept.mutate({ fingerprint: finding.fingerprint, reason, until: until === '' ? null : until })
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Live with it"
      sub={finding.words}
      actions={
        <>
          <Button of="finding.accept" type="submit" form={form} look="main" busy={accept.isPending}>
            Live with it
          </Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label="Why it is all right"
          hint="The journal keeps it, and the rule counts as overridden."
          required
          maxLength={500}
          value={reason}
          onValue={setReason}
        />
        <DateField label="Until" hint="Left empty: until it gets worse." value={until} onValue={setUntil} />
      </form>
      <Refused error={accept.error} />
    </Dialog>
  )
}
