import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CheckDraft, Doer, StandardView } from '../../desk/work/standards/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Choice, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import css from './Work.module.css'

const doing: readonly { readonly value: Doer | ''; readonly words: string }[] = [
  { value: '', words: 'A person ticks it' },
  { value: 'closed-before-due', words: 'The desk: closed before it is due' },
  { value: 'has-link', words: 'The desk: it has a link' },
  { value: 'event-has-place', words: 'The desk: its meeting has a place or a link' },
  { value: 'event-answered', words: 'The desk: everybody needed has said yes' },
  { value: 'hangs-on-closed', words: 'The desk: what it hangs on is closed' },
]

/** What each kind of work is held to, and a way to say it for another. */
export function Standards({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(ask.standard.list.queryOptions({ input: {} }))
  const [editing, setEditing] = useState<StandardView | 'new' | null>(null)
  if (editing) return <Editor standard={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
  return (
    <Dialog
      open
      onClose={onClose}
      title="Standards"
      sub="A standard belongs to a kind of work. The desk ticks what it can see; closing without a check needs a reason."
      actions={
        <>
          <Button of="standard.save" look="main" onClick={() => setEditing('new')}>
            Another standard
          </Button>
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      {error && <Refused error={error} retry={refetch} />}
      {!data && !error && <Waiting />}
      <WhoCan of="standard.save" what="change what is held to" />
      {data?.standards.length === 0 && <p className={css.note}>No kind of work is held to anything yet.</p>}
      {data?.standards.map((standard) => (
        <Shown key={standard.id} standard={standard} onEdit={() => setEditing(standard)} />
      ))}
    </Dialog>
  )
}

function Shown({ standard, onEdit }: { standard: StandardView; onEdit: () => void }) {
  const remove = useChange(desk.standard.remove, { said: `No standard for ${standard.kind} any more` })
  return (
    <section className={css.standard} aria-label={standard.kind}>
      <h3>{standard.kind}</h3>
      <ul className={css.counted}>
        {standard.checks.map(({ id, words, does }) => (
          <li key={id}>
            {words} {does !== null && <small className={css.note}>the desk ticks it</small>}
          </li>
        ))}
      </ul>
      <div className={css.verbs}>
        <Button of="standard.save" onClick={onEdit}>
          Change
        </Button>
        <Button
          of="standard.remove"
          look="danger"
          busy={remove.isPending}
          onClick={() => remove.mutate({ kind: standard.kind })}
        >
          Remove
        </Button>
      </div>
      <Refused error={remove.error} />
    </section>
  )
}

type Row = CheckDraft & { readonly key: string }
const blank = (): Row => ({ key: crypto.randomUUID(), words: '', does: null })
const rowsOf = (standard: StandardView | null): Row[] =>
  standard === null ? [blank()] : standard.checks.map((check) => ({ ...check, key: check.id }))

function Editor({ standard, onClose }: { standard: StandardView | null; onClose: () => void }) {
  const [kind, setKind] = useState(standard?.kind ?? '')
  // As it was read: what somebody else changes meanwhile is not written over unseen.
  const [version] = useState(standard?.version ?? 0)
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(standard))
  const save = useChange(desk.standard.save, {
    said: (answer) => `${answer.standard.kind} has its standard`,
    onDone: onClose,
  })
  const put = (key: string, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const submit = () => {
    const checks = rows.filter(({ words }) => words.trim() !== '').map(({ key: _, ...check }) => check)
    save.mutate({ kind, checks, version })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={standard === null ? 'A standard' : `The standard for ${standard.kind}`}
      actions={
        <>
          <Button of="standard.save" look="main" type="submit" form="standard" busy={save.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form
        id="standard"
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {standard === null && <TextField label="Kind of work" maxLength={60} value={kind} onValue={setKind} />}
        {rows.map((row, i) => (
          <div key={row.key} className={css.row}>
            <TextField
              label={`Check ${i + 1}`}
              maxLength={300}
              value={row.words}
              onValue={(words) => put(row.key, { words })}
            />
            <Choice
              label="Who ticks it"
              value={row.does ?? ''}
              options={doing}
              onValue={(does) => put(row.key, { does: does === '' ? null : does })}
            />
            <Button
              look="quiet"
              aria-label={`Take check ${i + 1} away`}
              onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
            >
              Take away
            </Button>
          </div>
        ))}
        <div className={css.verbs}>
          <Button onClick={() => setRows([...rows, blank()])}>Another check</Button>
        </div>
        <Refused error={save.error} />
      </form>
    </Dialog>
  )
}
