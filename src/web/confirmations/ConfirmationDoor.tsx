import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useId, useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Field } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Progress } from '../parts/Waiting.tsx'
import { tell } from '../shell/toasts.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './Confirmations.module.css'
import { onConfirmation, openConfirmation } from './open.ts'

type Stage = { readonly file: File | null; readonly tripId: string | null }

const accepted =
  '.eml,.html,.htm,.pdf,.txt,.ics,.pkpass,message/rfc822,text/html,application/pdf,text/plain,text/calendar'

/** The way a booking confirmation comes in: let go anywhere, chosen, or pasted. */
export function ConfirmationDoor() {
  const [stage, setStage] = useState<Stage | null>(null)
  useEffect(() => onConfirmation(setStage), [])
  useVerbs([
    {
      id: 'drop-confirmation',
      words: 'Drop in a booking confirmation',
      group: 'Desk',
      of: 'confirmation.drop',
      run: () => openConfirmation(),
    },
  ])
  return (
    <Dialog
      open={stage !== null}
      onClose={() => setStage(null)}
      title="Drop in a confirmation"
      sub="A saved mail, a page, a PDF, a calendar file, a wallet pass, or its text. Nothing changes before you have looked at it."
    >
      {stage && <Form {...stage} onShut={() => setStage(null)} />}
    </Dialog>
  )
}

function Form({ file: given, tripId, onShut }: Stage & { onShut: () => void }) {
  const id = useId()
  const navigate = useNavigate()
  const [file, setFile] = useState(given)
  const [text, setText] = useState('')
  const drop = useChange(desk.confirmation.drop, {
    onDone: ({ confirmation, known }) => {
      if (known) tell('The desk has this one already')
      onShut()
      void navigate({ to: '/travel/confirmations/$id', params: { id: confirmation.id }, search: {} })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    drop.mutate(file ? { file, fileName: file.name, tripId } : { text, tripId })
  }
  if (drop.isPending) return <Progress words={file ? `Reading ${file.name}…` : 'Reading it…'} done={null} />
  return (
    <form onSubmit={submit}>
      <div className={css.file}>
        {file ? (
          <p>
            <b>{file.name}</b>
          </p>
        ) : (
          <>
            <label htmlFor={id}>File</label>
            <input id={id} type="file" accept={accepted} onChange={(e) => setFile(e.target.files?.[0] ?? null)} />
          </>
        )}
      </div>
      {!file && (
        <Field label="Or its text" hint="Copied from the mail, in whatever language it is.">
          {(ids) => (
            <textarea {...ids} rows={8} className={css.paste} value={text} onChange={(e) => setText(e.target.value)} />
          )}
        </Field>
      )}
      <Refused error={drop.error} />
      <div className={css.actions}>
        <Button
          key={file?.name ?? ''}
          autoFocus={file !== null}
          of="confirmation.drop"
          type="submit"
          look="main"
          disabled={file === null && text.trim() === ''}
        >
          Read it
        </Button>
        {file && <Button onClick={() => setFile(null)}>Another file</Button>}
        <Button look="quiet" onClick={onShut}>
          Not now
        </Button>
      </div>
    </form>
  )
}
