import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Counted, RecordView, Tally } from '../../desk/work/record/model.ts'
import { ask } from '../client.ts'
import { shortDayWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import css from './Work.module.css'

/** How much was on time and to standard: every number opens what it was counted from. */
export function Record({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(ask.work.record.queryOptions({ input: {} }))
  return (
    <Dialog
      open
      onClose={onClose}
      title={data?.words ?? 'The record'}
      sub="Of the last twelve months: what had a date or a standard, was late, or was never done. Stretch and what others do are left out."
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {error && <Refused error={error} retry={refetch} />}
      {data ? <Tallies record={data} onClose={onClose} /> : <Waiting />}
    </Dialog>
  )
}

const monthWords = (month: string): string =>
  Temporal.PlainDate.from(`${month}-01`).toLocaleString('en-GB', { month: 'long', year: 'numeric' })

const Tallies = ({ record, onClose }: { record: RecordView; onClose: () => void }) => (
  <>
    <section className={css.section} aria-label="By kind">
      <h3>By kind</h3>
      <ul className={css.tallies}>
        {record.kinds.map(({ kind, ...tally }) => (
          <One
            key={kind}
            name={kind || 'Of no kind'}
            tally={tally}
            items={record.items.filter((one) => one.kind === kind)}
            onClose={onClose}
          />
        ))}
      </ul>
    </section>
    <section className={css.section} aria-label="By month">
      <h3>By month</h3>
      <ul className={css.tallies}>
        {record.months.map(({ month, ...tally }) => (
          <One
            key={month}
            name={monthWords(month)}
            tally={tally}
            items={record.items.filter((one) => one.month === month)}
            onClose={onClose}
          />
        ))}
      </ul>
    </section>
  </>
)

type OneProps = { name: string; tally: Tally; items: readonly Counted[]; onClose: () => void }

function One({ name, tally, items, onClose }: OneProps) {
  const [open, setOpen] = useState(false)
  return (
    <li>
      <button type="button" className={css.tally} aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{name}</b>
        <span>
          {tally.both} of {tally.of}
        </span>
        <span className={css.note}>
          on time {tally.onTime}, to standard {tally.toStandard}
        </span>
      </button>
      {open && (
        <ul className={css.counted}>
          {items.map((one) => (
            <li key={`${one.id} ${one.on} ${one.what}`}>
              <Link to="/work" search={{ event: one.id }} onClick={onClose}>
                {one.title}
              </Link>
              , {shortDayWords(Temporal.PlainDate.from(one.on))}: {howOf(one)}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

const howOf = ({ what, onTime, toStandard }: Counted): string => {
  if (what === 'missed') return 'not done that time'
  if (what === 'late') return 'late and open'
  return `${onTime ? 'on time' : 'late'}, ${toStandard ? 'to standard' : 'not to standard'}`
}
