import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, type desk } from '../client.ts'
import { shortDayWords } from '../dates.ts'
import { FindingLines } from '../findings/FindingLines.tsx'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { RuleEditor } from '../rules/RuleEditor.tsx'
import css from './LookBack.module.css'

type LookBack = Awaited<ReturnType<typeof desk.lookback.show>>
type Sentence = LookBack['sentences'][number]

/** What the last 90 and the next 30 days say: five sentences, each with its evidence and the rule that would have caught it. */
export function LookBackPage() {
  const { data, error, refetch } = useQuery(ask.lookback.show.queryOptions({ input: {} }))
  return (
    <Page>
      <PageHead title="The look back" sub={data ? spanWords(data) : undefined} />
      {error && <Refused error={error} retry={refetch} />}
      {!data && !error && <Waiting>Reading four months of your calendar…</Waiting>}
      {data?.events === 0 && (
        <EmptyState title="Nothing to look back on yet">
          Drop a calendar file anywhere on this page, and come back a second later.
        </EmptyState>
      )}
      {data && data.events > 0 && (
        <ol className={css.sentences}>
          {data.sentences.map((sentence) => (
            <Told key={sentence.code} sentence={sentence} />
          ))}
        </ol>
      )}
    </Page>
  )
}

const spanWords = (data: LookBack) =>
  `${shortDayWords(Temporal.PlainDate.from(data.from))} to ${shortDayWords(Temporal.PlainDate.from(data.to))} · ${data.events} events · times in ${data.zone.replaceAll('_', ' ')}`

function Told({ sentence }: { sentence: Sentence }) {
  const [open, setOpen] = useState(false)
  const [ruling, setRuling] = useState(false)
  const { offer } = sentence
  return (
    <li className={`${css.sentence} ${sentence.count === 0 ? css.fine : ''}`}>
      <p className={css.words}>{sentence.words}</p>
      {sentence.findings.length > 0 && (
        <Button onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? 'Hide them' : `Open ${sentence.count === 1 ? 'it' : `the ${sentence.count}`}`}
        </Button>
      )}
      {offer && sentence.count > 0 && (
        <div className={css.offer}>
          <p>
            {offer.words}{' '}
            <span className={css.note}>
              It would have flagged {offer.flaggedDays} of {offer.days} days.
            </span>
          </p>
          {offer.already ? (
            <Tag>already a rule here</Tag>
          ) : (
            <Button of="rule.add" look="main" onClick={() => setRuling(true)}>
              Make it a rule…
            </Button>
          )}
        </div>
      )}
      {open && <FindingLines findings={sentence.findings} />}
      {ruling && offer && <RuleEditor rule={null} draft={offer.draft} onClose={() => setRuling(false)} />}
    </li>
  )
}
