import type { WorkView } from '../../desk/work/tasks/model.ts'
import { minutesWords } from '../dates.ts'
import { Tag } from '../parts/Tag.tsx'
import { dueText } from './dueText.ts'
import { type Group, metWords } from './groups.ts'
import css from './Work.module.css'

/** Up and down between the lines, while one of them has the focus. */
function step(event: React.KeyboardEvent<HTMLElement>) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0 || !(event.target instanceof HTMLElement) || !event.target.matches('[data-work]')) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-work]')]
  all[all.indexOf(event.target) + by]?.focus()
  event.preventDefault()
}

/** Work in its groups; each line opens beside the page. */
export const WorkLines = ({ groups, onOpen }: { groups: readonly Group[]; onOpen: (id: string) => void }) => (
  <section aria-label="What there is to do" onKeyDown={step}>
    {groups.map(({ name, works }) => (
      <section key={name} className={css.group} aria-label={name}>
        <h2>
          {name} <small>{works.length}</small>
        </h2>
        <ul className={css.lines}>
          {works.map((work) => (
            <li key={work.id}>
              <Line work={work} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      </section>
    ))}
  </section>
)

const looksOf = ({ owner, late, label }: WorkView): string =>
  [css.line, owner === 'assistant' ? '' : css[owner], late ? css.late : '', label === 'private' ? css.private : '']
    .filter(Boolean)
    .join(' ')

const Line = ({ work, onOpen }: { work: WorkView; onOpen: (id: string) => void }) => {
  const facts = [
    work.owner === 'theirs' ? `${work.who} does it` : work.who,
    work.kind,
    work.project,
    work.effort === null ? '' : minutesWords(work.effort),
    metWords(work),
    work.repeatWords,
  ].filter((fact) => fact !== '')
  return (
    <button type="button" data-work className={looksOf(work)} onClick={() => onOpen(work.id)}>
      <span className={css.title}>
        {work.title} {work.late && <Tag tone="red">late</Tag>}
        {work.owner === 'theirs' && <Tag tone="amber">to ask for</Tag>}
        {work.stretch && <Tag tone="blue">stretch</Tag>}
        {work.label === 'private' && <Tag tone="plum">private</Tag>}
        {work.state === 'cancelled' && <Tag tone="blue">called off</Tag>}
      </span>
      <span className={css.due}>{dueText(work)}</span>
      {facts.length > 0 && (
        <span className={css.more}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </span>
      )}
    </button>
  )
}
