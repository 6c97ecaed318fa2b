import { Navigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMaybeMe } from '../shell/me.ts'
import { type Outcome, secondStep, signInWithPasskey, signInWithPassword } from './account.ts'
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
  const [asked, setAsked] = useState(false)
  const attempt = async (way: () => Promise<Outcome | { second: true }>) => {
    setBusy(true)
    setWrong(null)
    const outcome = await way().catch((): Outcome => ({ ok: false, words: 'The desk did not answer.' }))
    setBusy(false)
    if ('second' in outcome) return setAsked(true)
    if (outcome.ok) return location.assign('/today')
    setWrong(outcome.words)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(() => signInWithPassword(email, password))
  }
  if (asked) return <SecondStep attempt={attempt} wrong={wrong} busy={busy} />
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

type Step = { attempt: (way: () => Promise<Outcome>) => Promise<void>; wrong: string | null; busy: boolean }

/** The password was right; whoever asked for it is asked for a code too. */
function SecondStep({ attempt, wrong, busy }: Step) {
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(() => secondStep(code))
  }
  return (
    <Door title="And the code" sub="Six digits from your authenticator app, or one of your recovery codes.">
      <form onSubmit={submit}>
        <TextField
          label="Code"
          autoComplete="one-time-code"
          autoFocus
          required
          value={code}
          onValue={setCode}
          hint="A recovery code opens once."
        />
        {wrong && <p role="alert">{wrong}</p>}
        <Button type="submit" look="main" busy={busy}>
          Open the desk
        </Button>
        <Button onClick={() => location.assign('/')}>Begin again</Button>
      </form>
    </Door>
  )
}
