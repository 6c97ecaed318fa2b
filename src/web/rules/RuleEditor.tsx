import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Choice, DateField, NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { ParamFields } from './ParamFields.tsx'
import { Preview } from './Preview.tsx'
import { paramsOf, startOf } from './params.ts'
import css from './Rules.module.css'
import type { Rule } from './RulesPage.tsx'

type Draft = Pick<Rule, 'kind' | 'params' | 'weight' | 'source' | 'story' | 'scope'>

const weights = [
  { value: 'never' as const, words: 'Never: it cannot be booked against' },
  { value: 'avoid' as const, words: 'Avoid: it costs' },
  { value: 'prefer' as const, words: 'Prefer not: it costs a little' },
]
const sources = [
  { value: 'boundary' as const, words: 'A boundary' },
  { value: 'preference' as const, words: 'A preference' },
  { value: 'mistake' as const, words: 'A mistake it must not repeat' },
]

/** A rule as a form, with what it would say about this very calendar before anybody says yes. */
export function RuleEditor({ rule, draft: given, onClose }: { rule: Rule | null; draft?: Draft; onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(
    rule ?? given ?? { kind: '', params: {}, weight: 'avoid', source: 'preference', story: '', scope: {} },
  )
  // As it was read: what somebody else changes meanwhile is not written over unseen.
  const [version] = useState(rule?.version ?? 0)
  const put = (part: Partial<Draft>) => setDraft((was) => ({ ...was, ...part }))
  const { data } = useQuery({ ...ask.rule.kinds.queryOptions({ input: {} }), staleTime: Number.POSITIVE_INFINITY })
  const kind = data?.kinds.find((one) => one.kind === draft.kind)
  const params = kind ? paramsOf(kind.params) : []
  const added = useChange(desk.rule.add, { said: 'Added the rule', onDone: onClose })
  const edited = useChange(desk.rule.edit, { said: 'Changed the rule', onDone: onClose })
  const seen = useDeferredValue(JSON.stringify(draft))
  const choose = (name: string) => {
    const next = data?.kinds.find((one) => one.kind === name)
    put({ kind: name, params: next ? startOf(paramsOf(next.params)) : {} })
  }
  const save = () => (rule ? edited.mutate({ ...draft, id: rule.id, version }) : added.mutate(draft))
  return (
    <Dialog
      open
      onClose={onClose}
      title={rule ? 'Change the rule' : 'Add a rule'}
      {...(kind && { sub: kind.words })}
      actions={
        <>
          <Button
            of={rule ? 'rule.edit' : 'rule.add'}
            look="main"
            disabled={!kind}
            busy={added.isPending || edited.isPending}
            onClick={save}
          >
            {rule ? 'Save' : 'Add it'}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <div className={css.form}>
        {!rule && (
          <Choice
            label="What it is about"
            value={draft.kind}
            options={[
              { value: '', words: 'Choose…' },
              ...(data?.kinds ?? []).map((one) => ({ value: one.kind, words: one.title })),
            ]}
            onValue={choose}
          />
        )}
        <ParamFields params={params} values={draft.params} onValues={(values) => put({ params: values })} />
        {kind && (
          <>
            <div className={css.pair}>
              <Choice
                label="How much it weighs"
                value={draft.weight}
                options={weights}
                onValue={(weight) => put({ weight })}
              />
              {draft.source !== 'physics' && (
                <Choice
                  label="Where it comes from"
                  value={draft.source}
                  options={sources}
                  onValue={(source) => put({ source })}
                />
              )}
              <DateField
                label="Until (if any)"
                value={draft.scope.until ?? ''}
                onValue={(until) => put({ scope: withUntil(draft.scope, until) })}
              />
            </div>
            <NotesField
              label="Why it exists"
              hint="Whoever meets it later reads this."
              rows={2}
              value={draft.story}
              onValue={(story) => put({ story })}
            />
            {(JSON.parse(seen) as Draft).kind === draft.kind && (
              <Preview input={{ draft: seen }} lead="It would flag" />
            )}
          </>
        )}
        <Refused error={added.error ?? edited.error} />
      </div>
    </Dialog>
  )
}

function withUntil({ until: _, ...scope }: Draft['scope'], until: string): Draft['scope'] {
  return until === '' ? scope : { ...scope, until }
}
