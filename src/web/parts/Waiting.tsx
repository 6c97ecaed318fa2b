import { type ReactNode, useEffect, useState } from 'react'
import css from './Waiting.module.css'

/** Nothing for the first 300 ms, then one quiet line: most answers are there before anyone could read it. */
export function Waiting({ children = 'One moment…' }: { children?: ReactNode }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className={css.waiting} role="status">
      {late && children}
    </p>
  )
}

/** Long work: how far it is, in words and as a bar; `done` null means nobody can say how far. */
export const Progress = ({ words, done }: { words: string; done: number | null }) => (
  <div className={css.progress}>
    <p role="status">{words}</p>
    <progress aria-label={words} {...(done === null ? {} : { value: done, max: 1 })} />
  </div>
)
