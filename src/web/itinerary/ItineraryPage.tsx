import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { LinkView } from '../../desk/travel/itinerary/contract.ts'
import type { TripView } from '../../desk/travel/model.ts'
import { ask } from '../client.ts'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { type Draft, forReader, newDraft } from './draft.ts'
import { Emergency } from './Emergency.tsx'
import { Give } from './Give.tsx'
import css from './Itinerary.module.css'
import { Links } from './Links.tsx'
import { Papers } from './Papers.tsx'

/** What leaves of a trip: to whom, how much, and what stands on it. */
export function ItineraryPage() {
  const { tripId } = useParams({ from: '/desk/travel/$tripId/itinerary' })
  const { data, error, refetch } = useQuery(ask.trip.show.queryOptions({ input: { id: tripId } }))
  const given = useQuery(ask.itinerary.list.queryOptions({ input: { tripId } }))
  return (
    <Page>
      <p className={css.back}>
        <Link to="/travel/$tripId" params={{ tripId }}>
          ← {data?.trip.title ?? 'The trip'}
        </Link>
      </p>
      <PageHead title="Itinerary" sub="Each reader is told what they need, and nothing beside it" />
      {error ? (
        <Refused error={error} retry={refetch} />
      ) : data && !given.isPending ? (
        <Known trip={data.trip} reach={reachOf(given.data?.links ?? [])} />
      ) : (
        <Waiting />
      )}
    </Page>
  )
}

/** What was chosen for somebody, to be given out anew. */
const draftOf = (link: LinkView): Draft => ({
  for: link.for,
  shows: link.shows,
  segments: link.segments,
  to: link.to,
  reach: link.reach ?? '',
  needs: link.needs ?? '',
  emergency: link.emergency,
})

/** How the desk was reached by whoever was given something last. */
const reachOf = (links: readonly LinkView[]): string => links.find(({ reach }) => reach !== null)?.reach ?? ''

function Known({ trip, reach }: { trip: TripView; reach: string }) {
  const [draft, setDraft] = useState<Draft>(() => forReader({ ...newDraft, reach }, 'traveller', trip))
  const anew = (link: LinkView) => {
    setDraft(draftOf(link))
    document.querySelector('#give')?.scrollIntoView({ block: 'start' })
  }
  return (
    <>
      <WhoCan of="itinerary.issue" what="give this out" />
      <Give trip={trip} draft={draft} onDraft={setDraft} />
      <section className={css.section}>
        <h2>Given out</h2>
        <Links tripId={trip.id} onAnew={anew} />
      </section>
      <section className={css.section}>
        <h2>On paper and in calendars</h2>
        <Papers trip={trip} reader={draft.for} />
      </section>
      <section className={css.section}>
        <h2>For an emergency</h2>
        <Emergency trip={trip} />
      </section>
    </>
  )
}
