import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { momentWords, shortDayWords } from '../dates.ts'
import { AgreedList, TakeAway } from './Agreed.tsx'
import css from './OneToOne.module.css'
import type { Meeting, Shown } from './shapes.ts'

type Printing = { onPrint: (text: string) => void }

/** With those who assisted before: what was agreed with them stays to be read by the executive. */
export const Former = ({ before, onPrint }: Printing & Pick<Shown, 'before'>) =>
  before.map(({ id, name, leftOn }) => (
    <Past
      key={id}
      assistant={id}
      title={`With ${name}, who left on ${shortDayWords(Temporal.PlainDate.from(leftOn))}`}
      onPrint={onPrint}
    />
  ))

/** Those that are over, the newest open: what was agreed, and what was left for the next. */
export function Past({ assistant, title = 'Before', onPrint }: Printing & { assistant: string; title?: string }) {
  const { data } = useQuery(ask.oneToOne.list.queryOptions({ input: { with: assistant } }))
  const meetings = data?.meetings ?? []
  if (meetings.length === 0) return null
  return (
    <section aria-label={title === 'Before' ? 'One-to-ones before' : title}>
      <h2 className={css.title}>{title}</h2>
      {meetings.map((meeting, n) => (
        <One key={meeting.id} meeting={meeting} isFirst={n === 0} onPrint={onPrint} />
      ))}
    </section>
  )
}

const One = ({
  meeting,
  isFirst,
  onPrint,
}: {
  meeting: Meeting
  isFirst: boolean
  onPrint: (text: string) => void
}) => (
  <details className={css.past} open={isFirst}>
    <summary>
      {momentWords(meeting.beganAt)} <small>{countWords(meeting)}</small>
    </summary>
    {meeting.agreed.length > 0 && <AgreedList meeting={meeting} />}
    {meeting.carried.length > 0 && (
      <>
        <h3>Left for the next</h3>
        <ul className={css.left}>
          {meeting.carried.slice(0, mostLeft).map((words) => (
            <li key={words}>{words}</li>
          ))}
          {meeting.carried.length > mostLeft && <li>and {meeting.carried.length - mostLeft} more</li>}
        </ul>
      </>
    )}
    <TakeAway meeting={meeting} onPrint={onPrint} />
  </details>
)

const mostLeft = 5

const countWords = ({ agreed, carried }: Meeting): string =>
  `${agreed.length} agreed${carried.length === 0 ? '' : `, ${carried.length} left`}`
