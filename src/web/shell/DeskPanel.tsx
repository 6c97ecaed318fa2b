import { Button } from '../parts/Button.tsx'
import { signOut } from '../signin/account.ts'
import css from './DeskPanel.module.css'
import { useMe } from './me.ts'
import { ThemeChoice } from './theme.tsx'

const roles = {
  executive: 'the executive',
  assistant: 'assistant',
  cover: 'who covers',
  agent: 'an agent',
  observer: 'an observer',
  desk: 'the desk',
} as const

/** At the foot of the navigation: whose desk, who you are at it, light or dark, the way out. */
export function DeskPanel() {
  const me = useMe()
  return (
    <div className={css.panel}>
      <strong>{me.desk.name}</strong>
      <p>
        You are {me.member.name}, {roles[me.member.kind]}
      </p>
      <div className={css.row}>
        <ThemeChoice />
        <Button look="quiet" onClick={() => void signOut()}>
          Sign out
        </Button>
      </div>
    </div>
  )
}
