import type { OccurrenceView } from '../../desk/calendar/model.ts'
import { dayWords, placeOf } from '../dates.ts'
import css from './WeekList.module.css'
import { daysOf, toneOf } from './week.ts'

type Props = {
  first: Temporal.PlainDate
  days: number
  zone: string
  events: readonly OccurrenceView[]
  broken: ReadonlySet<string>
  onOpen: (event: OccurrenceView) => void
}

/** The days as a list, for a phone: day by day, each event a button. */
export const WeekList = ({ first, days, zone, events, broken, onOpen }: Props) => (
  <div className={css.week}>
    {Array.from({ length: days }, (_, offset) => {
      const on = first.add({ days: offset })
      const here = events.filter((event) => daysOf(event, zone).includes(on.toString()))
      if (here.length === 0 && days > 1 && on.dayOfWeek > 5) return null
      return (
        <section key={on.toString()} aria-label={dayWords(on)}>
          <h2>{dayWords(on)}</h2>
          {here.length === 0 && <p className={css.nothing}>Nothing on.</p>}
          {here.map((event) => (
            <button
              key={event.key}
              type="button"
              className={`${css.event} ${css[toneOf(event, broken)]}`}
              onClick={() => onOpen(event)}
            >
              <span className={css.time}>{event.allDay ? 'all day' : clockIn(event.start, zone)}</span>
              <span>
                <b>{event.title}</b>
                <span className={css.detail}>{detailOf(event, zone)}</span>
              </span>
            </button>
          ))}
        </section>
      )
    })}
  </div>
)

const clockIn = (zoned: string, zone: string) =>
  Temporal.ZonedDateTime.from(zoned).withTimeZone(zone).toPlainTime().toString({ smallestUnit: 'minute' })

/** "until 10:30 · room 4", with the event's own clock where it is another zone's. */
function detailOf(event: OccurrenceView, zone: string): string {
  const there =
    !event.allDay && event.zone !== null && event.zone !== zone
      ? `${event.start.slice(11, 16)} ${placeOf(event.zone)}`
      : ''
  return [event.allDay ? '' : `until ${clockIn(event.end, zone)}`, there, event.place].filter(Boolean).join(' · ')
}
