import { Link } from '@tanstack/react-router'
import type { TripBrief } from '../../desk/travel/model.ts'
import { todayIn } from '../clock.ts'
import { Tag } from '../parts/Tag.tsx'
import css from './Travel.module.css'
import { StateTag } from './TripHead.tsx'
import { aheadWords, countWords, datesWords } from './words.ts'

/** One trip at a glance: when, where, who, what comes next, and what it needs; the whole line opens it. */
export function TripLine({ trip, zone }: { trip: TripBrief; zone: string }) {
  const ahead = trip.state === 'planned' ? aheadWords(trip.from, todayIn(zone)) : ''
  const edge = trip.broken > 0 ? css.broken : trip.waiting > 0 ? css.waits : ''
  const look = [css.trip, edge, trip.label === 'private' && css.private, trip.state === 'cancelled' && css.off]
  return (
    <li className={look.filter(Boolean).join(' ')}>
      <p className={css.when}>
        <time dateTime={trip.from}>{datesWords(trip)}</time>
        {ahead && <span>{ahead}</span>}
        <StateTag state={trip.state} />
      </p>
      <div className={css.what}>
        <h3>
          <Link to="/travel/$tripId" params={{ tripId: trip.id }} className={css.open ?? ''}>
            {trip.title}
          </Link>{' '}
          {trip.label === 'private' && <Tag tone="plum">private</Tag>}
        </h3>
        <p>{[trip.cities.join(' → '), trip.travellers.join(', ')].filter(Boolean).join(' · ')}</p>
        {trip.next && (
          <p>
            Next: <b>{trip.next.title}</b>, {trip.next.words}
          </p>
        )}
        <Needs trip={trip} />
      </div>
    </li>
  )
}

function Needs({ trip }: { trip: TripBrief }) {
  if (trip.segments === 0 && trip.state === 'planned')
    return (
      <p className={css.needs}>
        <Tag tone="amber">nothing is on the way yet</Tag>
      </p>
    )
  const nothing = trip.findings + trip.waiting + trip.openPoints === 0
  if (nothing && (trip.state === 'over' || trip.state === 'cancelled')) return null
  return (
    <p className={css.needs}>
      {trip.broken > 0 && <Tag tone="red">{trip.broken} cannot work</Tag>}
      {trip.findings > trip.broken && <Tag tone="amber">{trip.findings - trip.broken} to look at</Tag>}
      {trip.waiting > 0 && <Tag tone="amber">{trip.waiting} waiting for an answer</Tag>}
      {trip.openPoints > 0 && <Tag tone="blue">{countWords(trip.openPoints, 'open point', 'open points')}</Tag>}
      {nothing && <Tag>holds together</Tag>}
    </p>
  )
}
