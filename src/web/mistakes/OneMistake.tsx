import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { MistakeView } from '../../desk/mistakes/model.ts'
import { ask } from '../client.ts'
import { momentWords } from '../dates.ts'
import { FindingCard } from '../findings/FindingCard.tsx'
import { Button } from '../parts/Button.tsx'
import { CardGroup } from '../parts/Card.tsx'
import { Looked } from '../parts/Looked.tsx'
import { Page } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { Closing } from './Closing.tsx'
import { Confirm } from './Confirm.tsx'
import { Contain } from './Contain.tsx'
import { EditFacts } from './EditFacts.tsx'
import css from './Mistakes.module.css'
import { Say } from './Say.tsx'
import { Steps } from './Steps.tsx'

export function OneMistake({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(ask.mistake.show.queryOptions({ input: { id } }))
  const navigate = useNavigate()
  useVerbs([
    {
      id: 'all-mistakes',
      words: 'All mistakes',
      keys: ['b'],
      run: () => void navigate({ to: '/mistakes', search: {} }),
    },
  ])
  return (
    <Page>
      {error && <Refused error={error} retry={refetch} />}
      {!data && !error && <Waiting />}
      {data && <Known mistake={data.mistake} />}
    </Page>
  )
}

/** One mistake, in the order it is dealt with: the facts, what it broke, what is said, what is made so, the word. */
function Known({ mistake }: { mistake: MistakeView }) {
  return (
    <article className={css.one} aria-labelledby="mistake">
      <header>
        <p className={css.soft}>{mistake.words}</p>
        <h1 id="mistake">{mistake.title}</h1>
        <p className={css.soft}>
          {mistake.owner.name} owns it{mistake.facts.agent && `, for ${mistake.facts.agent}`} · found by{' '}
          {mistake.facts.foundBy} {mistake.label === 'private' && <Tag tone="plum">private</Tag>}{' '}
          {mistake.facts.stretch && <Tag tone="blue">stretch</Tag>}
        </p>
        {mistake.progress.reopened.map(({ at, why }) => (
          <p key={at} className={css.again} role="status">
            <Tag tone="red">happened again</Tag> {why}
          </p>
        ))}
        <WhoCan of="mistake.edit" what="change this" />
        {mistake.goneWords && <p role="status">{mistake.goneWords}</p>}
      </header>
      <div className={css.sides}>
        <div>
          <FactsCard mistake={mistake} />
          <Broken mistake={mistake} />
        </div>
        <div>
          <Say mistake={mistake} />
        </div>
      </div>
      <Steps mistake={mistake} />
      {mistake.sinceWords && <p className={css.soft}>{mistake.sinceWords}</p>}
      <Closing mistake={mistake} />
      <Looked item={mistake.id} label={mistake.label} />
      <p className="unprinted">
        <Link to="/mistakes">All mistakes</Link>
      </p>
    </article>
  )
}

type Named = MistakeView['facts']['asked']

/** Where a value came from, as a link to it. */
const From = ({ from }: { from: Named['from'] }) =>
  from?.kind === 'entry' ? (
    <Link className={css.from ?? ''} to="/journal" search={{ about: from.id }}>
      from the journal
    </Link>
  ) : from?.kind === 'event' ? (
    <Link className={css.from ?? ''} to="/today" search={{ event: from.id }}>
      from the event
    </Link>
  ) : from?.kind === 'due' ? (
    <span className={css.from}>from the work</span>
  ) : from?.kind === 'finding' ? (
    <span className={css.from}>from the finding</span>
  ) : null

const Line = ({ title, value }: { title: string; value: Named }) => (
  <p>
    <b>{title}</b> — {value.words || '…'} <From from={value.from} />
  </p>
)

function FactsCard({ mistake }: { mistake: MistakeView }) {
  const { facts } = mistake
  const [editing, setEditing] = useState(false)
  const isOpen = mistake.state !== 'closed'
  useVerbs(
    isOpen
      ? [
          {
            id: 'edit-facts',
            words: 'Put the facts right',
            keys: ['e'],
            of: 'mistake.edit',
            run: () => setEditing(true),
          },
        ]
      : [],
  )
  return (
    <section className={css.card} aria-label="The facts">
      <Line title="Asked" value={facts.asked} />
      <Line title="Done" value={facts.done} />
      <Confirm mistake={mistake} />
      <details className={css.more}>
        <summary>Who is touched, and what follows</summary>
        <p>
          <b>Asked by</b> {facts.askedBy.name}
        </p>
        <ul>
          {facts.touched.map(({ words, from }) => (
            <li key={words}>
              {words} <From from={from} />
            </li>
          ))}
        </ul>
        {facts.follows.length > 0 && (
          <>
            <p>
              <b>What follows</b>
            </p>
            <ul>
              {facts.follows.map(({ words, from }) => (
                <li key={words}>
                  {words} <From from={from} />
                </li>
              ))}
            </ul>
          </>
        )}
        {mistake.history.length > 0 && (
          <>
            <p>
              <b>What the journal says</b>
            </p>
            <ul>
              {mistake.history.map(({ entry, at, words }) => (
                <li key={entry}>
                  <small className={css.soft}>{momentWords(at)}</small> {words}
                </li>
              ))}
            </ul>
          </>
        )}
      </details>
      {isOpen && (
        <div className={css.verbs}>
          <Button of="mistake.edit" hint="e" onClick={() => setEditing(true)}>
            Put the facts right
          </Button>
        </div>
      )}
      {editing && <EditFacts mistake={mistake} onClose={() => setEditing(false)} />}
    </section>
  )
}

/** What stands because of it, with its ways out. */
const Broken = ({ mistake }: { mistake: MistakeView }) => {
  // What stands later on the same things is no longer this mistake’s.
  const open = mistake.state === 'closed' ? [] : mistake.findings.filter(({ state }) => state !== 'accepted')
  return (
    <section aria-label="Put right">
      {open.length > 0 && (
        <CardGroup title="What it broke" note={open.length}>
          {open.map((finding) => (
            <FindingCard key={finding.fingerprint} finding={finding} isOwned />
          ))}
        </CardGroup>
      )}
      <Contain mistake={mistake} />
    </section>
  )
}
