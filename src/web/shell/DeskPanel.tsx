import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ask, type desk } from '../client.ts'
import { useDesks, useWaits } from '../desks/desks.ts'
import { openDesks } from '../desks/open.ts'
import { roles } from '../desks/words.ts'
import { Button } from '../parts/Button.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { signOut } from '../signin/account.ts'
import css from './DeskPanel.module.css'
import { useMe } from './me.ts'
import { ThemeChoice } from './theme.tsx'

/** At the foot of the navigation: whose desk, who you are at it, light or dark, the way out. */
export function DeskPanel({ onGo }: { onGo?: () => void }) {
  const me = useMe()
  return (
    <div className={css.panel}>
      <strong>{me.desk.name}</strong>
      <Duty me={me.member} />
      <OtherDesks {...(onGo && { onGo })} />
      <div className={css.row}>
        <ThemeChoice />
        <Button look="quiet" onClick={() => void signOut()}>
          Sign out
        </Button>
      </div>
    </div>
  )
}

/** For whoever sits at several desks: the way to the others, and how much waits there. */
function OtherDesks({ onGo }: { onGo?: () => void }) {
  const { desk, singleKeys } = useMe()
  const desks = useDesks()
  const { data } = useWaits(desks.length > 0)
  if (desks.length === 0) return null
  const others = data?.waits.filter((one) => one.desk !== desk.id) ?? []
  const waiting = others.reduce((sum, { waits }) => sum + (waits ?? 0), 0)
  return (
    <button
      type="button"
      className={css.others}
      aria-keyshortcuts={singleKeys ? ',' : undefined}
      onClick={() => {
        onGo?.()
        openDesks('switcher')
      }}
    >
      <span>
        {desks.length === 2 ? 'The other desk' : `${desks.length - 1} other desks`}
        {waiting > 0 && <b> · {waiting}</b>}
        {waiting > 0 && <span className="unseen"> {waiting === 1 ? 'needs you' : 'need you'} there</span>}
      </span>
      {singleKeys && <KeyHint of="," />}
    </button>
  )
}

type Cover = Awaited<ReturnType<typeof desk.cover.list>>['covers'][number]

/** Who you are here and whether you are on duty; who is away and who answers meanwhile, and the cover that comes next. */
function Duty({ me }: { me: ReturnType<typeof useMe>['member'] }) {
  const { data } = useQuery({ ...ask.cover.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  const on = (data?.covers ?? []).filter(({ state }) => state === 'on')
  const [next] = (data?.covers ?? []).filter(({ state }) => state === 'planned')
  return (
    <>
      <p>
        You are {me.name}, {roles[me.kind]}
        {data && dutyOf(me, on)}
      </p>
      {on.map(({ id, away, cover, words }) => (
        <p key={id}>
          <Link to="/cover" title={words}>
            {cover.name} is on duty, {away.name} is away
          </Link>
        </p>
      ))}
      {next && (
        <p>
          <Link to="/cover" title={next.words}>
            Cover: {next.cover.name}, {daysOf(next)}
          </Link>
        </p>
      )}
    </>
  )
}

/** Whoever works here is on duty unless somebody covers for them; a cover is on duty while they cover. */
function dutyOf({ id, kind }: ReturnType<typeof useMe>['member'], on: readonly Cover[]) {
  if (on.some(({ away }) => away.id === id)) return ' · away'
  const isOn = kind === 'assistant' || on.some(({ cover }) => cover.id === id)
  return isOn && <span className={css.duty}> · on duty</span>
}

/** First and last day: “28 Nov – 2 Dec”; a cover that ends at midnight ends with the day before. */
function daysOf({ from, until }: Cover): string {
  const words = (at: Temporal.ZonedDateTime) => at.toLocaleString('en-GB', { day: 'numeric', month: 'short' })
  const [first, last] = [zonedOf(from), zonedOf(until).subtract({ seconds: 1 })].map(words)
  return first === last ? `${first}` : `${first} – ${last}`
}
const zonedOf = (text: string) => Temporal.ZonedDateTime.from(text)
