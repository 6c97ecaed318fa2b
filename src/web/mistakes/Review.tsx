import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../client.ts'
import { todayIn } from '../clock.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useMe } from '../shell/me.ts'
import css from './Mistakes.module.css'

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const named = (month: string) =>
  monthName.format(Temporal.PlainDate.from(`${month}-01`).toZonedDateTime('UTC').epochMilliseconds)

/** A month without blame: what went wrong and taught, what was seen in time, and by whom. */
export function Review() {
  const { desk } = useMe()
  const thisMonth = todayIn(desk.zone).toPlainYearMonth().toString()
  const [month, setMonth] = useState(thisMonth)
  const { data, error } = useQuery(ask.mistake.review.queryOptions({ input: { month } }))
  const move = (months: number) => setMonth(Temporal.PlainYearMonth.from(month).add({ months }).toString())
  return (
    <section className={css.review} aria-label="The month">
      <div className={css.head}>
        <h2>{named(month)}, without blame</h2>
        <span className={css.verbs}>
          <Button look="quiet" onClick={() => move(-1)}>
            Month before
          </Button>
          <Button look="quiet" disabled={month >= thisMonth} onClick={() => move(1)}>
            Month after
          </Button>
        </span>
      </div>
      <Refused error={error} />
      {data && (
        <>
          <p className={css.told}>{data.words.join(' ')}</p>
          <div className={css.columns}>
            <Part title="What was learnt" none="Nothing yet.">
              {data.mistakes
                .filter(({ learnt, stretch }) => learnt !== '' || stretch)
                .map(({ id, title, learnt, stretch }) => (
                  <li key={id}>
                    {learnt || title} {stretch && <Tag tone="blue">stretch: a slip was expected</Tag>}
                  </li>
                ))}
            </Part>
            <Part title="Seen in time" none="No finding was mended.">
              {data.nearMisses.map(({ rule, words, count }) => (
                <li key={rule}>
                  <b>{count}</b> × {words}
                </li>
              ))}
            </Part>
            <Part title="Well done" none="Nobody is named yet.">
              {data.credits.map(({ name, words }) => (
                <li key={name}>
                  <b>{name}</b> {words}
                </li>
              ))}
            </Part>
          </div>
        </>
      )}
    </section>
  )
}

const Part = ({ title, none, children }: { title: string; none: string; children: React.ReactNode[] }) => (
  <div>
    <h3>{title}</h3>
    {children.length === 0 ? <p className={css.soft}>{none}</p> : <ul>{children}</ul>}
  </div>
)
