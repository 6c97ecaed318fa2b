import { useQuery } from '@tanstack/react-query'
import type { ProposalView } from '../../desk/authority/proposals/model.ts'
import { ask } from '../client.ts'
import { shortDayWords } from '../dates.ts'
import { opens } from '../pages.ts'
import { CardGroup } from '../parts/Card.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag, type Tone } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMe } from '../shell/me.ts'
import { ProposalCard } from './ProposalCard.tsx'
import css from './Proposals.module.css'

/** Everything that waits for a yes, and what became of the rest. */
export function ProposalsPage() {
  const mayBoard = opens({ reads: 'desk' }, useMe().member)
  const open = useQuery({ ...ask.proposal.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  const decided = useQuery(ask.proposal.list.queryOptions({ input: { decided: 'true' } }))
  const waiting = open.data?.proposals ?? []
  const first = waiting.find(({ mayDecide }) => mayDecide)
  return (
    <Page>
      <PageHead
        title="Proposals"
        sub="What somebody may not do alone waits here. A yes does exactly what was asked, or says what has changed since."
      />
      {open.error && <Refused error={open.error} retry={open.refetch} />}
      {open.isPending && <Waiting />}
      {open.data && waiting.length === 0 && (
        <EmptyState title="Nothing waits for a yes">
          Agents, and whoever may only propose, ask here.{mayBoard && ' Who may do what is on the Board.'}
        </EmptyState>
      )}
      {waiting.length > 0 && (
        <CardGroup title="Waiting" note={waiting.length}>
          {waiting.map((proposal) => (
            <ProposalCard key={proposal.id} proposal={proposal} first={proposal === first} />
          ))}
        </CardGroup>
      )}
      {(decided.data?.proposals.length ?? 0) > 0 && (
        <section className={css.decided} aria-labelledby="decided">
          <h2 id="decided">Decided</h2>
          <ul>
            {decided.data?.proposals.map((proposal) => (
              <Decided key={proposal.id} proposal={proposal} />
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

const states: Record<Exclude<ProposalView['state'], 'open'>, { tone: Tone; words: string }> = {
  done: { tone: 'green', words: 'yes' },
  refused: { tone: 'red', words: 'no' },
  expired: { tone: 'amber', words: 'nobody answered' },
  overtaken: { tone: 'amber', words: 'overtaken' },
  withdrawn: { tone: 'amber', words: 'taken back' },
}

function Decided({ proposal }: { proposal: ProposalView }) {
  const state = proposal.state === 'open' ? null : states[proposal.state]
  const day = Temporal.PlainDate.from((proposal.decided?.at ?? proposal.madeAt).slice(0, 10))
  const isDecision = proposal.state === 'done' || proposal.state === 'refused'
  return (
    <li>
      <p>
        {proposal.words} {state && <Tag tone={state.tone}>{state.words}</Tag>}
      </p>
      <p className={css.by}>
        {proposal.by.name}
        {isDecision && proposal.decided && ` · answered by ${proposal.decided.by}`} · {shortDayWords(day)}
        {proposal.decided?.why && ` · ${proposal.decided.why}`}
      </p>
    </li>
  )
}
