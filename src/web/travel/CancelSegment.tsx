import { type FormEvent, useId, useState } from 'react'
import type { SegmentView, TripView } from '../../desk/travel/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'

/** A part of a trip that will not happen. It tells nobody outside: a letter does. */
export function CancelSegment({ segment, onClose }: { segment: SegmentView; onClose: () => void }) {
  const form = useId()
  const [read] = useState(segment.version)
  const [why, setWhy] = useState('')
  const cancelled = useChange(desk.segment.cancel, { said: `Cancelled ${segment.title}`, onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    cancelled.mutate({ id: segment.id, version: read, why })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Cancel ${segment.title}?`}
      sub={
        segment.own
          ? 'Nobody outside knows of it.'
          : 'It is booked outside, and this tells nobody there. Ask for it to be called off as well: “Write to them…”.'
      }
      actions={
        <>
          <Button of="segment.cancel" type="submit" form={form} look="danger" busy={cancelled.isPending}>
            Cancel it
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField label="Why" hint="The journal keeps it." maxLength={500} value={why} onValue={setWhy} />
      </form>
      <Refused error={cancelled.error} />
    </Dialog>
  )
}

/** A whole trip that is called off. */
export function CancelTrip({ trip, onClose }: { trip: TripView; onClose: () => void }) {
  const form = useId()
  const [why, setWhy] = useState('')
  const cancelled = useChange(desk.trip.cancel, { said: `Called off: ${trip.title}`, onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    cancelled.mutate({ id: trip.id, why })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Call ${trip.title} off?`}
      sub="What the desk owns goes from the calendar. What is booked outside becomes an open point, until somebody has called it off there."
      actions={
        <>
          <Button of="trip.cancel" type="submit" form={form} look="danger" busy={cancelled.isPending}>
            Call it off
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField label="Why" maxLength={500} value={why} onValue={setWhy} />
      </form>
      <Refused error={cancelled.error} />
    </Dialog>
  )
}
