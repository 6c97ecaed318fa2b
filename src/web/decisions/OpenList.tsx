import { Tag } from '../parts/Tag.tsx'
import { useMe } from '../shell/me.ts'
import css from './Decisions.module.css'
import type { Decision } from './draft.ts'
import { byWords, firstName } from './words.ts'

/** Everything that waits at a glance: whose it is, by when, and what silence means. */
export function OpenList({
  decisions,
  here,
  onGo,
}: {
  decisions: readonly Decision[]
  here: string | null
  onGo: (id: string) => void
}) {
  const { desk } = useMe()
  return (
    <nav aria-label="What waits" className={css.list}>
      <ul>
        {decisions.map((one) => (
          <li key={one.id}>
            <button type="button" aria-current={one.id === here ? 'true' : undefined} onClick={() => onGo(one.id)}>
              <b>{one.question}</b>
              <span>
                <Tag tone={one.mine ? 'green' : 'blue'}>{one.mine ? 'yours' : firstName(one.decider.name)}</Tag> by{' '}
                {byWords(one.neededBy, desk.zone)} {one.wantsMore && <Tag tone="amber">asked back</Tag>}
              </span>
              <small>{shortSilence(one)}</small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const shortSilence = ({ options, onSilence }: Decision): string => {
  const silent = options.find(({ number }) => number === onSilence)
  return silent ? `On silence: ${silent.number}, ${silent.words}` : 'On silence nothing happens'
}
