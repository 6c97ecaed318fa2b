import type { QuestionView } from '../../desk/partnership/knowing/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { momentWords } from '../dates.ts'
import { NotesField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { AnswerFields } from './AnswerFields.tsx'
import { useAnswer } from './answer.ts'
import css from './Knowing.module.css'
import { LookedBack } from './LookedBack.tsx'
import { isWhole } from './whole.ts'

type Props = {
  question: QuestionView
  place: string
  executive: string
  mayKeep: boolean
  mayFill: boolean
  onNext: () => void
}

const firstName = (name: string): string => name.split(' ')[0] ?? name

/** One question: its parts, what they would have done, and the yes that makes it so. */
export function OneQuestion({ question, place, executive, mayKeep, mayFill, onNext }: Props) {
  const { key, kept, waits } = question
  const { values, note, version, isBehind, onValues, onNote, readAgain, isDone } = useAnswer(question)
  const keep = useChange(desk.knowing.keep, {
    said: ({ question: now }) => `Kept: ${now.kept?.words ?? now.asks}`,
    onDone: () => {
      isDone()
      onNext()
    },
  })
  const fill = useChange(desk.knowing.fill, {
    said: `Filled in; it waits for ${firstName(executive)}’s yes`,
    onDone: () => {
      isDone()
      onNext()
    },
  })
  const drop = useChange(desk.knowing.drop, { said: 'Taken out again', onDone: isDone })
  const takeBack = useChange(desk.knowing.takeBack, { said: 'Taken back, with what came of it', onDone: isDone })
  const answer = { question: key, values, note }
  // A no was to what was said before.
  const edit = (next: Record<string, unknown>) => {
    onValues(next)
    keep.reset()
    fill.reset()
  }
  const say = () => (mayKeep ? keep : fill).mutate({ ...answer, version })
  const back = waits
    ? { words: 'Take it out', of: 'knowing.drop' as const, run: () => drop.mutate({ question: key, version }) }
    : kept && mayKeep
      ? {
          words: 'Take it back',
          of: 'knowing.takeBack' as const,
          run: () => takeBack.mutate({ question: key, version }),
        }
      : null
  const may = mayKeep || mayFill
  const answers = mayKeep ? 'knowing.keep' : 'knowing.fill'
  const yes = mayKeep ? 'Yes, keep it' : 'Fill it in'
  useVerbs([
    ...(may ? [{ id: 'answer', words: yes, keys: ['a'], of: answers, run: say } as const] : []),
    ...(back && may ? [{ id: 'answer-back', words: back.words, keys: ['x'], of: back.of, run: back.run }] : []),
    { id: 'next-question', words: 'The next open question', keys: ['n'], run: onNext },
  ])
  // Whoever only says yes has it under the thumb, and what can be changed below; what it lacks has to be said first.
  const confirming = mayKeep && waits !== null && isWhole(question, question.start)
  const parts = (
    <div className={css.fields}>
      <AnswerFields fields={question.fields} values={values} onValues={edit} />
    </div>
  )
  const story = <NotesField label="The story behind it (if any)" rows={2} value={note} onValue={onNote} />
  return (
    <article className={css.one} aria-labelledby="question">
      <p className={css.place}>
        {place} {question.label === 'private' && <Tag tone="plum">private</Tag>}
      </p>
      <h2 id="question" className={css.asks}>
        {question.asks}
      </h2>
      <p className={css.why}>{question.why}</p>
      <Standing question={question} executive={executive} mayKeep={mayKeep} />
      {isBehind && (
        <p className={css.waits} role="status">
          It was answered otherwise while you wrote: what you have here is kept until you leave it.{' '}
          <Button onClick={readAgain}>Take what is there now</Button>
        </p>
      )}
      {!confirming && parts}
      <LookedBack question={question} values={values} />
      {!confirming && story}
      <Refused error={keep.error ?? fill.error ?? drop.error ?? takeBack.error} />
      <div className={css.taps}>
        {may && (
          <Button
            look="main"
            hint="a"
            className={css.big}
            of={answers}
            busy={keep.isPending || fill.isPending}
            onClick={say}
          >
            {yes}
          </Button>
        )}
        <Button hint="n" className={css.big} onClick={onNext}>
          {may ? 'Another day' : 'Next'}
        </Button>
        {back && may && (
          <Button hint="x" look="quiet" of={back.of} busy={drop.isPending || takeBack.isPending} onClick={back.run}>
            {back.words}
          </Button>
        )}
      </div>
      {confirming && (
        <details className={css.change}>
          <summary>Change it first</summary>
          {parts}
          {story}
        </details>
      )}
      <p className={css.soft}>{underneath(mayKeep, mayFill, firstName(executive))}</p>
    </article>
  )
}

const underneath = (mayKeep: boolean, mayFill: boolean, name: string): string =>
  mayKeep
    ? 'With your yes it is so at once, and it can be taken back at any time.'
    : mayFill
      ? `It waits for ${name}’s yes: nothing changes before.`
      : `Your board lets you read these. ${name} says who fills them in.`

/** What stands of it already: who filled it in, what was kept and whether that still holds. */
function Standing({
  question: { waits, kept },
  executive,
  mayKeep,
}: Pick<Props, 'question' | 'executive' | 'mayKeep'>) {
  return (
    <>
      {waits && (
        <p className={css.waits}>
          <Tag tone="amber">{mayKeep ? 'waits for your yes' : `waits for ${firstName(executive)}’s yes`}</Tag>{' '}
          {waits.by.name} filled this in on {momentWords(waits.at)}: <b>{waits.words}</b>
          {waits.note !== '' && <q>{waits.note}</q>}
        </p>
      )}
      {kept && (
        <p className={css.kept}>
          <Tag>{kept.stands}</Tag> <b>{kept.words}</b> <small>since {momentWords(kept.at)}</small>
        </p>
      )}
    </>
  )
}
