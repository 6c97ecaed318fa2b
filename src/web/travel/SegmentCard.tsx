import { Link } from '@tanstack/react-router'
import type { FindingView } from '../../desk/rules/model.ts'
import type { SegmentView } from '../../desk/travel/model.ts'
import { clock, momentWords } from '../dates.ts'
import { Tag } from '../parts/Tag.tsx'
import { uses } from './segmentForm.ts'
import css from './Timeline.module.css'
import { type End, endWords, isAsked, lengthWords, stateTag, tellingWords, weekdayOn, zonePlace } from './words.ts'

/** How a part looks: solid is held, dashed and hatched waits, red cannot work, struck will not happen. */
export function lookOf(segment: SegmentView, about: readonly FindingView[]): string | undefined {
  if (segment.status === 'cancelled') return css.cancelled
  if (about.some(({ weight, state }) => weight === 'never' && state === 'open')) return css.broken
  if (isAsked(segment)) return css.asked
  return segment.status === 'intended' ? css.intended : css.held
}

/** One part of a trip: when it begins and ends there and at home, what it is, and how it stands. The whole card opens it. */
export function SegmentCard({
  segment,
  on,
  two,
  about,
}: {
  segment: SegmentView
  on: string
  two: boolean
  about: readonly FindingView[]
}) {
  const tag = stateTag(segment)
  const open = about.filter(({ state }) => state === 'open')
  const titles = [...new Map(open.map(({ title, weight }) => [title, weight === 'never' ? 'red' : 'amber'] as const))]
  return (
    <li className={css.line}>
      <div className={css.times}>
        <Clocks end={segment.from} on={on} two={two} first />
        <Clocks end={segment.to} on={on} two={two} />
      </div>
      <div className={`${css.card} ${lookOf(segment, about)}`} id={`segment-${segment.id}`}>
        <h4>
          <Link
            data-segment
            to="."
            search={(before) => ({ ...before, segment: segment.id })}
            resetScroll={false}
            className={css.open ?? ''}
          >
            {segment.title}
          </Link>
          <Tag tone={tag.tone}>{tag.words}</Tag>
          {titles.slice(0, 2).map(([title, tone]) => (
            <Tag key={title} tone={tone}>
              {title}
            </Tag>
          ))}
        </h4>
        <Way segment={segment} />
        <Facts segment={segment} on={on} />
      </div>
    </li>
  )
}

/** The clock where it is, and the one at home; the weekday where it is another day. */
export function Clocks({ end, on, two, first = false }: { end: End; on: string; two: boolean; first?: boolean }) {
  const place = zonePlace(end, '')
  if (end.at === null)
    return (
      <p className={first ? css.begins : css.ends}>
        <span className={css.unsaid}>{end.local?.slice(11, 16) || (first ? '–' : '')}</span>
      </p>
    )
  return (
    <p className={first ? css.begins : css.ends}>
      <span className={css.there}>
        <time dateTime={end.at.slice(0, 25)}>{clock(end.at)}</time>
        <small className={css.zone}>{[weekdayOn(end.at, on), two && place].filter(Boolean).join(', ')}</small>
      </span>
      {two && end.home !== null && (
        <span className={css.home}>
          <span className="unseen">, at home </span>
          <time dateTime={end.home.slice(0, 25)}>{clock(end.home)}</time>{' '}
          <small className={css.zone}>
            {weekdayOn(end.home, on)} <span className={css.narrow}>home</span>
          </small>
        </span>
      )}
    </p>
  )
}

/** "London City (LCY), terminal unknown → Zurich (ZRH), terminal 2 · 1 h 40". */
function Way({ segment }: { segment: SegmentView }) {
  const { carries } = uses(segment.kind)
  const from = endWords(segment.from, carries)
  const to = endWords(segment.to, carries)
  const length = segment.kind === 'stay' ? '' : lengthWords(segment)
  if (!carries) {
    const where = [segment.from.place, segment.from.address].filter(Boolean).join(', ')
    return (
      <p className={css.way}>{[where || segment.provider || 'place unknown', length].filter(Boolean).join(' · ')}</p>
    )
  }
  return (
    <p className={css.way}>
      {from} <span aria-hidden="true">→</span>
      <span className="unseen">to</span> {to}
      {length && ` · ${length}`}
    </p>
  )
}

/** A time of the same day as its clock; any other with its day and place. */
const deadlineWords = ({ at, words }: NonNullable<SegmentView['checkInBy']>, on: string): string =>
  at === null ? words : at.slice(0, 10) === on ? clock(at) : momentWords(at)

function Facts({ segment, on }: { segment: SegmentView; on: string }) {
  const { seat, cabin, confirmation, driver, pickUp, checkInBy, cancelBy, checkedBy, waiting } = segment
  const says = tellingWords(segment)
  const facts = [
    seat && `seat ${seat}`,
    cabin,
    confirmation && !says.includes(confirmation) && `ref ${confirmation}`,
    driver && `driver ${driver}`,
    pickUp && `pick-up ${pickUp}`,
    checkInBy && `check in by ${deadlineWords(checkInBy, on)}`,
    cancelBy && `cancel free until ${deadlineWords(cancelBy, on)}`,
    checkedBy && `checked by ${checkedBy.who}, ${momentWords(checkedBy.at)}`,
  ].filter(Boolean)
  return (
    <p className={css.facts}>
      {facts.join(' · ')}
      {facts.length > 0 && says && ' · '}
      {says && <b className={waiting ? css.waiting : css.status}>{says}</b>}
    </p>
  )
}
