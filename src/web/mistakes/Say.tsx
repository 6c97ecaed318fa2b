import { useMemo, useState } from 'react'
import { check, type Verdict } from '../../desk/mistakes/checking/model.ts'
import type { Audience, MistakeView } from '../../desk/mistakes/model.ts'
import { isForExecutive } from '../../desk/mistakes/saying/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { momentWords } from '../dates.ts'
import { Choice, NotesField, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { copyText } from '../shell/copy.ts'
import { useMay } from '../shell/may.ts'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { Stop } from '../texts/Stop.tsx'
import { useLeaving } from '../texts/useLeaving.ts'
import css from './Mistakes.module.css'

const names: Readonly<Record<Audience, string>> = {
  executive: 'The executive',
  client: 'A client, or somebody else outside',
  colleague: 'A colleague',
}

const audiences: readonly Audience[] = ['executive', 'client', 'colleague']

/** What was said, or what there is to say, with the checker beside it: it explains, and forbids nothing. */
export function Say({ mistake }: { mistake: MistakeView }) {
  const { zone } = useMe().desk
  const told = mistake.progress.said.at(-1)
  const maySay = useMay('mistake.said') !== 'no'
  return (
    <section aria-label="What is said">
      {told && (
        <div className={css.card}>
          <p className={css.said}>“{told.text}”</p>
          <p className={css.tags}>
            {mistake.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </p>
          <p className={css.soft}>
            said to {told.to}, {momentWords(`${Temporal.Instant.from(told.at).toZonedDateTimeISO(zone)}`)}
            {mistake.progress.said.length > 1 && `, the last of ${mistake.progress.said.length}`}
          </p>
        </div>
      )}
      {mistake.state !== 'closed' && maySay && <Draft mistake={mistake} />}
    </section>
  )
}

function Draft({ mistake }: { mistake: MistakeView }) {
  const [audience, setAudience] = useState<Audience>('executive')
  const [written, setWritten] = useState<string | null>(null)
  const [to, setTo] = useState(mistake.facts.askedBy.name)
  const text = written ?? mistake.drafts[audience]
  const said = useChange(desk.mistake.said, { said: 'Recorded as said', onDone: () => setWritten(null) })
  const { executive } = useMe().desk
  const [event] = mistake.items
  const leaving = useLeaving({ to: to.trim() || 'somebody', ...(event && { event }) })
  const leave = (go: () => void) => (isForExecutive(audience, to, executive) ? go() : leaving.leave(text, go))
  const copy = () => leave(() => copyText(text))
  const record = () => leave(() => said.mutate({ id: mistake.id, to, audience, text }))
  const verdicts = useMemo(
    () =>
      check(text, {
        asked: mistake.facts.asked.words,
        askedBy: mistake.facts.askedBy.name,
        done: mistake.facts.done.words,
        owner: mistake.owner.name,
        touched: mistake.facts.touched.map(({ words }) => words),
        putRight: mistake.facts.putRight,
        steps: mistake.steps,
        others: mistake.facts.others,
      }),
    [text, mistake],
  )
  useVerbs([
    { id: 'copy-apology', words: 'Copy what is said', keys: ['g'], run: copy },
    { id: 'record-said', words: 'Record it as said', keys: ['a'], of: 'mistake.said', run: record },
  ])
  return (
    <div className={css.card}>
      <Choice
        label="To whom"
        value={audience}
        options={audiences.map((value) => ({ value, words: names[value] }))}
        onValue={(next) => {
          setAudience(next)
          setWritten(null)
        }}
      />
      <div className={css.text}>
        <NotesField label="What you say" rows={9} value={text} onValue={setWritten} />
        <Checked verdicts={verdicts} />
      </div>
      <TextField label="Who hears it" value={to} onValue={setTo} />
      <div className={css.verbs}>
        <Button hint="g" busy={leaving.busy} onClick={copy}>
          Copy the text
        </Button>
        <Button of="mistake.said" look="main" hint="a" busy={said.isPending || leaving.busy} onClick={record}>
          It was said
        </Button>
      </div>
      <Stop leaving={leaving} text={text} />
      <p className={css.soft}>The desk sends nothing: it keeps what was said, to whom and when.</p>
      <Refused error={said.error} />
    </div>
  )
}

const asks: Readonly<Record<Verdict['question'], string>> = {
  askedNamed: 'Is what was asked named?',
  doneNamed: 'Is what was done named?',
  firstPerson: 'Does the owner say “I”?',
  stepsLinked: 'Is each promised step a live one?',
  oneApology: 'Is there exactly one apology?',
  blameMoved: 'Is the blame moved elsewhere?',
}

const toneOf = ({ question, answer }: Verdict) =>
  answer === 'cannot tell' ? 'blue' : (answer === 'yes') === (question !== 'blameMoved') ? 'green' : 'amber'

const Checked = ({ verdicts }: { verdicts: readonly Verdict[] }) => (
  <dl className={css.checked} aria-label="Compared with the facts" aria-live="polite">
    {verdicts.map((verdict) => (
      <div key={verdict.question}>
        <dt>
          {asks[verdict.question]} <Tag tone={toneOf(verdict)}>{verdict.answer}</Tag>
        </dt>
        <dd>
          {verdict.why}
          {verdict.read.length > 0 && <small> Read: {verdict.read.slice(0, 4).join(', ').slice(0, 120)}</small>}
        </dd>
      </div>
    ))}
  </dl>
)
