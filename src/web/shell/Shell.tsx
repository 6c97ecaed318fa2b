import { Navigate, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { lastDone } from '../change.ts'
import { statusOfError } from '../client.ts'
import { PromiseDoor } from '../commitments/PromiseDoor.tsx'
import { ConfirmationDoor } from '../confirmations/ConfirmationDoor.tsx'
import { AskDoor } from '../decisions/AskDoor.tsx'
import { stayAt } from '../desk.ts'
import { DeskDoor } from '../desks/DeskDoor.tsx'
import { useDesks } from '../desks/desks.ts'
import { NoSuchDesk } from '../desks/NoSuchDesk.tsx'
import { OnScreen } from '../desks/OnScreen.tsx'
import { ImportDoor } from '../import/ImportDoor.tsx'
import { OwnDoor } from '../mistakes/OwnDoor.tsx'
import { openAddNote } from '../notes/open.ts'
import { Whose } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { LineDoor } from '../people/LineDoor.tsx'
import { openPlanTrip } from '../travel/open.ts'
import { TripVerbs } from '../travel/TripVerbs.tsx'
import { openAddWork } from '../work/open.ts'
import { KeySheet } from './KeySheet.tsx'
import { useKeys } from './keys.ts'
import { type Me, MeContext, useMaybeMe } from './me.ts'
import { BottomBar, SideBar, usePages } from './Nav.tsx'
import { useNews } from './news.ts'
import { Opened } from './Opened.tsx'
import { Palette } from './Palette.tsx'
import { RouteNews } from './RouteNews.tsx'
import css from './Shell.module.css'
import { ToastBoard, tell } from './toasts.tsx'
import { allowed, useVerbs } from './verbs.ts'

/** Nobody sees a page before the desk has said who they are. */
export function Shell() {
  const me = useMaybeMe()
  const status = me.error && statusOfError(me.error)
  // Of the desk that is named, and of it alone: whoever was just taken from it is not shown what was read before.
  if (status === 404) return <NoSuchDesk />
  if (me.data) {
    stayAt(me.data.desk.id)
    return <Desk me={me.data} key={me.data.desk.id} />
  }
  if (!me.error) return <Waiting />
  if (status === 401 || status === 403) return <Navigate to="/" />
  return <Refused error={me.error} retry={() => me.refetch()} />
}

function Desk({ me }: { me: Me }) {
  const [palette, setPalette] = useState(false)
  const [keys, setKeys] = useState(false)
  useKeys(me.singleKeys)
  useNews()
  const several = useDeskInAddress(me.desk.id)
  useShellVerbs(
    me,
    () => setPalette(true),
    () => setKeys(true),
  )
  return (
    <MeContext value={me}>
      <Whose value={several ? me.desk.executive : null}>
        <a className={css.skip} href="#page">
          Skip to the page
        </a>
        <div className={css.shell}>
          <SideBar onPalette={() => setPalette(true)} />
          <main id="page" tabIndex={-1} className={css.main}>
            <OnScreen />
            <Suspense fallback={<Waiting />}>
              <Opened />
            </Suspense>
          </main>
          <BottomBar onPalette={() => setPalette(true)} />
        </div>
        <RouteNews />
        <ImportDoor />
        <ConfirmationDoor />
        <TripVerbs />
        <PromiseDoor />
        <LineDoor />
        <OwnDoor />
        <DeskDoor />
        <Palette open={palette} onClose={() => setPalette(false)} />
        <KeySheet open={keys} onClose={() => setKeys(false)} />
        <ToastBoard />
      </Whose>
      <AskDoor />
    </MeContext>
  )
}

/** Whoever sits at several desks has the one on screen in the address, before they go anywhere. @returns whether they do. */
function useDeskInAddress(desk: string): boolean {
  const several = useDesks().length > 0
  const navigate = useNavigate()
  const said = useSearch({ strict: false }).desk
  useEffect(() => {
    if (several && said !== desk)
      void navigate({ to: '.', search: (before) => ({ ...before, desk }), replace: true, resetScroll: false })
  }, [several, said, desk, navigate])
  return several
}

function undoLast() {
  const done = lastDone()
  if (done) done.undo()
  else tell('Nothing to undo on this page. The journal has everything.')
}

function useShellVerbs(me: Me, openPalette: () => void, openKeys: () => void) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const pages = usePages(me)
  useVerbs(
    allowed(me, [
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
              of: 'hold.offer' as const,
              run: () => void navigate({ to: '/calendar', search: { offer: true } }),
            },
          ]),
      ...(pathname === '/notes'
        ? []
        : [
            {
              id: 'notes-anywhere',
              words: 'Take notes',
              group: 'Desk',
              of: 'note.add' as const,
              run: () => void navigate({ to: '/notes' }).then(() => openAddNote()),
            },
          ]),
      ...(pathname === '/work'
        ? []
        : [
            {
              id: 'work-anywhere',
              words: 'Add work',
              group: 'Desk',
              of: 'work.add' as const,
              run: () => void navigate({ to: '/work' }).then(() => openAddWork()),
            },
          ]),
      ...(pathname === '/travel'
        ? []
        : [
            {
              id: 'trip-anywhere',
              words: 'Plan a trip',
              group: 'Desk',
              of: 'trip.add' as const,
              run: () => void navigate({ to: '/travel' }).then(() => openPlanTrip()),
            },
          ]),
      { id: 'palette', words: 'Do anything', group: 'Desk', keys: ['mod+k'], everywhere: true, run: openPalette },
      { id: 'keys', words: 'Show all keys', group: 'Desk', keys: ['?'], run: openKeys },
      { id: 'undo', words: 'Undo the last change', group: 'Desk', keys: ['mod+z'], run: undoLast },
    ]),
  )
}
