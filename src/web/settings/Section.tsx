import { type ReactNode, useId } from 'react'
import css from './Settings.module.css'

/** A heading and its note at the left, what can be set at the right. */
export function Section({ title, note, children }: { title: string; note: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section className={css.section} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className={css.note}>{note}</p>
      </div>
      <div>{children}</div>
    </section>
  )
}
