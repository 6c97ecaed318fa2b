import { Link } from '@tanstack/react-router'
import { Button } from '../parts/Button.tsx'
import { Card, CardGroup } from '../parts/Card.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { ChangedSince } from './ChangedSince.tsx'
import { useChanged } from './changed.ts'
import css from './Decisions.module.css'
import type { Decision } from './draft.ts'
import { useOpenDecisions } from './open.ts'
import { useAnswering } from './useAnswering.ts'
import { firstName } from './words.ts'

const shown = 3

/** On Today: what waits for an answer, by whose it is; the reader's own can be given here with one tap. */
export function WaitingOn() {
  const { data } = useOpenDecisions()
  const groups = Map.groupBy(data?.decisions ?? [], ({ mine, decider }) => (mine ? 'you' : firstName(decider.name)))
  return [...groups].map(([who, those]) => (
    <CardGroup
      key={who}
      title={`Waiting on ${who}`}
      note={<Link to="/decisions">{those.length === 1 ? '1 decision' : `${those.length} decisions`}</Link>}
    >
      {those.slice(0, shown).map((decision) => (
        <Waiting key={decision.id} decision={decision} />
      ))}
    </CardGroup>
  ))
}

const Waiting = ({ decision }: { decision: Decision }) => (
  <Card
    heading={
      <>
        <Link to="/decisions" search={{ decision: decision.id }} className={css.way ?? ''}>
          {decision.question}
        </Link>{' '}
        {decision.wantsMore && <Tag tone="amber">asked back</Tag>}
      </>
    }
    actions={decision.mine && <Tap decision={decision} />}
  >
    <p>{decision.silenceWords}</p>
    {decision.mine &&
      decision.options
        .filter(({ deedWords }) => deedWords !== '')
        .map(({ number, words, deedWords }) => (
          <p key={number} className={css.deed}>
            <b>{words}</b> By the desk itself: {deedWords}
          </p>
        ))}
  </Card>
)

const nothing = () => {}

function Tap({ decision }: { decision: Decision }) {
  const changed = useChanged(decision)
  const { answer, busy, error } = useAnswering(decision, changed.times, nothing)
  return (
    <>
      <ChangedSince decision={decision} parts={changed.parts} />
      {decision.options.map(({ number, words, recommended }) => (
        <Button
          key={number}
          of="decision.answer"
          look={recommended ? 'main' : 'plain'}
          busy={busy}
          onClick={() => answer(number)}
        >
          {recommended ? `Yes, ${words}` : words}
        </Button>
      ))}
      <Refused error={error} />
    </>
  )
}
