import { type FormEvent, useId, useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Choice, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'

const answers = [
  { value: 'yes', words: 'Yes' },
  { value: 'no', words: 'No' },
] as const

/** What somebody outside answered, who said it, and under which reference. */
export function Answered({ finding, open, onClose }: { finding: FindingView; open: boolean; onClose: () => void }) {
  const form = useId()
  const [answer, setAnswer] = useState<'yes' | 'no'>('yes')
  const [who, setWho] = useState('')
  const [reference, setReference] = useState('')
  const record = useChange(desk.finding.answered, { said: 'Their answer is recorded', onDone: onClose })
  const { askId } = finding
  if (askId === null) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    record.mutate({ askId, answer, who, reference })
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="They answered"
      sub={finding.words}
      actions={
        <>
          <Button of="finding.answered" type="submit" form={form} look="main" busy={record.isPending}>
            Record it
          </Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Choice label="Their answer" value={answer} onValue={setAnswer} options={answers} />
        <TextField label="Who said so" required maxLength={200} value={who} onValue={setWho} />
        <TextField
          label="Reference"
          hint="A booking or confirmation number, if they gave one"
          maxLength={200}
          value={reference}
          onValue={setReference}
        />
      </form>
      <Refused error={record.error} />
    </Dialog>
  )
}
