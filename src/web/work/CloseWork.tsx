import { type FormEvent, useId, useState } from 'react'
import type { WorkView } from '../../desk/work/tasks/model.ts'
import { useChange } from '../change.ts'
import { desk, refusalOf } from '../client.ts'
import { NotesField, Switch, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { dueText } from './dueText.ts'
import css from './Work.module.css'

const doneWords = (answer: {
  work: { title: string }
  closed: readonly unknown[]
  next: { dueOn: string | null } | null
}) => {
  const { work, closed, next } = answer
  const more = closed.length === 0 ? '' : `, and ${closed.length} that hung on it`
  return `Closed ${work.title}${more}${next?.dueOn ? `; it comes again ${next.dueOn}` : ''}`
}

/** Closing asks for what is missing and no more: each check that is not met, and why it is late. */
export function CloseWork({ work, onClose, onDone }: { work: WorkView; onClose: () => void; onDone: () => void }) {
  const form = useId()
  const unmet = work.checks.filter(({ by }) => by === null)
  const [ticks, setTicks] = useState<readonly string[]>([])
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const [late, setLate] = useState('')
  const [note, setNote] = useState('')
  const close = useChange(desk.work.close, { said: doneWords, onDone })
  const path = refusalOf(close.error)?.path ?? ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = unmet.filter(({ id }) => !ticks.includes(id) && (reasons[id] ?? '').trim() !== '')
    const given = Object.fromEntries(said.map(({ id }) => [id, reasons[id] ?? '']))
    close.mutate({ id: work.id, ticks: [...ticks], reasons: given, late, note })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Close “${work.title}”`}
      sub={work.late ? `It was due ${dueText(work)}.` : undefined}
      actions={
        <>
          <Button of="work.close" type="submit" form={form} look="main" busy={close.isPending}>
            It is done
          </Button>
          <Button look="quiet" onClick={onClose}>
            Not yet
          </Button>
        </>
      }
    >
      <form id={form} className={css.form} noValidate onSubmit={submit}>
        {unmet.map(({ id, words }) => (
          <div key={id} className={css.form}>
            <Switch
              label={words}
              value={ticks.includes(id)}
              onValue={(on) => setTicks(on ? [...ticks, id] : ticks.filter((one) => one !== id))}
            />
            {!ticks.includes(id) && (
              <TextField
                label={`Why without “${words}”`}
                wrong={path === `reasons.${id}` ? 'Tick it, or say why it is closed without' : undefined}
                maxLength={500}
                value={reasons[id] ?? ''}
                onValue={(reason) => setReasons({ ...reasons, [id]: reason })}
              />
            )}
          </div>
        ))}
        {work.late && (
          <TextField
            label="Why it is late"
            hint="The record keeps it beside the date."
            wrong={path === 'late' ? 'Say why it is late' : undefined}
            maxLength={500}
            value={late}
            onValue={setLate}
          />
        )}
        <NotesField label="A note" rows={2} value={note} onValue={setNote} />
        <Refused error={close.error} />
      </form>
    </Dialog>
  )
}
