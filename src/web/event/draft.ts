import type { OccurrenceView, When } from '../../desk/calendar/model.ts'
import type { desk } from '../client.ts'
import { noRepeat, type Repeat, readRepeat, writeRepeat } from './repeat.ts'

export type EventView = Awaited<ReturnType<typeof desk.event.show>>['event']

/** The editor's fields, each as its control holds it. */
export type Form = {
  readonly title: string
  readonly calendarId: string
  readonly allDay: boolean
  readonly startOn: string
  readonly startTime: string
  readonly endOn: string
  readonly endTime: string
  readonly zone: string
  readonly endZone: string | null
  readonly repeat: Repeat
  readonly place: string
  readonly link: string
  readonly notes: string
  readonly kind: string
  readonly label: 'open' | 'desk' | 'private'
  readonly readers: readonly string[]
  readonly publicReason: string
  readonly busy: boolean
  readonly people: readonly { readonly address: string; readonly name: string | null }[]
}

/** A new event on a day, from `start` for `minutes`, in the desk's zone. */
export function newForm(start: Temporal.ZonedDateTime, minutes: number, calendarId: string): Form {
  const end = start.add({ minutes })
  const time = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' })
  return {
    title: '',
    calendarId,
    allDay: false,
    startOn: start.toPlainDate().toString(),
    startTime: time(start),
    endOn: end.toPlainDate().toString(),
    endTime: time(end),
    zone: start.timeZoneId,
    endZone: null,
    repeat: noRepeat,
    place: '',
    link: '',
    notes: '',
    kind: '',
    label: 'desk',
    readers: [],
    publicReason: '',
    busy: true,
    people: [],
  }
}

export function formOf(event: EventView, deskZone: string): Form {
  const timed = event.when.allDay ? null : event.when
  const lastDay = event.when.allDay ? Temporal.PlainDate.from(event.when.end).subtract({ days: 1 }).toString() : ''
  return {
    title: event.title,
    calendarId: event.calendarId,
    allDay: event.when.allDay,
    startOn: event.when.start.slice(0, 10),
    startTime: timed?.start.slice(11, 16) ?? '09:00',
    endOn: timed?.end.slice(0, 10) ?? lastDay,
    endTime: timed?.end.slice(11, 16) ?? '10:00',
    zone: timed?.zone ?? deskZone,
    endZone: timed?.endZone && timed.endZone !== timed.zone ? timed.endZone : null,
    repeat: readRepeat(event.rrule, timed?.zone ?? deskZone),
    place: event.place ?? '',
    link: event.link ?? '',
    notes: event.notes,
    kind: event.kindGuessed ? '' : event.kind,
    label: event.label,
    readers: event.readers,
    publicReason: event.publicReason ?? '',
    busy: event.busy,
    people: event.people,
  }
}

/** The form's times for the desk. All-day ends are the day after the last, as RFC 5545 §3.6.1 counts. */
export function whenOf(form: Form): When {
  if (form.allDay)
    return {
      allDay: true,
      start: form.startOn,
      end: Temporal.PlainDate.from(form.endOn || form.startOn)
        .add({ days: 1 })
        .toString(),
    }
  return {
    allDay: false,
    start: `${form.startOn}T${form.startTime}:00`,
    end: `${form.endOn}T${form.endTime}:00`,
    zone: form.zone,
    endZone: form.endZone ?? form.zone,
  }
}

/** What the form says, for `event.add` and `event.edit`; answers of people already invited are kept. */
export function draftOf(form: Form, before: readonly OccurrenceView['people'][number][] = []) {
  return {
    title: form.title,
    when: whenOf(form),
    rrule: writeRepeat(form.repeat, Temporal.PlainDate.from(form.startOn), form.allDay ? null : form.zone),
    place: form.place.trim() || null,
    link: form.link.trim() || null,
    notes: form.notes,
    kind: form.kind || null,
    label: form.label,
    readers: [...form.readers],
    publicReason: form.publicReason.trim() || null,
    busy: form.busy,
    people: form.people.map(
      (person) =>
        before.find((one) => one.address === person.address) ?? {
          ...person,
          answer: 'needs-action' as const,
          required: true,
        },
    ),
  }
}

/** Only what differs from the event as it was, so that saving one field never touches the others. */
export function changesOf(form: Form, event: EventView, deskZone: string): Partial<ReturnType<typeof draftOf>> {
  const [now, was] = [draftOf(form, event.people), draftOf(formOf(event, deskZone), event.people)]
  const changed = Object.entries(now).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key as keyof typeof was]),
  )
  return Object.fromEntries(changed)
}

/** What the browser can see is wrong, by field; the desk judges the rest. */
export function wrongIn(form: Form): { title?: string; end?: string; link?: string } {
  const when = whenOf(form)
  const backwards = when.allDay || form.endZone ? when.end < when.start : when.end < when.start
  return {
    ...(form.title.trim() === '' && { title: 'An event needs a name.' }),
    ...(backwards && { end: 'It ends before it starts.' }),
    ...(form.link.trim() !== '' &&
      !URL.canParse(form.link.trim()) && { link: 'This is not a web address; it should begin with https://' }),
  }
}
