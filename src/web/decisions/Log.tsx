import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask } from '../client.ts'
import { todayIn } from '../clock.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import css from './Log.module.css'
import { Past } from './Past.tsx'
import { Waits } from './Waits.tsx'

/** As many as are read; what the numbers count is shown of these. */
const most = 500

/** Which decisions a number was counted from. */
export type Counted = { readonly words: string; readonly ids: readonly string[] }

/** What was decided, with the alternatives; first what is to be looked at again, and how long answers take. */
export function Log() {
  const { desk } = useMe()
  const { data, error, refetch } = useQuery(ask.decision.log.queryOptions({ input: { limit: most } }))
  const [counted, setCounted] = useState<Counted | null>(null)
  const top = useRef<HTMLHeadingElement>(null)
  const show = (those: Counted) => {
    setCounted(those)
    top.current?.focus()
  }
  if (error) return <Refused error={error} retry={refetch} />
  if (!data || data.decisions.length === 0) return null
  const today = todayIn(desk.zone).toString()
  const due = data.decisions.filter(
    ({ reviewOn, outcome }) => reviewOn !== null && reviewOn <= today && outcome !== null && outcome.review === null,
  )
  const rest = data.decisions.filter(({ id }) =>
    counted ? counted.ids.includes(id) : !due.some((one) => one.id === id),
  )
  return (
    <>
      {due.length > 0 && !counted && (
        <section className={css.log} aria-labelledby="to-review">
          <h2 id="to-review">Was it right?</h2>
          <ul>
            {due.map((decision) => (
              <Past key={decision.id} decision={decision} due />
            ))}
          </ul>
        </section>
      )}
      <section className={css.log} aria-labelledby="decided">
        <h2 id="decided" ref={top} tabIndex={-1}>
          Decided
        </h2>
        <Waits wait={data.wait} onShow={show} />
        {counted && (
          <p className={css.counted} role="status">
            {counted.words} <Button onClick={() => setCounted(null)}>Show all again</Button>
          </p>
        )}
        <ul>
          {rest.map((decision) => (
            <Past key={decision.id} decision={decision} />
          ))}
        </ul>
      </section>
    </>
  )
}
