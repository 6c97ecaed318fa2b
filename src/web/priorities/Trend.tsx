import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { desk } from '../client.ts'
import { ask } from '../client.ts'
import { shortDayWords } from '../dates.ts'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { percent } from './open.ts'
import css from './Priorities.module.css'

type Told = Awaited<ReturnType<typeof desk.priority.trend>>
type Weeks = { readonly on: string; readonly week: string; readonly onWeek: (on: string) => void }

/** What each priority got, week by week over a quarter or a year: a bar a week, a gap where nothing is known; each opens its week. */
export function Trend({ horizon, ...rest }: Weeks & { horizon: 'quarter' | 'year' }) {
  const { data, error, refetch } = useQuery({
    ...ask.priority.trend.queryOptions({ input: { horizon, on: rest.on } }),
    placeholderData: keepPreviousData,
  })
  if (error) return <Refused error={error} retry={refetch} />
  if (!data) return <Waiting />
  return (
    <section className={css.trend} aria-label={horizon === 'year' ? 'Week by week, the year' : 'Week by week'}>
      {horizon === 'quarter' && <h3>Week by week</h3>}
      {data.priorities.map((priority) => (
        <Row key={priority.id} priority={priority} weeks={data.weeks} week={rest.week} onWeek={rest.onWeek} />
      ))}
      <p className={css.legend}>A dash is a week nothing is known of. Weeks to come stand as they are planned.</p>
    </section>
  )
}

/** A year has many bars: they are there when they are asked for. */
export function YearTrend(weeks: Weeks) {
  const [open, setOpen] = useState(false)
  return (
    <details className={css.year} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>Week by week over the year</summary>
      {open && <Trend horizon="year" {...weeks} />}
    </details>
  )
}

const dayOf = (from: string) => shortDayWords(Temporal.PlainDate.from(from))
type Bar = { readonly from: string; readonly isPast: boolean; readonly share: number | null }

/** A line of bars a quarter: more beside each other are too narrow to be pressed. */
const quarterOf = ({ from }: Bar): number => Math.floor((Temporal.PlainDate.from(from).add({ days: 3 }).month - 1) / 3)

/** The tallest bar of a row is its greatest share, or what is meant where that is more. */
function Row({
  priority: { title, shares, meant, words },
  weeks,
  week,
  onWeek,
}: Omit<Weeks, 'on'> & { priority: Told['priorities'][number]; weeks: Told['weeks'] }) {
  const most = Math.max(0.05, (meant ?? 0) / 100, ...shares.map((share) => share ?? 0))
  const bars = weeks.map(({ from, isPast }, n): Bar => ({ from, isPast, share: shares[n] ?? null }))
  return (
    <div className={css.row}>
      <p className={css.rowName}>
        <b>{title}</b> <span className={css.note}>{words.slice(title.length + 2)}</span>
      </p>
      {[...Map.groupBy(bars, quarterOf).values()].map((line) => (
        <div key={line[0]?.from}>
          <div className={css.weeks}>
            {line.map((bar) => (
              <WeekBar
                key={bar.from}
                bar={bar}
                title={title}
                meant={meant}
                most={most}
                isOn={bar.from === week}
                onWeek={onWeek}
              />
            ))}
          </div>
          <p className={css.ends} aria-hidden="true">
            <span>{dayOf(line[0]?.from ?? week)}</span>
            <span>{dayOf(line.at(-1)?.from ?? week)}</span>
          </p>
        </div>
      ))}
    </div>
  )
}

function WeekBar({
  bar: { from, isPast, share },
  title,
  meant,
  most,
  isOn,
  onWeek,
}: {
  bar: Bar
  title: string
  meant: number | null
  most: number
  isOn: boolean
  onWeek: (on: string) => void
}) {
  const got = share === null ? 'nothing is known' : percent(share)
  const heightOf = (part: number) => (part / most) * 38
  return (
    <button
      type="button"
      className={css.week}
      aria-current={isOn ? 'true' : undefined}
      aria-label={`${title}, week of ${dayOf(from)}: ${got}`}
      title={`Week of ${dayOf(from)}: ${got}`}
      onClick={() => onWeek(from)}
    >
      <svg viewBox="0 0 10 40" preserveAspectRatio="none" aria-hidden="true">
        {share === null ? (
          <rect className={css.gap} x="2" y="38" width="6" height="1" />
        ) : (
          <rect
            className={isPast ? css.got : css.coming}
            x="1"
            y={39 - heightOf(share)}
            width="8"
            height={Math.max(0.6, heightOf(share))}
          />
        )}
        {meant !== null && (
          <rect className={css.meantMark} x="0" y={39 - heightOf(meant / 100)} width="10" height="0.5" />
        )}
      </svg>
    </button>
  )
}
