import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import type { AcrossDesk, AcrossView } from '../../desk/briefing/across/model.ts'
import { dayWords, shortDayWords } from '../dates.ts'
import { atDesk } from '../desk.ts'
import { Arrow } from '../parts/Arrow.tsx'
import { Button } from '../parts/Button.tsx'
import { PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { useVerbs } from '../shell/verbs.ts'
import heads from '../today/DayHead.module.css'
import today from '../today/TodayPage.module.css'
import { AllNeeds } from './AllNeeds.tsx'
import { AllRows } from './AllRows.tsx'
import { acrossQuery, useSeats } from './desks.ts'

/** The day of everybody one works for, as one: in the order of time, each under their own name. */
export function AllPage() {
  const { on } = useSearch({ strict: false })
  const seats = useSeats()
  const narrow = useNarrow()
  const all = useQuery({ ...acrossQuery(on), placeholderData: keepPreviousData })
  if (seats.data && seats.data.seats.length < 2) return <Navigate to="/today" search={{}} />
  if (all.isPending) return <Waiting />
  if (!all.data) return <Refused error={all.error} retry={() => all.refetch()} />
  const needs = (
    <aside className={`${today.aside} unprinted`} aria-label="What needs you">
      <AllNeeds view={all.data} again={() => void all.refetch()} />
    </aside>
  )
  return (
    <div className={today.today}>
      <div className={today.day}>
        <Head view={all.data} on={on} />
        {narrow && needs}
        <AllRows view={all.data} />
      </div>
      {!narrow && needs}
    </div>
  )
}

/** The day all of them are read on; null while it is another day for one of them. */
function dayOf(desks: readonly AcrossDesk[]): string | null {
  const days = new Set(desks.flatMap(({ on }) => on ?? []))
  const [only] = days
  return days.size === 1 && only !== undefined ? only : null
}

function titleOf(view: AcrossView): string {
  const on = view.on ?? dayOf(view.desks)
  if (on !== null) return dayWords(Temporal.PlainDate.from(on))
  return 'Today'
}

function Head({ view, on }: { view: AcrossView; on: string | undefined }) {
  const navigate = useNavigate()
  const picker = useRef<HTMLInputElement>(null)
  const shown = view.on ?? view.now.slice(0, 10)
  const go = (day?: string) => void navigate({ to: '/all', search: day === undefined ? {} : { on: day } })
  const step = (days: number) => go(Temporal.PlainDate.from(shown).add({ days }).toString())
  const pick = () => picker.current?.showPicker()
  useVerbs([
    { id: 'before', words: 'The day before', keys: ['ArrowLeft'], run: () => step(-1) },
    { id: 'after', words: 'The day after', keys: ['ArrowRight'], run: () => step(1) },
    { id: 'pick', words: 'Pick a day', keys: ['g'], run: pick },
  ])
  return (
    <PageHead
      title={titleOf(view)}
      sub={<Sub view={view} />}
      actions={
        <div className={heads.steps}>
          <Button aria-label="The day before" aria-keyshortcuts="ArrowLeft" onClick={() => step(-1)}>
            <Arrow to="left" />
          </Button>
          {on !== undefined && (
            <Button hint="0" onClick={() => go()}>
              Today
            </Button>
          )}
          <span className={heads.pick}>
            <Button hint="g" onClick={pick}>
              Another day
            </Button>
            <input
              ref={picker}
              type="date"
              tabIndex={-1}
              aria-label="Another day"
              value={shown}
              onChange={(e) => e.target.value && go(e.target.value)}
            />
          </span>
          <Button aria-label="The day after" aria-keyshortcuts="ArrowRight" onClick={() => step(1)}>
            <Arrow to="right" />
          </Button>
        </div>
      }
    />
  )
}

/** Whose days these are, with how much is on for each; where it is another day for one of them, which. */
function Sub({ view }: { view: AcrossView }) {
  const same = dayOf(view.desks) !== null
  return (
    <p>
      {view.desks.map((desk, n) => {
        const rows = view.rows.filter((row) => row.desk === desk.desk).length
        return (
          <span key={desk.desk}>
            {n > 0 && ' · '}
            <a href={atDesk(view.on === null ? '/today' : `/today?on=${view.on}`, desk.desk)}>{desk.executive}</a>{' '}
            {desk.state === 'open' && <b>{rows === 0 ? 'free' : `${rows} on`}</b>}
            {desk.state === 'silent' && 'does not answer'}
            {desk.state === 'shut' && 'not yours to see'}
            {!same && desk.on !== null && ` (${shortDayWords(Temporal.PlainDate.from(desk.on))})`}
          </span>
        )
      })}
    </p>
  )
}
