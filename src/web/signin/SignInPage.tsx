import { Navigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMaybeMe } from '../shell/me.ts'
import { type Outcome, signInWithPasskey, signInWithPassword } from './account.ts'
import { Door } from './Door.tsx'

const passkeys = 'PublicKeyCredential' in globalThis

/** `/`: the sign-in page, or straight to Today for somebody who already is. */
export function SignInPage() {
  const me = useMaybeMe()
  if (me.data) return <Navigate to="/today" search={{}} />
  if (me.isPending) return <Waiting />
  return <SignInForm />
}

function SignInForm() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const attempt = async (way: () => Promise<Outcome>) => {
    setBusy(true)
    setWrong(null)
    const outcome = await way().catch((): Outcome => ({ ok: false, words: 'The desk did not answer.' }))
    if (outcome.ok) return location.assign('/today')
    setWrong(outcome.words)
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(() => signInWithPassword(email, password))
  }
  return (
    <Door title="Good to see you" sub="Sign in to open the desk.">
      <form onSubmit={submit}>
        <TextField
          label="Email"
          type="email"
          autoComplete="username webauthn"
          required
          value={email}
          onValue={setEmail}
        />
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
        {wrong && <p role="alert">{wrong}</p>}
        <Button type="submit" look="main" busy={busy}>
          Sign in
        </Button>
        {passkeys && (
          <Button busy={busy} onClick={() => void attempt(signInWithPasskey)}>
            Use a passkey
          </Button>
        )}
      </form>
      <p>
        No way in? On the machine that runs Equerry, <code>equerry link --for your@address</code> prints a link that
        gives you a new password; <code>equerry link</code> prints one that lets somebody new in once.
      </p>
    </Door>
  )
}
