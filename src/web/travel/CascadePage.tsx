import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ask } from '../client.ts'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { CascadeView } from './CascadeView.tsx'
import css from './Trip.module.css'

/** What the last change of one part of a trip did to everything behind it. */
export function CascadePage() {
  const { tripId, segmentId } = useParams({ from: '/desk/travel/$tripId/cascade/$segmentId' })
  const trip = useQuery(ask.trip.show.queryOptions({ input: { id: tripId } }))
  const cascade = useQuery({
    ...ask.segment.cascade.queryOptions({ input: { id: segmentId } }),
    refetchInterval: 60_000,
  })
  return (
    <Page>
      <p className={css.back}>
        <Link to="/travel/$tripId" params={{ tripId }} search={{ segment: segmentId }}>
          ← {trip.data?.trip.title ?? 'The trip'}
        </Link>
      </p>
      <PageHead
        title="What it did to the rest"
        sub="What the desk owns is changed and read back. What others hold is asked for, and stays amber until they confirm it."
      />
      {cascade.isPending && <Waiting />}
      {cascade.error && <Refused error={cascade.error} retry={cascade.refetch} />}
      {cascade.data && <CascadeView cascade={cascade.data} />}
    </Page>
  )
}
