import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { ask } from '../client.ts'
import { opens, pageOf } from '../pages.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { namesIn } from './may.ts'
import { useMe } from './me.ts'

/** The page of the address; for whoever may read nothing of it, who can tell them and who changes that. */
export function Opened() {
  const me = useMe()
  const { pathname } = useLocation()
  const page = pageOf(pathname)
  if (page?.reads === undefined || opens(page, me.member)) return <Outlet />
  return (
    <Page>
      <PageHead title={page.name} />
      {me.member.kind === 'cover' && me.member.board.areas.calendar === 'none' ? (
        <NotYet />
      ) : (
        <EmptyState title="Your board does not open this page">
          {namesIn(me, page.reads) || me.desk.executive} can tell you what you need of it, or change what you may read.
        </EmptyState>
      )}
    </Page>
  )
}

/** Whoever covers comes in before their days and after them: when those are, as far as anybody has said. */
function NotYet() {
  const { member } = useMe()
  const { data } = useQuery({ ...ask.cover.list.queryOptions({ input: {} }), refetchInterval: 60_000 })
  const own = data?.covers.find(({ cover }) => cover.id === member.id)
  return (
    <EmptyState title="It opens on the days you cover">
      {own
        ? `${own.words}. What is handed over to you stands on `
        : 'Nobody has said yet when those are. They stand on '}
      <Link to="/cover">Cover</Link>.
    </EmptyState>
  )
}
