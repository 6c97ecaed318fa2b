import { useQuery } from '@tanstack/react-query'
import type { CoverView, NoteLine, Report } from '../../desk/cover/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { momentWords } from '../dates.ts'
import { Button } from '../parts/Button.tsx'
import { Final } from '../parts/Final.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMe } from '../shell/me.ts'
import css from './Cover.module.css'

/** On return: what was done in one's name, what got no yes, what was put off, what waits. */
export function ReportView({ cover }: { cover: CoverView }) {
  const { data, error, refetch } = useQuery(ask.cover.report.queryOptions({ input: { id: cover.id } }))
  const { member } = useMe()
  const seen = useChange(desk.cover.seen, { said: 'Seen' })
  if (error) return <Refused error={error} retry={refetch} />
  if (!data) return <Waiting />
  return (
    <section className={css.note} aria-label="What was done meanwhile">
      <Done title={`Done in ${cover.away.name}’s name`} lines={data.done} none="Nothing was changed." />
      <Lines title="Asked, and not given" lines={data.notGiven} none="Nothing was refused." />
      <Done title="Put off" lines={data.putOff} none="Nothing was put off." />
      <Lines title="Waits now" lines={data.waiting} none="Nothing waits for a yes." />
      {!cover.seen && cover.cover.id !== member.id && (
        <div className={`${css.verbs} unprinted`}>
          <Button of="cover.seen" look="main" busy={seen.isPending} onClick={() => seen.mutate({ id: cover.id })}>
            I have seen it
          </Button>
          <Final of="cover.seen" />
        </div>
      )}
      <Refused error={seen.error} />
    </section>
  )
}

const Lines = ({ title, lines, none }: { title: string; lines: readonly NoteLine[]; none: string }) => (
  <div>
    <h4>{title}</h4>
    {lines.length === 0 ? (
      <p className={css.none}>{none}</p>
    ) : (
      <ul>
        {lines.map((line) => (
          <li key={line.item ?? line.words}>
            {line.words}
            {line.detail !== '' && <small>{line.detail}</small>}
          </li>
        ))}
      </ul>
    )}
  </div>
)

function Done({ title, lines, none }: { title: string; lines: Report['done']; none: string }) {
  const undone = useChange(desk.journal.undo, { said: (answer) => answer.words, loud: true })
  return (
    <div>
      <h4>{title}</h4>
      {lines.length === 0 ? (
        <p className={css.none}>{none}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line.entry} className={css.done}>
              <span>
                {line.words}
                <small>
                  {line.by.name}
                  {line.by.kind === 'agent' && ', an agent'}, {momentWords(line.at)}
                  {line.why !== null && ` · because: ${line.why}`}
                </small>
              </span>
              {line.undone && <small>undone</small>}
              {line.undo && (
                <Button
                  of="journal.undo"
                  look="quiet"
                  aria-label={`Undo: ${line.words}`}
                  onClick={() => undone.mutate({ entry: line.entry })}
                >
                  Undo
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
