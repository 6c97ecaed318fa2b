import { Outlet, useLocation } from '@tanstack/react-router'
import { opens, pages } from '../pages.ts'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { namesIn } from './may.ts'
import { useMe } from './me.ts'

/** The page of the address; for whoever may read nothing of it, who can tell them and who changes that. */
export function Opened() {
  const me = useMe()
  const { pathname } = useLocation()
  const page = pages.find(({ path }) => path === pathname)
  if (page?.reads === undefined || opens(page, me.member)) return <Outlet />
  return (
    <Page>
      <PageHead title={page.name} />
      <EmptyState title="Your board does not open this page">
        {namesIn(me, page.reads) || me.desk.executive} can tell you what you need of it, or change what you may read.
      </EmptyState>
    </Page>
  )
}
