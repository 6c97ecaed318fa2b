import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../client.ts'
import { CardGroup } from '../parts/Card.tsx'
import css from '../today/Ahead.module.css'
import { dueText } from './dueText.ts'
import { groupsOf } from './groups.ts'

/** What is to be done on the day that is shown, and on the day that is today what is late; each line opens it. */
export function DueToday({ on, isToday }: { on: string; isToday: boolean }) {
  const { data } = useQuery({ ...ask.work.list.queryOptions({ input: {} }), retry: false, refetchInterval: 60_000 })
  if (!data) return null
  const groups = groupsOf(data.works, Temporal.PlainDate.from(on), data.zone)
  const lines = groups
    .filter(({ name }) => name === 'Today' || (isToday && name === 'Late'))
    .flatMap(({ works }) => works)
    .filter(({ late, dueOn }) => late || dueOn === on)
  if (lines.length === 0) return null
  return (
    <CardGroup title="To do" note={lines.length === 1 ? '1 thing' : `${lines.length} things`}>
      <ul className={css.days}>
        {lines.map((work) => (
          <li key={work.id}>
            <Link to="/work" search={{ event: work.id }} className={`${css.held} ${work.late ? css.never : ''}`}>
              <b>{work.title}</b>
              <span>
                {work.late ? 'late: was due ' : ''}
                {dueText(work)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </CardGroup>
  )
}
