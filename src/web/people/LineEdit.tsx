import { useId, useState } from 'react'
import type { ContactView } from '../../desk/people/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Choice, DateField, Switch, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { kindChoices } from './choices.ts'
import css from './People.module.css'

/** A line that was noted, to be put right. */
export function LineEdit({ line, onClose }: { line: ContactView; onClose: () => void }) {
  const form = useId()
  const [said, setSaid] = useState({ kind: line.kind, words: line.words, on: line.on, label: line.label })
  const put = (part: Partial<typeof said>) => setSaid((was) => ({ ...was, ...part }))
  const edited = useChange(desk.contact.edit, { said: 'Changed', onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Change a line about ${line.name}`}
      actions={
        <>
          <Button
            look="main"
            type="submit"
            form={form}
            of="contact.edit"
            busy={edited.isPending}
            disabled={said.words.trim() === ''}
          >
            Save
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form
        id={form}
        className={css.fields}
        onSubmit={(event) => {
          event.preventDefault()
          edited.mutate({ id: line.id, version: line.version, ...said, words: said.words.trim() })
        }}
      >
        <TextField
          label="In one line"
          value={said.words}
          maxLength={500}
          autoComplete="off"
          onValue={(words) => put({ words })}
        />
        <div className={css.pair}>
          <Choice label="It is" value={said.kind} options={kindChoices} onValue={(kind) => put({ kind })} />
          <DateField label="On" required value={said.on} onValue={(on) => put({ on })} />
        </div>
        <Switch
          label="Private"
          hint="for whoever sees what is private"
          value={said.label === 'private'}
          onValue={(isPrivate) => put({ label: isPrivate ? 'private' : 'desk' })}
        />
      </form>
      <Refused error={edited.error} />
    </Dialog>
  )
}
