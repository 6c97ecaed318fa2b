import { type FormEvent, useId, useState } from 'react'
import type { Verdict } from '../../desk/decisions/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { waitWords } from '../dates.ts'
import { DateField, NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import ask from './Ask.module.css'
import type { Decision } from './draft.ts'
import css from './Log.module.css'

const tones = { right: 'green', mixed: 'amber', wrong: 'red' } as const
const verdicts: readonly Verdict[] = ['right', 'mixed', 'wrong']
const isVerdict = (text: string): text is Verdict => verdicts.some((one) => one === text)

/** One that is settled: what was chosen and what was not, by whom or by silence, how long it took, how it turned out. */
export function Past({ decision, due = false }: { decision: Decision; due?: boolean }) {
  const [reviewing, setReviewing] = useState(false)
  const { outcome, options } = decision
  const review = outcome?.review ?? null
  return (
    <li className={css.past} aria-label={decision.question}>
      <h3>{decision.question}</h3>
      <p>
        {decision.stateWords}. {outcome && <small>{tookWords(decision)}</small>}
      </p>
      <ul className={css.alternatives} aria-label="The options">
        {options.map(({ number, words, recommended }) => (
          <li key={number} className={number === outcome?.option ? css.taken : undefined}>
            {number} · {words}
            {number === outcome?.option && <span className="unseen">, taken</span>}
            {recommended && <small> recommended</small>}
          </li>
        ))}
      </ul>
      {outcome?.words && <p>“{outcome.words}”</p>}
      {outcome?.trouble && <p className={css.trouble}>The desk could not do it: {outcome.trouble}</p>}
      {review && (
        <p>
          <Tag tone={isVerdict(review.verdict) ? tones[review.verdict] : 'blue'}>{review.verdict}</Tag> {review.words}
        </p>
      )}
      {outcome && decision.mayRecord && (
        <p>
          <Button of="decision.review" look={due ? 'main' : 'quiet'} onClick={() => setReviewing(true)}>
            {review ? 'Look at it again…' : 'How did it turn out?'}
          </Button>
        </p>
      )}
      {reviewing && <Review decision={decision} onClose={() => setReviewing(false)} />}
    </li>
  )
}

function tookWords({ askedAt, outcome }: Decision): string {
  if (outcome === null) return ''
  const ms =
    Temporal.ZonedDateTime.from(outcome.at).epochMilliseconds - Temporal.ZonedDateTime.from(askedAt).epochMilliseconds
  return `${outcome.byDefault ? 'Waited' : 'Took'} ${waitWords(Math.round(ms / 60_000))}.`
}

/** Whether it was right, and why; with a day to look once more where it is too early to tell. */
function Review({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const form = useId()
  const [verdict, setVerdict] = useState<Verdict>('right')
  const [words, setWords] = useState('')
  const [on, setOn] = useState('')
  const reviewed = useChange(desk.decision.review, { said: 'Kept how it turned out', onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reviewed.mutate({ id: decision.id, verdict, words, on: on === '' ? null : on })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="How did it turn out?"
      sub={`${decision.question} ${decision.stateWords}.`}
      actions={
        <>
          <Button of="decision.review" look="main" type="submit" form={form} busy={reviewed.isPending}>
            Keep it
          </Button>
          <Button onClick={onClose}>Too early</Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <fieldset className={ask.said}>
          <legend>It was</legend>
          {verdicts.map((one) => (
            <label key={one}>
              <input type="radio" name={`${form}-verdict`} checked={verdict === one} onChange={() => setVerdict(one)} />
              {one}
            </label>
          ))}
        </fieldset>
        <NotesField label="Why" rows={3} value={words} onValue={setWords} />
        <DateField label="Look once more on (if at all)" value={on} onValue={setOn} />
      </form>
      <Refused error={reviewed.error} />
    </Dialog>
  )
}
