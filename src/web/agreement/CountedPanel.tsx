import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, type desk } from '../client.ts'
import { momentWords, monthWords } from '../dates.ts'
import { Before } from '../journal/Before.tsx'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import css from './Agreement.module.css'
import type { Agreement, Measure, Opened } from './shown.ts'

type Entry = Awaited<ReturnType<typeof desk.agreement.counted>>['entries'][number]
type Props = {
  opened: Opened
  agreement: Agreement
  onMonth: (month: string | null) => void
  onClose: () => void
}

/** A number taken apart: its months, and the entries it was counted from, each down to what it changed. */
export function CountedPanel({ opened: { part, side, month }, agreement, onMonth, onClose }: Props) {
  const measure = agreement.parts.find((one) => one.part === part)?.measures.find((one) => one.side === side)
  const input = { part, side, ...(month !== null && { month }) }
  const { data, error, refetch } = useQuery({
    ...ask.agreement.counted.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
  if (!measure) return null
  return (
    <Panel
      open
      onClose={onClose}
      title={measure.title}
      sub={`${agreement.whose[side]}: ${measure.words ?? 'not measured yet'} in the last twelve months.`}
    >
      <Months measure={measure} month={month} onMonth={onMonth} />
      {error && <Refused error={error} retry={refetch} />}
      {!data && !error && <Waiting />}
      {data && (
        <section aria-label="What it was counted from">
          <h3 className={css.from}>
            {month === null ? 'Counted from' : monthWords(month)}
            {month !== null && <Button onClick={() => onMonth(null)}>All months</Button>}
          </h3>
          <ul className={css.entries}>
            {data.entries.map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
          </ul>
          {data.more && <p className={css.why}>These are the newest 200; choose a month for the others.</p>}
        </section>
      )}
    </Panel>
  )
}

/** Every month in words; one without anything is a gap. */
const Months = ({ measure, month, onMonth }: { measure: Measure; month: string | null; onMonth: Props['onMonth'] }) => (
  <table className={css.months}>
    <caption className="unseen">{measure.title} by month</caption>
    <tbody>
      {measure.months.toReversed().map((one) => (
        <tr key={one.month}>
          <th scope="row">{monthWords(one.month)}</th>
          <td>
            {one.words === null ? (
              <span className={css.gap}>
                <span aria-hidden="true">—</span>
                <span className="unseen">nothing on record</span>
              </span>
            ) : (
              <button type="button" aria-pressed={month === one.month} onClick={() => onMonth(one.month)}>
                {one.words}
              </button>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

function Line({ entry }: { entry: Entry }) {
  const [open, setOpen] = useState(false)
  return (
    <li>
      <p>{entry.words}</p>
      <p className={css.why}>
        {momentWords(entry.at)} · {entry.by.name}
        {entry.as !== null && ` · ${entry.as}`}
      </p>
      {entry.why !== null && <p className={css.why}>Because: {entry.why}</p>}
      {open && <Before entry={entry.id} />}
      <Button
        look="quiet"
        aria-expanded={open}
        aria-label={`${open ? 'Less' : 'More…'} before and after: ${entry.words}`}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Less' : 'More…'}
      </Button>
    </li>
  )
}
