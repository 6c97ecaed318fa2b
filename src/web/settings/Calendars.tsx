import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../client.ts'
import { openImport } from '../import/open.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMay } from '../shell/may.ts'
import { CalendarForm, type CalendarView } from './CalendarForm.tsx'
import { RemoveCalendar } from './RemoveCalendar.tsx'
import { Section } from './Section.tsx'
import css from './Settings.module.css'

type Open = { readonly form: 'add' } | { readonly form: 'edit' | 'remove'; readonly calendar: CalendarView }

/** The desk's calendars: whose, whether they take time, and how much is in them. */
export function Calendars() {
  const known = useQuery(ask.calendar.list.queryOptions({ input: {} }))
  const mayAdd = useMay('calendar.add') !== 'no'
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title="Calendars" note="What comes in from files, and what you write yourself.">
      {known.isPending && <Waiting />}
      <Refused error={known.error} retry={() => known.refetch()} />
      {known.data?.calendars.length === 0 && (
        <p className={css.none}>None yet.{mayAdd && ' Import one, or add an empty one.'}</p>
      )}
      <ul className={css.rows}>
        {known.data?.calendars.map((calendar) => (
          <li key={calendar.id}>
            <div>
              <b>{calendar.name}</b> <Facts calendar={calendar} />
            </div>
            <Button
              of="calendar.change"
              onClick={() => setOpen({ form: 'edit', calendar })}
              aria-label={`Change ${calendar.name}`}
            >
              Change
            </Button>
            <Button
              of="calendar.remove"
              look="quiet"
              onClick={() => setOpen({ form: 'remove', calendar })}
              aria-label={`Remove ${calendar.name}`}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <WhoCan of="calendar.add" what="change the calendars" />
      <div className={css.actions}>
        <Button of="calendar.import" look="main" hint="i" onClick={() => openImport()}>
          Import a file
        </Button>
        <Button of="calendar.add" onClick={() => setOpen({ form: 'add' })}>
          Add an empty one
        </Button>
      </div>
      {open?.form === 'add' && <CalendarForm calendar={null} onClose={close} />}
      {open?.form === 'edit' && <CalendarForm calendar={open.calendar} onClose={close} />}
      {open?.form === 'remove' && <RemoveCalendar calendar={open.calendar} onClose={close} />}
    </Section>
  )
}

const Facts = ({ calendar }: { calendar: CalendarView }) => (
  <>
    {calendar.label === 'private' && <Tag tone="plum">private</Tag>}
    <p className={css.note}>
      {[
        calendar.owner === 'executive' ? 'the executive’s' : 'the assistant’s',
        calendar.events === 1 ? '1 event' : `${calendar.events} events`,
        !calendar.countsAsBusy && 'takes no time',
        calendar.readOnly && 'read only',
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  </>
)
