import type { FindingView } from '../../desk/rules/model.ts'
import type { SegmentView, TripView } from '../../desk/travel/model.ts'
import { dayWords, placeOf, shortDayWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Clocks, SegmentCard } from './SegmentCard.tsx'
import css from './Timeline.module.css'
import { type Row, timelineOf, undated } from './timeline.ts'
import { bedWords } from './words.ts'

/** Up and down between the parts, while one of them has the focus. */
function step(event: React.KeyboardEvent<HTMLElement>) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('[data-segment]')) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-segment]')]
  all[all.indexOf(event.target) + by]?.focus()
  event.preventDefault()
}

type Props = {
  trip: TripView
  findings: readonly FindingView[]
  onAdd: (on: string) => void
}

/** A trip day by day, each part with the clocks where it is and the clocks at home, and what is between. */
export function Timeline({ trip, findings, onAdd }: Props) {
  const loose = undated(trip)
  const rows = timelineOf(trip)
  const two = trip.zones.some((zone) => zone !== trip.zone)
  return (
    <section aria-labelledby="the-way" className={two ? css.two : css.one} onKeyDown={step}>
      <h2 id="the-way" className="unseen">
        The way
      </h2>
      <div className={css.clocks} aria-hidden="true">
        <span>There</span>
        {two && <span>{placeOf(trip.zone)}</span>}
      </div>
      <ol className={css.rows}>
        {rows.map((row) => (
          <Line key={keyOf(row)} row={row} trip={trip} two={two} findings={findings} onAdd={onAdd} />
        ))}
      </ol>
      {loose.length > 0 && (
        <>
          <h3 className={css.day}>Without a time</h3>
          <ol className={css.rows}>
            {loose.map((segment) => (
              <SegmentCard
                key={segment.id}
                segment={segment}
                on={trip.from}
                two={two}
                about={aboutOf(segment, findings)}
              />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

const keyOf = (row: Row): string =>
  row.row === 'segment'
    ? row.segment.id
    : row.row === 'out'
      ? `out ${row.segment.id}`
      : row.row === 'gap'
        ? `gap ${row.before}`
        : `${row.row} ${row.on}`

/** The findings that are about a part of the trip. */
export const aboutOf = ({ id, eventId }: SegmentView, findings: readonly FindingView[]): readonly FindingView[] =>
  findings.filter(({ items }) =>
    items.some((item) => item.key === `segment:${id}` || (eventId !== null && item.eventId === eventId)),
  )

function Line({ row, trip, two, findings, onAdd }: Props & { row: Row; two: boolean }) {
  if (row.row === 'segment')
    return <SegmentCard segment={row.segment} on={row.on} two={two} about={aboutOf(row.segment, findings)} />
  if (row.row === 'out') return <Out segment={row.segment} on={row.on} two={two} />
  if (row.row === 'gap')
    return (
      <li className={css.line}>
        <span />
        <p className={`${css.gap} ${css[row.tone]}`}>
          {row.tone === 'red' && <span className="unseen">Cannot work: </span>}
          {row.words}
        </p>
      </li>
    )
  if (row.row === 'night')
    return (
      <li className={css.line}>
        <span />
        <p className={`${css.night} ${row.bed ? '' : css.noBed}`}>
          <Moon /> {row.nights === 1 ? 'Night' : `${row.nights} nights`}: {row.words}
        </p>
      </li>
    )
  return (
    <li className={css.dayLine}>
      <h3 className={css.day}>{dayHead(row.on, row.until)}</h3>
      {row.empty && <span className={css.empty}>nothing is planned</span>}
      {trip.state !== 'cancelled' && trip.state !== 'over' && (
        <Button
          of="segment.add"
          look="quiet"
          className={css.add}
          aria-label={`Add to ${dayWords(Temporal.PlainDate.from(row.on))}`}
          onClick={() => onAdd(row.on)}
        >
          +
        </Button>
      )}
    </li>
  )
}

/** A bed that is given back. */
const Out = ({ segment, on, two }: { segment: SegmentView; on: string; two: boolean }) => (
  <li className={css.line}>
    <div className={css.times}>
      <Clocks end={segment.to} on={on} two={two} first />
    </div>
    <p className={css.out}>Leave {bedWords(segment)}, check out</p>
  </li>
)

function dayHead(on: string, until: string): string {
  const [first, last] = [Temporal.PlainDate.from(on), Temporal.PlainDate.from(until)]
  return first.equals(last) ? dayWords(first) : `${shortDayWords(first)} – ${shortDayWords(last)}`
}

const Moon = () => (
  <svg className={css.moon} viewBox="0 0 12 12" aria-hidden="true">
    <path d="M9.8 7.6A4.6 4.6 0 0 1 4.4 2.2a4.2 4.2 0 1 0 5.4 5.4Z" />
  </svg>
)
