import { type FormEvent, useId, useState } from 'react'
import type { TripView } from '../../desk/travel/model.ts'
import { useChange } from '../change.ts'
import { desk, refusalOf } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './Forms.module.css'
import { TripFields, type WrongAt } from './TripFields.tsx'
import { type TripForm, tripChanges, tripSet, wrongInTrip } from './tripForm.ts'

/** A new trip, or one that is being changed. It is saved against the version that was read. */
export function TripDialog({
  start,
  editing,
  onClose,
  onDone,
}: {
  start: TripForm
  editing: TripView | null
  onClose: () => void
  onDone: (id: string) => void
}) {
  const id = useId()
  const [form, setForm] = useState(start)
  const [read] = useState({ start, version: editing?.version })
  const [tried, setTried] = useState(false)
  const done = ({ trip }: { trip: { id: string } }) => onDone(trip.id)
  const added = useChange(desk.trip.add, { said: ({ trip }) => `Planned ${trip.title}`, onDone: done })
  const edited = useChange(desk.trip.edit, { said: ({ trip }) => `Changed ${trip.title}`, onDone: done })
  const error = added.error ?? edited.error
  const no = refusalOf(error)
  const seen = wrongInTrip(form)
  const wrongAt: WrongAt = (...paths) =>
    (tried && paths.map((path) => seen[path as keyof typeof seen]).find(Boolean)) ||
    (no && paths.some((path) => no.path === path || no.path === `set.${path}`) ? no.words : undefined)
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(seen).length > 0) return
    if (!editing) return added.mutate(tripSet(form))
    const set = tripChanges(read.start, form)
    if (Object.keys(set).length === 0) return onClose()
    edited.mutate({ id: editing.id, version: read.version, set })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={editing ? 'Change the trip' : 'Plan a trip'}
      sub={editing ? undefined : 'What it is for, when, where and for whom. Flights, nights and rides come next.'}
      actions={
        <>
          <Button
            of={editing ? 'trip.edit' : 'trip.add'}
            look="main"
            type="submit"
            form={id}
            busy={added.isPending || edited.isPending}
          >
            {editing ? 'Save' : 'Plan it'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={id} className={css.form} noValidate onSubmit={save}>
        <TripFields form={form} wrongAt={wrongAt} onPut={(part) => setForm((was) => ({ ...was, ...part }))} />
        <Refused error={error} />
      </form>
    </Dialog>
  )
}
