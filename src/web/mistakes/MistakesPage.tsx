import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { MistakeLine } from '../../desk/mistakes/model.ts'
import { ask } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import css from './Mistakes.module.css'
import { OneMistake } from './OneMistake.tsx'
import { openOwn } from './open.ts'
import { Review } from './Review.tsx'

/** Mistakes that were owned: one at a time as it stands, or all of them with the month’s review. */
export function MistakesPage() {
  const { mistake } = useSearch({ strict: false })
  return mistake ? <OneMistake key={mistake} id={mistake} /> : <AllMistakes />
}

function AllMistakes() {
  const list = useQuery({ ...ask.mistake.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  const mayOwn = useMay('mistake.own') !== 'no'
  const navigate = useNavigate()
  const first = list.data?.mistakes[0]
  useVerbs([
    { id: 'own-here', words: 'Own a mistake', keys: ['n'], of: 'mistake.own', run: () => openOwn() },
    ...(first
      ? [
          {
            id: 'first-mistake',
            words: `Open “${first.title}”`,
            keys: ['f'],
            run: () => void navigate({ to: '/mistakes', search: { mistake: first.id } }),
          },
        ]
      : []),
  ])
  const mistakes = list.data?.mistakes ?? []
  return (
    <Page>
      <PageHead
        title="Mistakes"
        sub="Owned, put right, said in one apology, and kept from happening again by something that is really there."
        actions={
          <Button of="mistake.own" look="main" hint="n" onClick={() => openOwn()}>
            Own a mistake
          </Button>
        }
      />
      <WhoCan of="mistake.own" what="own a mistake here" />
      {list.error && <Refused error={list.error} retry={list.refetch} />}
      {list.isPending && <Waiting />}
      {list.data && mistakes.length === 0 && (
        <EmptyState
          title="Nothing to own"
          actions={
            <Button of="mistake.own" look="main" hint="n" onClick={() => openOwn()}>
              Own a mistake
            </Button>
          }
        >
          {mayOwn
            ? 'When something goes wrong, open it from its finding, from the event, or here. The record already knows most of it.'
            : 'When something goes wrong it is owned, and stands here with what was asked, what was done and what keeps it from happening again.'}
        </EmptyState>
      )}
      <Lines title="Open" mistakes={mistakes.filter(({ state }) => state !== 'closed')} />
      <Lines title="Closed" mistakes={mistakes.filter(({ state }) => state === 'closed')} />
      <Review />
    </Page>
  )
}

const missing: Readonly<Record<MistakeLine['needs'][number], string>> = {
  confirm: 'not confirmed',
  contain: 'not contained',
  say: 'not said',
  step: 'no live step',
  word: 'waits for a word',
}

const Lines = ({ title, mistakes }: { title: string; mistakes: readonly MistakeLine[] }) =>
  mistakes.length > 0 && (
    <section className={css.lines} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {mistakes.map((mistake) => (
          <li key={mistake.id}>
            <Link to="/mistakes" search={{ mistake: mistake.id }} className={css.line}>
              <small>
                {mistake.words} · {mistake.owner.name}
                {mistake.agent && ` for ${mistake.agent}`}
              </small>
              <b>{mistake.title}</b>
              <span className={css.tags}>
                {mistake.state === 'reopened' && <Tag tone="red">happened again</Tag>}
                {mistake.label === 'private' && <Tag tone="plum">private</Tag>}
                {mistake.needs.map((need) => (
                  <Tag key={need} tone="amber">
                    {missing[need]}
                  </Tag>
                ))}
              </span>
              {mistake.sinceWords && <small>{mistake.sinceWords}</small>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
