import { createContext, type ReactNode, useContext, useEffect } from 'react'
import css from './Page.module.css'

/** Whose desk is on screen, for whoever sits at several; the window is named after it. */
export const Whose = createContext<string | null>(null)

/** A page's head: its name in serif, a line under it, its verbs at the right. Sets the window's title too. */
export function PageHead({ title, sub, actions }: { title: string; sub?: ReactNode; actions?: ReactNode }) {
  const whose = useContext(Whose)
  useEffect(() => {
    document.title = [title, whose, 'Equerry'].filter(Boolean).join(' · ')
  }, [title, whose])
  return (
    <header className={css.head}>
      <h1>{title}</h1>
      {actions && <div className={`${css.actions} unprinted`}>{actions}</div>}
      {sub && <div className={css.sub}>{sub}</div>}
    </header>
  )
}

/** One column of reading width, or with `aside` the day's two columns: the plan, and what needs you. */
export const Page = ({
  children,
  wide = false,
  beside = false,
}: {
  children: ReactNode
  wide?: boolean
  /** Leaves room for a panel, so that the page can be used with it. */
  beside?: boolean
}) => <div className={`${wide ? css.wide : css.page} ${beside ? css.beside : ''}`}>{children}</div>
