import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { MistakeView, OfferView } from '../../desk/mistakes/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { todayIn } from '../clock.ts'
import { Choice, DateField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { ParamFields } from '../rules/ParamFields.tsx'
import { paramsOf, startOf } from '../rules/params.ts'
import { useMe } from '../shell/me.ts'
import css from './Mistakes.module.css'

const ways = [
  { value: 'rule' as const, words: 'A rule over the plan' },
  { value: 'check' as const, words: 'A check in a standard' },
  { value: 'work' as const, words: 'Dated work' },
]
type Rule = Pick<OfferView['draft'], 'kind' | 'params' | 'weight' | 'scope'>

/** A step is nothing until it is one of three real things; a rule is tried on the plan as it stood first. */
export function StepMaker({ mistake, onClose }: { mistake: MistakeView; onClose: () => void }) {
  const me = useMe()
  const [as, setAs] = useState<(typeof ways)[number]['value']>('rule')
  const [words, setWords] = useState('')
  const [rule, setRule] = useState<Rule>({ kind: '', params: {}, weight: 'avoid', scope: {} })
  const [kind, setKind] = useState('')
  const [dueOn, setDueOn] = useState(todayIn(me.desk.zone).add({ days: 7 }).toString())
  const made = useChange(desk.mistake.step, { said: 'The step is live', onDone: onClose })
  const save = () =>
    made.mutate({
      id: mistake.id,
      words,
      make: as === 'rule' ? { as, rule } : as === 'check' ? { as, kind, words } : { as, title: words, dueOn },
    })
  const ready = as === 'rule' ? rule.kind !== '' : words.trim() !== '' && (as === 'work' || kind.trim() !== '')
  return (
    <Dialog
      open
      onClose={onClose}
      title="Make a step real"
      sub="A rule is replayed on the plan as it stood, and must find the mistake."
      {...(as === 'rule' && { final: { of: 'mistake.step', which: 'rule' } })}
      actions={
        <>
          <Button of="mistake.step" look="main" disabled={!ready} busy={made.isPending} onClick={save}>
            Make it so
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <Choice label="It becomes" value={as} options={ways} onValue={setAs} />
      {as === 'rule' && <Offers id={mistake.id} chosen={rule} onChoose={setRule} />}
      {as === 'rule' && <RuleFields rule={rule} onRule={setRule} />}
      {as === 'rule' && rule.kind !== '' && <Replayed id={mistake.id} rule={rule} />}
      <TextField
        label={
          as === 'rule'
            ? 'What you call it (if not by the rule)'
            : as === 'check'
              ? 'What is looked for'
              : 'What is to be done'
        }
        value={words}
        onValue={setWords}
      />
      {as === 'check' && <StandardField value={kind} onValue={setKind} />}
      {as === 'work' && <DateField label="By" value={dueOn} onValue={setDueOn} />}
      <Refused error={made.error} />
    </Dialog>
  )
}

/** Rules that would have caught it, the fewest false alarms first. */
function Offers({ id, chosen, onChoose }: { id: string; chosen: Rule; onChoose: (rule: Rule) => void }) {
  const { data, error } = useQuery(ask.mistake.offers.queryOptions({ input: { id } }))
  const isChosen = (draft: Rule) =>
    draft.kind === chosen.kind && JSON.stringify(draft.params) === JSON.stringify(chosen.params)
  return (
    <section aria-label="Would have caught it">
      <p className={css.soft}>{data?.words ?? 'Trying every kind of rule on the plan as it stood…'}</p>
      <Refused error={error} />
      <ul className={css.offers}>
        {(data?.offers ?? []).map((offer) => (
          <li key={offer.words}>
            <button
              type="button"
              aria-pressed={isChosen(offer.draft)}
              className={css.offer}
              onClick={() => onChoose(offer.draft)}
            >
              <b>{offer.words}</b>
              <small>{offer.burdenWords}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The same form as any rule’s. */
function RuleFields({ rule, onRule }: { rule: Rule; onRule: (rule: Rule) => void }) {
  const { data } = useQuery({ ...ask.rule.kinds.queryOptions({ input: {} }), staleTime: Number.POSITIVE_INFINITY })
  const kind = data?.kinds.find((one) => one.kind === rule.kind)
  const choose = (name: string) => {
    const next = data?.kinds.find((one) => one.kind === name)
    onRule({ ...rule, kind: name, scope: {}, params: next ? startOf(paramsOf(next.params)) : {} })
  }
  return (
    <>
      <Choice
        label="What it is about"
        value={rule.kind}
        options={[
          { value: '', words: 'Choose…' },
          ...(data?.kinds ?? []).map((one) => ({ value: one.kind, words: one.title })),
        ]}
        onValue={choose}
      />
      <ParamFields
        params={kind ? paramsOf(kind.params) : []}
        values={rule.params}
        onValues={(params) => onRule({ ...rule, params })}
      />
    </>
  )
}

/** What the rule would have said then, and would say on ordinary days. */
function Replayed({ id, rule }: { id: string; rule: Rule }) {
  const draft = useDeferredValue(JSON.stringify(rule))
  const { data, error } = useQuery(ask.mistake.replay.queryOptions({ input: { id, draft } }))
  return (
    <div role="status" className={css.replayed}>
      {data && (
        <p>
          {data.replay.caught ? <Tag>would have caught it</Tag> : <Tag tone="red">would not have caught it</Tag>}{' '}
          {data.burdenWords}
        </p>
      )}
      <Refused error={error} />
    </div>
  )
}

function StandardField({ value, onValue }: { value: string; onValue: (kind: string) => void }) {
  const { data } = useQuery(ask.standard.list.queryOptions({ input: {} }))
  const known = data?.standards ?? []
  const [isNew, setNew] = useState(false)
  if (known.length === 0 || isNew)
    return (
      <TextField
        label="Of which kind of work"
        value={value}
        onValue={onValue}
        hint="A new standard begins with this check."
      />
    )
  return (
    <Choice
      label="Of which kind of work"
      value={value}
      options={[
        { value: '', words: 'Choose…' },
        ...known.map((one) => ({ value: one.kind, words: one.kind })),
        { value: 'new', words: 'Another kind…' },
      ]}
      onValue={(next) => {
        setNew(next === 'new')
        onValue(next === 'new' ? '' : next)
      }}
    />
  )
}
