import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './Agreement.module.css'
import type { Part } from './shown.ts'

/** A part in new words: whoever writes them has signed them, and the other signs them too. */
export function WriteDialog({ part: now, onClose }: { part: Part; onClose: () => void }) {
  // Other words are put in the place of those that were read, whatever somebody else has written since.
  const [part] = useState(now)
  const form = useId()
  const [sentence, setSentence] = useState(part.sentence ?? '')
  const write = useChange(desk.agreement.write, { said: `Signed ${part.title}; the other signs too`, onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    write.mutate({ part: part.part, sentence, version: part.version })
  }
  const isNew = sentence.trim() !== '' && sentence.trim() !== part.sentence
  return (
    <Dialog
      open
      onClose={onClose}
      title={part.title}
      final={{ of: 'agreement.write' }}
      sub={`${part.about} Whoever writes it has signed it${part.sentence === null ? '' : '; other words need both of you again'}.`}
      actions={
        <>
          <Button type="submit" form={form} look="main" of="agreement.write" disabled={!isNew} busy={write.isPending}>
            Write and sign
          </Button>
          <Button look="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <NotesField label="One sentence" rows={3} value={sentence} onValue={setSentence} />
        {sentence.trim() === '' && (
          <p className={css.example}>
            For example: “{part.example}” <Button onClick={() => setSentence(part.example)}>Begin with this</Button>
          </p>
        )}
        <Refused error={write.error} />
      </form>
    </Dialog>
  )
}
