import type { OccurrenceView } from '../../desk/calendar/model.ts'
import { dayWords, placeOf } from '../dates.ts'
import css from './WeekList.module.css'
import { Whereabouts } from './Whereabouts.tsx'
import { clockIn, clocksOf, isOnDay, toneOf, type ZonesOn } from './week.ts'

type Props = {
  first: Temporal.PlainDate
  days: number
  zone: string
  zonesOn: ZonesOn
  events: readonly OccurrenceView[]
  broken: ReadonlySet<string>
  onOpen: (event: OccurrenceView) => void
}

/** The days as a list, for a phone: day by day, each event a button. */
export const WeekList = ({ first, days, zone, zonesOn, events, broken, onOpen }: Props) => (
  <div className={css.week}>
    {Array.from({ length: days }, (_, offset) => {
      const on = first.add({ days: offset })
      const zones = zonesOn(on)
      const [main = zone, ...others] = zones
      const here = events.filter((event) => isOnDay(event, on, zonesOn, zone))
      if (here.length === 0 && days > 1 && on.dayOfWeek > 5) return null
      return (
        <section key={on.toString()} aria-label={dayWords(on)}>
          <h2>
            {dayWords(on)}
            <Whereabouts zones={zones} home={zone} className={css.way} />
          </h2>
          {here.length === 0 && <p className={css.nothing}>Nothing on.</p>}
          {here.map((event) => (
            <button
              key={event.key}
              type="button"
              className={`${css.event} ${css[toneOf(event, broken)]}`}
              onClick={() => onOpen(event)}
            >
              <span className={css.time}>{event.allDay ? 'all day' : clockIn(event.start, main)}</span>
              <span>
                <b>{event.title}</b>
                <span className={css.detail}>{detailOf(event, main, [...others, zone])}</span>
              </span>
            </button>
          ))}
        </section>
      )
    })}
  </div>
)

/** "until 10:30 · 08:30 London · room 4": the day's other clocks, and the event's own, stand behind the one it is told by. */
function detailOf(event: OccurrenceView, main: string, others: readonly string[]): string {
  if (event.allDay) return event.place ?? ''
  const behind = clocksOf(event, main, others).map(({ zone, clock }) => `${clock} ${placeOf(zone)}`)
  return [`until ${clockIn(event.end, main)}`, ...behind, event.place].filter(Boolean).join(' · ')
}
