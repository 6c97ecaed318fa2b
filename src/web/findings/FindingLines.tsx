import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import { shortDayWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import css from './FindingLines.module.css'

const first = 8

/** Findings as one line each: day, words; a line opens its day. More than a few wait behind a button. */
export function FindingLines({ findings }: { findings: readonly FindingView[] }) {
  const navigate = useNavigate()
  const [all, setAll] = useState(false)
  const shown = all ? findings : findings.slice(0, first)
  return (
    <>
      <ul className={css.lines}>
        {shown.map((finding) => (
          <li key={finding.fingerprint} className={css[finding.weight]}>
            <button
              type="button"
              onClick={() => void navigate({ to: '/today', search: { on: finding.start.slice(0, 10) } })}
            >
              <span className={css.day}>{shortDayWords(Temporal.PlainDate.from(finding.start.slice(0, 10)))}</span>
              <span>{finding.words}</span>
            </button>
          </li>
        ))}
      </ul>
      {findings.length > first && !all && <Button onClick={() => setAll(true)}>Show all {findings.length}</Button>}
    </>
  )
}
