import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { QuestionView } from '../../desk/partnership/knowing/model.ts'
import { ask } from '../client.ts'
import { readEventAddress } from '../event/address.ts'
import { EventPanel } from '../event/EventPanel.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useNarrow } from '../shell/narrow.ts'
import css from './Knowing.module.css'
import { OneQuestion } from './OneQuestion.tsx'
import { QuestionList } from './QuestionList.tsx'

/** Whoever says yes goes through what waits first; whoever fills in, through what is open. */
const nextOf = (all: readonly QuestionView[], from: string | null, mayKeep: boolean): QuestionView | undefined => {
  const after = all.findIndex(({ key }) => key === from) + 1
  const inTurn = [...all.slice(after), ...all.slice(0, Math.max(0, after - 1))]
  const wanted = (state: QuestionView['state']) => inTurn.find((one) => one.state === state)
  return (mayKeep ? wanted('waits') : undefined) ?? wanted('open')
}

/** The questions of the first weeks, one at a time on a phone, beside the list of all of them on a desk. */
export function KnowingPage() {
  const { question: key, event } = useSearch({ strict: false })
  const navigate = useNavigate()
  const narrow = useNarrow()
  const { data, error, isPending, refetch } = useQuery(ask.knowing.show.queryOptions({ input: {} }))
  const all = data?.questions ?? []
  const asked = all.find((one) => one.key === key) ?? nextOf(all, null, data?.mayKeep ?? false)
  const answered = all.filter(({ state }) => state === 'kept' || state === 'waits').length
  const next = () => {
    const to = nextOf(all, asked?.key ?? null, data?.mayKeep ?? false)
    void navigate({ to: '/knowing', search: to ? { question: to.key } : {} })
  }
  const list = <QuestionList questions={all} chosen={asked?.key ?? null} />
  return (
    <Page wide={!narrow} beside={event !== undefined}>
      <PageHead
        title="Getting to know each other"
        sub={
          data
            ? `${answered} of ${all.length} answered. In one sitting, or one a day: the day’s is on Today.`
            : 'In one sitting, or one a day.'
        }
      />
      {error && <Refused error={error} retry={refetch} />}
      {isPending && <Waiting />}
      {data && (
        <div className={css.page}>
          {!narrow && list}
          {asked && asked.state !== 'hidden' ? (
            <OneQuestion
              key={asked.key}
              question={asked}
              place={`Question ${all.indexOf(asked) + 1} of ${all.length} · ${asked.group}`}
              executive={data.executive}
              mayKeep={data.mayKeep}
              mayFill={data.mayFill}
              onNext={next}
            />
          ) : asked ? (
            <EmptyState title={asked.asks}>What is answered here is private, and not yours to see.</EmptyState>
          ) : (
            <EmptyState title="Everything is answered">
              Open a question to answer it otherwise: what it became changes with your yes, and the answer before stays
              on the record.
            </EmptyState>
          )}
          {narrow && (
            <details className={css.all}>
              <summary>All questions</summary>
              {list}
            </details>
          )}
        </div>
      )}
      {event !== undefined && (
        <EventPanel
          key={event}
          which={readEventAddress(event)}
          onClose={() => void navigate({ to: '/knowing', search: ({ event: _, ...rest }) => rest, resetScroll: false })}
        />
      )}
    </Page>
  )
}
