import { useState } from 'react'
import type { MistakeView } from '../../desk/mistakes/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './Mistakes.module.css'
import { StepMaker } from './StepMaker.tsx'

const kinds = { rule: 'a rule over the plan', check: 'a check', work: 'dated work' } as const

/** What keeps it from happening again, and whether it would have caught it. */
export function Steps({ mistake }: { mistake: MistakeView }) {
  const [making, setMaking] = useState(false)
  const isOpen = mistake.state !== 'closed'
  useVerbs(
    isOpen
      ? [{ id: 'make-step', words: 'Make a step real', keys: ['n'], of: 'mistake.step', run: () => setMaking(true) }]
      : [],
  )
  return (
    <section aria-label="Steps">
      <h2>{mistake.steps.some(({ replay }) => replay?.caught) ? 'Would have caught it' : 'From now on'}</h2>
      {mistake.steps.length === 0 && (
        <p className={css.soft}>No step yet: a promise that is nothing but words keeps nothing.</p>
      )}
      {mistake.steps.length > 0 && (
        <ul className={css.steps}>
          {mistake.steps.map((step) => (
            <OneStep key={step.id} step={step} mistake={mistake} />
          ))}
        </ul>
      )}
      {isOpen && (
        <Button of="mistake.step" look="main" hint="n" onClick={() => setMaking(true)}>
          Make a step real
        </Button>
      )}
      {making && <StepMaker mistake={mistake} onClose={() => setMaking(false)} />}
    </section>
  )
}

function OneStep({ step, mistake }: { step: MistakeView['steps'][number]; mistake: MistakeView }) {
  const dropped = useChange(desk.mistake.drop, { said: 'Taken out' })
  return (
    <li className={css.card}>
      <p>
        <span aria-hidden="true">{step.live ? '✓ ' : '○ '}</span>
        {step.replayWords ?? `“${step.words}”`}
      </p>
      <p className={css.tags}>
        <Tag tone={step.live ? 'green' : 'amber'}>{step.live ? 'live' : 'not live'}</Tag>
        <span className={css.soft}>
          {kinds[step.as]} · {step.liveWords}
        </span>
      </p>
      {mistake.state !== 'closed' && (
        <Button
          of="mistake.drop"
          look="quiet"
          busy={dropped.isPending}
          onClick={() => dropped.mutate({ id: mistake.id, step: step.id, reason: 'Another step takes its place' })}
        >
          Take it out
        </Button>
      )}
      <Refused error={dropped.error} />
    </li>
  )
}
