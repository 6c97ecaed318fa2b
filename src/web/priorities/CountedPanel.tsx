import { useQuery } from '@tanstack/react-query'
import type { PriorityView, SetView } from '../../desk/partnership/priorities/model.ts'
import { ask, type desk } from '../client.ts'
import { minutesWords, momentWords } from '../dates.ts'
import { eventAddress } from '../event/address.ts'
import { Panel } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { percent } from './open.ts'
import css from './Priorities.module.css'

const by = { hand: 'by hand', rule: 'by rule', nothing: 'belongs to none' } as const

/** The events behind a number of a week, beside the page; each opens. */
export function CountedPanel({
  horizon,
  on,
  priority,
  onClose,
  onEvent,
  onWork,
}: {
  horizon: SetView['horizon']
  on: string
  priority: PriorityView | null
  onClose: () => void
  onEvent: (address: string) => void
  onWork: (id: string) => void
}) {
  const { data, error, refetch } = useQuery(
    ask.priority.counted.queryOptions({ input: { horizon, on, ...(priority && { id: priority.id }) } }),
  )
  return (
    <Panel open onClose={onClose} title={priority?.title ?? 'Belongs to none'} sub={data && sumWords(data, priority)}>
      {error && <Refused error={error} retry={refetch} />}
      {!data && !error && <Waiting />}
      {data && data.events.length === 0 && data.private === null && data.effort.words === '' && (
        <p className={css.note}>
          {data.week.isKnown
            ? 'No event of that week belongs to it. Tie one from the event itself, or give it a rule.'
            : 'Nothing is on the calendars in that week: there is nothing to count.'}
        </p>
      )}
      <ul className={css.behind}>
        {data?.events.map((event) => (
          <li key={eventAddress(event)}>
            <button type="button" className={css.event} onClick={() => onEvent(eventAddress(event))}>
              <b>{event.title}</b>
              <span>
                {momentWords(event.start)} · {minutesWords(event.minutes)}
                {event.outside > 0 && `, ${minutesWords(event.outside)} outside the hours`}
                {priority && ` · ${by[event.by]}`}
              </span>
            </button>
          </li>
        ))}
        {data?.private && (
          <li className={css.hidden}>
            {minutesWords(data.private.minutes)}
            {data.private.outside > 0 && `, and ${minutesWords(data.private.outside)} outside the hours`} of it is
            private
          </li>
        )}
      </ul>
      {data && data.effort.words !== '' && <WorkBehind counted={data} onWork={onWork} />}
    </Panel>
  )
}

type Told = Awaited<ReturnType<typeof desk.priority.counted>>

/** "9 % of last week, 4 h; 15 % meant" */
const sumWords = ({ lived, week }: Told, priority: PriorityView | null): string => {
  const got =
    lived.share === null
      ? `Nothing is known of ${week.words}`
      : `${percent(lived.share)} of ${week.words}, ${minutesWords(lived.minutes)}`
  return priority?.meant == null ? got : `${got}; ${priority.meant} % meant`
}

/** Work by its effort: no part of the hours above. */
const WorkBehind = ({
  counted: { effort, work, privateWork },
  onWork,
}: {
  counted: Told
  onWork: (id: string) => void
}) => (
  <section aria-label="Work beside the calendar">
    <h3 className={css.apart}>Beside the calendar</h3>
    <p className={css.note}>{effort.words}. It is no part of the hours above.</p>
    <ul className={css.behind}>
      {work.map((one) => (
        <li key={one.id}>
          <button type="button" className={css.event} onClick={() => onWork(one.id)}>
            <b>{one.title}</b>
            <span>
              {one.is} · {one.minutes === null ? 'no effort given' : minutesWords(one.minutes)}
            </span>
          </button>
        </li>
      ))}
      {privateWork && (
        <li className={css.hidden}>
          {privateWork.pieces === 1 ? 'One piece' : `${privateWork.pieces} pieces`} of it{' '}
          {privateWork.pieces === 1 ? 'is' : 'are'} private
        </li>
      )}
    </ul>
  </section>
)
