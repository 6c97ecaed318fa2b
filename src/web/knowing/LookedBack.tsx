import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import type { LookBack, QuestionView } from '../../desk/partnership/knowing/model.ts'
import { ask } from '../client.ts'
import { shortDayWords } from '../dates.ts'
import { eventAddress } from '../event/address.ts'
import { Button } from '../parts/Button.tsx'
import { wordsOf } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import css from './Knowing.module.css'
import { isWhole } from './whole.ts'

const kinds = { rule: 'a rule', level: 'a level of the board', line: 'a line of the profile' } as const
const first = 3

/** What an answer becomes, and what it would have done to the days behind us, before anybody says yes. */
export function LookedBack({ question, values }: { question: QuestionView; values: Record<string, unknown> }) {
  const input = useDeferredValue(JSON.stringify({ question: question.key, values }))
  const whole = isWhole(question, values)
  const { data, error } = useQuery({
    ...ask.knowing.try.queryOptions({ input: JSON.parse(input) as { question: string; values: typeof values } }),
    retry: false,
    enabled: whole,
    placeholderData: (before) => before,
  })
  if (!whole || error)
    return (
      <p className={css.untried} role="status">
        {whole ? wordsOf(error) : 'Once it is answered, this says what it would have done.'}
      </p>
    )
  if (!data) return <Waiting />
  const { becomes, lookBack, against } = data
  return (
    <section className={css.tried} aria-label="What it would have done">
      <p className={css.becomes}>
        <Tag>{kinds[becomes.as]}</Tag> <b>{becomes.words}</b>
      </p>
      <p role="status">
        {lookBack ? lookBack.says : 'It does nothing by itself: it is what whoever works here reads first.'}
      </p>
      {against && (
        <p className={css.against} role="status">
          {against}
        </p>
      )}
      {lookBack && <Lines question={question.key} lookBack={lookBack} />}
    </section>
  )
}

/** The days it would have flagged, each opened to its events; and what was done or asked for, to its entry. */
function Lines({ question, lookBack }: { question: string; lookBack: LookBack }) {
  const [all, setAll] = useState(false)
  const { findings, entries } = lookBack
  const count = findings.length + entries.length
  if (count === 0) return null
  const shown = all ? count : first
  return (
    <>
      <ul className={css.lines}>
        {findings.slice(0, shown).map((finding) => (
          <li key={finding.fingerprint}>
            <span className={css.day}>{shortDayWords(Temporal.PlainDate.from(finding.start.slice(0, 10)))}</span>
            <Told question={question} finding={finding} />
          </li>
        ))}
        {entries.slice(0, Math.max(0, shown - findings.length)).map((entry) => (
          <li key={entry.id}>
            <span className={css.day}>{shortDayWords(Temporal.PlainDate.from(entry.at.slice(0, 10)))}</span>
            <Done entry={entry} />
          </li>
        ))}
      </ul>
      {count > first && (
        <Button look="quiet" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Open all ${count}`}
        </Button>
      )}
    </>
  )
}

/** What was done or asked for; the words open what the journal says of it, or what was asked. */
function Done({ entry: { words, as, about } }: { entry: LookBack['entries'][number] }) {
  if (about === null) return <span>{words}</span>
  return as === 'entry' ? (
    <Link to="/journal" search={{ about }}>
      {words}
    </Link>
  ) : (
    <span>
      <Link to="/proposals">{words}</Link> <Tag>asked for</Tag>
    </span>
  )
}

type Finding = LookBack['findings'][number]

/** What was wrong that day; the words open the event, or under them each event where there are several. */
function Told({ question, finding: { words, items } }: { question: string; finding: Finding }) {
  const events = items.flatMap(({ key, eventId, recurrenceId, title }) =>
    eventId === null ? [] : [{ key, address: eventAddress({ eventId, recurrenceId }), title: title || 'Untitled' }],
  )
  const [only] = events
  if (events.length === 1 && only)
    return (
      <Link to="/knowing" search={{ question, event: only.address }} resetScroll={false}>
        {words}
      </Link>
    )
  return (
    <span>
      {words}
      <span className={css.events}>
        {events.map(({ key, address, title }) => (
          <Link key={key} to="/knowing" search={{ question, event: address }} resetScroll={false}>
            {title}
          </Link>
        ))}
      </span>
    </span>
  )
}
