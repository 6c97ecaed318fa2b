import { useQuery } from '@tanstack/react-query'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { clock, shortDayWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Card, CardGroup } from '../parts/Card.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useMe } from '../shell/me.ts'
import css from './Told.module.css'

/** What others did on the way of “act and tell”, until somebody has seen it. */
export function Told() {
  const { member } = useMe()
  const may = ['act', 'tell'].includes(member.board.areas.desk)
  const { data } = useQuery({ ...ask.told.list.queryOptions({ input: {} }), enabled: may, refetchInterval: 60_000 })
  const seen = useChange(desk.told.seen, { said: 'Seen' })
  const undone = useChange(desk.journal.undo, { said: (answer) => answer.words, loud: true })
  const told = data?.told ?? []
  if (told.length === 0) return null
  return (
    <CardGroup title="Done, and to be told" note={told.length}>
      <Card
        heading="While you were not looking"
        actions={
          <>
            <Button
              of="told.seen"
              look="main"
              busy={seen.isPending}
              onClick={() => seen.mutate({ entries: told.map(({ entry }) => entry) })}
            >
              Seen
            </Button>
            <Refused error={seen.error} />
          </>
        }
      >
        <ul className={css.told}>
          {told.map((one) => (
            <li key={one.entry}>
              <span>
                <b>{one.by.name}</b>, {shortDayWords(Temporal.PlainDate.from(one.at.slice(0, 10)))} {clock(one.at)}:{' '}
                {one.words}
              </span>
              {one.undone ? (
                <small>undone</small>
              ) : (
                <Button
                  of="journal.undo"
                  look="quiet"
                  aria-label={`Undo: ${one.words}`}
                  onClick={() => undone.mutate({ entry: one.entry })}
                >
                  Undo
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </CardGroup>
  )
}
