import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'

/** A page of the desk. It is listed here only once it works; navigation, keys and ⌘K follow from the list. */
export type DeskPage = {
  readonly path:
    | '/today'
    | '/calendar'
    | '/offers'
    | '/proposals'
    | '/rules'
    | '/lookback'
    | '/journal'
    | '/cover'
    | '/board'
    | '/settings'
  readonly name: string
  /** One character, free on every page. */
  readonly key: string
  /** Its heading in the side bar; the first pages have none. */
  readonly group?: string
  readonly page: RouteComponent
}

export const pages: readonly DeskPage[] = [
  {
    path: '/today',
    name: 'Today',
    key: 't',
    page: lazyRouteComponent(() => import('./today/TodayPage.tsx'), 'TodayPage'),
  },
  {
    path: '/calendar',
    name: 'Calendar',
    key: 'c',
    page: lazyRouteComponent(() => import('./calendar/CalendarPage.tsx'), 'CalendarPage'),
  },
  {
    path: '/offers',
    name: 'Offers',
    key: 'o',
    page: lazyRouteComponent(() => import('./offers/OffersPage.tsx'), 'OffersPage'),
  },
  {
    path: '/proposals',
    name: 'Proposals',
    key: 'y',
    page: lazyRouteComponent(() => import('./proposals/ProposalsPage.tsx'), 'ProposalsPage'),
  },
  {
    path: '/rules',
    name: 'Rules',
    key: 'r',
    group: 'Partnership',
    page: lazyRouteComponent(() => import('./rules/RulesPage.tsx'), 'RulesPage'),
  },
  {
    path: '/lookback',
    name: 'Look back',
    key: 'l',
    group: 'Record',
    page: lazyRouteComponent(() => import('./lookback/LookBackPage.tsx'), 'LookBackPage'),
  },
  {
    path: '/journal',
    name: 'Journal',
    key: 'j',
    group: 'Record',
    page: lazyRouteComponent(() => import('./journal/JournalPage.tsx'), 'JournalPage'),
  },
  {
    path: '/cover',
    name: 'Cover',
    key: 'q',
    group: 'Desk',
    page: lazyRouteComponent(() => import('./cover/CoverPage.tsx'), 'CoverPage'),
  },
  {
    path: '/board',
    name: 'Board',
    key: 'u',
    group: 'Desk',
    page: lazyRouteComponent(() => import('./board/BoardPage.tsx'), 'BoardPage'),
  },
  {
    path: '/settings',
    name: 'Settings',
    key: 's',
    group: 'Desk',
    page: lazyRouteComponent(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
  },
]
