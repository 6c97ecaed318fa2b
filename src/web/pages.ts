import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router'
import type { Area } from '../desk/operation.ts'
import type { Me } from './shell/me.ts'

/** A page of the desk. It is listed here only once it works; navigation, keys and ⌘K follow from the list. */
export type DeskPage = {
  readonly path:
    | '/today'
    | '/all'
    | '/calendar'
    | '/offers'
    | '/travel'
    | '/decisions'
    | '/commitments'
    | '/notes'
    | '/work'
    | '/travel/traveller'
    | '/proposals'
    | '/rules'
    | '/mistakes'
    | '/agreement'
    | '/priorities'
    | '/one-to-one'
    | '/people'
    | '/knowing'
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
  /** The area it shows: not in the way of whoever may read nothing there. Without it everybody reads it. */
  readonly reads?: Area
  /** It has a view of busy times alone. */
  readonly busy?: true
  /** Only for whoever sits at several desks. */
  readonly many?: true
  /** The page it is reached from: it has its key and is in ⌘K, and the side bar shows that page instead. */
  readonly from?: '/travel'
  readonly page: RouteComponent
}

/** Whether somebody may read what a page shows, at all. */
export const opens = (
  { reads, busy }: Pick<DeskPage, 'reads' | 'busy'>,
  { kind, board }: Pick<Me['member'], 'kind' | 'board'>,
): boolean => {
  if (reads === undefined || kind === 'executive') return true
  const level = board.areas[reads]
  return level === 'busy' ? busy === true : level !== 'none'
}

export const pages: readonly DeskPage[] = [
  {
    path: '/today',
    name: 'Today',
    key: 't',
    reads: 'calendar',
    busy: true,
    page: lazyRouteComponent(() => import('./today/TodayPage.tsx'), 'TodayPage'),
  },
  {
    path: '/all',
    name: 'All desks',
    key: '0',
    many: true,
    page: lazyRouteComponent(() => import('./desks/AllPage.tsx'), 'AllPage'),
  },
  {
    path: '/calendar',
    name: 'Calendar',
    key: 'c',
    reads: 'calendar',
    busy: true,
    page: lazyRouteComponent(() => import('./calendar/CalendarPage.tsx'), 'CalendarPage'),
  },
  {
    path: '/offers',
    name: 'Offers',
    key: 'o',
    reads: 'calendar',
    page: lazyRouteComponent(() => import('./offers/OffersPage.tsx'), 'OffersPage'),
  },
  {
    path: '/travel',
    name: 'Travel',
    key: 'v',
    reads: 'travel',
    page: lazyRouteComponent(() => import('./travel/TravelPage.tsx'), 'TravelPage'),
  },
  {
    path: '/decisions',
    name: 'Decisions',
    key: 'd',
    reads: 'desk',
    page: lazyRouteComponent(() => import('./decisions/DecisionsPage.tsx'), 'DecisionsPage'),
  },
  {
    path: '/commitments',
    name: 'Commitments',
    key: 'm',
    reads: 'desk',
    page: lazyRouteComponent(() => import('./commitments/CommitmentsPage.tsx'), 'CommitmentsPage'),
  },
  {
    path: '/notes',
    name: 'Notes',
    key: ';',
    reads: 'desk',
    page: lazyRouteComponent(() => import('./notes/NotesPage.tsx'), 'NotesPage'),
  },
  {
    path: '/work',
    name: 'Work',
    key: 'w',
    reads: 'desk',
    page: lazyRouteComponent(() => import('./work/WorkPage.tsx'), 'WorkPage'),
  },
  {
    path: '/travel/traveller',
    name: 'Travellers',
    key: ']',
    reads: 'travel',
    from: '/travel',
    page: lazyRouteComponent(() => import('./traveller/TravellerPage.tsx'), 'TravellerPage'),
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
    reads: 'calendar',
    page: lazyRouteComponent(() => import('./rules/RulesPage.tsx'), 'RulesPage'),
  },
  {
    path: '/mistakes',
    name: 'Mistakes',
    key: 'k',
    group: 'Partnership',
    reads: 'desk',
    page: lazyRouteComponent(() => import('./mistakes/MistakesPage.tsx'), 'MistakesPage'),
  },
  {
    path: '/agreement',
    name: 'Agreement',
    key: '8',
    group: 'Partnership',
    reads: 'partnership',
    page: lazyRouteComponent(() => import('./agreement/AgreementPage.tsx'), 'AgreementPage'),
  },
  {
    path: '/priorities',
    name: 'Priorities',
    key: '9',
    group: 'Partnership',
    reads: 'partnership',
    page: lazyRouteComponent(() => import('./priorities/PrioritiesPage.tsx'), 'PrioritiesPage'),
  },
  {
    path: '/one-to-one',
    name: 'One-to-one',
    key: "'",
    group: 'Partnership',
    reads: 'partnership',
    page: lazyRouteComponent(() => import('./onetoone/OneToOnePage.tsx'), 'OneToOnePage'),
  },
  {
    path: '/people',
    name: 'People',
    key: '=',
    group: 'Partnership',
    reads: 'people',
    page: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
  },
  {
    path: '/knowing',
    name: 'Getting to know',
    key: '7',
    group: 'Partnership',
    reads: 'partnership',
    page: lazyRouteComponent(() => import('./knowing/KnowingPage.tsx'), 'KnowingPage'),
  },
  {
    path: '/lookback',
    name: 'Look back',
    key: 'l',
    group: 'Record',
    reads: 'calendar',
    page: lazyRouteComponent(() => import('./lookback/LookBackPage.tsx'), 'LookBackPage'),
  },
  {
    path: '/journal',
    name: 'Journal',
    key: 'j',
    group: 'Record',
    reads: 'desk',
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
    reads: 'desk',
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

/** The page that an address belongs to: its own, or that of the list from which it was opened. */
export const pageOf = (pathname: string): DeskPage | undefined =>
  pages
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
