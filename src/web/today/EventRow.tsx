import { Link } from '@tanstack/react-router'
import type { Today } from '../../desk/briefing/contract.ts'
import { endClock } from '../dates.ts'
import { eventAddress } from '../event/address.ts'
import look from '../event/look.module.css'
import { lookOf } from '../event/look.ts'
import { Tag } from '../parts/Tag.tsx'
import css from './EventRow.module.css'

type EventLine = Extract<Today['rows'][number], { row: 'event' }>

/** One event of the day: when in each zone, what, and what is wrong with it. The whole card opens it. */
export function EventRow({ row, day }: { row: EventLine; day: Today }) {
  const { event } = row
  const cannotWork = day.findings.some(
    (one) => one.weight === 'never' && one.state === 'open' && row.findings.includes(one.fingerprint),
  )
  const written = Math.max(
    0,
    day.zones.findIndex((zone) => zone.zone === event.zone),
  )
  return (
    <li className={css.row}>
      <div className={css.times}>
        {row.clocks.slice(0, 3).map((at, i) => (
          <time key={day.zones[i]?.zone ?? at} className={i === written ? css.written : css.other}>
            {at}
            {day.zones.length > 1 && <span className="unseen"> {day.zones[i]?.place}</span>}
            {i === written && <small>–{endClock(event.end, day.zones[i]?.zone ?? 'UTC', day.on)}</small>}
          </time>
        ))}
      </div>
      <div className={`${look.event} ${look[lookOf(event, cannotWork)]} ${css.card}`} id={`event-${event.key}`}>
        <h3>
          <Link
            data-event
            from="/today"
            search={(before) => ({ ...before, event: eventAddress(event) })}
            resetScroll={false}
            className={css.open ?? ''}
          >
            {event.title}
          </Link>
          {row.tags.map((tag) => (
            <Tag key={tag.words} tone={tag.tone}>
              {tag.words}
            </Tag>
          ))}
        </h3>
        {row.detail && <p>{row.detail}</p>}
      </div>
    </li>
  )
}
