import type { FindingView } from '../../desk/rules/model.ts'
import { Fixes } from '../findings/Fixes.tsx'
import { Tag } from '../parts/Tag.tsx'
import css from './Segment.module.css'

const tones = { never: 'red', avoid: 'amber', prefer: 'green' } as const
const worst = { never: 0, avoid: 1, prefer: 2 } as const

/** What is wrong with one part, in a few words each, with the ways out; why a rule says so stands on the page beside it. */
export function Wrong({ findings }: { findings: readonly FindingView[] }) {
  const told = findings
    .filter(({ state }) => state !== 'accepted')
    .toSorted((a, b) => worst[a.weight] - worst[b.weight])
  if (told.length === 0) return null
  return (
    <ul className={css.wrong} aria-label="What is wrong with it">
      {told.map((finding) => {
        const isAsked = finding.state === 'asked'
        return (
          <li key={finding.fingerprint} className={isAsked ? css.waits : css[finding.weight]}>
            <p>
              <Tag tone={isAsked ? 'amber' : tones[finding.weight]}>{finding.title}</Tag> {finding.words}
            </p>
            {isAsked ? (
              <p className={css.since}>{finding.stateWords}</p>
            ) : (
              <div className={css.ways}>
                <Fixes finding={finding} />
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}
