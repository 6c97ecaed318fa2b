import type { AcrossDesk, AcrossRow, AcrossView } from '../../desk/briefing/across/model.ts'
import { clock } from '../dates.ts'
import { atDesk } from '../desk.ts'
import { eventAddress } from '../event/address.ts'
import look from '../event/look.module.css'
import { lookOf } from '../event/look.ts'
import { Tag } from '../parts/Tag.tsx'
import list from '../today/DayList.module.css'
import rows from '../today/EventRow.module.css'
import css from './All.module.css'

/** More executives than this stand in one column under their names. */
const mostLanes = 4

/** Up and down between the events, while one of them has the focus. */
function step(event: React.KeyboardEvent<HTMLElement>) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('[data-event]')) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-event]')]
  all[all.indexOf(event.target) + by]?.focus()
  event.preventDefault()
}

/** An event's own address: at its desk, on the day it was read with, with its panel open. */
export const addressOf = (desk: Pick<AcrossDesk, 'desk' | 'on'> | undefined, event: AcrossRow['event']): string =>
  atDesk(`/today?on=${desk?.on ?? ''}&event=${encodeURIComponent(eventAddress(event))}`, desk?.desk ?? null)

/** The hours in order; on a wide screen a column for each executive, so that what stands beside what is seen at once. */
export function AllRows({ view }: { view: AcrossView }) {
  const open = view.desks.filter(({ state }) => state === 'open')
  const lanes = open.length <= mostLanes
  const columns = list[`zones${Math.min(view.zones.length, 3)}`]
  const now = view.on === null ? nowBefore(view) : -1
  return (
    <>
      <AllDay desks={open} />
      {view.rows.length === 0 ? (
        <p className={list.nothing}>{nothing(view)}</p>
      ) : (
        <section
          aria-labelledby="the-hours"
          className={`${list.day} ${columns} ${lanes ? css[`lanes${open.length}`] : ''}`}
          onKeyDown={step}
        >
          <h2 id="the-hours" className="unseen">
            The hours
          </h2>
          <div className={`${list.zones} ${css.heads}`}>
            <div className={css.clocks}>
              {view.zones.slice(0, 3).map(({ zone, places }) => (
                <span key={zone} title={zone}>
                  {places.join(', ')}
                </span>
              ))}
            </div>
            {lanes && open.map(({ desk, executive }) => <b key={desk}>{executive}</b>)}
          </div>
          <ol>
            {together(view.rows).map((moment) => (
              <Moment
                key={`${moment[0].desk} ${moment[0].event.key}`}
                rows={moment}
                desks={open}
                now={view.rows[now]?.event === moment[0].event ? view.now : null}
              />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}

const nothing = ({ desks }: AcrossView) =>
  desks.every(({ state }) => state === 'open')
    ? 'Nothing is on at any of your desks.'
    : 'Nothing is on at the desks that could be read.'

/** The first event that begins after now; −1 where there is none. */
function nowBefore({ rows: all, now }: AcrossView): number {
  const at = Temporal.ZonedDateTime.from(now)
  return all.findIndex(({ event }) => Temporal.ZonedDateTime.compare(Temporal.ZonedDateTime.from(event.start), at) > 0)
}

/** What begins at one moment stands beside each other, a column for each desk. */
function together(all: readonly AcrossRow[]): readonly (readonly [AcrossRow, ...AcrossRow[]])[] {
  const moments: [AcrossRow, ...AcrossRow[]][] = []
  const msOf = (row: AcrossRow) => Temporal.ZonedDateTime.from(row.event.start).epochMilliseconds
  for (const row of all) {
    const last = moments.at(-1)
    if (last && msOf(last[0]) === msOf(row)) last.push(row)
    else moments.push([row])
  }
  return moments
}

type MomentProps = {
  readonly rows: readonly [AcrossRow, ...AcrossRow[]]
  readonly desks: readonly AcrossDesk[]
  readonly now: string | null
}

function Moment({ rows: [first, ...others], desks, now }: MomentProps) {
  const ends = others.every((row) => row.event.end === first.event.end)
  return (
    <>
      {now !== null && (
        <li className={list.now} aria-label={`It is ${clock(now)}`}>
          <span>{clock(now)}</span>
        </li>
      )}
      <li className={`${rows.row} ${css.row}`}>
        <div className={rows.times}>
          {first.clocks.slice(0, 3).map(({ start, end }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place.
            <time key={n} className={n === Math.max(0, first.own) ? rows.written : rows.other}>
              {start}
              {ends && <small>–{end}</small>}
            </time>
          ))}
        </div>
        {[first, ...others].map((row) => (
          <EventCard
            key={`${row.desk} ${row.event.key}`}
            row={row}
            lane={desks.findIndex(({ desk }) => desk === row.desk)}
            desks={desks}
          />
        ))}
      </li>
    </>
  )
}

function EventCard({ row, lane, desks }: { row: AcrossRow; lane: number; desks: readonly AcrossDesk[] }) {
  const { event } = row
  const drawn = `${look.event} ${look[lookOf(event, row.cannotWork)]} ${rows.card}`
  return (
    <div className={`${drawn} ${css.card} ${css[`lane${lane}`] ?? ''}`}>
      <p className={css.whose}>{desks[lane]?.executive}</p>
      <h3>
        <a data-event href={addressOf(desks[lane], event)} className={rows.open}>
          {event.title}
        </a>
        {row.tags.map((tag) => (
          <Tag key={tag.words} tone={tag.tone}>
            {tag.words}
          </Tag>
        ))}
      </h3>
      {row.detail && <p>{row.detail}</p>}
      {row.way && <p>{row.way}</p>}
    </div>
  )
}

/** What lasts the whole day, with whose day it is. */
function AllDay({ desks }: { desks: readonly AcrossDesk[] }) {
  const events = desks.flatMap((desk) => desk.allDay.map((event) => ({ desk, event })))
  if (events.length === 0) return null
  return (
    <section aria-label="All day" className={css.allDay}>
      <h2>All day</h2>
      <ul>
        {events.map(({ desk, event }) => (
          <li key={`${desk.desk} ${event.key}`}>
            <a href={addressOf(desk, event)} className={`${look.event} ${look[lookOf(event)]} ${css.chip}`}>
              <small>{desk.executive}</small> {event.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
