import FullCalendar from '@fullcalendar/react'
import dayGrid from '@fullcalendar/react/daygrid'
import interaction from '@fullcalendar/react/interaction'
import timeGrid from '@fullcalendar/react/timegrid'
import '@fullcalendar/react/skeleton.css'
import type { OccurrenceView } from '../../desk/calendar/model.ts'
import type { Pick } from '../offers/draft.ts'
import { useMay } from '../shell/may.ts'
import css from './CalendarGrid.module.css'
import { Clocks } from './Clocks.tsx'
import { DayHead } from './DayHead.tsx'
import { Face } from './Face.tsx'
import type { Slot } from './judging.ts'
import type { Shade } from './shades.ts'
import type { Placing } from './usePlacing.ts'
import type { CalendarView } from './views.ts'
import { hoursOf, type Tone, takenMinutes, toneOf, withoutThinAir } from './week.ts'

type Props = {
  view: CalendarView
  first: Temporal.PlainDate
  days: number
  /** The month on screen; days of the others are soft. */
  on: Temporal.PlainDate
  zone: string
  second: string | null
  today: Temporal.PlainDate
  zonesOn: (day: Temporal.PlainDate) => readonly string[]
  events: readonly OccurrenceView[]
  shades: readonly Shade[]
  broken: ReadonlySet<string>
  placing: Placing | null
  /** Times that are about to be offered. */
  picks: readonly Pick[]
  onOpen: (event: OccurrenceView) => void
  onOpenDay: (day: Temporal.PlainDate) => void
  /** Called for every place it is dragged over, null when it is let go; nothing is saved. */
  onOver: (event: OccurrenceView | null, slot: Slot | null) => void
  onDropped: (event: OccurrenceView, slot: Slot) => void
  onPicked: (start: Temporal.Instant, end: Temporal.Instant) => void
}

const toneClass: Record<Tone, string | undefined> = {
  busy: css.busy,
  free: css.free,
  hold: css.hold,
  private: css.private,
  travel: css.travel,
  bad: css.bad,
  cancelled: css.cancelled,
}

/** Days as columns, or a month of them. The only file that knows FullCalendar; a drag does what the keys do. */
export function CalendarGrid(props: Props) {
  const { view, first, days, on, zone, second, today, events, shades, broken, placing, picks } = props
  const [mayMove, mayAdd] = [useMay('event.move') !== 'no', useMay('event.add') !== 'no']
  const hours = hoursOf(events, zone)
  const find = (id: string) => events.find((event) => event.key === id)
  const shown = withoutThinAir(events)
  const month = view === 'month'
  const dropped = (api: { id: string; startStr: string; endStr: string }, revert: () => void) => {
    props.onOver(null, null)
    revert()
    const event = find(api.id)
    const slot = slotOf(api)
    if (event && !event.allDay && slot) props.onDropped(event, slot)
  }
  return (
    <div className={`${css.grid} ${month ? css.month : ''}`}>
      <FullCalendar
        key={`${view}-${first}-${zone}`}
        plugins={[timeGrid, dayGrid, interaction]}
        initialView="shown"
        views={{
          shown: month ? { type: 'dayGrid', duration: { weeks: days / 7 } } : { type: 'timeGrid', duration: { days } },
        }}
        initialDate={first.toString()}
        timeZone={zone}
        locale="en-GB"
        firstDay={1}
        headerToolbar={false}
        height={month ? Math.max(560, (days / 7) * 124 + 40) : (hours.last - hours.first) * hourPixels + headPixels}
        expandRows
        slotMinTime={clockOf(hours.first)}
        slotMaxTime={clockOf(hours.last)}
        slotDuration="00:30"
        snapDuration="00:15"
        slotHeaderInterval="01:00"
        eventMinHeight={20}
        dayMaxEvents={month ? 4 : false}
        nowIndicator
        dayHeaderDidMount={({ el, date }) => {
          if (!month) el.addEventListener('click', () => props.onOpenDay(dateOf(date)))
        }}
        dayCellDidMount={({ el, date }) => {
          const number = month && el.querySelector('[data-day]')
          if (number) number.addEventListener('click', () => props.onOpenDay(dateOf(date)))
        }}
        eventDisplay={month ? 'block' : 'auto'}
        editable={mayMove}
        selectable={!month && mayAdd}
        eventInteractive
        slotEventOverlap={false}
        events={[
          ...(month ? [] : shades.map(shadeOf)),
          ...picks.map(pickedOf),
          ...shown.map((event) =>
            inputOf(event, broken, { placing: placing?.event.key === event.key ? placing : null, mayMove }),
          ),
        ]}
        eventClick={({ event }) => {
          const found = find(event.id)
          if (found) props.onOpen(found)
        }}
        eventAllow={(span, moving) => {
          const event = moving && find(moving.id)
          if (event) props.onOver(event, slotOf(span))
          return true
        }}
        eventDragStop={() => props.onOver(null, null)}
        eventDrop={({ event, revert }) => dropped(event, revert)}
        eventResize={({ event, revert }) => dropped(event, revert)}
        select={({ startStr, endStr, allDay }) => {
          if (!allDay) props.onPicked(Temporal.Instant.from(startStr), Temporal.Instant.from(endStr))
        }}
        moreLinkClick={({ date }) => {
          props.onOpenDay(dateOf(date))
          return 'none'
        }}
        moreLinkClass={css.more ?? ''}
        tableHeaderClass={css.head ?? ''}
        dayHeaderClass={css.dayHead ?? ''}
        dayHeaderInnerClass={css.dayHeadInner ?? ''}
        allDayDividerClass={css.divider ?? ''}
        dayRowClass={(month ? css.monthRow : css.allDayRow) ?? ''}
        dayHeaderContent={({ date }) => {
          const day = dateOf(date)
          if (month) return <span className={css.weekday}>{day.toLocaleString('en-GB', { weekday: 'long' })}</span>
          return (
            <DayHead
              on={day}
              taken={takenMinutes(events, day, zone)}
              of={hoursGiven(day, shades)}
              zones={props.zonesOn(day)}
              home={zone}
              isToday={day.equals(today)}
            />
          )
        }}
        dayCellTopContent={({ date }) => {
          const day = dateOf(date)
          return (
            <span
              className={`${css.day} ${day.month === on.month ? '' : css.soft}`}
              data-today={day.equals(today) || undefined}
            >
              {day.day}
            </span>
          )
        }}
        dayCellClass={css.cell ?? ''}
        slotHeaderClass={css.slotHead ?? ''}
        slotHeaderContent={({ time }) => (
          <Clocks minutes={(time?.milliseconds ?? 0) / 60_000} first={first} zone={zone} second={second} />
        )}
        slotLaneClass={({ isMinor }) => (isMinor ? css.half : css.slot) ?? ''}
        dayLaneClass={css.lane ?? ''}
        allDayHeaderContent={() => <span className={css.allDay}>all day</span>}
        eventClass={css.event ?? ''}
        eventContent={({ event }) => (
          <Face event={find(event.id)} title={event.title} zone={zone} placing={placing?.event.key === event.id} />
        )}
        backgroundEventContent={({ event }) => <span className={css.shadeWords}>{event.title}</span>}
        nowIndicatorLineClass={css.now ?? ''}
        highlightClass={css.picked ?? ''}
      />
    </div>
  )
}

