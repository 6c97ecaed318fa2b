import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { PersonView } from '../../desk/people/model.ts'
import type { Weekday } from '../../plan/time.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Choice, TextField } from '../fields/Field.tsx'
import { WeekdayField } from '../fields/WeekdayField.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './People.module.css'

/** Who assists somebody: one the desk knows, or somebody new; on which days, or for what. */
export function AssistDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const form = useId()
  const [who, setWho] = useState({ id: '', name: '', address: '' })
  const [days, setDays] = useState<readonly Weekday[]>([])
  const [area, setArea] = useState('')
  const known = useQuery(ask.person.list.queryOptions({ input: { most: 2000 } }))
  const others = (known.data?.people ?? []).filter(({ id }) => id !== person.id)
  const assisted = useChange(desk.person.assist, {
    said: (done) => `Offers for ${done.person.name} go to their assistant`,
    onDone: onClose,
  })
  const say = () =>
    assisted.mutate({
      id: person.id,
      ...(who.id !== ''
        ? { assistantId: who.id }
        : {
            assistant: {
              name: who.name.trim(),
              address: who.address.trim() === '' ? null : who.address.trim(),
              zone: person.zone,
            },
          }),
      days: [...days],
      area: area.trim(),
    })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Who assists ${person.name}?`}
      sub="What you offer goes to them by itself; you can always write to whom they assist instead"
      actions={
        <>
          <Button look="main" type="submit" form={form} of="person.assist" busy={assisted.isPending}>
            They do
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form
        id={form}
        className={css.fields}
        onSubmit={(event) => {
          event.preventDefault()
          say()
        }}
      >
        <Choice
          label="Who"
          value={who.id}
          options={[
            { value: '', words: 'Somebody new' },
            ...others.map(({ id, name, organisation }) => ({
              value: id,
              words: organisation === '' ? name : `${name}, ${organisation}`,
            })),
          ]}
          onValue={(id) => setWho({ ...who, id })}
        />
        {who.id === '' && (
          <div className={css.pair}>
            <TextField
              label="Name"
              required
              maxLength={200}
              autoComplete="off"
              value={who.name}
              onValue={(name) => setWho({ ...who, name })}
            />
            <TextField
              label="Address"
              type="email"
              maxLength={320}
              autoComplete="off"
              value={who.address}
              onValue={(address) => setWho({ ...who, address })}
            />
          </div>
        )}
        <WeekdayField label="On these days; none chosen: always" value={days} onValue={setDays} />
        <TextField
          label="For"
          hint="“board papers”, “travel”; nothing: for everything"
          maxLength={120}
          autoComplete="off"
          value={area}
          onValue={setArea}
        />
      </form>
      <Refused error={assisted.error} />
    </Dialog>
  )
}
