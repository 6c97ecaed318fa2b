import type { ReactNode } from 'react'
import css from './Card.module.css'

/** One thing on the right-hand side: a heading, a few lines, its verbs. */
export function Card({
  tone = 'plain',
  heading,
  children,
  actions,
}: {
  tone?: 'plain' | 'red' | 'amber' | 'quiet'
  heading: ReactNode
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <article className={`${css.card} ${css[tone]}`}>
      <h3 className={css.heading}>{heading}</h3>
      <div className={css.lines}>{children}</div>
      {actions && <div className={css.actions}>{actions}</div>}
    </article>
  )
}

/** A titled group of cards with its count. */
export const CardGroup = ({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) => (
  <section className={css.group} aria-label={title}>
    <h2 className={css.title}>
      {title} <small>{note}</small>
    </h2>
    {children}
  </section>
)