/** FullCalendar marks a day at midnight UTC. */
const dateOf = (date: { getTime: () => number }) =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO('UTC').toPlainDate()

const slotOf = ({ startStr, endStr }: { startStr: string; endStr: string }): Slot | null =>
  startStr.includes('T') && endStr.includes('T')
    ? {
        start: Temporal.Instant.from(startStr).epochMilliseconds,
        end: Temporal.Instant.from(endStr).epochMilliseconds,
      }
    : null

const inputOf = (
  event: OccurrenceView,
  broken: ReadonlySet<string>,
  { placing, mayMove }: { placing: Placing | null; mayMove: boolean },
) => {
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString()
  return {
    id: event.key,
    title: event.title,
    start: placing ? at(placing.slot.start) : event.allDay ? event.start : withoutZone(event.start),
    end: placing ? at(placing.slot.end) : event.allDay ? event.end : withoutZone(event.end),
    allDay: event.allDay,
    editable: mayMove && !event.allDay && !event.cancelled,
    className: (placing ? css.placing : toneClass[toneOf(event, broken)]) ?? '',
  }
}

const pickedOf = ({ start, end }: Pick, n: number) => ({
  id: `pick ${start}`,
  title: `To offer, ${n + 1}`,
  start: withoutZone(start),
  end: withoutZone(end),
  editable: false,
  className: css.hold ?? '',
})

const shadeOf = ({ id, start, end, look, words }: Shade) => ({
  id,
  start,
  end,
  title: words,
  display: 'background' as const,
  className: (look === 'outside' ? css.outside : css.protected) ?? '',
})

/** Minutes of a day inside the executive's hours, where a rule says which they are. */
function hoursGiven(day: Temporal.PlainDate, shades: readonly Shade[]): number | null {
  const outside = shades.filter(({ look, start }) => look === 'outside' && start.startsWith(day.toString()))
  if (outside.length === 0) return null
  const minutes = ({ start, end }: Shade) =>
    Temporal.PlainDateTime.from(start).until(end, { largestUnit: 'minutes' }).minutes
  return Math.max(0, 1440 - outside.reduce((sum, shade) => sum + minutes(shade), 0))
}

/** FullCalendar reads ISO 8601 with an offset, not the zone in brackets of RFC 9557. */
const withoutZone = (zoned: string) => zoned.replace(/\[.*$/, '')
const clockOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`
const hourPixels = 52
const headPixels = 96
