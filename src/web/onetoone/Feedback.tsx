import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { momentWords } from '../dates.ts'
import { Choice, NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import css from './OneToOne.module.css'
import { firstName } from './shapes.ts'

type Listed = Awaited<ReturnType<typeof desk.feedback.list>>
type Wanted = Listed['wanted'][number]
type Given = Listed['feedback'][number]
export type About = Wanted['about']

/** What the two told each other, newest first; nobody else reads it. `onGive` null: nobody is there to be given any. */
export function Feedback({ onGive }: { onGive: ((about: About | null) => void) | null }) {
  const { data } = useQuery(ask.feedback.list.queryOptions({ input: {} }))
  if (!data || (data.partners.length === 0 && data.feedback.length === 0)) return null
  return (
    <section aria-label="Feedback you two gave each other">
      <h2 className={css.title}>
        Feedback <Tag tone="plum">the two of you alone</Tag>
      </h2>
      {data.feedback.length === 0 && (
        <p className={css.note}>None yet. A thank-you counts; so does one thing to try.</p>
      )}
      <ul className={css.lines}>
        {data.feedback.slice(0, 6).map((one) => (
          <OneGiven key={one.id} one={one} />
        ))}
      </ul>
      {onGive && data.partners.length > 0 && (
        <p className={css.ways}>
          <Button hint="f" of="feedback.give" onClick={() => onGive(null)}>
            Give feedback
          </Button>
        </p>
      )}
    </section>
  )
}

const parts = [
  ['well', 'Went well'],
  ['toTry', 'To try'],
  ['thanks', 'Thanks'],
] as const

function OneGiven({ one }: { one: Given }) {
  const back = useChange(desk.feedback.withdraw, { said: 'Taken back' })
  return (
    <li className={`${css.line} ${css.mine}`}>
      <p className={css.words}>
        {one.mine ? `You to ${firstName(one.to.name)}` : `${firstName(one.from.name)} to you`}
      </p>
      <p className={css.note}>
        {momentWords(one.givenAt)}
        {one.aboutWords !== '' && `, on ${one.aboutWords}`}
      </p>
      <dl className={css.said}>
        {parts
          .filter(([part]) => one[part] !== '')
          .map(([part, name]) => (
            <div key={part}>
              <dt>{name}</dt>
              <dd>{one[part]}</dd>
            </div>
          ))}
      </dl>
      {one.mine && (
        <p className={css.ways}>
          <Button look="quiet" of="feedback.withdraw" busy={back.isPending} onClick={() => back.mutate({ id: one.id })}>
            Take it back
          </Button>
          <Final of="feedback.withdraw" />
        </p>
      )}
      <Refused error={back.error} />
    </li>
  )
}

const keyOf = (about: About): string => JSON.stringify([about.kind, about.item])
const nothing: About = { kind: 'nothing', item: null }

/** Three short questions, of which one answer is enough. */
export function GiveFeedback({
  about: first,
  partner,
  onClose,
}: {
  about: About | null
  partner: { id: string; name: string }
  onClose: () => void
}) {
  const form = useId()
  const { data } = useQuery(ask.feedback.list.queryOptions({ input: {} }))
  const wanted = (data?.wanted ?? []).filter(({ to }) => to.id === partner.id)
  const [about, setAbout] = useState(keyOf(first ?? nothing))
  const [well, setWell] = useState('')
  const [toTry, setToTry] = useState('')
  const [thanks, setThanks] = useState('')
  const name = firstName(partner.name)
  const given = useChange(desk.feedback.give, { said: `Given to ${name}`, onDone: onClose })
  const subjects = [nothing, ...wanted.map((one) => one.about)]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = subjects.find((one) => keyOf(one) === about) ?? nothing
    given.mutate({ to: partner.id, about: chosen, well, toTry, thanks })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Feedback for ${name}`}
      sub={`Read by ${name} and you, and by nobody else at this desk.`}
      actions={
        <>
          <Button look="main" type="submit" form={form} of="feedback.give" busy={given.isPending}>
            Give it
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <form id={form} className={css.form} onSubmit={submit}>
        <Choice
          label="About"
          value={about}
          options={[
            { value: keyOf(nothing), words: 'Nothing in particular' },
            ...wanted.map((one) => ({ value: keyOf(one.about), words: one.words })),
          ]}
          onValue={setAbout}
        />
        <NotesField label="What went well" rows={2} value={well} onValue={setWell} />
        <NotesField label="What to try" rows={2} value={toTry} onValue={setToTry} />
        <NotesField label="Thanks for" rows={2} value={thanks} onValue={setThanks} />
      </form>
      <Refused error={given.error} />
    </Dialog>
  )
}
