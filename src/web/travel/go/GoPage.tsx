import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { nowIn } from '../../clock.ts'
import { clock, shortDayWords } from '../../dates.ts'
import { Refused } from '../../parts/Refused.tsx'
import { Tag } from '../../parts/Tag.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { datesWords } from '../words.ts'
import css from './Go.module.css'
import { AmissCard, BedCard, BigCard, DayParts } from './GoParts.tsx'
import { onTheWay } from './next.ts'
import { type Read, useGo } from './useGo.ts'

/** For whoever travels, on a phone: what is next, large, and then the rest. It comes up without a line as well. */
export function GoPage() {
  const { tripId } = useParams({ from: '/travel/$tripId/go' })
  const { data, error, again } = useGo(tripId)
  useEffect(() => {
    document.title = data ? `${data.trip.title} · Equerry` : 'Equerry'
  }, [data])
  return (
    <main id="page" className={css.go}>
      {data ? <Going read={data} /> : error ? <Refused error={error} retry={again} /> : <Waiting />}
    </main>
  )
}

/** The minute it is, at home; every countdown follows it. */
function useMinute(zone: string): string {
  const now = () => nowIn(zone).toString({ smallestUnit: 'minute' })
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setAt(nowIn(zone).toString({ smallestUnit: 'minute' })), 10_000)
    return () => clearInterval(timer)
  }, [zone])
  return at
}

function Going({ read }: { read: Read }) {
  const { trip, amiss, at, offline } = read
  const now = useMinute(trip.zone)
  const { now: under, next, bed, days } = onTheWay(trip, now)
  const today = now.slice(0, 10)
  return (
    <>
      <header className={css.head}>
        <p className={css.where}>
          <Link to="/travel/$tripId" params={{ tripId: trip.id }}>
            The whole trip
          </Link>
          <span>{datesWords(trip)}</span>
        </p>
        <h1>{trip.title}</h1>
        <p className={offline ? css.offline : css.fresh} role="status">
          {asOf(at, now)}
          {offline && ', offline'}
        </p>
      </header>
      {trip.state === 'cancelled' && (
        <p className={css.off}>
          <Tag tone="red">called off</Tag> This trip does not happen.
        </p>
      )}
      {under && <BigCard segment={under} now={now} home={trip.zone} under />}
      {next && <BigCard segment={next} now={now} home={trip.zone} small={under !== null} />}
      {!under && !next && trip.state !== 'cancelled' && <p className={css.done}>Nothing more is on this trip.</p>}
      <AmissCard amiss={amiss} />
      {bed && <BedCard segment={bed} />}
      {days.map((day) => (
        <DayParts key={day.on} day={day} today={today} bed={bed?.id ?? null} />
      ))}
      <footer className={css.foot}>
        {trip.label === 'private' && (
          <p>
            <Tag tone="plum">private</Tag> This trip is private, and whoever holds this phone can read it here.
          </p>
        )}
        <p>
          It is kept on this phone once it has been opened, until you sign out or three days after the trip, so that it
          is there without a line.
        </p>
      </footer>
    </>
  )
}

/** "as of 14:02", with the day where that was another. */
function asOf(at: string, now: string): string {
  const read = Temporal.ZonedDateTime.from(at)
  const same = read.toPlainDate().toString() === now.slice(0, 10)
  return `as of ${same ? '' : `${shortDayWords(read.toPlainDate())}, `}${clock(at)}`
}
