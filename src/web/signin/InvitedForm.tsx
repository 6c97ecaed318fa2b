import { type FormEvent, useState } from 'react'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Door } from './Door.tsx'
import type { FirstLink } from './first.ts'
import { useOpening } from './opening.ts'
import { Secret, Submit } from './Secret.tsx'

const as: Readonly<Record<string, string>> = {
  executive: 'the executive',
  assistant: 'an assistant',
  cover: 'cover',
  observer: 'an observer',
}

/** A seat somebody was invited to: as who they are signed in already, or with a login of their own. */
export function InvitedForm({
  token,
  link: { you, executive },
  invited,
}: {
  token: string
  link: FirstLink
  invited: NonNullable<FirstLink['invited']>
}) {
  const [fresh, setFresh] = useState(you === null)
  const title = `Join ${executive}’s desk`
  const sub = `${invited.name} is invited as ${as[invited.kind]}. This link works once.`
  if (you && !fresh)
    return <AsYourself token={token} you={you} title={title} sub={sub} onFresh={() => setFresh(true)} />
  return <Newcomer token={token} name={invited.name} title={title} sub={sub} />
}

type Head = { token: string; title: string; sub: string }

function AsYourself({
  token,
  you,
  title,
  sub,
  onFresh,
}: Head & { you: NonNullable<FirstLink['you']>; onFresh: () => void }) {
  const opening = useOpening(token)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void opening.open({ asYou: true }, you.name)
  }
  return (
    <Door title={title} sub={sub}>
      <form onSubmit={submit}>
        <p>
          You are signed in as {you.name}, {you.email}.
        </p>
        {opening.wrong && <p role="alert">{opening.wrong}</p>}
        <Button type="submit" look="main" busy={opening.busy}>
          Join as {you.name}
        </Button>
        <Button onClick={onFresh}>I am somebody else</Button>
      </form>
    </Door>
  )
}

function Newcomer({ token, name, title, sub }: Head & { name: string }) {
  const [person, setPerson] = useState({ name, email: '', password: '' })
  const [passkey, setPasskey] = useState(false)
  const opening = useOpening(token)
  const set = (field: keyof typeof person) => (value: string) => setPerson((before) => ({ ...before, [field]: value }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { password, ...who } = person
    void opening.open({ ...who, ...(!passkey && { password }) }, person.name)
  }
  return (
    <Door title={title} sub={sub}>
      <form onSubmit={submit}>
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
        <Submit opening={opening} words="Join the desk" />
      </form>
    </Door>
  )
}
