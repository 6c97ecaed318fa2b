import type { TripView } from '../../desk/travel/model.ts'
import { todayIn } from '../clock.ts'
import { Tag, type Tone } from '../parts/Tag.tsx'
import css from './Trip.module.css'
import { aheadWords, datesWords, moneyWords, travellersWords } from './words.ts'

const states: Partial<Record<TripView['state'], { words: string; tone: Tone }>> = {
  'under way': { words: 'under way', tone: 'blue' },
  over: { words: 'over', tone: 'green' },
  cancelled: { words: 'called off', tone: 'red' },
}

export const StateTag = ({ state }: Pick<TripView, 'state'>) => {
  const tag = states[state]
  return tag ? <Tag tone={tag.tone}>{tag.words}</Tag> : null
}

/** When, where and who, in one line under the name. */
export function TripSub({ trip }: { trip: TripView }) {
  const ahead = trip.state === 'planned' ? aheadWords(trip.from, todayIn(trip.zone)) : ''
  return (
    <>
      <b>{datesWords(trip)}</b>
      {trip.cities.length > 0 && ` · ${trip.cities.join(' → ')}`}
      {trip.travellers.length > 0 && ` · ${travellersWords(trip.travellers)}`}
      {ahead && ` · ${ahead}`} <StateTag state={trip.state} />{' '}
      {trip.label === 'private' && <Tag tone="plum">private</Tag>}
      {trip.cancelled?.why && ` ${trip.cancelled.why}`}
    </>
  )
}

const approvalTones = { wanted: 'amber', asked: 'amber', given: 'green', refused: 'red' } as const

/** What it is for, what makes it worth it, what it may cost and who has said yes. */
export function TripAround({ trip }: { trip: TripView }) {
  const looked = trip.entries.filter(({ visa }) => visa !== 'not needed')
  const facts: readonly (readonly [string, string])[] = [
    ['For', trip.purpose],
    ['Worth it if', trip.success],
    ['Why at all', trip.why],
    ['Budget', trip.budget ? moneyWords(trip.budget) : ''],
    ['So far', trip.costs.map(moneyWords).join(' + ')],
    ['Last way home', trip.lastWayHome ?? ''],
  ]
  const said = facts.filter(([, words]) => words !== '')
  if (said.length + trip.approvals.length + looked.length === 0) return null
  return (
    <dl className={css.around}>
      {said.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
      {trip.approvals.length > 0 && (
        <div>
          <dt>Approvals</dt>
          <dd>
            {trip.approvals.map(({ of, state }) => (
              <span key={of} className={css.approval}>
                {of} <Tag tone={approvalTones[state]}>{state}</Tag>
              </span>
            ))}
          </dd>
        </div>
      )}
      {looked.length > 0 && (
        <div>
          <dt>Visas</dt>
          <dd>
            {looked.map(({ country, name, visa }) => (
              <span key={country} className={css.approval}>
                {name}{' '}
                <Tag tone={visa === 'held' ? 'green' : 'amber'}>{visa === 'unknown' ? 'nobody has looked' : visa}</Tag>
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}
