import { useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import { FindingCard } from '../findings/FindingCard.tsx'
import { useKeptFocus } from '../findings/keepFocus.ts'
import { Button } from '../parts/Button.tsx'
import { CardGroup } from '../parts/Card.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './Trip.module.css'

/** On a phone, before the way. */
const first = 2
const worst = { never: 0, avoid: 1, prefer: 2 } as const

/**
 * What is wrong in a trip, worst first; then what waits for somebody outside, then what is lived with. `few`: the way comes
 * after it, so that more than a few wait behind a button.
 */
export function TripFindings({
  findings,
  tripId,
  few = false,
  bare = false,
  off = false,
}: {
  findings: readonly FindingView[]
  tripId: string
  few?: boolean
  /** Nothing is on the way yet: there is nothing that could hold together. */
  bare?: boolean
  /** It was called off. */
  off?: boolean
}) {
  const [all, setAll] = useState(!few)
  const of = (state: FindingView['state']) =>
    findings.filter((one) => one.state === state).sort((a, b) => worst[a.weight] - worst[b.weight] || b.cost - a.cost)
  const [open, asked, accepted] = [of('open'), of('asked'), of('accepted')]
  const list = useKeptFocus(findings.map((one) => one.fingerprint + one.state).join())
  useVerbs([
    {
      id: 'needs',
      words: 'Go to what needs you',
      keys: ['f'],
      run: () => (list.current?.querySelector<HTMLElement>('article button') ?? list.current)?.focus(),
    },
  ])
  return (
    <div ref={list} tabIndex={-1} className={css.findings}>
      <CardGroup title="Needs you" note={open.length}>
        {open.length === 0 && (
          <p className={css.clear}>
            {asked.length > 0
              ? 'Nothing but answers is missing.'
              : off
                ? 'It was called off: nothing of it has to fit any more.'
                : bare
                  ? 'What does not fit is said here as soon as something is on the way.'
                  : 'The trip holds together as far as anybody knows.'}
          </p>
        )}
        {(all ? open : open.slice(0, first)).map((finding) => (
          <FindingCard key={finding.fingerprint} finding={finding} tripId={tripId} />
        ))}
        {!all && open.length > first && <Button onClick={() => setAll(true)}>{open.length - first} more</Button>}
      </CardGroup>
      {asked.length > 0 && (
        <CardGroup title="Waiting for an answer" note={asked.length}>
          {asked.map((finding) => (
            <FindingCard key={finding.fingerprint} finding={finding} tripId={tripId} />
          ))}
        </CardGroup>
      )}
      {accepted.length > 0 && (
        <details className={css.lived}>
          <summary>Lived with {accepted.length}</summary>
          {accepted.map((finding) => (
            <FindingCard key={finding.fingerprint} finding={finding} tripId={tripId} />
          ))}
        </details>
      )}
    </div>
  )
}
