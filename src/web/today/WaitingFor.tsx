import { Link } from '@tanstack/react-router'
import type { Today } from '../../desk/briefing/contract.ts'
import { CardGroup } from '../parts/Card.tsx'
import css from './Ahead.module.css'

/** What was offered and waits for somebody outside; what needs the assistant first. */
export const WaitingFor = ({ lines }: { lines: Today['waiting'] }) =>
  lines.length === 0 ? null : (
    <CardGroup title="Held for others" note={lines.length === 1 ? '1 offer' : `${lines.length} offers`}>
      <ul className={css.days}>
        {lines.map((line) => (
          <li key={`${line.groupId}${line.words}`}>
            <Link
              to="/offers"
              search={{ event: line.groupId }}
              className={`${css.held} ${line.code === 'out' ? '' : css.pressing}`}
            >
              <span>{line.words}</span>
            </Link>
          </li>
        ))}
      </ul>
    </CardGroup>
  )
