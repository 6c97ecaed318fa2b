import { Link } from '@tanstack/react-router'
import type { Today } from '../../desk/briefing/contract.ts'
import css from './SinceLastNight.module.css'

type Line = Today['arrived'][number]

const behindWords = ({ behind, isOpen }: Line): string => {
  const many = behind === 1 ? 'One thing behind it' : `${behind} things behind it`
  return isOpen ? `${many} would no longer work.` : `${many} no longer ${behind === 1 ? 'works' : 'work'}.`
}

/** More of them hide the day itself. */
const most = 3

/** What arrived about trips, in the words of what was dropped in, and where everything behind it stands. */
export function Arrived({ lines }: { lines: Today['arrived'] }) {
  if (lines.length === 0) return null
  const rest = lines.length - most
  return (
    <section className={`${css.changed} unprinted`} aria-label="Arrived about trips">
      <ul>
        {lines.slice(0, most).map((line) => (
          <li key={line.confirmationId}>
            <b>{capital(line.words)}:</b> {line.says}. {line.behind > 0 && behindWords(line)} <Where line={line} />
          </li>
        ))}
        {rest > 0 && (
          <li>
            {rest === 1 ? 'One more' : `${rest} more`} before that.{' '}
            <Link to="/travel" search={{}}>
              Travel →
            </Link>
          </li>
        )}
      </ul>
    </section>
  )
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

const Where = ({ line: { isOpen, confirmationId, tripId, segmentId, behind } }: { line: Line }) =>
  isOpen || tripId === null || segmentId === null ? (
    <Link to="/travel/confirmations/$id" params={{ id: confirmationId }} search={{}}>
      {isOpen ? 'Look at it' : 'What it says'} →
    </Link>
  ) : behind > 0 ? (
    <Link to="/travel/$tripId/cascade/$segmentId" params={{ tripId, segmentId }} search={{}}>
      See the cascade →
    </Link>
  ) : (
    <Link to="/travel/$tripId" params={{ tripId }} search={{}}>
      To the trip →
    </Link>
  )
