import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { momentWords } from '../dates.ts'
import { AgreedList, TakeAway } from './Agreed.tsx'
import css from './OneToOne.module.css'
import type { Meeting } from './shapes.ts'

/** Those that are over, the newest open: what was agreed, and what was left for the next. */
export function Past({ assistant, onPrint }: { assistant: string; onPrint: (text: string) => void }) {
  const { data } = useQuery(ask.oneToOne.list.queryOptions({ input: { with: assistant } }))
  const meetings = data?.meetings ?? []
  if (meetings.length === 0) return null
  return (
    <section aria-label="One-to-ones before">
      <h2 className={css.title}>Before</h2>
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
