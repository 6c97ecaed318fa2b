import type { ReactNode } from 'react'
import css from './EmptyState.module.css'

/** Nothing here yet: says what to do next, never only that it is empty. */
export const EmptyState = ({
  title,
  children,
  actions,
}: {
  title: string
  children?: ReactNode
  actions?: ReactNode
}) => (
  <div className={css.empty}>
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {actions && <div className={css.actions}>{actions}</div>}
  </div>
)
