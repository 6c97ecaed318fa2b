import FullCalendar from '@fullcalendar/react'
import interaction from '@fullcalendar/react/interaction'
import timeGrid from '@fullcalendar/react/timegrid'
import '@fullcalendar/react/skeleton.css'
import type { OccurrenceView } from '../../desk/calendar/model.ts'
import { minutesWords, placeOf } from '../dates.ts'
import css from './CalendarGrid.module.css'
import { type Tone, takenMinutes, toneOf } from './week.ts'

export type Moved = {
  readonly event: OccurrenceView
  readonly start: Temporal.Instant
  readonly end: Temporal.Instant
  readonly revert: () => void
}

type Props = {
  monday: Temporal.PlainDate
  days: number
  zone: string
  second: string | null
  events: readonly OccurrenceView[]
  broken: ReadonlySet<string>
  onOpen: (event: OccurrenceView) => void
  onMoved: (moved: Moved) => void
  onPicked: (start: Temporal.Instant, end: Temporal.Instant) => void
}

const toneClass: Record<Tone, string | undefined> = {
  busy: css.busy,
  free: css.free,
  private: css.private,
  travel: css.travel,
  bad: css.bad,
  cancelled: css.cancelled,
}

/** The week as columns of days. The only file that knows FullCalendar; drag is a shortcut, the editor does the same by keyboard. */
export function CalendarGrid({ monday, days, zone, second, events, broken, onOpen, onMoved, onPicked }: Props) {
  const { first, last } = hoursOf(events, zone)
  const find = (id: string) => events.find((event) => event.key === id)
  const changed = (api: { id: string; startStr: string; endStr: string }, revert: () => void) => {
    const event = find(api.id)
    if (!event || event.allDay || !api.startStr.includes('T') || !api.endStr.includes('T')) return revert()
    onMoved({ event, start: Temporal.Instant.from(api.startStr), end: Temporal.Instant.from(api.endStr), revert })
  }
  return (
    <div className={css.grid}>
      <FullCalendar
        key={`${monday}-${days}-${zone}`}
        plugins={[timeGrid, interaction]}
        initialView="week"
        views={{ week: { type: 'timeGrid', duration: { days } } }}
        initialDate={monday.toString()}
        timeZone={zone}
        locale="en-GB"
        headerToolbar={false}
        height={(last - first) * hourPixels + headPixels}
        expandRows
        slotMinTime={clockOf(first)}
        slotMaxTime={clockOf(last)}
        slotDuration="00:30"
        snapDuration="00:15"
        slotHeaderInterval="01:00"
        eventMinHeight={20}
        nowIndicator
        editable
        selectable
        eventInteractive
        slotEventOverlap={false}
        events={events.map((event) => inputOf(event, broken))}
        eventClick={({ event }) => {
          const found = find(event.id)
          if (found) onOpen(found)
        }}
        eventDrop={({ event, revert }) => changed(event, revert)}
        eventResize={({ event, revert }) => changed(event, revert)}
        select={({ startStr, endStr, allDay }) => {
          if (!allDay) onPicked(Temporal.Instant.from(startStr), Temporal.Instant.from(endStr))
        }}
        tableHeaderClass={css.head ?? ''}
        dayHeaderClass={css.dayHead ?? ''}
        dayHeaderInnerClass={css.dayHeadInner ?? ''}
        allDayDividerClass={css.divider ?? ''}
        dayRowClass={css.allDayRow ?? ''}
        dayHeaderContent={({ date }) => {
          const on = Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO('UTC').toPlainDate()
          return <DayHead on={on} minutes={takenMinutes(events, on, zone)} />
        }}
        slotHeaderClass={css.slotHead ?? ''}
        slotHeaderContent={({ time }) => (
          <Clocks minutes={(time?.milliseconds ?? 0) / 60_000} monday={monday} zone={zone} second={second} />
        )}
        slotLaneClass={({ isMinor }) => (isMinor ? css.half : css.slot) ?? ''}
        dayLaneClass={css.lane ?? ''}
        allDayHeaderContent={() => <span className={css.allDay}>all day</span>}
        eventClass={css.event ?? ''}
        eventContent={({ event }) => <Face event={find(event.id)} zone={zone} />}
        nowIndicatorLineClass={css.now ?? ''}
        highlightClass={css.picked ?? ''}
      />
    </div>
  )
}

const inputOf = (event: OccurrenceView, broken: ReadonlySet<string>) => ({
  id: event.key,
  title: event.title,
  start: event.allDay ? event.start : withoutZone(event.start),
  end: event.allDay ? event.end : withoutZone(event.end),
  allDay: event.allDay,
  editable: !event.allDay && !event.cancelled,
  className: toneClass[toneOf(event, broken)] ?? '',
})

/** FullCalendar reads ISO 8601 with an offset, not the zone in brackets of RFC 9557. */
const withoutZone = (zoned: string) => zoned.replace(/\[.*$/, '')

/** 07:00 to 20:00, wider when something begins earlier or ends later; in whole hours. */
function hoursOf(events: readonly OccurrenceView[], zone: string): { first: number; last: number } {
  let [first, last] = [7, 20]
  for (const event of events) {
    if (event.allDay || event.cancelled) continue
    const start = Temporal.ZonedDateTime.from(event.start).withTimeZone(zone)
    const end = Temporal.ZonedDateTime.from(event.end).withTimeZone(zone)
    const over = !start.toPlainDate().equals(end.toPlainDate())
    first = Math.min(first, over ? 0 : start.hour)
    last = Math.max(last, over ? 24 : end.hour + (end.minute > 0 ? 1 : 0))
  }
  return { first, last }
}

const clockOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`
const hourPixels = 52
const headPixels = 96

const DayHead = ({ on, minutes }: { on: Temporal.PlainDate; minutes: number }) => (
  <div className={css.dayName}>
    <span>
      {on.toLocaleString('en-GB', { weekday: 'short' })} {on.day}
    </span>
    <progress
      className={css.load}
      value={Math.min(minutes, 600)}
      max={600}
      aria-label={`${minutesWords(minutes)} taken`}
      title={`${minutesWords(minutes)} taken`}
    />
  </div>
)

function Clocks({
  minutes,
  monday,
  zone,
  second,
}: {
  minutes: number
  monday: Temporal.PlainDate
  zone: string
  second: string | null
}) {
  const here = monday
    .toPlainDateTime({ hour: Math.trunc(minutes / 60) % 24, minute: minutes % 60 })
    .toZonedDateTime(zone)
  const text = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' })
  return (
    <span className={css.clocks}>
      <span>{text(here)}</span>
      {second && (
        <span className={css.second} title={placeOf(second)}>
          {text(here.withTimeZone(second))}
        </span>
      )}
    </span>
  )
}

/** The clock in the desk's zone, and the event's own clock with its city where that is another. */
function Face({ event, zone }: { event: OccurrenceView | undefined; zone: string }) {
  if (!event) return null
  const there = event.zone !== null && event.zone !== zone && `${event.start.slice(11, 16)} ${placeOf(event.zone)}`
  const time =
    !event.allDay &&
    Temporal.ZonedDateTime.from(event.start).withTimeZone(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  const people = event.people.length > 0 && `${event.people.length} ${event.people.length === 1 ? 'person' : 'people'}`
  return (
    <span className={css.face}>
      <b>{event.title}</b>
      <span className={css.detail}>{[time, there, event.place, people].filter(Boolean).join(' · ')}</span>
    </span>
  )
}
