import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { PriorityView, SetView, WeekView } from '../../desk/partnership/priorities/model.ts'
import { ask } from '../client.ts'
import { minutesWords, shortDayWords } from '../dates.ts'
import { readEventAddress } from '../event/address.ts'
import { EventPanel } from '../event/EventPanel.tsx'
import { Arrow } from '../parts/Arrow.tsx'
import { Button } from '../parts/Button.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { CountedPanel } from './CountedPanel.tsx'
import { restOf } from './open.ts'
import css from './Priorities.module.css'
import { PriorityEditor } from './PriorityEditor.tsx'
import { SetCard } from './SetCard.tsx'
import { Trend, YearTrend } from './Trend.tsx'

export type Editing = { readonly horizon: SetView['horizon']; readonly priority: PriorityView | null }

/** What comes first this year, quarter and week, and what a week was spent on; every number opens the events behind it. */
export function PrioritiesPage() {
  const navigate = useNavigate()
  const { on, about, event } = useSearch({ strict: false }) as { on?: string; about?: string; event?: string }
  const [editing, setEditing] = useState<Editing | null>(null)
  const { data, error, refetch } = useQuery({
    ...ask.priority.list.queryOptions({ input: on === undefined ? {} : { on } }),
    placeholderData: keepPreviousData,
  })
  const go = (to: { on?: string | undefined; about?: string | undefined; event?: string | undefined }) =>
    void navigate({
      to: '/priorities',
      search: Object.fromEntries(Object.entries({ on, ...to }).filter(([, value]) => value !== undefined)),
      resetScroll: false,
    })
  useVerbs([
    {
      id: 'add-priority',
      words: 'Add a priority',
      keys: ['n'],
      of: 'priority.add',
      run: () => setEditing({ horizon: 'quarter', priority: null }),
    },
  ])
  const open = opened(data?.sets ?? [], about)
  return (
    <Page beside={open !== null || event !== undefined}>
      <PageHead
        title="Priorities"
        sub={data && <WeekLine week={data.week} />}
        actions={
          <>
            {data && <WeekSteps week={data.week} onWeek={(week) => go({ on: week, about })} />}
            <Button
              look="main"
              hint="n"
              of="priority.add"
              onClick={() => setEditing({ horizon: 'quarter', priority: null })}
            >
              Add
            </Button>
          </>
        }
      />
      <WhoCan of="priority.edit" what="change what comes first" />
      {error && <Refused error={error} retry={refetch} />}
      {!data && !error && <Waiting />}
      {data &&
        [...data.sets].sort(byWeight).map((set) => (
          <SetCard
            key={set.horizon}
            set={set}
            week={data.week}
            onOpen={(name) => go({ about: name })}
            onEdit={(priority) => setEditing({ horizon: set.horizon, priority })}
          >
            {set.priorities.length > 0 && (
              <Trends of={set} week={data.week} onWeek={(week) => go({ on: week, about })} />
            )}
          </SetCard>
        ))}
      {data && open && event === undefined && (
        <CountedPanel
          horizon={open.horizon}
          on={data.week.from}
          priority={open.priority}
          onClose={() => go({})}
          onEvent={(address) => go({ about, event: address })}
          onWork={(id) => void navigate({ to: '/work', search: { event: id } })}
        />
      )}
      {event !== undefined && <EventPanel which={readEventAddress(event)} onClose={() => go({ about })} />}
      {data && editing && (
        <PriorityEditor
          horizon={editing.horizon}
          on={thursdayOf(data.week)}
          priority={editing.priority}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  )
}

/** The quarter has its weeks at a glance, the year when it is asked for; a week is its own. */
function Trends({ of: { horizon }, week, onWeek }: { of: SetView; week: WeekView; onWeek: (on: string) => void }) {
  const weeks = { on: thursdayOf(week), week: week.from, onWeek }
  if (horizon === 'quarter') return <Trend horizon="quarter" {...weeks} />
  return horizon === 'year' ? <YearTrend {...weeks} /> : null
}

const weight = { quarter: 0, week: 1, year: 2 } as const
const byWeight = (a: SetView, b: SetView): number => weight[a.horizon] - weight[b.horizon]

/** A week belongs to the quarter and the year of its Thursday. */
const thursdayOf = ({ from }: WeekView): string => Temporal.PlainDate.from(from).add({ days: 3 }).toString()

/** What the address opens: a priority, or what belongs to none of a set. */
function opened(sets: readonly SetView[], about: string | undefined) {
  for (const { horizon, priorities } of sets) {
    if (about === restOf(horizon)) return { horizon, priority: null }
    const priority = priorities.find(({ id }) => id === about)
    if (priority) return { horizon, priority }
  }
  return null
}

/** Which week, and by which hours it is counted. */
const WeekLine = ({ week }: { week: WeekView }) => {
  const day = (on: string) => shortDayWords(Temporal.PlainDate.from(on))
  return (
    <p>
      <b>{week.words.charAt(0).toUpperCase() + week.words.slice(1)}</b>, {day(week.from)} – {day(week.to)}
      {week.when === 'past' ? '' : ', as it is planned'} · {minutesWords(week.minutes)} of working time
      <span className={css.hours}> · {week.hours}</span>
    </p>
  )
}

function WeekSteps({ week, onWeek }: { week: WeekView; onWeek: (on: string) => void }) {
  const picker = useRef<HTMLInputElement>(null)
  const step = (weeks: number) => onWeek(Temporal.PlainDate.from(week.from).add({ weeks }).toString())
  const pick = () => picker.current?.showPicker()
  useVerbs([
    { id: 'week-before', words: 'The week before', keys: ['ArrowLeft'], run: () => step(-1) },
    { id: 'week-after', words: 'The week after', keys: ['ArrowRight'], run: () => step(1) },
    { id: 'pick-week', words: 'Another week', keys: ['g'], run: pick },
  ])
  return (
    <span className={css.steps}>
      <Button aria-label="The week before" aria-keyshortcuts="ArrowLeft" onClick={() => step(-1)}>
        <Arrow to="left" />
      </Button>
      <span className={css.pick}>
        <Button hint="g" onClick={pick}>
          Another week
        </Button>
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-label="A day of another week"
          value={week.from}
          onChange={(e) => e.target.value && onWeek(e.target.value)}
        />
      </span>
      <Button aria-label="The week after" aria-keyshortcuts="ArrowRight" onClick={() => step(1)}>
        <Arrow to="right" />
      </Button>
    </span>
  )
}
