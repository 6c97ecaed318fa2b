import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MistakeView } from '../../desk/mistakes/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Choice, DateField, NotesField, Switch, TextField, TimeField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The same words keep where they came from. */
const sourced = (text: string, before: MistakeView['facts']['touched']) =>
  lines(text).map((words) => before.find((one) => one.words === words) ?? { words, from: null })

/** Every fact as words to put right. */
export function EditFacts({ mistake, onClose }: { mistake: MistakeView; onClose: () => void }) {
  // As they were read: what somebody else puts right meanwhile is not written over unseen.
  const [{ facts, version, effectAt }] = useState(mistake)
  const me = useMe()
  const { data } = useQuery(ask.member.list.queryOptions({ input: {} }))
  const [draft, setDraft] = useState({
    title: facts.title,
    asked: facts.asked.words,
    done: facts.done.words,
    member: facts.askedBy.member ?? '',
    name: facts.askedBy.name,
    touched: facts.touched.map(({ words }) => words).join('\n'),
    follows: facts.follows.map(({ words }) => words).join('\n'),
    others: facts.others.join('\n'),
    stretch: facts.stretch,
    on: effectAt.slice(0, 10),
    at: effectAt.slice(11, 16),
  })
  const put = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }))
  const edited = useChange(desk.mistake.edit, { said: 'The facts are put right', onDone: onClose })
  const people = (data?.members ?? []).filter(({ kind }) => kind !== 'agent' && kind !== 'desk')
  const save = () => {
    const kept = (name: 'asked' | 'done') =>
      facts[name].words === draft[name] ? facts[name] : { words: draft[name], from: null }
    const name = people.find(({ id }) => id === draft.member)?.name ?? draft.name
    const effect = Temporal.PlainDateTime.from(`${draft.on}T${draft.at}`).toZonedDateTime(me.desk.zone)
    const isMoved = draft.on !== effectAt.slice(0, 10) || draft.at !== effectAt.slice(11, 16)
    edited.mutate({
      id: mistake.id,
      version,
      set: {
        title: draft.title,
        asked: kept('asked'),
        done: kept('done'),
        askedBy: { name, member: draft.member || null },
        touched: sourced(draft.touched, facts.touched),
        follows: sourced(draft.follows, facts.follows),
        others: lines(draft.others),
        stretch: draft.stretch,
      },
      ...(isMoved && { effectAt: effect.toInstant().toString() }),
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="The facts"
      sub="When asked or done is changed, whoever asked confirms again."
      actions={
        <>
          <Button of="mistake.edit" look="main" busy={edited.isPending} onClick={save}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <TextField label="What it is called" value={draft.title} onValue={(title) => put({ title })} />
      <NotesField
        label="Asked"
        rows={2}
        value={draft.asked}
        onValue={(asked) => put({ asked })}
        hint="So that it reads on after “you asked me to”."
      />
      <NotesField label="Done" rows={2} value={draft.done} onValue={(done) => put({ done })} />
      <Choice
        label="Who asked"
        value={draft.member}
        options={[
          { value: '', words: 'Somebody outside' },
          ...people.map(({ id, name }) => ({ value: id, words: name })),
        ]}
        onValue={(member) => put({ member })}
      />
      {draft.member === '' && <TextField label="Their name" value={draft.name} onValue={(name) => put({ name })} />}
      <NotesField
        label="Who is touched, one a line"
        rows={3}
        value={draft.touched}
        onValue={(touched) => put({ touched })}
      />
      <NotesField
        label="What follows, one a line"
        rows={2}
        value={draft.follows}
        onValue={(follows) => put({ follows })}
      />
      <NotesField
        label="Who else had a part in it, one a line"
        hint="The checker looks whether a message moves the blame to them."
        rows={2}
        value={draft.others}
        onValue={(others) => put({ others })}
      />
      <DateField label="When it took effect" value={draft.on} onValue={(on) => put({ on })} />
      <TimeField label="At" zone={me.desk.zone} value={draft.at} onValue={(at) => put({ at })} />
      <Switch
        label="Stretch"
        hint="Work beyond what they know: a slip was expected, and teaches."
        value={draft.stretch}
        onValue={(stretch) => put({ stretch })}
      />
      <Refused error={edited.error} />
    </Dialog>
  )
}
