import { useState } from 'react'
import type { CoverView } from '../../desk/cover/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import css from './Cover.module.css'
import { Note } from './Note.tsx'
import { ReportView } from './ReportView.tsx'

const states = {
  planned: { tone: 'blue', words: 'planned' },
  on: { tone: 'green', words: 'now' },
  over: { tone: 'amber', words: 'over' },
  'called off': { tone: 'amber', words: 'called off' },
} as const

/** One cover: who for whom, until when, and what they may, must ask and must not. */
export function CoverCard({ cover }: { cover: CoverView }) {
  const isOver = cover.state === 'over'
  const [open, setOpen] = useState(cover.state === 'on')
  const may = isOver ? cover.mayReport : cover.mayRead
  const ended = useChange(desk.cover.end, { said: cover.state === 'on' ? 'The cover is over' : 'Called off' })
  return (
    <article className={css.cover}>
      <h3>
        {cover.words} <Tag tone={states[cover.state].tone}>{states[cover.state].words}</Tag>
      </h3>
      {cover.reason !== '' && <p className={css.reason}>{cover.reason}</p>}
      {!isOver && <Duties cover={cover} />}
      <div className={css.verbs}>
        {may && (
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {isOver ? 'What was done meanwhile' : 'Handover note'}
          </Button>
        )}
        {!isOver && cover.mayChange && (
          <Button
            of="cover.end"
            look="quiet"
            busy={ended.isPending}
            onClick={() => ended.mutate({ id: cover.id, reason: '' })}
          >
            {cover.state === 'on' ? 'End it now' : 'Call it off'}
          </Button>
        )}
        {!isOver && cover.mayChange && <Final of="cover.end" />}
      </div>
      <Refused error={ended.error} />
      {!isOver && cover.noteWords !== '' && <p className={css.reason}>{cover.noteWords}</p>}
      {open && may && (isOver ? <ReportView cover={cover} /> : <Note id={cover.id} />)}
    </article>
  )
}

const Duties = ({ cover }: { cover: CoverView }) => (
  <dl className={css.duties}>
    <Duty title="May" lines={cover.may} />
    <Duty title="Must ask" lines={cover.mustAsk} />
    <Duty title="Must not" lines={cover.mustNot} />
  </dl>
)

const Duty = ({ title, lines }: { title: string; lines: readonly string[] }) =>
  lines.length > 0 && (
    <div>
      <dt>{title}</dt>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  )
