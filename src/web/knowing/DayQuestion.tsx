import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../client.ts'
import { Card, CardGroup } from '../parts/Card.tsx'
import { useMe } from '../shell/me.ts'
import css from './Knowing.module.css'

/** On Today: one question a day, and to whoever says yes how many answers wait for it. */
export function DayQuestion() {
  const { member } = useMe()
  const { partnership } = member.board.areas
  const mayRead = member.kind === 'executive' || (partnership !== 'none' && partnership !== 'busy')
  const { data } = useQuery({ ...ask.knowing.day.queryOptions({ input: {} }), enabled: mayRead, retry: false })
  if (!data) return null
  const { question, waiting, kept, of } = data
  const mine = member.kind === 'executive' && waiting > 0
  if (question === null && !mine) return null
  return (
    <CardGroup title="Getting to know each other" note={<Link to="/knowing">{`${kept} of ${of}`}</Link>}>
      {mine && (
        <Card tone="amber" heading={<Link to="/knowing">{waits(waiting)}</Link>}>
          Each says first what it would have done to your last 60 days.
        </Card>
      )}
      {question && (
        <Card
          heading={
            <Link to="/knowing" search={{ question: question.key }} className={css.way ?? ''}>
              {question.asks}
            </Link>
          }
        >
          Today’s question.
        </Card>
      )}
    </CardGroup>
  )
}

const waits = (n: number): string => (n === 1 ? '1 answer waits for your yes' : `${n} answers wait for your yes`)
