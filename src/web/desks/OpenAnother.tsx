import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { zoneHere } from '../clock.ts'
import { goToDesk } from '../desk.ts'
import { TextField } from '../fields/Field.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import { type Opening, openAnother } from './desks.ts'
import css from './Switcher.module.css'

const roles = [
  { role: 'assistant', words: 'I assist them' },
  { role: 'executive', words: 'I am the executive' },
] as const

/** Another executive's desk, with a calendar and a record of its own; nobody comes along but whoever opens it. */
export function OpenAnother({ onClose }: { onClose: () => void }) {
  const { login } = useMe()
  const [role, setRole] = useState<Opening['role']>('assistant')
  const [executive, setExecutive] = useState('')
  const [zone, setZone] = useState(zoneHere())
  const tried = useRef({ said: '', key: '' })
  const open = useMutation({
    mutationFn: (opening: Opening) => {
      const said = JSON.stringify(opening)
      if (tried.current.said !== said) tried.current = { said, key: crypto.randomUUID() }
      return openAnother(opening, tried.current.key)
    },
    onSuccess: ({ desk }) => goToDesk(desk),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open.mutate(role === 'executive' ? { role, zone } : { role, zone, executive })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Open another desk"
      sub="A calendar, rules and a record of its own. Nobody else comes along: you invite them there."
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
        <div className={css.fields}>
          {role === 'assistant' ? (
            <TextField label="The executive’s name" required value={executive} onValue={setExecutive} />
          ) : (
            <p>It will be called {login.name}’s desk.</p>
          )}
          <ZoneField
            label="Home zone"
            hint="Where the executive’s days are usually read; trips have their own."
            value={zone}
            onValue={setZone}
          />
          <Refused error={open.error} />
          <div>
            <Button type="submit" look="main" busy={open.isPending}>
              Open the desk
            </Button>{' '}
            <Button onClick={onClose}>Not now</Button>
          </div>
        </div>
      </form>
    </Dialog>
  )
}
