import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask } from '../client.ts'
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
      <OnDuty />
      <div className={css.row}>
        <ThemeChoice />
        <Button look="quiet" onClick={() => void signOut()}>
          Sign out
        </Button>
      </div>
    </div>
  )
}

/** Who is away and who answers meanwhile; nothing while everybody is here. */
function OnDuty() {
  const { data } = useQuery({ ...ask.cover.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  return (data?.covers ?? [])
    .filter(({ state }) => state === 'on')
    .map(({ id, away, cover, words }) => (
      <p key={id}>
        <Link to="/cover" title={words}>
          {cover.name} is on duty, {away.name} is away
        </Link>
      </p>
    ))
}
