import { Link } from '@tanstack/react-router'
import type { Today } from '../../desk/briefing/contract.ts'
import { openPromise } from '../commitments/open.ts'
import { CardGroup } from '../parts/Card.tsx'
import { Tag } from '../parts/Tag.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './PromisesDue.module.css'

/** Promises that are due or late, ours and theirs. */
export function PromisesDue({ lines }: { lines: Today['promises'] }) {
  useVerbs([
    { id: 'note-a-promise-here', words: 'Note a promise', keys: ['a'], of: 'commitment.add', run: openPromise },
  ])
  if (lines.length === 0) return null
  return (
    <CardGroup title="Commitments due" note="both ways">
      <ul className={css.lines}>
        {lines.map((line) => (
          <li key={line.id}>
            <Link to="/commitments" search={{ event: line.id }} className={css.line ?? ''}>
              <b>{line.words}</b> <Tag tone={line.isLate ? 'red' : 'amber'}>{line.due}</Tag>
              <span>{line.detail}</span>
            </Link>
          </li>
        ))}
      </ul>
    </CardGroup>
  )
}
