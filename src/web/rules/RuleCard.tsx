import { useState } from 'react'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Switch } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useMay } from '../shell/may.ts'
import { countsWords } from './counts.ts'
import { Preview } from './Preview.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import css from './Rules.module.css'
import type { Rule } from './RulesPage.tsx'
import { Story } from './Story.tsx'
import { weightTones, weightWords } from './words.ts'

/** One rule: its sentence, its story, how it has done, and its switch. Switched off, it shows at once what it was keeping. */
export function RuleCard({ rule }: { rule: Rule }) {
  const [editing, setEditing] = useState(false)
  const [looking, setLooking] = useState(false)
  const maySwitch = useMay('rule.switch')
  const switched = useChange(desk.rule.switch, {
    said: (answer) => (answer.rule.on ? 'Switched on' : 'Switched off'),
    onDone: (answer) => setLooking(!answer.rule.on),
  })
  const removed = useChange(desk.rule.remove, { said: 'Removed the rule' })
  return (
    <article className={`${css.rule} ${rule.on ? '' : css.off}`} aria-label={rule.words}>
      <div className={css.head}>
        <h3>{rule.words}</h3>
        <Tag tone={weightTones[rule.weight]}>{weightWords[rule.weight]}</Tag>
        {!rule.on && <Tag tone="amber">off</Tag>}
      </div>
      {rule.story && (
        <p className={css.story}>
          <Story story={rule.story} />
        </p>
      )}
      <p className={css.note}>{countsWords(rule.counts)}</p>
      <div className={css.actions}>
        {maySwitch !== 'no' && (
          <Switch
            label={rule.on ? 'On' : 'Off'}
            hint={maySwitch === 'propose' ? 'Switching it asks for a yes.' : undefined}
            value={rule.on}
            onValue={(on) => switched.mutate({ id: rule.id, on })}
          />
        )}
        <Button onClick={() => setLooking(!looking)} aria-expanded={looking}>
          {looking ? 'Hide what it keeps' : 'What it keeps'}
        </Button>
        <Button of="rule.edit" onClick={() => setEditing(true)}>
          Change
        </Button>
        {rule.source !== 'physics' && (
          <Button
            of="rule.remove"
            look="quiet"
            busy={removed.isPending}
            onClick={() => removed.mutate({ id: rule.id })}
          >
            Remove
          </Button>
        )}
      </div>
      <Refused error={switched.error ?? removed.error} />
      {looking && (
        <Preview input={{ id: rule.id }} lead={rule.on ? 'It is keeping you from' : 'It was keeping you from'} />
      )}
      {editing && <RuleEditor rule={rule} onClose={() => setEditing(false)} />}
    </article>
  )
}
