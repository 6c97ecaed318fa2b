import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { zoneHere } from '../clock.ts'
import { Switch, TextField } from '../fields/Field.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import { Button } from '../parts/Button.tsx'
import { addPasskey } from './account.ts'
import css from './Door.module.css'
import { Door } from './Door.tsx'
import { type FirstPerson, openDesk } from './first.ts'

type Role = 'executive' | 'assistant'
const roles: readonly { readonly role: Role; readonly words: string }[] = [
  { role: 'assistant', words: 'I assist them' },
  { role: 'executive', words: 'I am the executive' },
]

const withPasskey = 'PublicKeyCredential' in globalThis

function useFirst() {
  const [person, setPerson] = useState({ name: '', email: '', password: '', executive: '', zone: zoneHere() })
  const [role, setRole] = useState<Role>('assistant')
  const set = (field: keyof typeof person) => (value: string) => setPerson((before) => ({ ...before, [field]: value }))
  return { person, role, setRole, set }
}

/** The link is spent by the first try that is accepted; a passkey is made right after, and can be tried again. */
function useOpening(token: string) {
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [inside, setInside] = useState(false)
  const failed = (words: string) => {
    setWrong(words)
    setBusy(false)
  }
  const open = async (person: FirstPerson) => {
    setBusy(true)
    setWrong(null)
    if (!inside) {
      const opened = await openDesk(token, person).catch(
        () => ({ ok: false, words: 'The desk did not answer.' }) as const,
      )
      if (!opened.ok) return failed(opened.words)
      setInside(true)
    }
    if (person.password === undefined) {
      const made = await addPasskey(person.name)
      if (!made.ok) return failed(`You are in, but no passkey was made: ${made.words}`)
    }
    location.assign('/today')
  }
  return { open, wrong, busy, inside }
}

/** `/first/TOKEN`: the one-time link printed at the first start. */
export function FirstPage() {
  const { token } = useParams({ from: '/first/$token' })
  const { person, role, setRole, set } = useFirst()
  const [passkey, setPasskey] = useState(false)
  const { open, wrong, busy, inside } = useOpening(token)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { password, ...who } = person
    const executive = role === 'executive' ? person.name : person.executive
    void open({ ...who, role, executive, ...(!passkey && { password }) })
  }
  return (
    <Door title="Open the desk" sub="This link works once. Everything you write stays on this machine.">
      <form onSubmit={submit}>
        <fieldset className={css.roles}>
          <legend>Who are you at this desk?</legend>
          {roles.map((one) => (
            <label key={one.role} className={css.role}>
              <input type="radio" name="role" checked={role === one.role} onChange={() => setRole(one.role)} />
              {one.words}
            </label>
          ))}
        </fieldset>
        {role === 'assistant' && (
          <TextField label="The executive’s name" required value={person.executive} onValue={set('executive')} />
        )}
        <TextField label="Your name" autoComplete="name" required value={person.name} onValue={set('name')} />
        <TextField
          label="Your email"
          type="email"
          autoComplete="username"
          required
          value={person.email}
          onValue={set('email')}
        />
        {!passkey && (
          <TextField
            label="A password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            hint="Ten characters or more"
            required
            value={person.password}
            onValue={set('password')}
          />
        )}
        {withPasskey && (
          <Switch
            label="A passkey instead"
            hint="Your finger, face or PIN; made as the desk opens."
            value={passkey}
            onValue={setPasskey}
          />
        )}
        <ZoneField
          label="Home zone"
          hint="Where the executive’s days are usually read; trips have their own."
          value={person.zone}
          onValue={set('zone')}
        />
        {wrong && <p role="alert">{wrong}</p>}
        <Button type="submit" look="main" busy={busy}>
          {inside ? 'Try the passkey again' : 'Open the desk'}
        </Button>
        {inside && (
          <Button busy={busy} onClick={() => location.assign('/today')}>
            Go to the desk without one
          </Button>
        )}
      </form>
    </Door>
  )
}
