import { useLocation } from '@tanstack/react-router'
import { useMe } from '../shell/me.ts'
import { useDesks } from './desks.ts'
import css from './OnScreen.module.css'
import { openDesks } from './open.ts'

/** On a phone, where the side bar is not there to say it: whose desk this is, for whoever sits at several. */
export function OnScreen() {
  const { desk } = useMe()
  const { pathname } = useLocation()
  if (useDesks().length === 0) return null
  return (
    <div className={`${css.bar} unprinted`}>
      <button type="button" className={css.whose} onClick={() => openDesks('switcher')}>
        {pathname === '/all' ? 'All your desks' : desk.name} <span>Switch</span>
      </button>
    </div>
  )
}
