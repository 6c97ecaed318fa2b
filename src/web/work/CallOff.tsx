import { type FormEvent, useId, useState } from 'react'
import type { WorkView } from '../../desk/work/tasks/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Switch, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './Work.module.css'

/** Calling work off: why, and of routine work whether the next turn comes. */
export function CallOff({ work, onClose }: { work: WorkView; onClose: () => void }) {
  const form = useId()
  const [reason, setReason] = useState('')
  const [again, setAgain] = useState(true)
  const cancel = useChange(desk.work.cancel, { said: `Called off ${work.title}`, onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    cancel.mutate({ id: work.id, reason, again })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Call “${work.title}” off`}
      actions={
        <>
          <Button of="work.cancel" type="submit" form={form} look="danger" busy={cancel.isPending}>
            Call it off
          </Button>
          <Button look="quiet" onClick={onClose}>
            Keep it
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit}>
        <TextField label="Why" maxLength={500} value={reason} onValue={setReason} />
        {work.repeat !== null && (
          <Switch label="The next turn comes" hint="Off: it comes no more." value={again} onValue={setAgain} />
        )}
        <Refused error={cancel.error} />
      </form>
    </Dialog>
  )
}
