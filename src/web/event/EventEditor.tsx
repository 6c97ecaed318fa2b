import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { todayIn } from '../clock.ts'
import { Choice, NotesField, Switch, TextField } from '../fields/Field.tsx'
import { PersonField } from '../fields/PersonField.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import { changesOf, draftOf, type EventView, type Form, formOf, wrongIn } from './draft.ts'
import css from './EventEditor.module.css'
import { type Extent, ExtentQuestion } from './Extent.tsx'
import { useKnownPeople } from './known.ts'
import { RepeatField } from './RepeatField.tsx'
import { WhenFields } from './WhenFields.tsx'
import { WhoMayKnow } from './WhoMayKnow.tsx'

export const kinds = [
  { value: '', words: 'As the desk guesses' },
  ...['one-to-one', 'board', 'internal', 'external', 'interview', 'focus', 'travel', 'personal', 'meal', 'call'].map(
    (kind) => ({ value: kind, words: kind }),
  ),
]

/** A new event, or one being changed. Saving a repeating event asks which occurrences are meant. */
export function EventEditor({ event, start, onClose }: { event: EventView | null; start: Form; onClose: () => void }) {
  const { desk: at } = useMe()
  const [form, setForm] = useState(start)
  // As it was read: what somebody else changes meanwhile is not written over unseen.
  const [read] = useState(event)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const put = (part: Partial<Form>) => setForm((was) => ({ ...was, ...part }))
  const calendars =
    useQuery(ask.calendar.list.queryOptions({ input: {} })).data?.calendars.filter((one) => !one.readOnly) ?? []
  const known = useKnownPeople()
  const added = useChange(desk.event.add, { said: (answer) => `Added ${answer.event.title}`, onDone: onClose })
  const edited = useChange(desk.event.edit, { said: (answer) => `Changed ${answer.event.title}`, onDone: onClose })
  const wrong = wrongIn(form)
  const shown = tried ? wrong : {}

  const edit = (extent: Extent) => {
    if (!event) return
    setAsking(false)
    const set = changesOf(form, read ?? event, at.zone)
    if (Object.keys(set).length === 0) return onClose()
    edited.mutate({
      eventId: event.eventId,
      recurrenceId: event.recurrenceId,
      extent,
      version: (read ?? event).version,
      set,
    })
  }
  const save = () => {
    setTried(true)
    if (Object.keys(wrong).length > 0) return
    if (!event) added.mutate({ ...draftOf(form), calendarId: form.calendarId || (calendars[0]?.id ?? '') })
    else if (event.repeats && event.recurrenceId !== null) setAsking(true)
    else edit('all')
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={event ? 'Change event' : 'New event'}
      actions={
        <>
          <Button
            of={event ? 'event.edit' : 'event.add'}
            look="main"
            type="submit"
            form="event"
            busy={added.isPending || edited.isPending}
          >
            {event ? 'Save' : 'Add it'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        id="event"
        className={css.form}
        noValidate
        onSubmit={(e) => {
          e.preventDefault()
          save()
        }}
      >
        <TextField
          label="Name"
          value={form.title}
          wrong={shown.title}
          maxLength={500}
          autoComplete="off"
          onValue={(title) => put({ title })}
        />
        <WhenFields form={form} wrong={shown.end} onPut={put} />
        <RepeatField
          value={form.repeat}
          words={event?.repeatsWords ?? null}
          start={/^\d{4}-\d{2}-\d{2}$/.test(form.startOn) ? Temporal.PlainDate.from(form.startOn) : todayIn(at.zone)}
          onValue={(repeat) => put({ repeat })}
        />
        <div className={css.pair}>
          <TextField label="Place" value={form.place} maxLength={500} onValue={(place) => put({ place })} />
          <TextField label="Link" type="url" value={form.link} wrong={shown.link} onValue={(link) => put({ link })} />
        </div>
        <PersonField label="People" value={form.people} known={known} onValue={(people) => put({ people })} />
        <div className={css.pair}>
          {!event && calendars.length > 1 && (
            <Choice
              label="Calendar"
              value={form.calendarId || (calendars[0]?.id ?? '')}
              options={calendars.map((one) => ({ value: one.id, words: one.name }))}
              onValue={(calendarId) => put({ calendarId })}
            />
          )}
          <Choice label="Kind" value={form.kind} options={kinds} onValue={(kind) => put({ kind })} />
        </div>
        <WhoMayKnow form={form} onPut={put} />
        <Switch
          label="Takes the time"
          hint="Off: it is on the calendar but others may be booked over it."
          value={form.busy}
          onValue={(busy) => put({ busy })}
        />
        <NotesField label="Notes" rows={3} value={form.notes} onValue={(notes) => put({ notes })} />
        <Refused error={added.error ?? edited.error} />
      </form>
      <ExtentQuestion verb={asking ? 'Change' : null} onAnswer={edit} onClose={() => setAsking(false)} />
    </Dialog>
  )
}

/** The editor over an event that is already on a calendar. */
export function EditEvent({
  eventId,
  recurrenceId,
  onClose,
}: {
  eventId: string
  recurrenceId: string | null
  onClose: () => void
}) {
  const { desk: at } = useMe()
  const { data, error } = useQuery({
    ...ask.event.show.queryOptions({ input: { eventId, ...(recurrenceId === null ? {} : { recurrenceId }) } }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  })
  if (error) return <Refused error={error} />
  return data ? <EventEditor event={data.event} start={formOf(data.event, at.zone)} onClose={onClose} /> : null
}
