import { Link } from '@tanstack/react-router'
import type { OccurrenceView } from '../../desk/calendar/model.ts'
import { eventAddress } from '../event/address.ts'
import look from '../event/look.module.css'
import { lookOf } from '../event/look.ts'
import css from './AllDay.module.css'

/** What lasts the whole day, in a strip above the hours. */
export const AllDay = ({ events }: { events: readonly OccurrenceView[] }) =>
  events.length === 0 ? null : (
    <section aria-label="All day" className={css.strip}>
      <h2>All day</h2>
      <ul>
        {events.map((event) => (
          <li key={event.key}>
            <Link
              from="/today"
              search={(before) => ({ ...before, event: eventAddress(event) })}
              className={`${look.event} ${look[lookOf(event)]} ${css.item}`}
            >
              {event.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
