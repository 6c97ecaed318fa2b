import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { Clause, PriorityView, SetView } from '../../desk/partnership/priorities/model.ts'
import { useChange } from '../change.ts'
import { ask, desk, refusalOf } from '../client.ts'
import field from '../fields/Field.module.css'
import { Choice, Field, Switch, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useLater } from '../shell/later.ts'
import { isEmptyClause, RuleFields } from './ClauseFields.tsx'
import css from './PriorityForm.module.css'

type Horizon = SetView['horizon']
type Form = {
  readonly horizon: Horizon
  readonly title: string
  readonly meant: number | null
  readonly label: PriorityView['label']
  readonly rules: readonly Clause[]
  readonly everything: boolean
}

const horizons = [
  { value: 'quarter', words: 'The quarter' },
  { value: 'week', words: 'The week' },
  { value: 'year', words: 'The year' },
] as const
const labels = [
  { value: 'desk', words: 'The desk' },
  { value: 'private', words: 'Private' },
  { value: 'open', words: 'Open: anybody may know' },
] as const

/** A new priority, or one being changed: its name, the share that is meant, and what belongs to it by rule, tried as it is written. */
export function PriorityEditor({
  horizon,
  on,
  priority,
  onClose,
}: {
  horizon: Horizon
  on: string
  priority: PriorityView | null
  onClose: () => void
}) {
  const id = useId()
  const [form, setForm] = useState<Form>({
    horizon,
    title: priority?.title ?? '',
    meant: priority?.meant ?? null,
    label: priority?.label ?? 'desk',
    rules: priority?.rules ?? [],
    everything: false,
  })
  const put = (part: Partial<Form>) => setForm((was) => ({ ...was, ...part }))
  const add = useChange(desk.priority.add, { said: ({ title }) => `${title} is a priority`, onDone: onClose })
  const edit = useChange(desk.priority.edit, { said: ({ title }) => `Changed ${title}`, onDone: onClose })
  const remove = useChange(desk.priority.remove, { said: `Let ${priority?.title} go`, onDone: onClose })
  const error = add.error ?? edit.error ?? remove.error
  const wrong = (path: string) => {
    const no = refusalOf(error)
    return no?.path === path || no?.path === `set.${path}` ? no.words : undefined
  }
  const rules = form.rules.filter((clause) => !isEmptyClause(clause))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { title, meant, label, everything } = form
    const draft = { title, meant, label, rules }
    if (priority) edit.mutate({ id: priority.id, version: priority.version, set: draft, everything })
    else add.mutate({ ...draft, horizon: form.horizon, on, everything })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={priority ? 'Change a priority' : 'A priority'}
      actions={
        <>
          <Button
            look="main"
            type="submit"
            form={id}
            of={priority ? 'priority.edit' : 'priority.add'}
            busy={add.isPending || edit.isPending}
          >
            Save
          </Button>
          {priority && (
            <Button
              look="danger"
              of="priority.remove"
              busy={remove.isPending}
              onClick={() => remove.mutate({ id: priority.id })}
            >
              Let it go
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={id} className={css.form} noValidate onSubmit={submit}>
        {!priority && (
          <Choice
            label="Comes first in"
            hint="After those that are there; then put them in order."
            value={form.horizon}
            options={horizons}
            onValue={(next) => put({ horizon: next })}
          />
        )}
        <TextField
          label="What it is called"
          maxLength={120}
          value={form.title}
          wrong={wrong('title')}
          onValue={(title) => put({ title })}
        />
        <PercentField value={form.meant} wrong={wrong('meant')} onValue={(meant) => put({ meant })} />
        <Choice label="Who may know" value={form.label} options={labels} onValue={(label) => put({ label })} />
        <RuleFields value={form.rules} onValue={(next) => put({ rules: next })} />
        <Caught rules={rules} wanted={form.everything} onWanted={(everything) => put({ everything })} />
        <Refused error={error} />
      </form>
    </Dialog>
  )
}

const PercentField = ({
  value,
  wrong,
  onValue,
}: {
  value: number | null
  wrong: string | undefined
  onValue: (value: number | null) => void
}) => (
  <Field label="Meant for it" hint="Of the working hours; empty while nobody has said" wrong={wrong}>
    {(ids) => (
      <span className={field.unit}>
        <input
          {...ids}
          type="number"
          inputMode="numeric"
          min={1}
          max={100}
          step={1}
          className={field.control}
          value={value ?? ''}
          onChange={(e) => onValue(e.target.value === '' ? null : Math.trunc(e.target.valueAsNumber))}
        />
        %
      </span>
    )}
  </Field>
)

/** What the rules would catch, before they are kept. */
function Caught({
  rules,
  wanted,
  onWanted,
}: {
  rules: readonly Clause[]
  wanted: boolean
  onWanted: (wanted: boolean) => void
}) {
  const tried = useLater(JSON.stringify(rules), 250)
  const { data, error } = useQuery({
    ...ask.priority.preview.queryOptions({ input: { rules: JSON.parse(tried) as Clause[] } }),
    enabled: tried !== '[]',
    placeholderData: keepPreviousData,
  })
  if (error) return <Refused error={error} />
  if (!data || rules.length === 0) return null
  return (
    <div className={css.caught} data-everything={data.everything || undefined}>
      <p aria-live="polite">{data.words}</p>
      {data.titles.length > 0 && <p className={css.note}>{data.titles.join(' · ')}</p>}
      {data.everything && <Switch label="It is meant so" value={wanted} onValue={onWanted} />}
    </div>
  )
}
