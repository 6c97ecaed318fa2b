import { useState } from 'react'
import type { Today } from '../../desk/briefing/contract.ts'
import { clock } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import css from './SinceLastNight.module.css'

const shown = 2

/** What others, or files, changed since the end of yesterday's work. */
export function SinceLastNight({ changes }: { changes: Today['sinceLastNight'] }) {
  const [all, setAll] = useState(false)
  if (changes.length === 0) return null
  const more = changes.length - shown
  return (
    <section className={`${css.changed} unprinted`} aria-label="Since last night">
      <h2>Since last night</h2>
      <ul>
        {(all ? changes : changes.slice(0, shown)).map((change) => (
          <li key={change.entry}>
            <time dateTime={change.at.slice(0, 25)}>{clock(change.at)}</time> {change.words}
          </li>
        ))}
      </ul>
      {more > 0 && !all && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {more} more
        </Button>
      )}
    </section>
  )
}
