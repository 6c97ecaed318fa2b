import { useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { zoneHere } from '../clock.ts'
import { TextField } from '../fields/Field.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import { Button } from '../parts/Button.tsx'
import css from './Door.module.css'
import { Door } from './Door.tsx'
import { openDesk } from './first.ts'

type Role = 'executive' | 'assistant'
const roles: readonly { readonly role: Role; readonly words: string }[] = [
  { role: 'assistant', words: 'I assist them' },
  { role: 'executive', words: 'I am the executive' },
]

function useFirst() {
  const [person, setPerson] = useState({ name: '', email: '', password: '', executive: '', zone: zoneHere() })
  const [role, setRole] = useState<Role>('assistant')
  const set = (field: keyof typeof person) => (value: string) => setPerson((before) => ({ ...before, [field]: value }))
  return { person, role, setRole, set }
}

/** `/first/TOKEN`: the one-time link printed at the first start. */
export function FirstPage() {
  const { token } = useParams({ from: '/first/$token' })
  const { person, role, setRole, set } = useFirst()
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const open = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    const executive = role === 'executive' ? person.name : person.executive
    const opened = await openDesk(token, { ...person, role, executive })
    if (opened.ok) return location.assign('/today')
    setWrong(opened.words)
    setBusy(false)
  }
  return (
    <Door title="Open the desk" sub="This link works once. Everything you write stays on this machine.">
      <form onSubmit={(event) => void open(event)}>
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
        <ZoneField
          label="Home zone"
          hint="Where the executive’s days are usually read; trips have their own."
          value={person.zone}
          onValue={set('zone')}
        />
        {wrong && <p role="alert">{wrong}</p>}
        <Button type="submit" look="main" busy={busy}>
          Open the desk
        </Button>
      </form>
    </Door>
  )
}
