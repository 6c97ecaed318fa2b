import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useMemo, useRef, useState } from 'react'
import type { NoteLine, NoteView } from '../../desk/work/notes/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Keyed } from '../parts/KeyHint.tsx'
import { Looked } from '../parts/Looked.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from './Commitments.module.css'
import { LinePromise } from './LinePromise.tsx'

/** Of a meeting, or of nothing on a calendar and then by their own id. */
type About = {
  readonly title: string
  readonly id?: string
  readonly eventId: string | null
  readonly recurrenceId: string | null
}

/** Notes: a line and Enter, and with one key a line is a promise of ours or theirs, or a decision. */
export function NotesPanel({ about, onClose }: { about: About; onClose: () => void }) {
  const { id, eventId, recurrenceId } = about
  const mayWrite = useMay('note.edit') !== 'no'
  const input =
    eventId === null ? { ...(id !== undefined && { id }) } : { eventId, ...(recurrenceId !== null && { recurrenceId }) }
  const { data, error, refetch } = useQuery(ask.note.show.queryOptions({ input }))
  return (
    <Panel
      open
      onClose={onClose}
      title={`Notes: ${about.title}`}
      sub={
        mayWrite && (
          <>
            A line and Enter<Keyed>; a number makes of it what it is</Keyed>
          </>
        )
      }
    >
      {data ? (
        <>
          <Known about={about} note={data.note} />
          {data.note && <Looked item={data.note.id} label={data.note.label} />}
        </>
      ) : error ? (
        <Refused error={error} retry={refetch} />
      ) : (
        <Waiting />
      )}
    </Panel>
  )
}

const kinds = { note: '', decision: 'decided', wanted: 'decision wanted' } as const

function Known({ about, note }: { about: About; note: NoteView | null }) {
  const [text, setText] = useState('')
  const [on, setOn] = useState<string | null>(null)
  const [making, setMaking] = useState<'ours' | 'theirs' | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const begin = useChange(desk.note.add)
  const change = useChange(desk.note.edit)
  const deed = note ? 'note.edit' : 'note.add'
  const mayWrite = useMay(deed) !== 'no'
  const lines = note?.lines ?? []
  const promised = useMemo(() => new Map(note?.promises.map((one) => [one.lineId, one.commitment])), [note])
  const selected = lines.find(({ id }) => id === on) ?? lines.at(-1) ?? null
  const save = (next: readonly NoteLine[]) => {
    if (note) change.mutate({ id: note.id, version: note.version, lines: [...next] })
    else begin.mutate({ eventId: about.eventId, recurrenceId: about.recurrenceId, lines: [...next] })
  }
  const add = (submitted: FormEvent) => {
    submitted.preventDefault()
    if (text.trim() === '' || begin.isPending || change.isPending) return
    const line: NoteLine = { id: crypto.randomUUID(), kind: 'note', text: text.trim(), who: '' }
    save([...lines, line])
    setOn(line.id)
    setText('')
  }
  const be = (kind: NoteLine['kind']) =>
    selected &&
    save(lines.map((line) => (line.id === selected.id ? { ...line, kind: line.kind === kind ? 'note' : kind } : line)))
  const step = (by: number) => {
    const next = lines[lines.findIndex(({ id }) => id === selected?.id) + by]
    if (!next) return
    setOn(next.id)
    list.current?.querySelector<HTMLElement>(`[data-line="${next.id}"]`)?.focus()
  }
  useVerbs(
    selected
      ? [
          { id: 'line-ours', words: 'We owe this', keys: ['1'], of: 'commitment.add', run: () => setMaking('ours') },
          {
            id: 'line-theirs',
            words: 'They owe this',
            keys: ['2'],
            of: 'commitment.add',
            run: () => setMaking('theirs'),
          },
          { id: 'line-decision', words: 'This was decided', keys: ['3'], of: 'note.edit', run: () => be('decision') },
          { id: 'line-wanted', words: 'A decision is wanted', keys: ['4'], of: 'note.edit', run: () => be('wanted') },
          { id: 'line-next', words: 'The next line', keys: ['ArrowDown'], repeats: true, run: () => step(1) },
          { id: 'line-before', words: 'The line before', keys: ['ArrowUp'], repeats: true, run: () => step(-1) },
        ]
      : [],
  )
  return (
    <>
      {mayWrite ? (
        <form onSubmit={add}>
          <TextField label="Add a line" value={text} maxLength={2000} autoComplete="off" onValue={setText} />
        </form>
      ) : (
        <WhoCan of={deed} what="write here" />
      )}
      <Refused error={begin.error ?? change.error} />
      {lines.length === 0 && <p className={css.note}>Nothing is noted yet.</p>}
      <ul className={css.few} ref={list} aria-label="Lines">
        {lines.map((line) => (
          <li
            key={line.id}
            className={`${css.noted} ${line.id === selected?.id ? css.on : ''}`}
            data-kind={promised.has(line.id) ? 'promise' : line.kind}
          >
            <button type="button" className={css.open} data-line={line.id} onClick={() => setOn(line.id)}>
              {line.text}
            </button>
            {kinds[line.kind] !== '' && (
              <p>
                <Tag tone={line.kind === 'decision' ? 'blue' : 'amber'}>{kinds[line.kind]}</Tag>
              </p>
            )}
            <Promised words={promised.get(line.id)?.words} due={promised.get(line.id)?.dueWords} />
            {line.id === selected?.id && making === null && (
              <p className={css.verbs}>
                {!promised.has(line.id) && (
                  <>
                    <Button of="commitment.add" hint="1" onClick={() => setMaking('ours')}>
                      We owe it
                    </Button>
                    <Button of="commitment.add" hint="2" onClick={() => setMaking('theirs')}>
                      They owe it
                    </Button>
                  </>
                )}
                <Button of="note.edit" hint="3" aria-pressed={line.kind === 'decision'} onClick={() => be('decision')}>
                  Decided
                </Button>
                <Button of="note.edit" hint="4" aria-pressed={line.kind === 'wanted'} onClick={() => be('wanted')}>
                  Decision wanted
                </Button>
              </p>
            )}
            {line.id === selected?.id && making !== null && note && (
              <LinePromise key={making} note={note} line={line} side={making} onDone={() => setMaking(null)} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const Promised = ({ words, due }: { words: string | undefined; due: string | undefined }) =>
  words === undefined ? null : (
    <p>
      {words} <Tag tone="green">{due}</Tag>
    </p>
  )
