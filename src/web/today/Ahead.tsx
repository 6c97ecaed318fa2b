import { Link } from '@tanstack/react-router'
import type { Today } from '../../desk/briefing/contract.ts'
import { shortDayWords } from '../dates.ts'
import { CardGroup } from '../parts/Card.tsx'
import css from './Ahead.module.css'

/** The next days with something wrong, each a way to that day. */
export const Ahead = ({ days }: { days: Today['ahead'] }) =>
  days.length === 0 ? null : (
    <CardGroup title="Coming up" note={days.length === 1 ? '1 day' : `${days.length} days`}>
      <ul className={css.days}>
        {days.map((day) => (
          <li key={day.on}>
            <Link to="/today" search={{ on: day.on }} className={day.never > 0 ? css.never : css.avoid}>
              <b>{shortDayWords(Temporal.PlainDate.from(day.on))}</b>
              <span>{day.words}</span>
            </Link>
          </li>
        ))}
      </ul>
    </CardGroup>
  )
