import { type FormEvent, useId, useState } from 'react'
import { TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { tell } from '../shell/toasts.tsx'
import { changePassword } from '../signin/security.ts'
import css from './Settings.module.css'

/** Another password; every other browser is signed out with it. */
export function ChangePassword({ onClose }: { onClose: () => void }) {
  const [now, setNow] = useState('')
  const [next, setNext] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const outcome = await changePassword(now, next)
    setBusy(false)
    if (!outcome.ok) return setWrong(outcome.words)
    tell('The password is changed; everywhere else you are signed out')
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Another password"
      sub="Every other browser you are signed in with is signed out."
      actions={
        <>
          <Button look="main" type="submit" form={form} busy={busy}>
            Change it
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)}>
        <TextField
          label="The password you have"
          type="password"
          autoComplete="current-password"
          required
          value={now}
          onValue={setNow}
        />
        <TextField
          label="The new one"
          type="password"
          autoComplete="new-password"
          minLength={10}
          hint="Ten characters or more"
          required
          value={next}
          onValue={setNext}
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
