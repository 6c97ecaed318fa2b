import { useState } from 'react'
import type { CascadeView as Cascade } from '../../desk/travel/contract.ts'
import { Answered } from '../findings/Answered.tsx'
import { Fixes } from '../findings/Fixes.tsx'
import { Button } from '../parts/Button.tsx'
import { Tag } from '../parts/Tag.tsx'
import css from './Cascade.module.css'

type Step = Cascade['steps'][number]

/**
 * One change as before and after: what changed, then everything behind it that no longer works, in an order in which it can
 * be put right. `ahead`: nothing is changed yet, so nothing can be done about it yet.
 */
export function CascadeView({ cascade, ahead = false }: { cascade: Cascade; ahead?: boolean }) {
  const { changed, steps, gone, stands } = cascade
  return (
    <div className={css.cascade}>
      <section className={css.change} aria-label="The change">
        <span className={css.mark} aria-hidden="true" />
        <h2>{changed.title}</h2>
        <Pair
          sides={ahead ? ['As it is', 'It would be'] : ['Before', 'Now']}
          was={changed.was}
          now={changed.now}
          none={['not there', 'called off']}
          struck
        />
      </section>
      <p className={css.sum} role="status">
        {sumWords(steps.length, ahead)}
      </p>
      {steps.length > 0 && (
        <ol className={css.steps}>
          {steps.map((step) => (
            <StepCard key={`${step.order} ${step.finding.fingerprint}`} step={step} ahead={ahead} />
          ))}
        </ol>
      )}
      <Quiet title={ahead ? 'It would put right' : 'No longer wrong'} lines={gone.map(({ words }) => words)} />
      <Quiet title="Stands as it was" lines={stands} />
    </div>
  )
}

function sumWords(count: number, ahead: boolean): string {
  if (count === 0) return ahead ? 'Nothing behind it would break.' : 'Everything behind it still works.'
  const things = count === 1 ? 'One thing' : `${count} things`
  return ahead
    ? `${things} behind it would no longer work.`
    : `${things} behind it no longer ${count === 1 ? 'works' : 'work'}, in the order to put right.`
}

/** Two times side by side; what has none says so. */
const Pair = ({
  sides,
  was,
  now,
  none,
  struck = false,
}: {
  sides: readonly [string, string]
  was: string | null
  now: string | null
  /** In the place of a time, on each side. */
  none: readonly [string, string]
  /** The first is so no more. */
  struck?: boolean
}) => (
  <dl className={css.pair}>
    <div className={css.was}>
      <dt>{sides[0]}</dt>
      <dd>{was === null ? <i>{none[0]}</i> : struck && was !== now ? <s>{was}</s> : was}</dd>
    </div>
    <div className={css.now}>
      <dt>{sides[1]}</dt>
      <dd>{now ?? <i>{none[1]}</i>}</dd>
    </div>
  </dl>
)

function StepCard({ step: { order, finding, about }, ahead }: { step: Step; ahead: boolean }) {
  const [answering, setAnswering] = useState(false)
  const isAsked = finding.state === 'asked'
  const tone =
    finding.state === 'accepted' ? css.lived : isAsked ? css.asked : finding.weight === 'never' ? css.broken : css.weak
  return (
    <li className={`${css.step} ${tone}`}>
      <span className={css.order}>{order}</span>
      <h3>
        {about.title}{' '}
        <Tag tone={isAsked ? 'amber' : finding.weight === 'never' ? 'red' : 'amber'}>
          {isAsked || finding.state === 'accepted' ? (finding.stateWords ?? finding.state) : finding.title}
        </Tag>
      </h3>
      <Pair
        sides={['It is', 'It would be']}
        was={about.was}
        now={about.would}
        none={['without a time', 'no other time is known']}
      />
      <p className={css.words}>{finding.words}</p>
      <p className={css.reach}>{reachWords(finding, about.title, ahead)}</p>
      {!ahead && (
        <div className={css.ways}>
          {finding.state === 'open' && <Fixes finding={finding} />}
          {isAsked && finding.askId !== null && (
            <>
              <Button of="finding.answered" look="main" onClick={() => setAnswering(true)}>
                They answered…
              </Button>
              <Answered finding={finding} open={answering} onClose={() => setAnswering(false)} />
            </>
          )}
        </div>
      )}
    </li>
  )
}

const list = new Intl.ListFormat('en-GB')

/** Who has to do something: the desk by itself, or somebody outside, and then it is amber until they answer. */
function reachWords({ fixes, state }: Step['finding'], title: string, ahead: boolean): string {
  if (state === 'asked') return 'Asked. Amber until a confirmation says what was asked for.'
  if (state === 'accepted') return 'Lived with.'
  const [first] = fixes
  if (first === undefined) return 'Nobody has a way out of it yet.'
  if (first.reach === 'desk') return ahead ? 'The desk could do it by itself.' : 'The desk does it, and reads it back.'
  const whom = first.message && first.message.to.length > 0 ? list.format(first.message.to) : `Whoever holds ${title}`
  return `${whom} must be asked; amber until they answer.`
}

const Quiet = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length > 0 && (
    <section className={css.quiet} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {[...new Set(lines)].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  )
