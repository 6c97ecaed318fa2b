import { type FormEvent, useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { momentWords } from '../dates.ts'
import { NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useMay } from '../shell/may.ts'
import css from './Decisions.module.css'
import type { Decision } from './draft.ts'
import { firstName } from './words.ts'

const verbs = {
  more: 'asks',
  told: 'answers',
  'you decide': 'leaves it to whoever asked',
  handed: 'hands it on',
} as const

/** What was said on the way; a question back is answered where it stands. */
export function Talk({ decision }: { decision: Decision }) {
  const { talk, wantsMore, mine, decider, askedBy } = decision
  const mayTell = useMay('decision.tell') !== 'no'
  if (talk.length === 0) return null
  return (
    <section className={css.talk} aria-label="What was said">
      <ul>
        {talk.map(({ kind, by, at, words }) => (
          <li key={at + kind} data-kind={kind}>
            <p>
              <b>{by}</b> {verbs[kind]} <small>{momentWords(at)}</small>
            </p>
            {words !== '' && <p>{words}</p>}
          </li>
        ))}
      </ul>
      {wantsMore && mine && (
        <p>
          <Tag tone="amber">waits for {firstName(askedBy.name)}’s answer</Tag>
        </p>
      )}
      {wantsMore && !mine && mayTell && <Reply decision={decision} to={firstName(decider.name)} />}
    </section>
  )
}

function Reply({ decision, to }: { decision: Decision; to: string }) {
  const [words, setWords] = useState('')
  const told = useChange(desk.decision.tell, { said: `Told ${to}`, onDone: () => setWords('') })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    told.mutate({ id: decision.id, words })
  }
  return (
    <form onSubmit={submit}>
      <NotesField label={`Answer ${to}`} rows={2} value={words} onValue={setWords} />
      <Button of="decision.tell" look="main" type="submit" disabled={words.trim() === ''} busy={told.isPending}>
        Tell {to}
      </Button>
      <Refused error={told.error} />
    </form>
  )
}
