import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Today } from '../../desk/briefing/contract.ts'
import { IllToday } from '../cover/IllToday.tsx'
import { Arrow } from '../parts/Arrow.tsx'
import { Button } from '../parts/Button.tsx'
import { PageHead } from '../parts/Page.tsx'
import { useVerbs } from '../shell/verbs.ts'
import css from './DayHead.module.css'
import { PrintSheet } from './PrintSheet.tsx'

/** The day's name and its one line, the ways to other days, and the sheet of paper. */
export function DayHead({ day }: { day: Today }) {
  const navigate = useNavigate()
  const picker = useRef<HTMLInputElement>(null)
  const go = (on?: string) => void navigate({ to: '/today', search: on === undefined ? {} : { on } })
  const step = (days: number) => go(Temporal.PlainDate.from(day.on).add({ days }).toString())
  const pick = () => picker.current?.showPicker()
  useVerbs([
    { id: 'before', words: 'The day before', keys: ['ArrowLeft'], run: () => step(-1) },
    { id: 'after', words: 'The day after', keys: ['ArrowRight'], run: () => step(1) },
    { id: 'pick', words: 'Pick a day', keys: ['g'], run: pick },
  ])
  const summary = day.summary.map((part) => (part.strong ? <b key={part.words}>{part.words}</b> : part.words))
  return (
    <PageHead
      title={day.title}
      sub={<p>{summary}</p>}
      actions={
        <>
          <div className={css.steps}>
            <Button aria-label="The day before" aria-keyshortcuts="ArrowLeft" onClick={() => step(-1)}>
              <Arrow to="left" />
            </Button>
            {!day.isToday && (
              <Button hint="t" onClick={() => go()}>
                Today
              </Button>
            )}
            <span className={css.pick}>
              <Button hint="g" onClick={pick}>
                Another day
              </Button>
              <input
                ref={picker}
                type="date"
                tabIndex={-1}
                aria-label="Another day"
                value={day.on}
                onChange={(e) => e.target.value && go(e.target.value)}
              />
            </span>
            <Button aria-label="The day after" aria-keyshortcuts="ArrowRight" onClick={() => step(1)}>
              <Arrow to="right" />
            </Button>
          </div>
          {day.isToday && <IllToday />}
          <PrintSheet on={day.on} className={css.print} />
        </>
      }
    />
  )
}
