import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { ask } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useMe } from '../shell/me.ts'
import { useNarrow } from '../shell/narrow.ts'
import { useVerbs } from '../shell/verbs.ts'
import { Answering } from './Answering.tsx'
import { Brief } from './Brief.tsx'
import css from './Decisions.module.css'
import type { Decision } from './draft.ts'
import { OpenList } from './OpenList.tsx'
import { byWords, firstName } from './words.ts'

type Props = { decisions: readonly Decision[]; bare: boolean; quiet: boolean }

/**
 * The question that is read, beside the list of all where there is room. It stays under the reader's eyes until they have
 * answered or moved on: one that somebody else settles meanwhile says so in its place, and never makes room by itself.
 */
export function Open({ decisions: all, bare, quiet }: Props) {
  const narrow = useNarrow()
  const { decision: asked } = useSearch({ strict: false })
  const { here, goTo, gone, decisions } = useHere(all, asked)
  const at = decisions.findIndex(({ id }) => id === here)
  const current = decisions[at]
  const read = useRef(current)
  useEffect(() => {
    if (current) read.current = current
  })
  const step = (by: number) => goTo(decisions[at + by]?.id ?? here)
  useVerbs(
    quiet || decisions.length < 2
      ? []
      : [
          { id: 'next-decision', words: 'The next decision', keys: ['ArrowDown', 'ArrowRight'], run: () => step(1) },
          { id: 'last-decision', words: 'The decision before', keys: ['ArrowUp', 'ArrowLeft'], run: () => step(-1) },
        ],
  )
  const heading = bare ? 'h1' : 'h2'
  const shown = current ? (
    <Brief key={current.id} decision={current} heading={heading} place={<Place {...{ current, decisions }} />}>
      <Answering decision={current} quiet={quiet} onGone={() => gone(current.id)} />
    </Brief>
  ) : (
    here !== null && (
      <Settled
        key={here}
        id={here}
        question={read.current?.id === here ? read.current.question : null}
        heading={heading}
        more={decisions.length}
        onNext={() => goTo(null)}
      />
    )
  )
  if (narrow)
    return (
      <div className={css.one}>
        {shown}
        {decisions.length > 1 && current && (
          <p className={css.steps}>
            <Button disabled={at === 0} onClick={() => step(-1)}>
              Before
            </Button>
            <Button disabled={at === decisions.length - 1} onClick={() => step(1)}>
              Next one
            </Button>
          </p>
        )}
      </div>
    )
  if (!shown) return null
  return (
    <div className={css.open}>
      <OpenList decisions={decisions} here={here} onGo={goTo} />
      {shown}
    </div>
  )
}

/** Which is read: the one the address names, else the first. One just answered is out of sight before the desk is asked again. */
function useHere(all: readonly Decision[], asked: string | undefined) {
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<string | null>(asked ?? all[0]?.id ?? null)
  const [leaving, setLeaving] = useState<string | null>(null)
  const decisions = all.filter(({ id }) => id !== leaving)
  useEffect(() => {
    if (leaving !== null && !all.some(({ id }) => id === leaving)) setLeaving(null)
  }, [all, leaving])
  const named = useRef(asked)
  useEffect(() => {
    if (asked !== named.current && asked !== undefined) setChosen(asked)
    named.current = asked
  }, [asked])
  const goTo = (id: string | null) => {
    setChosen(id)
    if (asked !== undefined)
      void navigate({ to: '/decisions', search: ({ decision: _, ...rest }) => rest, replace: true, resetScroll: false })
  }
  const gone = (id: string) => {
    const at = decisions.findIndex((one) => one.id === id)
    setLeaving(id)
    goTo((decisions[at + 1] ?? decisions[at - 1])?.id ?? null)
  }
  return { here: chosen ?? decisions[0]?.id ?? null, goTo, gone, decisions }
}

/** "Decision 1 of 2 · answer by 12:00"; counted among the reader's own where it is theirs. */
function Place({ current, decisions }: { current: Decision; decisions: readonly Decision[] }) {
  const { desk } = useMe()
  const those = decisions.filter(({ mine }) => mine === current.mine)
  const n = those.findIndex(({ id }) => id === current.id) + 1
  const by = byWords(current.neededBy, desk.zone)
  return (
    <>
      Decision {n} of {those.length} ·{' '}
      {current.mine ? `answer by ${by}` : `${firstName(current.decider.name)} by ${by}`}{' '}
      {current.wantsMore && <Tag tone="amber">asked back</Tag>}
    </>
  )
}

/** One that was settled while it was looked at, or that a link led to: how it ended, in its place. */
function Settled({
  id,
  question: known,
  heading: Heading,
  more,
  onNext,
}: {
  id: string
  /** As it was read a moment ago, until the desk has said how it ended. */
  question: string | null
  heading: 'h1' | 'h2'
  more: number
  onNext: () => void
}) {
  const { data } = useQuery(ask.decision.show.queryOptions({ input: { id } }))
  const decision = data && data.decision.state !== 'open' ? data.decision : null
  const question = decision?.question ?? known
  if (question === null) return null
  return (
    <article className={css.brief} aria-label={question}>
      <p className={css.place}>Settled</p>
      <Heading className={css.question}>{question}</Heading>
      {decision && (
        <p className={css.settled} role="status">
          {decision.stateWords}.
        </p>
      )}
      {decision?.outcome?.words && <p>“{decision.outcome.words}”</p>}
      {more > 0 && (
        <p className={css.ways}>
          <Button look="main" className={css.big} onClick={onNext}>
            The next question
          </Button>
        </p>
      )}
    </article>
  )
}
