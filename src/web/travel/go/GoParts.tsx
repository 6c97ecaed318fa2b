import type { SegmentView } from '../../../desk/travel/model.ts'
import { clock, dayWords, momentWords, shortDayWords } from '../../dates.ts'
import { Tag } from '../../parts/Tag.tsx'
import { uses } from '../segmentForm.ts'
import {
  bedWords,
  clockOn,
  type End,
  endWords,
  isAsked,
  kindWords,
  stateTag,
  terminalWords,
  untilWords,
  zonePlace,
} from '../words.ts'
import css from './Go.module.css'
import type { Amiss } from './kept.ts'
import type { Day } from './next.ts'

/** What is next, or under way: large the clock where it is, then all one is asked for at a counter or a kerb. */
export function BigCard({
  segment,
  now,
  home,
  under = false,
  small = false,
}: {
  segment: SegmentView
  now: string
  home: string
  under?: boolean
  small?: boolean
}) {
  const { from, to } = segment
  const { carries } = uses(segment.kind)
  const tag = stateTag(segment)
  const main = under ? to : from
  const says = under ? (carries ? 'arrives' : 'ends') : carries ? 'leaves' : 'begins'
  return (
    <section
      className={`${css.big} ${small ? css.small : ''} ${isAsked(segment) ? css.asked : ''}`}
      aria-label={under ? 'Now' : 'Next'}
    >
      <p className={css.label}>
        {under ? 'Now' : 'Next'} · {kindWords[segment.kind]} <Tag tone={tag.tone}>{tag.words}</Tag>
      </p>
      <h2>{segment.title}</h2>
      {main.at ? (
        <p className={css.moment}>
          <time dateTime={main.at.slice(0, 25)} className={css.clock}>
            {clock(main.at)}
          </time>
          <span>
            {shortDayWords(Temporal.PlainDate.from(main.at.slice(0, 10)))}, {zonePlace(main, home)}
            <br />
            <b>
              {says} {untilWords(now, main.at)}
            </b>
          </span>
        </p>
      ) : (
        <p>{main.words ?? 'Nobody has said when.'}</p>
      )}
      {main.home && main.at && main.home.slice(11, 16) !== main.at.slice(11, 16) && (
        <p className={css.soft}>{momentWords(main.home)} at home</p>
      )}
      {segment.checkInBy && !under && <p className={css.deadline}>Check in by {segment.checkInBy.words}</p>}
      <dl className={css.ways}>
        <Place name={carries ? 'From' : 'At'} end={from} carries={carries} />
        {carries && <Place name="To" end={to} carries arrives />}
      </dl>
      <Handy segment={segment} />
      {isMoving(segment) && <p className={css.waits}>{segment.statusWords}</p>}
    </section>
  )
}

function Place({
  name,
  end,
  carries,
  arrives = false,
}: {
  name: string
  end: End
  carries: boolean
  arrives?: boolean
}) {
  const place = end.place && end.airport ? `${end.place} (${end.airport})` : (end.place ?? end.airport)
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{place ?? 'place unknown'}</b>
        {carries && end.airport && <span className={css.terminal}>{terminalWords(end.terminal)}</span>}
        {end.address && <span>{end.address}</span>}
        {arrives && end.at && <span>{momentWords(end.at)}</span>}
      </dd>
    </div>
  )
}

/** Seat, reference, driver and pick-up: what is read out, shown or called. */
function Handy({ segment }: { segment: SegmentView }) {
  const { seat, confirmation, driver, phone, pickUp, name, cabin } = segment
  return (
    <>
      {pickUp && (
        <p className={css.pickUp}>
          <span>Pick-up</span> {pickUp}
        </p>
      )}
      {(driver || phone) && (
        <p className={css.driver}>
          {driver && <span>{driver}</span>}
          {phone && (
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} className={css.call}>
              Call {phone}
            </a>
          )}
        </p>
      )}
      {(seat || confirmation) && (
        <dl className={css.handy}>
          {seat && (
            <div>
              <dt>Seat</dt>
              <dd>{seat}</dd>
            </div>
          )}
          {confirmation && (
            <div>
              <dt>Reference</dt>
              <dd className={css.code}>{confirmation}</dd>
            </div>
          )}
        </dl>
      )}
      {(cabin || name) && <p className={css.soft}>{[cabin, name].filter(Boolean).join(' · ')}</p>}
    </>
  )
}

/** What does not fit yet: nobody should find out on the way. */
export const AmissCard = ({ amiss }: { amiss: readonly Amiss[] }) =>
  amiss.length === 0 ? null : (
    <section className={css.amiss} aria-label="Does not fit yet">
      <p className={css.label}>Does not fit yet</p>
      <ul>
        {amiss.map(({ fingerprint, title, words, state }) => (
          <li key={fingerprint}>
            <b>{title}</b> {state === 'asked' && <Tag tone="amber">asked, no answer</Tag>}
            <p>{words}</p>
          </li>
        ))}
      </ul>
    </section>
  )

/** Where the next night is. */
export const BedCard = ({ segment }: { segment: SegmentView }) => (
  <section className={css.bed} aria-label="Where you sleep">
    <p className={css.label}>Where you sleep</p>
    <h2>{bedWords(segment)}</h2>
    <p>
      {[segment.from.place !== bedWords(segment) && segment.from.place, segment.from.address]
        .filter(Boolean)
        .join(', ')}
    </p>
    {segment.confirmation && (
      <p>
        Reference <b className={css.code}>{segment.confirmation}</b>
      </p>
    )}
    {segment.phone && (
      <p>
        <a href={`tel:${segment.phone.replaceAll(/[^+\d]/g, '')}`}>Call {segment.phone}</a>
      </p>
    )}
    {segment.to.at && <p className={css.soft}>Until {momentWords(segment.to.at)}</p>}
  </section>
)

/** It is another than it was, or is asked to be. */
const isMoving = ({ status, waiting }: SegmentView): boolean => status === 'changed' || waiting !== null

/** Of what stands as it was booked there is nothing to say. */
function StateTag({ segment }: { segment: SegmentView }) {
  const { words, tone } = stateTag(segment)
  return words === 'booked' || words === 'confirmed' ? null : <Tag tone={tone}>{words}</Tag>
}

/** The rest of a day, one line a part. */
export function DayParts({ day, today, bed }: { day: Day; today: string; bed: string | null }) {
  const parts = day.parts.filter(({ id }) => id !== bed)
  if (parts.length === 0) return null
  return (
    <section className={css.day} aria-label={dayWords(Temporal.PlainDate.from(day.on))}>
      <h2>{day.on === today ? 'Later today' : dayWords(Temporal.PlainDate.from(day.on))}</h2>
      <ol>
        {parts.map((one) => (
          <li key={one.id} className={isAsked(one) ? css.lineAsked : css.line}>
            <p className={css.times}>
              {one.from.at ? <time dateTime={one.from.at.slice(0, 25)}>{clockOn(one.from.at, day.on)}</time> : '–'}
              <small>{zonePlace(one.from, '')}</small>
            </p>
            <div>
              <b>{one.title}</b> <StateTag segment={one} />
              <p>{endWords(one.from, uses(one.kind).carries)}</p>
              {one.to.at && uses(one.kind).carries && (
                <p>
                  arrives {clockOn(one.to.at, day.on)} {zonePlace(one.to, '')}
                </p>
              )}
              {isMoving(one) && <p>{one.statusWords}</p>}
              {(one.seat || one.confirmation) && (
                <p>
                  {[one.seat && `seat ${one.seat}`, one.confirmation && `ref ${one.confirmation}`]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
