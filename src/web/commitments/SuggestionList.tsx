import type { Suggestion } from '../../desk/work/notes/suggest/model.ts'
import { shortDayWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './Commitments.module.css'

type Props = {
  found: readonly Suggestion[]
  text: string
  /** Where those begin that are noted already. */
  done: ReadonlySet<number>
  off: boolean
  onAccept: (index: number) => void
}

/** Suggested promises, each with the words that say it; its number notes it. */
export function SuggestionList({ found, text, done, off, onAccept }: Props) {
  useVerbs(
    off
      ? []
      : found.slice(0, 9).map((one, n) => ({
          id: `accept-${n}`,
          words: `Note the promise: ${one.what}`,
          keys: [String(n + 1)],
          of: 'commitment.add' as const,
          run: () => onAccept(n),
        })),
  )
  return (
    <ul className={css.few}>
      {found.map((one, n) => (
        <li key={`${one.words.from} ${one.what}`} className={css.suggestion}>
          <p>
            <b>{one.what}</b>{' '}
            <Tag tone={one.who === 'ours' ? 'amber' : 'blue'}>{one.who === 'ours' ? 'we owe it' : 'owed to us'}</Tag>{' '}
            <Tag>
              {one.by === null
                ? 'no day said'
                : `${shortDayWords(Temporal.PlainDate.from(one.by))}${one.time === null ? '' : ` ${one.time}`}`}
            </Tag>
          </p>
          <p className={css.note}>“{text.slice(one.words.from, one.words.to).trim()}”</p>
          <p>
            {done.has(one.words.from) ? (
              <Tag tone="green">noted</Tag>
            ) : (
              <Button
                of="commitment.add"
                disabled={off}
                {...(n < 9 && { hint: String(n + 1) })}
                onClick={() => onAccept(n)}
              >
                Note it
              </Button>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
