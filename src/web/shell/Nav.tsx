import { Dialog } from '@base-ui/react/dialog'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { useDesks } from '../desks/desks.ts'
import { type DeskPage, opens, pageOf, pages } from '../pages.ts'
import { KeyHint } from '../parts/KeyHint.tsx'
import { counts } from './counts.ts'
import { DeskPanel } from './DeskPanel.tsx'
import { ariaKey } from './keys.ts'
import { type Me, useMe } from './me.ts'
import css from './Nav.module.css'

/** Today is where everybody comes in; it says so where there is nothing for them to read. */
const isThere = (page: DeskPage, member: Me['member']): boolean => page.path === '/today' || opens(page, member)

/** Those that whoever looks may read; without what only somebody with several desks has a use for, where there is one. */
export function usePages({ member }: Pick<Me, 'member'>): readonly DeskPage[] {
  const several = useDesks().length > 0
  return pages.filter((page) => (several || !page.many) && isThere(page, member))
}

const groups: readonly (string | undefined)[] = [...new Set(pages.map((page) => page.group))]

/** How many things wait there, where a page counts them. */
function Count({ path }: { path: DeskPage['path'] }) {
  const useCount = counts[path] ?? none
  const n = useCount()
  return n === 0 ? null : (
    <b className={css.count}>
      {n}
      <span className="unseen"> waiting</span>
    </b>
  )
}
const none = () => 0

/** What is under the thumb: whoever decides has decisions there, whoever covers what is handed over, whoever arranges has offers. */
const underThumb: Readonly<Record<string, readonly string[]>> = {
  executive: ['/today', '/decisions', '/calendar'],
  cover: ['/today', '/calendar', '/cover'],
}
const firstPages = (member: Me['member']): readonly DeskPage[] => {
  const wanted = underThumb[member.kind] ?? ['/today', '/calendar', '/offers']
  return wanted.flatMap((path) => pages.filter((page) => page.path === path && isThere(page, member)))
}

function PageLink({ page, onGo }: { page: DeskPage; onGo?: () => void }) {
  const { singleKeys } = useMe()
  const here = pageOf(useLocation().pathname)
  const isHere = (here?.from ?? here?.path) === page.path
  return (
    <Link
      to={page.path}
      className={`${css.link} ${isHere ? css.on : ''}`}
      activeOptions={{ exact: true, includeSearch: false }}
      {...(isHere && { 'aria-current': 'page' as const })}
      aria-keyshortcuts={singleKeys ? ariaKey(page.key) : undefined}
      {...(onGo && { onClick: onGo })}
    >
      {page.name}
      <Count path={page.path} />
      {singleKeys && <KeyHint of={page.key} plain />}
    </Link>
  )
}

function PageLinks({ onGo }: { onGo?: () => void }) {
  const here = usePages(useMe()).filter(({ from }) => from === undefined)
  const filled = groups.filter((group) => here.some((page) => page.group === group))
  return filled.map((group) => (
    <ul key={group ?? ''} aria-label={group} className={css.group}>
      {group && (
        <li className={css.heading} aria-hidden="true">
          {group}
        </li>
      )}
      {here
        .filter((page) => page.group === group)
        .map((page) => (
          <li key={page.path}>
            <PageLink page={page} {...(onGo && { onGo })} />
          </li>
        ))}
    </ul>
  ))
}

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
  const { member } = useMe()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <nav aria-label="Pages" className={`${css.bottom} unprinted`}>
      {firstPages(member).map((page) => (
        <Link
          key={page.path}
          to={page.path}
          className={css.tab ?? ''}
          activeProps={{ className: css.tabOn ?? '', 'aria-current': 'page' }}
        >
          {page.name}
          <Count path={page.path} />
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
            <DeskPanel onGo={close} />
            <Dialog.Close className={css.done ?? ''}>Close</Dialog.Close>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </nav>
  )
}
