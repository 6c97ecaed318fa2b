import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { QuestionView } from '../../desk/partnership/knowing/model.ts'
import { Tag } from '../parts/Tag.tsx'
import css from './Knowing.module.css'

/** Every question by its group, with what was answered. */
export function QuestionList({ questions, chosen }: { questions: readonly QuestionView[]; chosen: string | null }) {
  const groups = Map.groupBy(questions, ({ group }) => group)
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const [all, one] = [list.current, list.current?.querySelector<HTMLElement>('[data-chosen]')]
    if (chosen !== null && all && one) all.scrollTop = one.offsetTop - all.clientHeight / 2
  }, [chosen])
  return (
    <nav className={css.list} aria-label="All questions" ref={list}>
      {[...groups].map(([group, those]) => (
        <section key={group} aria-label={group}>
          <h2>{group}</h2>
          <ul>
            {those.map((question) => (
              <li key={question.key}>
                <Link
                  to="/knowing"
                  search={{ question: question.key }}
                  data-chosen={question.key === chosen || undefined}
                  aria-current={question.key === chosen ? 'true' : undefined}
                  data-state={question.state}
                >
                  <b>{question.asks}</b>
                  <Answer question={question} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

const Answer = ({ question: { state, kept, waits, label } }: { question: QuestionView }) => (
  <span>
    {label === 'private' && <Tag tone="plum">private</Tag>} {state === 'waits' && <Tag tone="amber">waits</Tag>}{' '}
    {state === 'hidden' ? 'Not yours to see' : (waits?.words ?? kept?.words ?? 'Not answered yet')}
  </span>
)
