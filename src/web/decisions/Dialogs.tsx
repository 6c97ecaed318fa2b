import { type FormEvent, useId, useState } from 'react'
import { DoesNotFit, isAgainstAgreed } from '../boundaries/DoesNotFit.tsx'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Choice, NotesField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import ask from './Ask.module.css'
import type { Decision } from './draft.ts'
import { useDeciders } from './Terms.tsx'
import { chosenWords, firstName } from './words.ts'

type Props = { decision: Decision; onClose: () => void }

const submitted = (run: () => void) => (event: FormEvent) => {
  event.preventDefault()
  run()
}

/** A question back: nothing is decided until it is answered, and what happens on silence stays as it was announced. */
export function Telling({ decision, onClose }: Props) {
  const form = useId()
  const [question, setQuestion] = useState('')
  const asker = firstName(decision.askedBy.name)
  const asked = useChange(desk.decision.more, { said: `Asked ${asker}`, onDone: onClose })
  return (
    <Dialog
      open
      onClose={onClose}
      title="What do you need to know?"
      sub={decision.silenceWords}
      actions={
        <>
          <Button of="decision.more" look="main" type="submit" form={form} busy={asked.isPending}>
            Ask {asker}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={form} onSubmit={submitted(() => asked.mutate({ id: decision.id, question }))}>
        <NotesField label={`To ${asker}`} rows={3} value={question} onValue={setQuestion} />
      </form>
      <Refused error={asked.error} />
    </Dialog>
  )
}

/** Somebody else's answer it shall be. */
export function HandOn({ decision, onClose, onGone }: Props & { onGone: () => void }) {
  const form = useId()
  const others = useDeciders().filter(({ id }) => id !== decision.decider.id)
  const [to, setTo] = useState('')
  const [note, setNote] = useState('')
  const whom = to === '' ? (others[0]?.id ?? '') : to
  const done = () => {
    onClose()
    onGone()
  }
  const handed = useChange(desk.decision.hand, {
    said: (answer) => `It is ${answer.decision.decider.name}’s now`,
    onDone: done,
  })
  const input = { id: decision.id, to: whom, note }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Whose answer shall it be?"
      sub={decision.question}
      actions={
        <>
          <Button
            of="decision.hand"
            look="main"
            type="submit"
            form={form}
            disabled={others.length === 0}
            busy={handed.isPending}
          >
            Hand it on
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </>
      }
    >
      {others.length === 0 ? (
        <p>Nobody else who decides sits at this desk. People are invited on the Board.</p>
      ) : (
        <form id={form} onSubmit={submitted(() => handed.mutate(input))}>
          <Choice
            label="To"
            value={whom}
            options={others.map(({ id, name, kind }) => ({ value: id, words: `${name}, ${kind}` }))}
            onValue={setTo}
          />
          <NotesField label="What they should know" rows={2} value={note} onValue={setNote} />
        </form>
      )}
      {isAgainstAgreed(handed.error) ? (
        <DoesNotFit operation="decision.hand" input={input} said="Handed on" onDone={done} />
      ) : (
        <Refused error={handed.error} />
      )}
    </Dialog>
  )
}

const ways = ['by phone', 'in person', 'by message', 'in a meeting'].map((value) => ({ value, words: value }))

/** An answer that was given elsewhere, kept with who gave it and how. */
export function Recorded({
  decision,
  option: given,
  onClose,
  onGone,
}: Props & { option: number | null; onGone: () => void }) {
  const form = useId()
  const [option, setOption] = useState(given)
  const [who, setWho] = useState(decision.decider.name)
  const [how, setHow] = useState('by phone')
  const [note, setNote] = useState('')
  const answered = useChange(desk.decision.answer, {
    said: (answer) => chosenWords(answer.decision),
    onDone: () => {
      onClose()
      onGone()
    },
  })
  const choices = [
    ...decision.options.map(({ number, words }) => ({
      number: number as number | null,
      words: `${number} · ${words}`,
    })),
    { number: null, words: 'None of them' },
  ]
  const { id } = decision
  // What they said, they said of the brief that was read to them.
  const [version] = useState(decision.version)
  return (
    <Dialog
      open
      onClose={onClose}
      title={`What did ${firstName(decision.decider.name)} say?`}
      sub={decision.question}
      actions={
        <>
          <Button of="decision.answer" look="main" type="submit" form={form} busy={answered.isPending}>
            Record it
          </Button>
          <Button onClick={onClose}>Not yet</Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={submitted(() =>
          answered.mutate({ id, version, option, note, saidBy: who.trim() && `${who.trim()}, ${how}` }),
        )}
      >
        <fieldset className={ask.said}>
          <legend>The answer</legend>
          {choices.map(({ number, words }) => (
            <label key={words}>
              <input
                type="radio"
                name={`${form}-option`}
                checked={option === number}
                onChange={() => setOption(number)}
              />
              {words}
            </label>
          ))}
        </fieldset>
        <div className={ask.pair}>
          <TextField label="Who said so" value={who} maxLength={150} onValue={setWho} />
          <Choice label="How" value={how} options={ways} onValue={setHow} />
        </div>
        <NotesField label="In which words, if it matters" rows={2} value={note} onValue={setNote} />
      </form>
      <Refused error={answered.error} />
    </Dialog>
  )
}
