import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { NoteView } from '../../desk/work/notes/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import css from '../commitments/Commitments.module.css'
import { NotesPanel } from '../commitments/NotesPanel.tsx'
import { shortDayWords } from '../dates.ts'
import { TextField } from '../fields/Field.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Keyed } from '../parts/KeyHint.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import { onAddNote, takeAddNote } from './open.ts'

/** Notes of calls, corridors and whatever is on no calendar, and those of meetings: each opens beside, line by line. */
export function NotesPage() {
  const navigate = useNavigate()
  const { event: open } = useSearch({ strict: false })
  const mayBegin = useMay('note.add') !== 'no'
  const list = useRef<HTMLUListElement>(null)
  const { data, error, refetch, isPending } = useQuery(ask.note.list.queryOptions({ input: { limit: 100 } }))
  const show = (id: string | null) => void navigate({ to: '/notes', search: id === null ? {} : { event: id } })
  const notes = data?.notes ?? []
  const free = notes.filter(({ eventId }) => eventId === null)
  const met = notes.filter(({ eventId }) => eventId !== null)
  const opened = notes.find(({ id }) => id === open)
  useVerbs([
    ...(free[0]
      ? [
          {
            id: 'newest-note',
            words: `Open the newest notes: ${free[0].title}`,
            keys: ['g'],
            run: () => show(free[0]?.id ?? null),
          },
        ]
      : []),
  ])
  return (
    <Page wide={false} beside={opened !== undefined}>
      <PageHead
        title="Notes"
        sub="What was said on no calendar, and in meetings; any line becomes a promise or a decision"
      />
      {mayBegin ? <Begin onBegun={show} /> : <WhoCan of="note.add" what="take notes" />}
      {isPending && <Waiting />}
      {error ? <Refused error={error} retry={refetch} /> : null}
      {data && free.length === 0 && (
        <EmptyState title="No notes on their own yet">
          {mayBegin ? (
            <>
              Type what they are about above, a call or a corridor, and write line by line. Notes of a meeting are taken
              in the meeting itself<Keyed>, with 5</Keyed>.
            </>
          ) : (
            'Notes of a call or a corridor stand here; those of a meeting stand in the meeting too.'
          )}
        </EmptyState>
      )}
      <ul className={css.lines} ref={list} aria-label="Notes">
        {free.map((note) => (
          <Line key={note.id} note={note} onOpen={() => show(note.id)} />
        ))}
      </ul>
      {met.length > 0 && (
        <section className={css.settled} aria-label="Of meetings">
          <h2 className={css.title}>
            Of meetings <small>{met.length}</small>
          </h2>
          <ul className={css.lines}>
            {met.map((note) => (
              <Line key={note.id} note={note} onOpen={() => show(note.id)} />
            ))}
          </ul>
        </section>
      )}
      {opened && <NotesPanel key={opened.id} about={opened} onClose={() => show(null)} />}
    </Page>
  )
}

/** What they are about, and Enter: the notes are there, and the next line goes into them. */
function Begin({ onBegun }: { onBegun: (id: string) => void }) {
  const [title, setTitle] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const add = useChange(desk.note.add, {
    said: (done) => `Begun: ${done.note.title}`,
    onDone: (done) => {
      setTitle('')
      onBegun(done.note.id)
    },
  })
  const focus = () => form.current?.querySelector('input')?.focus()
  useVerbs([{ id: 'take-notes', words: 'Take notes', keys: ['n'], of: 'note.add', run: focus }])
  useEffect(() => {
    const come = () => {
      if (takeAddNote()) form.current?.querySelector('input')?.focus()
    }
    come()
    return onAddNote(come)
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() !== '' && !add.isPending) add.mutate({ title: title.trim() })
  }
  return (
    <form ref={form} className={css.capture} onSubmit={submit}>
      <TextField
        label="Take notes about"
        hint={<Keyed>N, what they are about, and Enter</Keyed>}
        value={title}
        maxLength={300}
        autoComplete="off"
        onValue={setTitle}
      />
      <Refused error={add.error} />
    </form>
  )
}

const count = (n: number, one: string, many = `${one}s`) => (n === 0 ? [] : [`${n} ${n === 1 ? one : many}`])

function Line({ note, onOpen }: { note: NoteView; onOpen: () => void }) {
  const { lines, promises } = note
  const of = (kind: (typeof lines)[number]['kind']) => lines.filter((line) => line.kind === kind).length
  const said = [
    ...count(lines.length, 'line'),
    ...count(promises.length, 'promise'),
    ...count(of('decision'), 'decision'),
  ]
  return (
    <li className={css.line}>
      <button type="button" className={css.open} onClick={onOpen}>
        {note.title === '' ? 'Untitled' : note.title}
      </button>
      <p className={css.note}>
        {[shortDayWords(Temporal.PlainDate.from(note.on)), ...(said.length === 0 ? ['nothing noted yet'] : said)].join(
          ' · ',
        )}{' '}
        {of('wanted') > 0 && <Tag tone="amber">decision wanted</Tag>}
      </p>
    </li>
  )
}
