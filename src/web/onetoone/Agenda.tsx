import { useNavigate } from '@tanstack/react-router'
import { Button } from '../parts/Button.tsx'
import { Tag } from '../parts/Tag.tsx'
import css from './OneToOne.module.css'
import { type Line, type Opens, type Section, timesWords } from './shapes.ts'
import { Ways } from './Ways.tsx'

type Props = {
  sections: readonly Section[]
  meeting: string | null
  selected: Line | null
  onTake: (key: string) => void
  /** Feedback is written on this page. */
  onFeedback: (about: string) => void
}

/** What there is to talk about, what can be answered in one tap first. */
export const Agenda = ({ sections, ...rest }: Props) => (
  <div className={css.agenda}>
    {sections.map((section) => (
      <section key={section.key} aria-label={section.title}>
        <h2 className={css.title}>
          {section.title} <small>{section.lines.length + section.more}</small>
        </h2>
        <ul className={css.lines}>
          {section.lines.map((line) => (
            <AgendaLine key={line.key} line={line} {...rest} />
          ))}
        </ul>
        {section.more > 0 && <p className={css.note}>{section.note}, on their own page</p>}
      </section>
    ))}
  </div>
)

/** Something can be done about it here; that it is lived with is nothing done about a conflict. */
const hasWay = ({ ways, opens }: Line): boolean =>
  opens?.page === 'today' ? ways.some(({ asks }) => asks === null) : ways.length > 0

/** A conflict has its ways out on its day. */
const opening: Partial<Record<Opens['page'], string>> = { feedback: 'Write it', today: 'Ways out' }

const edges = { late: css.late, soon: css.soon, plain: '' } as const

function AgendaLine({ line, meeting, selected, onTake, onFeedback }: { line: Line } & Omit<Props, 'sections'>) {
  const go = useOpen(onFeedback)
  const isOn = line.key === selected?.key
  const { opens } = line
  const body = (
    <>
      {line.words} {line.label === 'private' && <Tag tone="plum">private</Tag>}{' '}
      {line.carried > 0 && <Tag tone="amber">carried over {timesWords(line.carried)}</Tag>}
    </>
  )
  const state = [css.line, edges[line.tone], isOn && css.on, line.settled !== null && css.settled]
  return (
    <li className={state.filter(Boolean).join(' ')} onFocus={() => onTake(line.key)}>
      {opens ? (
        <button type="button" className={css.words} data-line={line.key} onClick={() => go(opens)}>
          {body}
        </button>
      ) : (
        <p className={css.words} data-line={line.key} tabIndex={-1}>
          {body}
        </p>
      )}
      {line.detail !== '' && <p className={css.note}>{line.detail}</p>}
      {opens && line.settled === null && !hasWay(line) && (
        <p className={css.ways}>
          <Button onClick={() => go(opens)}>
            <span>
              {opening[opens.page] ?? 'Open it'}
              <span className="unseen">: {line.words}</span>
            </span>
          </Button>
        </p>
      )}
      <Ways line={line} meeting={meeting} isOn={isOn} />
    </li>
  )
}

/** Where a line is read in full. */
function useOpen(onFeedback: (about: string) => void) {
  const navigate = useNavigate()
  return ({ page, id }: Opens) => {
    switch (page) {
      case 'feedback':
        return onFeedback(id)
      case 'decisions':
        return void navigate({ to: '/decisions', search: { decision: id } })
      case 'commitments':
        return void navigate({ to: '/commitments', search: { event: id } })
      case 'mistakes':
        return void navigate({ to: '/mistakes', search: { mistake: id } })
      case 'today':
        return void navigate({ to: '/today', search: { on: id } })
      case 'journal':
        return void navigate({ to: '/journal' })
      case 'rules':
        return void navigate({ to: '/rules' })
      case 'priorities':
        return void navigate({ to: '/priorities', search: id === '' ? {} : { about: id } })
      case 'proposals':
        return void navigate({ to: '/proposals' })
    }
  }
}
