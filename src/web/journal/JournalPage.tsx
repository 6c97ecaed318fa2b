import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { clock, dayWords } from '../dates.ts'
import { NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { Before } from './Before.tsx'
import { Filters, filterOf, nothingWanted } from './Filters.tsx'
import css from './Journal.module.css'
import { Proof } from './Proof.tsx'

export type JournalEntry = Awaited<ReturnType<typeof desk.journal.list>>['entries'][number]

/** What happened at this desk, newest first, in plain sentences; what can be taken back has its button. */
export function JournalPage() {
  const { about } = useSearch({ from: '/desk/journal' })
  const [wanted, setWanted] = useState(nothingWanted)
  const typed = useDeferredValue(wanted)
  const isFiltered = about !== undefined || Object.values(typed).some((one) => one.trim() !== '')
  const pages = useInfiniteQuery(
    ask.journal.list.infiniteOptions({
      input: (before: number | undefined) => ({
        limit: 50,
        ...(before === undefined ? {} : { before }),
        ...filterOf(typed),
        ...(about !== undefined && { item: about }),
      }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Page>
      <PageHead
        title="Journal"
        sub="Who did what, for whom, through which door. Nothing here can be altered; what it says can be forgotten."
        actions={<Proof />}
      />
      <Filters wanted={wanted} onWanted={setWanted} />
      {about !== undefined && (
        <p className={css.about}>
          Only what happened to one thing.{' '}
          <Link to="/journal" search={{}}>
            Show everything
          </Link>
        </p>
      )}
      {pages.error && <Refused error={pages.error} retry={pages.refetch} />}
      {pages.isPending && <Waiting />}
      {pages.data && entries.length === 0 && (
        <EmptyState title={isFiltered ? 'No entry is like that' : 'Nothing has happened yet'}>
          {isFiltered ? 'Ask for less at once.' : 'Bring in a calendar, and its first line is written here.'}
        </EmptyState>
      )}
      {days(entries).map(([day, lines]) => (
        <section key={day} aria-label={day}>
          <h2 className={css.day}>{day}</h2>
          <ul className={css.entries}>
            {lines.map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {pages.hasNextPage && (
        <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Earlier entries
        </Button>
      )}
    </Page>
  )
}

function days(entries: readonly JournalEntry[]): [string, JournalEntry[]][] {
  const byDay = new Map<string, JournalEntry[]>()
  for (const entry of entries) {
    const day = dayWords(Temporal.PlainDate.from(entry.at.slice(0, 10)))
    byDay.set(day, [...(byDay.get(day) ?? []), entry])
  }
  return [...byDay]
}

function Line({ entry }: { entry: JournalEntry }) {
  const [forgetting, setForgetting] = useState(false)
  const [open, setOpen] = useState(false)
  const undone = useChange(desk.journal.undo, { said: (answer) => answer.words, loud: true })
  return (
    <li className={css.entry}>
      <span className={css.time}>{clock(entry.at)}</span>
      <div>
        <p>{entry.words}</p>
        {entry.why && <p className={css.by}>Because: {entry.why}</p>}
        <p className={css.by}>
          {entry.by.name}
          {entry.by.kind === 'agent' && (
            <>
              {' '}
              <Tag tone="blue">agent</Tag>
            </>
          )}
          , {entry.door} · entry {entry.number} {entry.undoneBy && <Tag tone="amber">undone</Tag>}
        </p>
        {!entry.undo.can && entry.undo.why !== '' && <p className={css.by}>{entry.undo.why}</p>}
        {open && <Before entry={entry.id} />}
      </div>
      <div className={css.verbs}>
        <Button
          look="quiet"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          aria-label={`${open ? 'Less' : 'More…'} before and after: ${entry.words}`}
        >
          {open ? 'Less' : 'More…'}
        </Button>
        {entry.undo.can && (
          <Button
            of="journal.undo"
            busy={undone.isPending}
            onClick={() => undone.mutate({ entry: entry.id })}
            aria-label={`Undo: ${entry.words}`}
          >
            Undo
          </Button>
        )}
        <Button
          of="journal.erase"
          look="quiet"
          onClick={() => setForgetting(true)}
          aria-label={`Forget what entry ${entry.number} says`}
        >
          Forget…
        </Button>
      </div>
      {forgetting && <Forget entry={entry} onClose={() => setForgetting(false)} />}
    </li>
  )
}

function Forget({ entry, onClose }: { entry: JournalEntry; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const erased = useChange(desk.journal.erase, { said: 'Forgotten', onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title="Forget what this entry says?"
      sub="That something happened stays on the record, with your name and reason for forgetting it; what it did can no longer be undone either."
      final={{ of: 'journal.erase' }}
      actions={
        <>
          <Button
            of="journal.erase"
            look="danger"
            disabled={reason.trim() === ''}
            busy={erased.isPending}
            onClick={() => erased.mutate({ entry: entry.id, reason })}
          >
            Forget it
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <p>{entry.words}</p>
      <NotesField label="Why" rows={2} value={reason} onValue={setReason} />
      <Refused error={erased.error} />
    </Dialog>
  )
}
