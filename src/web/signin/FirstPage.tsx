import { useParams } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { zoneHere } from '../clock.ts'
import { TextField } from '../fields/Field.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import { Button } from '../parts/Button.tsx'
import css from './Door.module.css'
import { Door } from './Door.tsx'
import { type FirstLink, readLink } from './first.ts'
import { InvitedForm } from './InvitedForm.tsx'
import { useOpening } from './opening.ts'
import { Secret, Submit } from './Secret.tsx'

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

/** `/first/TOKEN`: a one-time link. It opens the first desk, lets somebody new join it, or gives one person a new password. */
export function FirstPage() {
  const { token } = useParams({ from: '/first/$token' })
  const [link, setLink] = useState<FirstLink | { readonly words: string } | null>(null)
  useEffect(() => {
    void readLink(token).then(setLink)
  }, [token])
  if (link === null) return null
  if ('words' in link)
    return (
      <Door title="This link does not open" sub={link.words}>
        <Button look="main" onClick={() => location.assign('/')}>
          Sign in
        </Button>
      </Door>
    )
  if (link.invited) return <InvitedForm token={token} link={link} invited={link.invited} />
  return link.for ? <NewPasswordForm token={token} who={link.for} /> : <NewPerson token={token} desk={link.executive} />
}

function NewPasswordForm({ token, who }: { token: string; who: NonNullable<FirstLink['for']> }) {
  const [password, setPassword] = useState('')
  const [passkey, setPasskey] = useState(false)
  const opening = useOpening(token)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void opening.open(passkey ? {} : { password }, who.name)
  }
  return (
    <Door title="A new password" sub={`For ${who.name}, ${who.email}. This link works once.`}>
      <form onSubmit={submit}>
        <Secret password={password} setPassword={setPassword} passkey={passkey} setPasskey={setPasskey} />
        <Submit opening={opening} words="Open the desk" />
      </form>
    </Door>
  )
}

/** `desk`: the executive whose desk is open already and is joined; null where this person opens the first. */
function NewPerson({ token, desk }: { token: string; desk: string | null }) {
  const { person, role, setRole, set } = useFirst()
  const [passkey, setPasskey] = useState(false)
  const opening = useOpening(token)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { password, ...who } = person
    const executive = desk ?? (role === 'executive' ? person.name : person.executive)
    void opening.open({ ...who, role, executive, ...(!passkey && { password }) }, person.name)
  }
  return (
    <Door
      title={desk === null ? 'Open the desk' : `Join ${desk}’s desk`}
      sub="This link works once. Everything you write stays on this machine."
    >
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
        {role === 'assistant' && desk === null && (
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
        <Secret password={person.password} setPassword={set('password')} passkey={passkey} setPasskey={setPasskey} />
        {desk === null && (
          <ZoneField
            label="Home zone"
            hint="Where the executive’s days are usually read; trips have their own."
            value={person.zone}
            onValue={set('zone')}
          />
        )}
        <Submit opening={opening} words={desk === null ? 'Open the desk' : 'Join the desk'} />
      </form>
    </Door>
  )
}
