import type { OccurrenceView } from '../../desk/calendar/model.ts'
import { placeOf } from '../dates.ts'
import css from './CalendarGrid.module.css'

/** The clock in the desk's zone, and the event's own clock with its city where that is another. */
type Props = { event: OccurrenceView | undefined; title: string; zone: string; placing: boolean }

export function Face({ event, title, zone, placing }: Props) {
  if (!event)
    return (
      <span className={css.face}>
        <b>{title}</b>
      </span>
    )
  const there = event.zone !== null && event.zone !== zone && `${event.start.slice(11, 16)} ${placeOf(event.zone)}`
  const time =
    !event.allDay &&
    Temporal.ZonedDateTime.from(event.start).withTimeZone(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  const people = event.people.length > 0 && `${event.people.length} ${event.people.length === 1 ? 'person' : 'people'}`
  return (
    <span className={css.face} data-key={event.key} data-placing={placing || undefined}>
      <b>{event.title}</b>
      <span className={css.detail}>
        {placing ? 'being placed' : [time, there, event.place, people].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}
