import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  retainSearchParams,
} from '@tanstack/react-router'
import { type CalendarView, isView } from './calendar/views.ts'
import { pages } from './pages.ts'
import { Broken, NotHere } from './shell/Broken.tsx'
import { Shell } from './shell/Shell.tsx'
import { FirstPage } from './signin/FirstPage.tsx'
import { SignInPage } from './signin/SignInPage.tsx'

/** The desk stays in the address from page to page, so that a reload, another tab and a kept address mean the same one. */
const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotHere,
  errorComponent: broken,
  validateSearch: (given: Record<string, unknown>): { desk?: string } =>
    typeof given.desk === 'string' ? { desk: given.desk } : {},
  search: { middlewares: [retainSearchParams(['desk'])] },
})
const signIn = createRoute({ getParentRoute: () => root, path: '/', component: SignInPage })
const first = createRoute({ getParentRoute: () => root, path: '/first/$token', component: FirstPage })
const shell = createRoute({ getParentRoute: () => root, id: 'desk', component: Shell, errorComponent: broken })

function broken({ error, reset }: ErrorComponentProps) {
  return <Broken error={error} again={reset} />
}

/** What a page's address may carry: the day it shows, how much of the calendar, the event, part of a trip, offer, decision, mistake or question it opens, that times are to be offered, to whom, or what the journal is to be about. Anything else is dropped. */
const search = (
  given: Record<string, unknown>,
): {
  on?: string
  view?: CalendarView
  event?: string
  segment?: string
  decision?: string
  offer?: true
  to?: string
  about?: string
  mistake?: string
  question?: string
} => ({
  ...(typeof given.on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given.on) && { on: given.on }),
  ...(isView(given.view) && { view: given.view }),
  ...(given.offer === true && { offer: true as const }),
  ...(typeof given.to === 'string' && { to: given.to.slice(0, 200) }),
  ...(typeof given.event === 'string' && { event: given.event }),
  ...(typeof given.segment === 'string' && { segment: given.segment }),
  ...(typeof given.decision === 'string' && { decision: given.decision }),
  ...(typeof given.about === 'string' && { about: given.about }),
  ...(typeof given.mistake === 'string' && { mistake: given.mistake }),
  ...(typeof given.question === 'string' && { question: given.question }),
})

const deskPages = pages.map((page) =>
  createRoute({
    getParentRoute: () => shell,
    path: page.path,
    component: page.page,
    validateSearch: search,
    errorComponent: broken,
  }),
)

const trip = createRoute({
  getParentRoute: () => shell,
  path: '/travel/$tripId',
  component: lazyRouteComponent(() => import('./travel/TripPage.tsx'), 'TripPage'),
  validateSearch: search,
  errorComponent: broken,
})
const cascade = createRoute({
  getParentRoute: () => shell,
  path: '/travel/$tripId/cascade/$segmentId',
  component: lazyRouteComponent(() => import('./travel/CascadePage.tsx'), 'CascadePage'),
  validateSearch: search,
  errorComponent: broken,
})
const itinerary = createRoute({
  getParentRoute: () => shell,
  path: '/travel/$tripId/itinerary',
  component: lazyRouteComponent(() => import('./itinerary/ItineraryPage.tsx'), 'ItineraryPage'),
  validateSearch: search,
  errorComponent: broken,
})
/** Without the shell, which asks the desk who one is: it is there where there is no line. */
const onTheWay = createRoute({
  getParentRoute: () => root,
  path: '/travel/$tripId/go',
  component: lazyRouteComponent(() => import('./travel/go/GoPage.tsx'), 'GoPage'),
  errorComponent: broken,
})

/** Somebody who travels, by the id of the person. */
const traveller = createRoute({
  getParentRoute: () => shell,
  path: '/travel/traveller/$personId',
  component: lazyRouteComponent(() => import('./traveller/TravellerPage.tsx'), 'TravellerPage'),
  validateSearch: search,
  errorComponent: broken,
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    first,
    onTheWay,
    shell.addChildren([...deskPages, trip, cascade, itinerary, traveller]),
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
