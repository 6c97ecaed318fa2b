import { useId, useState } from 'react'
import type { PersonView, Ways } from '../../desk/people/model.ts'
import type { Weekday } from '../../plan/time.ts'
import { useChange } from '../change.ts'
import { desk, refusalOf } from '../client.ts'
import { Choice, NotesField, Switch, TextField, TimeField } from '../fields/Field.tsx'
import { WeekdayField } from '../fields/WeekdayField.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import { channelChoices, paceChoices } from './choices.ts'
import css from './People.module.css'

type Form = {
  name: string
  names: string
  addresses: readonly string[]
  organisation: string
  zone: string
  days: readonly Weekday[]
  from: string
  until: string
  channel: Ways['channel']
  pace: Ways['pace']
  phone: string
  helps: string
  isPrivate: boolean
}

const formOf = (person: PersonView | null): Form => ({
  name: person?.name ?? '',
  names: person?.names.join(', ') ?? '',
  addresses: person && person.addresses.length > 0 ? person.addresses : [''],
  organisation: person?.organisation ?? '',
  zone: person?.zone ?? '',
  days: person?.ways.days ?? [],
  from: person?.ways.from ?? '',
  until: person?.ways.until ?? '',
  channel: person?.ways.channel ?? '',
  pace: person?.ways.pace ?? '',
  phone: person?.ways.phone ?? '',
  helps: person?.ways.helps ?? '',
  isPrivate: person?.label === 'private',
})

const draftOf = (form: Form, label: PersonView['label']) => ({
  name: form.name.trim(),
  names: form.names
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
  addresses: form.addresses.map((one) => one.trim()).filter((one) => one !== ''),
  organisation: form.organisation.trim(),
  zone: form.zone === '' ? null : form.zone,
  ways: {
    days: [...form.days],
    from: form.from === '' ? null : form.from,
    until: form.until === '' ? null : form.until,
    channel: form.channel,
    pace: form.pace,
    phone: form.phone.trim(),
    helps: form.helps.trim(),
  },
  label: form.isPrivate ? ('private' as const) : label === 'private' ? ('desk' as const) : label,
})

/** Somebody, written down or changed: who they are, and how they work. */
export function PersonForm({
  person: now,
  onClose,
}: {
  person: PersonView | null
  onClose: (id: string | null) => void
}) {
  // What is saved is a change of what was read, whatever somebody else has written since.
  const [person] = useState(now)
  const id = useId()
  const { desk: at } = useMe()
  const [form, setForm] = useState(formOf(person))
  const put = (part: Partial<Form>) => setForm((was) => ({ ...was, ...part }))
  const added = useChange(desk.person.add, {
    said: (done) => `${done.person.name} is written down`,
    onDone: (done) => onClose(done.person.id),
  })
  const edited = useChange(desk.person.edit, {
    said: (done) => `${done.person.name} is changed`,
    onDone: (done) => onClose(done.person.id),
  })
  const save = () => {
    const draft = draftOf(form, person?.label ?? 'desk')
    if (person) edited.mutate({ id: person.id, version: person.version, ...draft })
    else added.mutate(draft)
  }
  const no = refusalOf(added.error ?? edited.error)
  const wrongAt = (path: string) => (no?.path?.startsWith(path) ? no.words : undefined)
  return (
    <Panel
      open
      onClose={() => onClose(person?.id ?? null)}
      title={person ? `Change ${person.name}` : 'Write somebody down'}
      actions={
        <>
          <Button
            look="main"
            type="submit"
            form={id}
            of={person ? 'person.edit' : 'person.add'}
            busy={added.isPending || edited.isPending}
          >
            {person ? 'Save' : 'Write down'}
          </Button>
          <Button onClick={() => onClose(person?.id ?? null)}>Not now</Button>
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
          <TextField
            label="Name"
            required
            maxLength={200}
            value={form.name}
            autoComplete="off"
            onValue={(name) => put({ name })}
          />
          <TextField
            label="Organisation"
            maxLength={200}
            value={form.organisation}
            autoComplete="off"
            onValue={(organisation) => put({ organisation })}
          />
        </div>
        <TextField
          label="Also called"
          hint="Other names they write under, with commas between"
          maxLength={1000}
          value={form.names}
          autoComplete="off"
          onValue={(names) => put({ names })}
        />
        <Addresses form={form} wrong={wrongAt('addresses')} onAddresses={(addresses) => put({ addresses })} />
        <ZoneField
          label="Their zone"
          hint={form.zone === '' ? `Not known; yours is ${at.zone.replaceAll('_', ' ')}` : undefined}
          value={form.zone}
          onValue={(zone) => put({ zone })}
        />
        <fieldset className={css.ways}>
          <legend>How they work</legend>
          <WeekdayField label="Days" value={form.days} onValue={(days) => put({ days })} />
          <div className={css.pair}>
            <TimeField
              label="From"
              value={form.from}
              {...(form.zone !== '' && { zone: form.zone })}
              onValue={(from) => put({ from })}
            />
            <TimeField
              label="Until"
              value={form.until}
              wrong={wrongAt('ways')}
              {...(form.zone !== '' && { zone: form.zone })}
              onValue={(until) => put({ until })}
            />
          </div>
          <div className={css.pair}>
            <Choice
              label="Answers"
              value={form.channel}
              options={channelChoices}
              onValue={(channel) => put({ channel })}
            />
            <Choice label="How soon" value={form.pace} options={paceChoices} onValue={(pace) => put({ pace })} />
          </div>
          <TextField
            label="Telephone"
            type="tel"
            maxLength={60}
            value={form.phone}
            autoComplete="off"
            onValue={(phone) => put({ phone })}
          />
          <NotesField label="What helps" rows={2} value={form.helps} onValue={(helps) => put({ helps })} />
        </fieldset>
        <Switch
          label="Private"
          hint="Only whoever sees what is private knows of them; nothing goes to them by itself"
          value={form.isPrivate}
          onValue={(isPrivate) => put({ isPrivate })}
        />
      </form>
      <Refused error={added.error ?? edited.error} />
    </Panel>
  )
}

type AddressesProps = { form: Form; wrong: string | undefined; onAddresses: (addresses: readonly string[]) => void }

/** One field an address; the first is written to. */
const Addresses = ({ form: { addresses }, wrong, onAddresses }: AddressesProps) => (
  <div className={css.fields}>
    {addresses.map((address, n) => (
      <TextField
        // biome-ignore lint/suspicious/noArrayIndexKey: an address is its place in the list while it is typed
        key={n}
        label={n === 0 ? 'Address' : `Address ${n + 1}`}
        type="email"
        maxLength={320}
        autoComplete="off"
        value={address}
        wrong={n === 0 ? wrong : undefined}
        onValue={(value) => onAddresses(addresses.with(n, value))}
      />
    ))}
    {addresses.length < 20 && (
      <Button look="quiet" className={css.start} onClick={() => onAddresses([...addresses, ''])}>
        Another address
      </Button>
    )}
  </div>
)
