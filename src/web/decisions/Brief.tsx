import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { ask } from '../client.ts'
import { momentWords, spanWords } from '../dates.ts'
import { Final } from '../parts/Final.tsx'
import { Looked } from '../parts/Looked.tsx'
import { Tag } from '../parts/Tag.tsx'
import css from './Decisions.module.css'
import type { Decision } from './draft.ts'
import { Talk } from './Talk.tsx'

/** One question as it is read: what it asks, the ways to answer, what silence means, and what it rests on. */
export function Brief({
  decision,
  place,
  heading: Heading,
  children,
}: {
  decision: Decision
  /** "Decision 1 of 2 · answer by 12:00" */
  place: ReactNode
  heading: 'h1' | 'h2'
  /** The ways to answer. */
  children: ReactNode
}) {
  const id = useId()
  return (
    <article className={css.brief} aria-labelledby={id}>
      <p className={css.place}>
        {place} {decision.label === 'private' && <Tag tone="plum">private</Tag>}
      </p>
      <Heading id={id} className={css.question}>
        {decision.question}
      </Heading>
      {decision.context !== '' && <p className={css.context}>{decision.context}</p>}
      <ol className={css.options}>
        {decision.options.map((option) => (
          <OptionCard key={option.number} option={option} confidence={decision.confidence} />
        ))}
      </ol>
      <p className={css.silence}>
        {decision.silenceWords} {decision.followedWords}
      </p>
      {children}
      <Talk decision={decision} />
      <Facts decision={decision} />
      <p className={css.foot}>
        Prepared by {decision.askedBy.name} · {momentWords(decision.askedAt)}
        {outside(decision)}
      </p>
      <Looked item={decision.id} label={decision.label} />
    </article>
  )
}

/** What no option does here, somebody does elsewhere; nothing shows it as done before. */
const outside = ({ options, onSilence, askedBy }: Decision): string => {
  const silent = options.find(({ number }) => number === onSilence)
  return silent && silent.does === null
    ? ` · if nobody answers, ${askedBy.name} is told to do it; the desk does nothing itself`
    : ''
}

type Option = Decision['options'][number]

const OptionCard = ({ option, confidence }: { option: Option; confidence: Decision['confidence'] }) => (
  <li className={`${css.option} ${option.recommended ? css.recommended : ''}`}>
    <p>
      <b>
        {option.number} · {option.words}
      </b>{' '}
      {option.recommended && <Tag>{confidence === null ? 'recommended' : `recommended · ${confidence}`}</Tag>}
    </p>
    <Terms option={option} />
    {option.deedWords !== '' && (
      <p className={css.deed}>
        <b>By the desk itself:</b> {option.deedWords}
      </p>
    )}
    {option.does !== null && <Final of={option.does.operation} />}
  </li>
)

/** "CHF 410 · 8 min walk to the board · free to cancel until 16:00", each said to a reader for what it is. */
function Terms({ option: { cost, gain, undo } }: { option: Option }) {
  const said = [
    ['Costs', cost],
    ['Gains', gain],
    ['Taken back', undo],
  ].filter(([, words]) => words !== '')
  if (said.length === 0) return null
  return (
    <p className={css.terms}>
      {said.map(([name, words], n) => (
        <span key={name}>
          {n > 0 && ' · '}
          <span className="unseen">{name}: </span>
          {words}
        </span>
      ))}
    </p>
  )
}

/** What the brief rests on. */
function Facts({ decision }: { decision: Decision }) {
  const { consulted, disagrees, sources, hangsOn, reviewOn } = decision
  if (consulted.length + disagrees.length + sources.length + hangsOn.length === 0 && reviewOn === null) return null
  return (
    <dl className={css.facts}>
      {consulted.length > 0 && (
        <>
          <dt>Asked</dt>
          <dd>{consulted.join(', ')}</dd>
        </>
      )}
      {disagrees.map(({ who, why }) => (
        <Disagrees key={who + why} who={who} why={why} />
      ))}
      {sources.length > 0 && (
        <>
          <dt>Sources</dt>
          <dd>
            <ul>
              {sources.map((source) => (
                <li key={`${source.words}${source.link}`}>
                  <Source {...source} />
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {hangsOn.map((id) => (
        <HangsOn key={id} id={id} />
      ))}
      {reviewOn !== null && (
        <>
          <dt>Looked at again</dt>
          <dd>{momentDay(reviewOn)}</dd>
        </>
      )}
    </dl>
  )
}

const momentDay = (on: string) =>
  Temporal.PlainDate.from(on).toLocaleString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })

const Disagrees = ({ who, why }: { who: string; why: string }) => (
  <>
    <dt>Disagrees</dt>
    <dd>
      <b>{who}</b>: {why}
    </dd>
  </>
)

/** A link only where it is one: what came from outside is never more than an address to open. */
const Source = ({ words, link }: { words: string; link: string | null }) =>
  link !== null && /^https?:\/\//i.test(link) ? (
    <a href={link} target="_blank" rel="noreferrer noopener">
      {words}
    </a>
  ) : (
    words
  )

/** The event it hangs on, opened beside this page. What this reader may not know of is left out. */
function HangsOn({ id }: { id: string }) {
  const { data } = useQuery(ask.event.show.queryOptions({ input: { eventId: id } }))
  if (!data) return null
  const { event } = data
  return (
    <>
      <dt>Hangs on</dt>
      <dd>
        <Link to="/decisions" search={(was) => ({ ...was, event: id })} resetScroll={false}>
          {event.title}
        </Link>
        , {spanWords(event.start, event.end)}
      </dd>
    </>
  )
}
