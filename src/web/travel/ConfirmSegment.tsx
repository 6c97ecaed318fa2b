import { type FormEvent, useId, useState } from 'react'
import type { SegmentView } from '../../desk/travel/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'

/** A person's word that it is confirmed: who said so, and under which reference. */
export function ConfirmSegment({ segment, onClose }: { segment: SegmentView; onClose: () => void }) {
  const form = useId()
  const [read] = useState(segment.version)
  const [who, setWho] = useState('')
  const [reference, setReference] = useState(segment.confirmation ?? '')
  const confirmed = useChange(desk.segment.confirm, { said: `Confirmed: ${segment.title}`, onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirmed.mutate({ id: segment.id, version: read, who, reference })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="They confirmed it"
      sub={segment.waiting ? `What was asked: ${segment.waiting.words}` : segment.title}
      actions={
        <>
          <Button of="segment.confirm" type="submit" form={form} look="main" busy={confirmed.isPending}>
            Record it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label="Who said so"
          hint="“Jo, Alder Cars, by phone”"
          required
          maxLength={200}
          value={who}
          onValue={setWho}
        />
        <TextField
          label="Reference"
          hint="The number they gave, if they gave one"
          maxLength={200}
          value={reference}
          onValue={setReference}
        />
      </form>
      <Refused error={confirmed.error} />
    </Dialog>
  )
}
