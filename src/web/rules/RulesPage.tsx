import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, type desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMay } from '../shell/may.ts'
import { useVerbs } from '../shell/verbs.ts'
import { RuleCard } from './RuleCard.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import css from './Rules.module.css'

export type Rule = Awaited<ReturnType<typeof desk.rule.list>>['rules'][number]

const sources = [
  { source: 'physics', title: 'Physics', note: 'What nobody can do: be in two places, or travel in no time.' },
  { source: 'boundary', title: 'Boundaries', note: 'Hours, nights, private dates: where the calendar ends.' },
  { source: 'preference', title: 'Preferences', note: 'How this executive likes to work.' },
  { source: 'mistake', title: 'Learnt from a mistake', note: 'What went wrong once, and is watched for now.' },
] as const

/** Everything known about what a good week is, by where it comes from. */
export function RulesPage() {
  const { data, error, refetch } = useQuery(ask.rule.list.queryOptions({ input: {} }))
  const mayAdd = useMay('rule.add') !== 'no'
  const [adding, setAdding] = useState(false)
  useVerbs([{ id: 'add-rule', words: 'Add a rule', keys: ['n'], of: 'rule.add', run: () => setAdding(true) }])
  return (
    <Page>
      <PageHead
        title="Rules"
        sub="What a good week is. Every finding comes from one of these, and so does every time that is offered."
        actions={
          <Button of="rule.add" look="main" hint="n" onClick={() => setAdding(true)}>
            Add a rule
          </Button>
        }
      />
      <WhoCan of="rule.edit" what="change them" />
      {error && <Refused error={error} retry={refetch} />}
      {!data && !error && <Waiting />}
      {data?.rules.length === 0 && (
        <EmptyState title="No rules yet">
          {mayAdd
            ? 'Start with the hours nobody should book, or with a lunch that stays free.'
            : 'Nothing is known yet about what a good week is: no finding comes before there is a rule.'}
        </EmptyState>
      )}
      {sources.map(({ source, title, note }) => {
        const rules = data?.rules.filter((rule) => rule.source === source) ?? []
        if (rules.length === 0) return null
        return (
          <section key={source} className={css.source} aria-labelledby={`source-${source}`}>
            <h2 id={`source-${source}`}>{title}</h2>
            <p className={css.note}>{note}</p>
            {rules.map((rule) => (
              <RuleCard key={rule.id} rule={rule} />
            ))}
          </section>
        )
      })}
      {adding && <RuleEditor rule={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}
