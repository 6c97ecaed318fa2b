import { useQuery } from '@tanstack/react-query'
import type { Clause } from '../../desk/partnership/priorities/model.ts'
import { ask } from '../client.ts'
import { kinds } from '../event/EventEditor.tsx'
import { useKnownPeople } from '../event/known.ts'
import { PersonField } from '../fields/PersonField.tsx'
import { Button } from '../parts/Button.tsx'
import css from './PriorityForm.module.css'
import { WordsField } from './WordsField.tsx'

const emptyClause: Clause = { words: [], people: [], kinds: [], calendars: [], goals: [] }
export const isEmptyClause = (clause: Clause): boolean => Object.values(clause).every((named) => named.length === 0)

/** What belongs to a priority by rule: of several rules one is enough, of one rule everything it names is needed. */
export function RuleFields({ value, onValue }: { value: readonly Clause[]; onValue: (rules: Clause[]) => void }) {
  const put = (at: number, part: Partial<Clause>) =>
    onValue(value.map((clause, n) => (n === at ? { ...clause, ...part } : clause)))
  return (
    <fieldset className={css.rules}>
      <legend>What belongs to it by rule</legend>
      {value.map((clause, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place, and places stay while one is written
        <fieldset key={n} className={css.clause} aria-label={`Rule ${n + 1}`}>
          {n > 0 && <p className={css.or}>or</p>}
          <ClauseFields clause={clause} onPart={(part) => put(n, part)} />
          <Button look="quiet" onClick={() => onValue(value.filter((_, at) => at !== n))}>
            Take this rule away
          </Button>
        </fieldset>
      ))}
      {value.length === 0 && <p className={css.note}>Nothing belongs to it by rule; what does is tied by hand.</p>}
      <Button onClick={() => onValue([...value, emptyClause])}>
        {value.length === 0 ? 'Give it a rule' : 'Another rule'}
      </Button>
    </fieldset>
  )
}

function ClauseFields({ clause, onPart }: { clause: Clause; onPart: (part: Partial<Clause>) => void }) {
  const known = useKnownPeople()
  const { data } = useQuery(ask.calendar.list.queryOptions({ input: {} }))
  const calendars = data?.calendars ?? []
  const toggled = (list: readonly string[], one: string, on: boolean) =>
    on ? [...list, one] : list.filter((other) => other !== one)
  return (
    <>
      <WordsField
        label="Words in the title"
        hint="Whole words; any one of them"
        value={clause.words}
        maxLength={80}
        onValue={(words) => onPart({ words: [...words] })}
      />
      <PersonField
        label="With any of"
        known={known}
        value={clause.people.map((address) => known.find((one) => one.address === address) ?? { address, name: null })}
        onValue={(people) => onPart({ people: people.map(({ address }) => address) })}
      />
      <Ticks
        label="Kind of meeting"
        options={kinds.filter(({ value }) => value !== '').map(({ value, words }) => ({ value, words }))}
        value={clause.kinds}
        onTick={(kind, on) => onPart({ kinds: toggled(clause.kinds, kind, on) })}
      />
      {calendars.length > 1 && (
        <Ticks
          label="Calendar"
          options={calendars.map(({ id, name }) => ({ value: id, words: name }))}
          value={clause.calendars}
          onTick={(calendar, on) => onPart({ calendars: toggled(clause.calendars, calendar, on) })}
        />
      )}
      <WordsField
        label="Goal of work"
        hint="As the work says it; a rule with a goal speaks of work and not of events"
        value={clause.goals}
        maxLength={300}
        onValue={(goals) => onPart({ goals: [...goals] })}
      />
    </>
  )
}

const Ticks = ({
  label,
  options,
  value,
  onTick,
}: {
  label: string
  options: readonly { readonly value: string; readonly words: string }[]
  value: readonly string[]
  onTick: (value: string, on: boolean) => void
}) => (
  <fieldset className={css.ticks}>
    <legend>{label}</legend>
    {options.map((option) => (
      <label key={option.value}>
        <input
          type="checkbox"
          checked={value.includes(option.value)}
          onChange={(e) => onTick(option.value, e.target.checked)}
        />
        <span>{option.words}</span>
      </label>
    ))}
  </fieldset>
)
