import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { setName, type TieWhat } from './open.ts'
import css from './PriorityForm.module.css'

/** What an event or a piece of work belongs to, and a way to say it by hand. */
export function TieDoor({ of, title }: { of: TieWhat; title: string }) {
  const [asking, setAsking] = useState(false)
  useVerbs([
    {
      id: 'tie-priority',
      words: `Tie ${title} to a priority`,
      keys: ['p'],
      of: 'priority.tie',
      run: () => setAsking(true),
    },
  ])
  const { data } = useChoices(of)
  const mine = (data?.sets ?? []).flatMap(({ priorities }) =>
    priorities.filter((one) => one.standing === 'hand' || (one.standing === 'rule' && one.words === 'by rule')),
  )
  return (
    <div className={css.tied}>
      {mine.map((one) => (
        <Tag key={one.id}>
          {one.title}, {one.words}
        </Tag>
      ))}
      <Button hint="p" of="priority.tie" onClick={() => setAsking(true)}>
        Tie to a priority
      </Button>
      {asking && <TieDialog of={of} title={title} onClose={() => setAsking(false)} />}
    </div>
  )
}

const useChoices = ({ what, id, recurrenceId }: TieWhat) =>
  useQuery(ask.priority.choices.queryOptions({ input: { what, id, ...(recurrenceId !== null && { recurrenceId }) } }))

/** Every priority of its week, quarter and year; by hand wins over any rule. */
function TieDialog({ of, title, onClose }: { of: TieWhat; title: string; onClose: () => void }) {
  const { data, error, refetch } = useChoices(of)
  const tie = useChange(desk.priority.tie, { said: (answer) => `Said of ${answer.title}` })
  const untie = useChange(desk.priority.untie, { said: 'Left to the rules again' })
  const sets = (data?.sets ?? []).filter(({ priorities }) => priorities.length > 0)
  return (
    <Dialog
      open
      onClose={onClose}
      title={`What “${title}” belongs to`}
      sub="By hand wins over any rule. It belongs to one of a week, one of a quarter and one of a year."
      actions={<Button onClick={onClose}>Done</Button>}
    >
      {error && <Refused error={error} retry={refetch} />}
      {data && sets.length === 0 && (
        <p className={css.note}>
          Nothing comes first in its week, quarter or year yet. Priorities are said on their page.
        </p>
      )}
      {sets.map((set) => (
        <fieldset key={set.horizon} className={css.choices}>
          <legend>{setName(set)}</legend>
          {set.priorities.map((one) => {
            const input = { ...of, priority: one.id }
            const isHand = one.standing === 'hand' || one.standing === 'not'
            return (
              <div key={one.id} className={css.choice}>
                <span>
                  <b>{one.title}</b> {one.words !== '' && <small>{one.words}</small>}
                </span>
                <span className={css.verbs}>
                  {one.standing !== 'hand' && (
                    <Button
                      of="priority.tie"
                      aria-label={`Tie to ${one.title}`}
                      onClick={() => tie.mutate({ ...input, belongs: true })}
                    >
                      Tie
                    </Button>
                  )}
                  {one.standing === 'rule' && (
                    <Button
                      of="priority.tie"
                      aria-label={`Not this one: ${one.title}`}
                      onClick={() => tie.mutate({ ...input, belongs: false })}
                    >
                      Not this one
                    </Button>
                  )}
                  {isHand && (
                    <Button
                      look="quiet"
                      of="priority.untie"
                      aria-label={`Leave to the rules: ${one.title}`}
                      onClick={() => untie.mutate(input)}
                    >
                      Leave to the rules
                    </Button>
                  )}
                </span>
              </div>
            )
          })}
        </fieldset>
      ))}
      <Refused error={tie.error ?? untie.error} />
    </Dialog>
  )
}
