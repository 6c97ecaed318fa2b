import { type FormEvent, useId, useState } from 'react'
import type { WorkView } from '../../desk/work/tasks/model.ts'
import { DoesNotFit, isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { desk, refusalOf } from '../client.ts'
import { todayIn } from '../clock.ts'
import { RepeatField } from '../event/RepeatField.tsx'
import { type Repeat, readRepeat, writeRepeat } from '../event/repeat.ts'
import { Choice, DateField, MinutesField, NotesField, Switch, TextField, TimeField } from '../fields/Field.tsx'
import { ZoneField } from '../fields/ZoneField.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { type Hanging, HangsField } from './HangsField.tsx'
import css from './Work.module.css'

type Form = Pick<
  WorkView,
  | 'title'
  | 'kind'
  | 'owner'
  | 'who'
  | 'zone'
  | 'effort'
  | 'goal'
  | 'project'
  | 'asked'
  | 'askedBy'
  | 'label'
  | 'stretch'
> & {
  readonly dueOn: string
  readonly dueTime: string
  readonly repeat: Repeat
  readonly links: string
  readonly hanging: readonly Hanging[]
}

const formOf = (work: WorkView): Form => ({
  ...work,
  dueOn: work.dueOn ?? '',
  dueTime: work.dueTime ?? '',
  repeat: readRepeat(work.repeat, work.zone),
  links: work.links.join('\n'),
})

const owners = [
  { value: 'assistant', words: 'The assistant’s to do' },
  { value: 'executive', words: 'The executive’s to do' },
  { value: 'theirs', words: 'Theirs: we can only ask' },
] as const
const labels = [
  { value: 'open', words: 'Open: anybody may know' },
  { value: 'desk', words: 'The desk' },
  { value: 'private', words: 'Private' },
] as const

const startOf = ({ dueOn, zone }: Form): Temporal.PlainDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(dueOn) ? Temporal.PlainDate.from(dueOn) : todayIn(zone)

/** Everything about a piece of work that a person may set. */
export function EditWork({ work, onClose }: { work: WorkView; onClose: () => void }) {
  const id = useId()
  const [form, setForm] = useState(() => formOf(work))
  // Of what was read: work that somebody else changes meanwhile is not written over unseen.
  const [version] = useState(work.version)
  const put = (part: Partial<Form>) => setForm((was) => ({ ...was, ...part }))
  const edit = useChange(desk.work.edit, { said: `Changed ${work.title}`, onDone: onClose })
  const no = refusalOf(edit.error)
  const wrong = (field: string) => (no?.path === field || no?.path === `set.${field}` ? no.words : undefined)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { title, kind, owner, who, zone, effort, goal, project, asked, askedBy, label, stretch } = form
    const set = {
      ...{ title, kind, owner, who, zone, effort, goal, project, asked, askedBy, label, stretch },
      dueOn: form.dueOn || null,
      dueTime: form.dueTime || null,
      repeat: writeRepeat(form.repeat, startOf(form), null),
      hangsOn: form.hanging.map((one) => one.id),
      links: form.links.split(/\s+/).filter((link) => link !== ''),
    }
    edit.mutate({ id: work.id, version, set })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Change work"
      actions={
        <>
          <Button of="work.edit" look="main" type="submit" form={id} busy={edit.isPending}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={id} className={css.form} noValidate onSubmit={submit}>
        <TextField
          label="What is to be done"
          value={form.title}
          wrong={wrong('title')}
          maxLength={300}
          onValue={(title) => put({ title })}
        />
        <div className={css.pair}>
          <Choice label="Whose" value={form.owner} options={owners} onValue={(owner) => put({ owner })} />
          <TextField
            label="Who does it"
            value={form.who}
            wrong={wrong('who')}
            maxLength={200}
            onValue={(who) => put({ who })}
          />
        </div>
        <div className={css.pair}>
          <DateField label="Due on" value={form.dueOn} wrong={wrong('dueOn')} onValue={(dueOn) => put({ dueOn })} />
          <TimeField
            label="By"
            value={form.dueTime}
            wrong={wrong('dueTime')}
            zone={form.zone}
            onValue={(dueTime) => put({ dueTime })}
          />
        </div>
        <div className={css.pair}>
          <ZoneField label="On the clocks of" value={form.zone} onValue={(zone) => put({ zone })} />
          <MinutesField
            label="Effort"
            value={form.effort}
            wrong={wrong('effort')}
            max={60_000}
            onValue={(effort) => put({ effort })}
          />
        </div>
        <RepeatField
          value={form.repeat}
          words={work.repeatWords}
          start={startOf(form)}
          onValue={(repeat) => put({ repeat })}
        />
        <div className={css.pair}>
          <TextField
            label="Kind of work"
            hint="Its standard goes by this"
            value={form.kind}
            maxLength={60}
            onValue={(kind) => put({ kind })}
          />
          <TextField label="Project" value={form.project} maxLength={200} onValue={(project) => put({ project })} />
        </div>
        <HangsField work={work} value={form.hanging} wrong={wrong('hangsOn')} onValue={(hanging) => put({ hanging })} />
        <TextField label="The goal it serves" value={form.goal} maxLength={300} onValue={(goal) => put({ goal })} />
        <NotesField
          label="What was asked, in their words"
          rows={2}
          value={form.asked}
          onValue={(asked) => put({ asked })}
        />
        <div className={css.pair}>
          <TextField label="Asked by" value={form.askedBy} maxLength={200} onValue={(askedBy) => put({ askedBy })} />
          <Choice label="Who may know" value={form.label} options={labels} onValue={(label) => put({ label })} />
        </div>
        <NotesField
          label="Links, one a line"
          rows={2}
          value={form.links}
          wrong={wrong('links')}
          onValue={(links) => put({ links })}
        />
        <Switch
          label="Stretch"
          hint="A slip is expected and teaches: it counts in no rate."
          value={form.stretch}
          onValue={(stretch) => put({ stretch })}
        />
        {isAgainstAgreed(edit.error) && edit.variables ? (
          <DoesNotFit operation="work.edit" input={edit.variables} said={`Changed ${work.title}`} onDone={onClose} />
        ) : (
          <Refused error={edit.error} />
        )}
      </form>
    </Dialog>
  )
}
