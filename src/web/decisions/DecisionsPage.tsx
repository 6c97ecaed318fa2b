import { useNavigate, useSearch } from '@tanstack/react-router'
import { readEventAddress } from '../event/address.ts'
import { EventPanel } from '../event/EventPanel.tsx'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMay } from '../shell/may.ts'
import { useNarrow } from '../shell/narrow.ts'
import { useVerbs } from '../shell/verbs.ts'
import { openAsking } from './asking.ts'
import css from './Decisions.module.css'
import { Log } from './Log.tsx'
import { Open } from './Open.tsx'
import { useOpenDecisions } from './open.ts'

/** What waits for a decision, one question at a time on a phone; and under it what was decided. */
export function DecisionsPage() {
  const { event } = useSearch({ strict: false })
  const navigate = useNavigate()
  const narrow = useNarrow()
  const list = useOpenDecisions()
  const mayAsk = useMay('decision.ask') !== 'no'
  useVerbs([
    { id: 'ask-decision', words: 'Ask for a decision', keys: ['n'], of: 'decision.ask', run: () => openAsking() },
  ])
  const asking = (
    <Button of="decision.ask" look={narrow ? 'plain' : 'main'} hint="n" onClick={() => openAsking()}>
      Ask for a decision
    </Button>
  )
  const open = list.data?.decisions ?? []
  const bare = narrow && open.length > 0
  return (
    <Page wide={!narrow} beside={event !== undefined}>
      {!bare && (
        <PageHead title="Decisions" sub="One question each, with what happens if nobody answers." actions={asking} />
      )}
      {!bare && <WhoCan of="decision.ask" what="ask for a decision" />}
      {list.error && <Refused error={list.error} retry={list.refetch} />}
      {list.isPending && <Waiting />}
      {list.data && <Open decisions={open} bare={bare} quiet={event !== undefined} />}
      {list.data && open.length === 0 && (
        <EmptyState title="Nothing waits for a decision">
          {mayAsk
            ? 'Ask one question, give two or three ways to answer it, and say what happens if nobody does. It is answered with one tap.'
            : 'One question at a time stands here, with the ways to answer it and what happens if nobody does.'}
        </EmptyState>
      )}
      {bare && <p className={css.askHere}>{asking}</p>}
      <Log />
      {event !== undefined && (
        <EventPanel
          key={event}
          which={readEventAddress(event)}
          onClose={() =>
            void navigate({ to: '/decisions', search: ({ event: _, ...rest }) => rest, resetScroll: false })
          }
        />
      )}
    </Page>
  )
}
