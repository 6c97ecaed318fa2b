import { Link } from '@tanstack/react-router'
import type { SegmentView } from '../../desk/travel/model.ts'
import { clock, minutesWords, momentWords, shortDayWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Tag } from '../parts/Tag.tsx'
import { copyText } from '../shell/copy.ts'
import css from './Segment.module.css'
import { differences, uses } from './segmentForm.ts'
import { type End, endWords, moneyWords } from './words.ts'

type Fact = readonly [name: string, words: string | null | undefined]

/** Where and when it begins and ends; of terminals also that nobody has said. */
export function Ends({ segment }: { segment: SegmentView }) {
  const { carries, sleeps } = uses(segment.kind)
  const names: readonly [string, string] = carries
    ? ['From', 'To']
    : sleeps
      ? ['Check in', 'Check out']
      : ['Begins', 'Ends']
  return (
    <div className={css.ends}>
      <EndFact name={names[0]} end={segment.from} carries={carries} place />
      <EndFact name={names[1]} end={segment.to} carries={carries} place={carries} />
    </div>
  )
}

/** Everything else that is known of it, and the confirmations it was read from, newest first. */
export const SegmentFacts = ({ segment }: { segment: SegmentView }) => (
  <>
    <Facts facts={factsOf(segment, uses(segment.kind).ticket)} />
    {segment.sources.length > 0 && (
      <p className={css.needs}>
        Read from:{' '}
        {segment.sources.toReversed().map((id, n) => (
          <span key={id}>
            {n > 0 && ', '}
            <Link to="/travel/confirmations/$id" params={{ id }} search={{}}>
              {n === 0 ? 'its confirmation' : 'one before'}
            </Link>
          </span>
        ))}
      </p>
    )}
  </>
)

function factsOf(segment: SegmentView, ticket: boolean): readonly Fact[] {
  const { fare, confirmedBy, checkedBy } = segment
  return [
    ['With', segment.provider],
    ['Number', segment.number],
    ['Confirmation', segment.confirmation],
    ['Seat', segment.seat ?? (ticket ? 'unknown' : null)],
    ['Cabin', segment.cabin],
    ['Name on it', segment.name],
    ['Driver', segment.driver],
    ['Their phone', segment.phone],
    ['Pick-up', segment.pickUp],
    ['Expected', segment.people.map(({ name, address }) => name ?? address).join(', ')],
    ['Check in by', segment.checkInBy?.words],
    ['Cancel free until', segment.cancelBy?.words],
    ['Changeable', yesWords(fare.changeable, fare.changeableUntil)],
    ['Paid back', yesWords(fare.refundable, fare.refundableUntil)],
    ['Cost', segment.cost && moneyWords(segment.cost)],
    ['Needs before it', segment.minimumConnection === null ? null : minutesWords(segment.minimumConnection)],
    ['If it fails', segment.fallback],
    [
      'Asked',
      segment.waiting && `${segment.waiting.words}, of ${segment.waiting.of}, ${momentWords(segment.waiting.since)}`,
    ],
    [
      'Confirmed by',
      confirmedBy &&
        [confirmedBy.who, momentWords(confirmedBy.at), confirmedBy.reference && `ref ${confirmedBy.reference}`]
          .filter(Boolean)
          .join(', '),
    ],
    ['Checked', checkedBy ? `by ${checkedBy.who}, ${momentWords(checkedBy.at)}` : segment.asked && 'by nobody yet'],
    ['Notes', segment.notes],
  ]
}

const yesWords = (known: boolean | null, until: { local: string } | null): string | null =>
  known === null ? null : known ? (until ? `yes, until ${localWords(until.local)}` : 'yes') : 'no'

const localWords = (local: string): string =>
  `${shortDayWords(Temporal.PlainDate.from(local.slice(0, 10)))}, ${local.slice(11, 16)}`

const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={css.facts}>
    {facts.map(([name, words]) =>
      words ? (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {name === 'Their phone' ? <a href={`tel:${words.replaceAll(/[^+\d]/g, '')}`}>{words}</a> : words}
            {name === 'Confirmation' && (
              <Button
                look="quiet"
                className={css.copy}
                aria-label="Copy the confirmation"
                onClick={() => copyText(words)}
              >
                Copy
              </Button>
            )}
          </dd>
        </div>
      ) : null,
    )}
  </dl>
)

/** Where and when one end is: large the clock there, under it the one at home. */
function EndFact({ name, end, carries, place }: { name: string; end: End; carries: boolean; place: boolean }) {
  return (
    <div className={css.end}>
      <b className={css.name}>{name}</b>
      {end.at ? (
        <>
          <span className={css.big}>
            <time dateTime={end.at.slice(0, 25)}>{clock(end.at)}</time>
          </span>
          <span>{momentWords(end.at)}</span>
          {end.home && end.home.slice(0, 16) !== end.at.slice(0, 16) && <small>{momentWords(end.home)} at home</small>}
        </>
      ) : (
        <span>{end.words ?? 'nobody has said when'}</span>
      )}
      {place && <span>{endWords(end, carries)}</span>}
      {place && end.address && <small>{end.address}</small>}
      {end.zoneFrom && end.zoneFrom !== 'hand' && <small>zone from {end.zoneFrom}</small>}
    </div>
  )
}

/** What was asked beside what is booked; what differs is marked. */
export function AskedBeside({ segment }: { segment: SegmentView }) {
  const { asked } = segment
  if (asked === null) return null
  const apart = differences(segment)
  return (
    <section className={css.section} aria-label="What was asked">
      <h3>
        What was asked{' '}
        {segment.status !== 'intended' && (
          <Tag tone={apart.length > 0 ? 'red' : 'green'}>{apart.length > 0 ? 'not as asked' : 'as asked'}</Tag>
        )}
      </h3>
      <blockquote className={css.said}>{asked.words}</blockquote>
      {apart.length > 0 && (
        <table className={css.apart}>
          <thead>
            <tr>
              <td />
              <th scope="col">asked</th>
              <th scope="col">booked</th>
            </tr>
          </thead>
          <tbody>
            {apart.map((line) => (
              <tr key={line.of}>
                <th scope="row">{line.of}</th>
                <td>{line.asked}</td>
                <td>
                  <mark>≠ {line.is}</mark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** What it hangs on, and what hangs on it: each opens in its place. */
export function Depends({ segment }: { segment: SegmentView }) {
  const { needs, neededBy } = segment
  if (needs.length + neededBy.length === 0) return null
  return (
    <section className={css.section} aria-label="What it hangs on">
      <h3>What it hangs on</h3>
      <Titles words="Makes no sense without" titles={needs} />
      <Titles words="Without it make no sense" titles={neededBy} />
    </section>
  )
}

const Titles = ({ words, titles }: { words: string; titles: SegmentView['needs'] }) =>
  titles.length > 0 && (
    <p className={css.needs}>
      {words}:{' '}
      {titles.map(({ id, title }, n) => (
        <span key={id}>
          {n > 0 && ', '}
          <Link to="." search={(before) => ({ ...before, segment: id })} resetScroll={false}>
            {title}
          </Link>
        </span>
      ))}
    </p>
  )
