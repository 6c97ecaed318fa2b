import type { Today } from '../../desk/briefing/contract.ts'
import { clock } from '../dates.ts'
import css from './DayList.module.css'
import { EventRow } from './EventRow.tsx'
import { Gap, Way } from './Way.tsx'

type Row = Today['rows'][number]
type EventLine = Extract<Row, { row: 'event' }>

/** Up and down between the day's events, while one of them has the focus. */
function step(event: React.KeyboardEvent<HTMLElement>) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('[data-event]')) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-event]')]
  all[all.indexOf(event.target) + by]?.focus()
  event.preventDefault()
}

/** The hours of the day, one column of times for each zone it is lived in. */
export function DayList({ day }: { day: Today }) {
  const nowBefore = day.isToday ? firstAfter(day) : -1
  const columns = css[`zones${Math.min(day.zones.length, 3)}`]
  if (day.rows.length === 0)
    return <p className={css.nothing}>Nothing is on. {day.isToday ? 'The day is free.' : 'This day is free.'}</p>
  return (
    <section aria-labelledby="the-hours" className={`${css.day} ${columns}`} onKeyDown={step}>
      <h2 id="the-hours" className="unseen">
        The hours
      </h2>
      <div className={css.zones}>
        {day.zones.slice(0, 3).map((zone) => (
          <span key={`${zone.zone} ${zone.fromWords}`} title={zone.zone}>
            {zone.place}
          </span>
        ))}
      </div>
      <ol>
        {keyed(day.rows).map(({ key, row }, i) => (
          <Line key={key} row={row} day={day} now={i === nowBefore} />
        ))}
      </ol>
    </section>
  )
}

/** Each row with a key that stays its own: free time and ways are known by the event they lead to. */
function keyed(rows: readonly Row[]): readonly { readonly key: string; readonly row: Row }[] {
  let leadsTo = 'the end'
  return rows
    .toReversed()
    .map((row) => {
      if (row.row === 'event') leadsTo = row.event.key
      return { key: `${row.row} ${leadsTo}`, row }
    })
    .reverse()
}

function Line({ row, day, now }: { row: Row; day: Today; now: boolean }) {
  return (
    <>
      {now && (
        <li className={css.now} aria-label={`It is ${clock(day.now)}`}>
          <span>{clock(day.now)}</span>
        </li>
      )}
      {row.row === 'event' && <EventRow row={row} day={day} />}
      {row.row === 'gap' && <Gap words={row.words} />}
      {row.row === 'travel' && <Way way={row} />}
    </>
  )
}

/** The first event that begins after now; the line for now is drawn before it. −1 when the day is over. */
function firstAfter(day: Today): number {
  const now = Temporal.ZonedDateTime.from(day.now)
  const begins = (row: EventLine) => Temporal.ZonedDateTime.from(row.event.start)
  return day.rows.findIndex((row) => row.row === 'event' && Temporal.ZonedDateTime.compare(begins(row), now) > 0)
}
