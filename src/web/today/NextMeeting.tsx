import { Link } from '@tanstack/react-router'
import type { Today } from '../../desk/briefing/contract.ts'
import { spanWords } from '../dates.ts'
import { eventAddress } from '../event/address.ts'
import { CardGroup } from '../parts/Card.tsx'
import css from './PromisesDue.module.css'

/** The next meeting with other people, and the way to what one should know before it. */
export function NextMeeting({ day }: { day: Today }) {
  if (!day.isToday) return null
  const now = Temporal.ZonedDateTime.from(day.now)
  const isAhead = (start: string) => Temporal.ZonedDateTime.compare(Temporal.ZonedDateTime.from(start), now) > 0
  const next = day.rows
    .flatMap((row) => (row.row === 'event' ? [row.event] : []))
    .find(
      ({ allDay, cancelled, hidden, kind, people, start }) =>
        !allDay && !cancelled && !hidden && kind !== 'hold' && people.length > 0 && isAhead(start),
    )
  if (!next) return null
  return (
    <CardGroup title="Next meeting" note="brief">
      <Link
        to="/today"
        search={{ event: eventAddress(next), about: 'brief' }}
        resetScroll={false}
        className={css.line ?? ''}
      >
        <b>{next.title}</b>
        <span>{spanWords(next.start, next.end)}: who, when last met, what is open both ways</span>
      </Link>
    </CardGroup>
  )
}
