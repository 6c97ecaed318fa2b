import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { DoesNotFit, isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { desk, refusalOf } from '../client.ts'
import { NotesField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Around } from './Around.tsx'
import css from './Ask.module.css'
import { type AskForm, type Decision, draftOf } from './draft.ts'
import { useMeanwhile } from './meanwhile.ts'
import { OptionFields } from './OptionFields.tsx'
import { Terms } from './Terms.tsx'

/** What the desk said no to, by the path of the field it is about. */
export type WrongAt = (...paths: readonly string[]) => string | undefined

const placed = /^(question|context|neededBy|onSilence|recommended|decider|options|disagrees|sources|reviewOn)\b/
const aside = /^(disagrees|sources|reviewOn|consulted)\b/

/** One question, with its options and what happens on silence; or the brief of one that is open, to be changed. */
export function AskDialog({
  start,
  editing,
  onClose,
}: {
  start: AskForm
  editing: Decision | null
  onClose: () => void
}) {
  const [form, setForm] = useState(start)
  const put = (part: Partial<AskForm>) => setForm((was) => ({ ...was, ...part }))
  const id = useId()
  const asked = useChange(desk.decision.ask, {
    said: ({ decision }) => `Asked ${decision.decider.name}`,
    onDone: onClose,
  })
  const edited = useChange(desk.decision.edit, { said: 'Changed what is asked', onDone: onClose })
  const { version, parts, bringIn } = useMeanwhile(editing)
  const again = useQueryClient()
  const onError = (wrong: unknown) => {
    if (refusalOf(wrong)?.why === 'moved-on') void again.invalidateQueries()
  }
  const error = asked.error ?? edited.error
  const no = refusalOf(error)
  const path = no?.path ?? ''
  const wrongAt: WrongAt = (...paths) => (no && paths.includes(path) ? no.words : undefined)
  const fields = useShownWrong(error)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const draft = draftOf(form)
    if (editing) edited.mutate({ ...draft, id: editing.id, version }, { onError })
    else asked.mutate(draft)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={editing ? 'Change what is asked' : 'Ask for a decision'}
      sub="One question, two or three ways to answer it, and what happens if nobody does."
      actions={
        <>
          <Button
            of={editing ? 'decision.edit' : 'decision.ask'}
            look="main"
            type="submit"
            form={id}
            busy={asked.isPending || edited.isPending}
          >
            {editing ? 'Save' : 'Ask'}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <Meanwhile
        parts={parts}
        onBring={() => {
          setForm(bringIn(form))
          edited.reset()
        }}
      />
      <form id={id} ref={fields} className={css.form} noValidate onSubmit={save}>
        <TextField
          label="The question"
          hint="As it will stand on the phone: “Zurich tonight: the Quai or the Seehof?”"
          value={form.question}
          wrong={wrongAt('question')}
          maxLength={200}
          autoComplete="off"
          onValue={(question) => put({ question })}
        />
        <NotesField
          label="What there is to know"
          rows={2}
          value={form.context}
          wrong={wrongAt('context')}
          onValue={(context) => put({ context })}
        />
        <OptionFields form={form} wrongAt={wrongAt} path={path} onPut={put} onForm={setForm} />
        <Terms form={form} wrongAt={wrongAt} onPut={put} />
        <Around form={form} wrongAt={wrongAt} open={aside.test(path)} onPut={put} />
        {isAgainstAgreed(asked.error) ? (
          <DoesNotFit operation="decision.ask" input={draftOf(form)} said="Asked" onDone={onClose} />
        ) : editing && isAgainstAgreed(edited.error) ? (
          <DoesNotFit
            operation="decision.edit"
            input={{ ...draftOf(form), id: editing.id, version: editing.version }}
            said="Changed what is asked"
            onDone={onClose}
          />
        ) : (
          !placed.test(path) && <Refused error={error} />
        )}
      </form>
    </Dialog>
  )
}

/** Somebody else changes the same brief: said as soon as it is known, and with one press theirs and this are one. */
function Meanwhile({ parts, onBring }: { parts: readonly string[]; onBring: () => void }) {
  return (
    <div role="status">
      {parts.length > 0 && (
        <div className={css.meanwhile}>
          <p>
            <b>Changed by somebody else since you opened it: {new Intl.ListFormat('en-GB').format(parts)}.</b> Nothing
            of it is written over unseen; where you changed the same, your words stay here.
          </p>
          <Button onClick={onBring}>Bring it in</Button>
        </div>
      )}
    </div>
  )
}

/** Leads to the field that the desk said no to. */
function useShownWrong(error: unknown) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [error])
  return form
}
