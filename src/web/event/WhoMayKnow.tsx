import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'
import { Choice, TextField } from '../fields/Field.tsx'
import type { Form } from './draft.ts'
import css from './WhoMayKnow.module.css'

const labels = [
  { value: 'open' as const, words: 'Open: anyone at the doors may know' },
  { value: 'desk' as const, words: 'Desk: the people of this desk' },
  { value: 'private' as const, words: 'Private: the executive and named people' },
]

/** Who may read it, whom it names where it is private, and what the others are told. */
export function WhoMayKnow({ form, onPut }: { form: Form; onPut: (part: Partial<Form>) => void }) {
  return (
    <>
      <Choice label="Who may know" value={form.label} options={labels} onValue={(label) => onPut({ label })} />
      {form.label === 'private' && <Named readers={form.readers} onReaders={(readers) => onPut({ readers })} />}
      {form.label !== 'open' && (
        <TextField
          label="What others are told"
          hint={`They see the time and “${form.publicReason.trim() || 'Unavailable'}”, never the name.`}
          placeholder="Out of office"
          maxLength={120}
          value={form.publicReason}
          onValue={(publicReason) => onPut({ publicReason })}
        />
      )}
    </>
  )
}

/** The members who may read something private besides those who see all that is. */
export function Named({
  readers,
  onReaders,
}: {
  readers: readonly string[]
  onReaders: (readers: readonly string[]) => void
}) {
  const { data } = useQuery(ask.member.list.queryOptions({ input: {} }))
  const others = (data?.members ?? []).filter(({ kind }) => kind !== 'executive')
  if (others.length === 0) return null
  const put = (id: string, on: boolean) => onReaders(on ? [...readers, id] : readers.filter((one) => one !== id))
  return (
    <fieldset className={css.named}>
      <legend>It names</legend>
      {others.map(({ id, name, kind }) => (
        <label key={id}>
          <input type="checkbox" checked={readers.includes(id)} onChange={(e) => put(id, e.target.checked)} /> {name}
          {kind === 'agent' && ', an agent'}
        </label>
      ))}
      <p>Whoever sees all private items on the Board sees it too.</p>
    </fieldset>
  )
}
