import { Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { lastDone } from '../change.ts'
import { statusOfError } from '../client.ts'
import { ImportDoor } from '../import/ImportDoor.tsx'
import { pages } from '../pages.ts'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { KeySheet } from './KeySheet.tsx'
import { useKeys } from './keys.ts'
import { type Me, MeContext, useMaybeMe } from './me.ts'
import { BottomBar, SideBar } from './Nav.tsx'
import { useNews } from './news.ts'
import { Palette } from './Palette.tsx'
import { RouteNews } from './RouteNews.tsx'
import css from './Shell.module.css'
import { ToastBoard, tell } from './toasts.tsx'
import { useVerbs } from './verbs.ts'

/** Nobody sees a page before the desk has said who they are. */
export function Shell() {
  const me = useMaybeMe()
  if (me.data) return <Desk me={me.data} />
  if (!me.error) return <Waiting />
  const status = statusOfError(me.error)
  if (status === 401 || status === 403) return <Navigate to="/" />
  return <Refused error={me.error} retry={() => me.refetch()} />
}

function Desk({ me }: { me: Me }) {
  const [palette, setPalette] = useState(false)
  const [keys, setKeys] = useState(false)
  useKeys(me.singleKeys)
  useNews()
  useShellVerbs(
    () => setPalette(true),
    () => setKeys(true),
  )
  return (
    <MeContext value={me}>
      <a className={css.skip} href="#page">
        Skip to the page
      </a>
      <div className={css.shell}>
        <SideBar onPalette={() => setPalette(true)} />
        <main id="page" tabIndex={-1} className={css.main}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
        <BottomBar onPalette={() => setPalette(true)} />
      </div>
      <RouteNews />
      <ImportDoor />
      <Palette open={palette} onClose={() => setPalette(false)} />
      <KeySheet open={keys} onClose={() => setKeys(false)} />
      <ToastBoard />
    </MeContext>
  )
}

function undoLast() {
  const done = lastDone()
  if (done) done.undo()
  else tell('Nothing to undo on this page. The journal has everything.')
}

function useShellVerbs(openPalette: () => void, openKeys: () => void) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  useVerbs([
    ...pages.map((page) => ({
      id: `go ${page.path}`,
      words: `Go to ${page.name}`,
      group: 'Go to',
      keys: [page.key],
      run: () => void navigate({ to: page.path }),
    })),
    // Calendar and Offers say this themselves, with its key.
    ...(pathname === '/calendar' || pathname === '/offers'
      ? []
      : [
          {
            id: 'offer-anywhere',
            words: 'Offer times',
            group: 'Desk',
            run: () => void navigate({ to: '/calendar', search: { offer: true } }),
          },
        ]),
    { id: 'palette', words: 'Do anything', group: 'Desk', keys: ['mod+k'], everywhere: true, run: openPalette },
    { id: 'keys', words: 'Show all keys', group: 'Desk', keys: ['?'], run: openKeys },
    { id: 'undo', words: 'Undo the last change', group: 'Desk', keys: ['mod+z'], run: undoLast },
  ])
}
