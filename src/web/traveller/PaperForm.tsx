import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { PaperView } from '../../desk/travel/traveller/model.ts'
import { paperKinds } from '../../plan/segment.ts'
import { useChange } from '../change.ts'
import { ask, desk, refusalOf } from '../client.ts'
import { Choice, DateField, NotesField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './Traveller.module.css'
import { WhichCountry } from './WhichCountry.tsx'

const kinds = paperKinds.map((kind) => ({ value: kind, words: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}` }))
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const formOf = (paper: PaperView | null) => ({
  kind: paper?.kind ?? ('passport' as const),
  country: paper?.country ?? null,
  name: paper?.name ?? '',
  number: '',
  issuedOn: paper?.issuedOn ?? '',
  until: paper?.until ?? '',
  notes: paper?.notes ?? '',
  readers: paper?.readers ?? [],
})
type Form = ReturnType<typeof formOf>

const draftOf = ({ kind, country, name, issuedOn, until, notes, readers }: Form) => ({
  ...{ kind, country, name: orNull(name), notes: notes.trim(), readers },
  issuedOn: orNull(issuedOn),
  until: orNull(until),
})

/** A paper, put on file or changed. Its number is not in the form when it opens, and goes nowhere but to the desk. */
export function PaperForm({
  personId,
  paper: now,
  onClose,
}: {
  personId: string | null
  paper: PaperView | null
  onClose: () => void
}) {
  const id = useId()
  const [paper] = useState(now)
  const [form, setForm] = useState(() => formOf(paper))
  const put = (part: Partial<Form>) => setForm((was) => ({ ...was, ...part }))
  const said = { said: (done: { paper: PaperView }) => `${done.paper.title} is on file`, onDone: onClose }
  const added = useChange(desk.paper.add, said)
  const edited = useChange(desk.paper.edit, said)
  const error = added.error ?? edited.error
  const no = refusalOf(error)
  const save = () => {
    const [draft, number] = [draftOf(form), orNull(form.number)]
    if (paper === null) added.mutate({ personId, ...draft, number })
    else
      edited.mutate({
        id: paper.id,
        version: paper.version,
        set: { ...draft, ...(number !== null && { number }) },
      })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={paper ? `Change ${paper.title}` : 'Put a paper on file'}
      sub="It is private: whoever may not see that is told that papers are on file, and whether one expires."
      actions={
        <>
          <Button
            look="main"
            type="submit"
            form={id}
            of={paper ? 'paper.edit' : 'paper.add'}
            busy={added.isPending || edited.isPending}
          >
            {paper ? 'Save' : 'Put on file'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form
        id={id}
        className={css.fields}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className={css.pair}>
          <Choice label="What it is" value={form.kind} options={kinds} onValue={(kind) => put({ kind })} />
          <WhichCountry
            label={form.kind === 'visa' ? 'Where it is good' : 'Which country gave it'}
            value={form.country}
            onValue={(country) => put({ country })}
          />
        </div>
        <TextField
          label="Number"
          hint={
            paper?.number
              ? 'Sealed. Leave it empty to keep the one on file; another takes its place for good.'
              : 'It is sealed as soon as it is saved.'
          }
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          value={form.number}
          onValue={(number) => put({ number })}
        />
        <TextField
          label="Name as in it"
          maxLength={200}
          autoComplete="off"
          value={form.name}
          onValue={(name) => put({ name })}
        />
        <div className={css.pair}>
          <DateField label="Issued" value={form.issuedOn} onValue={(issuedOn) => put({ issuedOn })} />
          <DateField
            label="Good until"
            value={form.until}
            wrong={no?.path === 'until' ? no.words : undefined}
            onValue={(until) => put({ until })}
          />
        </div>
        <NotesField label="Notes" rows={2} value={form.notes} onValue={(notes) => put({ notes })} />
        <Readers value={form.readers} onValue={(readers) => put({ readers })} />
        <Refused error={error} />
      </form>
    </Dialog>
  )
}

/** Members it names, who may read it though they see only what names them. */
function Readers({ value, onValue }: { value: readonly string[]; onValue: (readers: string[]) => void }) {
  const { data } = useQuery(ask.member.list.queryOptions({ input: {} }))
  const some = (data?.members ?? []).filter(({ kind }) => kind !== 'executive')
  if (some.length === 0) return null
  return (
    <fieldset className={css.readers}>
      <legend>It names</legend>
      {some.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={value.includes(id)}
            onChange={(event) => onValue(event.target.checked ? [...value, id] : value.filter((one) => one !== id))}
          />{' '}
          {name}
        </label>
      ))}
      <p className={css.note}>Whoever sees all private things on the Board reads it too.</p>
    </fieldset>
  )
}
