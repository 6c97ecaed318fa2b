import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Choice, Switch, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'

export type CalendarView = Awaited<ReturnType<typeof desk.calendar.list>>['calendars'][number]
type Draft = Pick<CalendarView, 'name' | 'owner' | 'countsAsBusy' | 'readOnly' | 'label'>

const owners = [
  { value: 'executive', words: 'The executive’s' },
  { value: 'assistant', words: 'The assistant’s' },
] as const
const labels = [
  { value: 'open', words: 'Anyone at the desk’s doors' },
  { value: 'desk', words: 'The desk' },
  { value: 'private', words: 'Only the executive and named people' },
] as const
const empty: Draft = { name: '', owner: 'executive', countsAsBusy: true, readOnly: false, label: 'desk' }

/** A new calendar, or what an old one is called and counts for. */
export function CalendarForm({ calendar, onClose }: { calendar: CalendarView | null; onClose: () => void }) {
  const form = useId()
  const [draft, setDraft] = useState<Draft>(calendar ?? empty)
  const done = { said: `${draft.name}: saved`, onDone: onClose }
  const add = useChange(desk.calendar.add, done)
  const change = useChange(desk.calendar.change, done)
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { name, owner, countsAsBusy, readOnly, label } = draft
    const said = { name, owner, countsAsBusy, readOnly, label }
    if (calendar) change.mutate({ id: calendar.id, ...said })
    else add.mutate(said)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={calendar ? `Change ${calendar.name}` : 'A new calendar'}
      actions={
        <>
          <Button
            of={calendar ? 'calendar.change' : 'calendar.add'}
            type="submit"
            form={form}
            look="main"
            busy={add.isPending || change.isPending}
          >
            Save
          </Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField label="Name" required maxLength={120} value={draft.name} onValue={(name) => set({ name })} />
        <Choice label="Whose is it?" value={draft.owner} onValue={(owner) => set({ owner })} options={owners} />
        <Choice label="Who may see it" value={draft.label} onValue={(label) => set({ label })} options={labels} />
        <Switch
          label="Counts as busy"
          hint="What is on it takes the executive’s time."
          value={draft.countsAsBusy}
          onValue={(countsAsBusy) => set({ countsAsBusy })}
        />
        <Switch
          label="Read only"
          hint="Only imports change it."
          value={draft.readOnly}
          onValue={(readOnly) => set({ readOnly })}
        />
      </form>
      <Refused error={add.error ?? change.error} />
    </Dialog>
  )
}
