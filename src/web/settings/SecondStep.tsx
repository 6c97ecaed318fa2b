import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { encode } from 'uqr'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { copyText } from '../shell/copy.ts'
import { tell } from '../shell/toasts.tsx'
import type { No } from '../signin/account.ts'
import { beginSecondStep, confirmSecondStep, endSecondStep, newRecoveryCodes } from '../signin/security.ts'
import css from './Settings.module.css'

type Close = { readonly onClose: () => void }

/** Whatever changes how one signs in asks for the password first. */
function AskPassword<T extends object>({
  title,
  sub,
  words,
  way,
  onDone,
  onClose,
}: Close & {
  title: string
  sub: string
  words: string
  way: (password: string) => Promise<T | No>
  onDone: (done: T) => void
}) {
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const done = await way(password)
    setBusy(false)
    if (isNo(done)) setWrong(done.words)
    else onDone(done)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      sub={sub}
      actions={
        <>
          <Button look="main" type="submit" form={form} busy={busy}>
            {words}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <TextField
          label="Your password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
        {wrong && (
          <p className={css.wrong} role="alert">
            {wrong}
          </p>
        )}
      </form>
    </Dialog>
  )
}

const isNo = (done: object): done is No => 'ok' in done && done.ok === false

type Begun = { readonly uri: string; readonly codes: readonly string[] }

/** Password, then the app and a code from it, then the recovery codes: only the code turns it on. */
export function TurnOn({ onClose }: Close) {
  const [begun, setBegun] = useState<Begun | null>(null)
  const [on, setOn] = useState(false)
  if (begun && on) return <Codes codes={begun.codes} onClose={onClose} />
  if (begun) return <Confirm uri={begun.uri} onDone={() => setOn(true)} onClose={onClose} />
  return (
    <AskPassword
      title="A second step"
      sub="After the password a code from an authenticator app is asked for. First, the password itself."
      words="Go on"
      way={beginSecondStep}
      onDone={setBegun}
      onClose={onClose}
    />
  )
}

function Confirm({ uri, onDone, onClose }: Close & { uri: string; onDone: () => void }) {
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const form = useId()
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await confirmSecondStep(code)
    if (outcome.ok) onDone()
    else setWrong(outcome.words)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Scan it with your app"
      sub="Any authenticator app does. It shows six digits then; write them here."
      actions={
        <>
          <Button look="main" type="submit" form={form}>
            Turn it on
          </Button>
          <Button onClick={onClose}>Leave it off</Button>
        </>
      }
    >
      <QrCode text={uri} />
      <p className={css.key}>
        Or type the key: <code data-secret>{secret}</code>
      </p>
      <form id={form} onSubmit={(event) => void submit(event)}>
        <TextField
          label="Six digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onValue={setCode}
        />
        {wrong && (
          <p className={css.wrong} role="alert">
            {wrong}
          </p>
        )}
      </form>
    </Dialog>
  )
}

/** Dark on light in both themes: cameras expect it so. */
function QrCode({ text }: { text: string }): ReactNode {
  const { data, size } = encode(text, { border: 2 })
  const path = data.flatMap((line, y) => line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg className={css.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label="The key as a picture for the camera">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

const Codes = ({ codes, onClose }: Close & { codes: readonly string[] }) => (
  <Dialog
    open
    onClose={onClose}
    title="Recovery codes"
    sub="They are shown this once. Each opens once, when the telephone is not at hand: keep them where it is not."
    actions={
      <>
        <Button look="main" onClick={() => copyText(codes.join('\n'))}>
          Copy them
        </Button>
        <Button onClick={onClose}>I have them</Button>
      </>
    }
  >
    <ul className={css.codes}>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </Dialog>
)

export function NewCodes({ onClose }: Close) {
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes) return <Codes codes={codes} onClose={onClose} />
  return (
    <AskPassword
      title="New recovery codes"
      sub="The ones from before open nothing any more."
      words="Make new ones"
      way={newRecoveryCodes}
      onDone={(made) => setCodes(made.codes)}
      onClose={onClose}
    />
  )
}

export const TurnOff = ({ onClose }: Close) => (
  <AskPassword
    title="No second step?"
    sub="The password alone lets you in then."
    words="Turn it off"
    way={endSecondStep}
    onDone={() => {
      tell('The second step is off')
      onClose()
    }}
    onClose={onClose}
  />
)
