import { type ReactNode, useEffect } from 'react'
import css from './Door.module.css'

/** The pages before the desk: one column, a serif greeting, nothing else. */
export function Door({ title, sub, children }: { title: string; sub: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Equerry`
  }, [title])
  return (
    <main className={css.door}>
      <p className={css.mark}>Equerry</p>
      <h1>{title}</h1>
      <p className={css.sub}>{sub}</p>
      {children}
    </main>
  )
}
