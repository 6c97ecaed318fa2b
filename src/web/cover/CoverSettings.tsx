import { useState } from 'react'
import type { CoverSettings as Settings } from '../../desk/cover/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Choice, Switch, TextField } from '../fields/Field.tsx'
import { Button } from '../parts/Button.tsx'
import { Refused } from '../parts/Refused.tsx'
import css from './Cover.module.css'

const told = [
  { value: 'never' as const, words: 'Nothing' },
  { value: 'away' as const, words: 'That somebody is away, and until when' },
  { value: 'name' as const, words: 'Who answers meanwhile, and how to reach them' },
]

/** What holds for every cover. */
export function CoverSettings({ before }: { before: Settings }) {
  const [set, setSet] = useState(before)
  const saved = useChange(desk.cover.settings, { said: 'Saved' })
  const put = (part: Partial<Settings>) => setSet((was) => ({ ...was, ...part }))
  const same = JSON.stringify(set) === JSON.stringify(before)
  return (
    <section className={`${css.covers} unprinted`} aria-label="For every cover">
      <h2>For every cover</h2>
      <Switch
        label="A cover may begin by themselves when somebody is ill"
        hint="For the rest of the day alone, with what every cover may do."
        value={set.self}
        onValue={(self) => put({ self })}
      />
      <Choice
        label="What outsiders are told on their page"
        value={set.told}
        options={told}
        onValue={(one) => put({ told: one })}
      />
      {set.told === 'name' && (
        <TextField
          label="How to reach whoever covers"
          placeholder="+44 20 7946 0018, until 18:00 London"
          maxLength={200}
          value={set.reach ?? ''}
          onValue={(reach) => put({ reach: reach === '' ? null : reach })}
        />
      )}
      <Button of="cover.settings" look="main" disabled={same} busy={saved.isPending} onClick={() => saved.mutate(set)}>
        Save
      </Button>
      <Refused error={saved.error} />
    </section>
  )
}
