import { Switch, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import type { useOpening } from './opening.ts'

const withPasskey = 'PublicKeyCredential' in globalThis

type SecretFields = {
  password: string
  setPassword: (password: string) => void
  passkey: boolean
  setPasskey: (passkey: boolean) => void
}

export const Secret = ({ password, setPassword, passkey, setPasskey }: SecretFields) => (
  <>
    {!passkey && (
      <TextField
        label="A password"
        type="password"
        autoComplete="new-password"
        minLength={10}
        hint="Ten characters or more"
        required
        value={password}
        onValue={setPassword}
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
  </>
)

export const Submit = ({ opening, words }: { opening: ReturnType<typeof useOpening>; words: string }) => (
  <>
    {opening.wrong && <p role="alert">{opening.wrong}</p>}
    <Button type="submit" look="main" busy={opening.busy}>
      {opening.inside ? 'Try the passkey again' : words}
    </Button>
    {opening.inside && (
      <Button busy={opening.busy} onClick={() => location.assign('/today')}>
        Go to the desk without one
      </Button>
    )}
  </>
)
