import { Dialog } from '@base-ui/react/dialog'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type DeskPage, pages } from '../pages.ts'
import { KeyHint } from '../parts/KeyHint.tsx'
import { DeskPanel } from './DeskPanel.tsx'
import { ariaKey, drawKey } from './keys.ts'
import { useMe } from './me.ts'
import css from './Nav.module.css'

const groups: readonly (string | undefined)[] = [...new Set(pages.map((page) => page.group))]

function PageLink({ page, onGo }: { page: DeskPage; onGo?: () => void }) {
  const { singleKeys } = useMe()
  return (
    <Link
      to={page.path}
      className={css.link ?? ''}
      activeProps={{ className: css.on ?? '', 'aria-current': 'page' }}
      aria-keyshortcuts={singleKeys ? ariaKey(page.key) : undefined}
      {...(onGo && { onClick: onGo })}
    >
      {page.name}
      {singleKeys && <span aria-hidden="true">{drawKey(page.key)}</span>}
    </Link>
  )
}

const PageLinks = ({ onGo }: { onGo?: () => void }) =>
  groups.map((group) => (
    <ul key={group ?? ''} aria-label={group} className={css.group}>
      {group && (
        <li className={css.heading} aria-hidden="true">
          {group}
        </li>
      )}
      {pages
        .filter((page) => page.group === group)
        .map((page) => (
          <li key={page.path}>
            <PageLink page={page} {...(onGo && { onGo })} />
          </li>
        ))}
    </ul>
  ))

/** The left-hand side: the pages there are, and at its foot whose desk this is. */
export const SideBar = ({ onPalette }: { onPalette: () => void }) => (
  <header className={`${css.side} unprinted`}>
    <p className={css.mark}>Equerry</p>
    <button type="button" className={css.anything} onClick={onPalette} aria-keyshortcuts={ariaKey('mod+k')}>
      Find or do… <KeyHint of="mod+k" />
    </button>
    <nav aria-label="Pages">
      <PageLinks />
    </nav>
    <DeskPanel />
  </header>
)

/** On a phone: the first pages under the thumb, the rest in a sheet. */
export function BottomBar({ onPalette }: { onPalette: () => void }) {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <nav aria-label="Pages" className={`${css.bottom} unprinted`}>
      {pages.slice(0, 3).map((page) => (
        <Link
          key={page.path}
          to={page.path}
          className={css.tab ?? ''}
          activeProps={{ className: css.tabOn ?? '', 'aria-current': 'page' }}
        >
          {page.name}
        </Link>
      ))}
      <button type="button" className={css.tab} onClick={onPalette}>
        Find
      </button>
      <Dialog.Root open={open} onOpenChange={setOpen}>
        <Dialog.Trigger className={css.tab ?? ''}>More</Dialog.Trigger>
        <Dialog.Portal>
          <Dialog.Backdrop className={css.veil ?? ''} />
          <Dialog.Popup className={css.sheet ?? ''} aria-label="All pages">
            <PageLinks onGo={close} />
            <DeskPanel />
            <Dialog.Close className={css.done ?? ''}>Close</Dialog.Close>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </nav>
  )
}
