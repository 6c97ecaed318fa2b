import { useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Choice, Switch } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import { useTheme } from '../shell/theme.tsx'
import { LeaveDesk } from './LeaveDesk.tsx'
import { Section } from './Section.tsx'
import css from './Settings.module.css'

const themes = [
  { value: 'system', words: 'As the system' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const

/** How the desk behaves for the person in front of it. */
export function You() {
  const me = useMe()
  const [theme, setTheme] = useTheme()
  const [leaving, setLeaving] = useState(false)
  const keys = useChange(desk.member.keys)
  return (
    <Section title="You" note={`${me.login.name}, ${me.login.email}`}>
      <Switch
        label="Single-letter keys"
        hint="T for Today, N for a new line… Off, ⌘K or Ctrl K still does everything."
        value={me.singleKeys}
        onValue={(singleKeys) => keys.mutate({ on: singleKeys })}
      />
      <Refused error={keys.error} />
      <Choice label="Theme" hint="Kept in this browser." value={theme} onValue={setTheme} options={themes} />
      {me.member.kind !== 'executive' && (
        <span className={css.actions}>
          <Button look="quiet" onClick={() => setLeaving(true)}>
            Leave this desk…
          </Button>
        </span>
      )}
      {leaving && <LeaveDesk onClose={() => setLeaving(false)} />}
    </Section>
  )
}
