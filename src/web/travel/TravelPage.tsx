import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { TripBrief } from '../../desk/travel/model.ts'
import { ask } from '../client.ts'
import { todayIn } from '../clock.ts'
import { DropZone } from '../confirmations/DropZone.tsx'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMay } from '../shell/may.ts'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { onPlanTrip, takePlanTrip, useTrips } from './open.ts'
import css from './Travel.module.css'
import { TripDialog } from './TripDialog.tsx'
import { TripLine } from './TripLine.tsx'
import { newTrip } from './tripForm.ts'
import { countWords } from './words.ts'

/** Trips under way and ahead, each with what it needs; past ones where they are asked for. */
export function TravelPage() {
  const { desk } = useMe()
  const navigate = useNavigate()
  const list = useTrips()
  const [planning, setPlanning] = useState(takePlanTrip)
  const [past, setPast] = useState(false)
  const mayPlan = useMay('trip.add') !== 'no'
  const plan = () => setPlanning(true)
  useEffect(
    () =>
      onPlanTrip(() => {
        takePlanTrip()
        setPlanning(true)
      }),
    [],
  )
  useVerbs([
    { id: 'plan-trip', words: 'Plan a trip', keys: ['n'], of: 'trip.add', run: plan },
    { id: 'past-trips', words: past ? 'Hide past trips' : 'Also past trips', keys: ['a'], run: () => setPast(!past) },
  ])
  const trips = list.data?.trips ?? []
  return (
    <Page>
      <PageHead
        title="Travel"
        sub={list.data && trips.length > 0 ? needsWords(trips) : 'Trips that hold together, and what each still needs'}
        actions={
          <>
            <Button hint="]" onClick={() => void navigate({ to: '/travel/traveller' })}>
              Travellers
            </Button>
            <Button of="trip.add" look="main" hint="n" onClick={plan}>
              Plan a trip
            </Button>
          </>
        }
      />
      <WhoCan of="trip.add" what="plan a trip" />
      <DropZone tripId={null} />
      {list.isPending && <Waiting />}
      {list.error && <Refused error={list.error} retry={list.refetch} />}
      {list.data && trips.length === 0 && (
        <EmptyState
          title="Nobody is going anywhere"
          actions={
            <Button of="trip.add" look="main" hint="n" onClick={plan}>
              Plan a trip
            </Button>
          }
        >
          {mayPlan
            ? 'Say when, where and for whom; then add flights, nights and rides, or drop a confirmation here. The desk says what does not fit before it is booked.'
            : 'Trips stand here with their flights, nights and rides, and what each still needs.'}
        </EmptyState>
      )}
      <Group title="Under way" trips={trips.filter(({ state }) => state === 'under way')} zone={desk.zone} />
      <Group title="Ahead" trips={trips.filter(({ state }) => state === 'planned')} zone={desk.zone} />
      <p className={css.past}>
        <Button look="quiet" hint="a" aria-expanded={past} onClick={() => setPast(!past)}>
          {past ? 'Hide past trips' : 'Also past trips'}
        </Button>
      </p>
      {past && <Past zone={desk.zone} />}
      {planning && (
        <TripDialog
          start={newTrip(desk.executive, todayIn(desk.zone))}
          editing={null}
          onClose={() => setPlanning(false)}
          onDone={(id) => {
            setPlanning(false)
            void navigate({ to: '/travel/$tripId', params: { tripId: id } })
          }}
        />
      )}
    </Page>
  )
}

/** What of all of them needs somebody, in one sentence. */
function needsWords(trips: readonly TripBrief[]): string {
  const sum = (of: 'findings' | 'broken' | 'openPoints' | 'waiting') => trips.reduce((all, trip) => all + trip[of], 0)
  const parts = [
    sum('broken') > 0 && `${sum('broken')} cannot work as planned`,
    sum('findings') > sum('broken') && `${sum('findings') - sum('broken')} to look at`,
    sum('openPoints') > 0 && countWords(sum('openPoints'), 'open point', 'open points'),
    sum('waiting') > 0 && `${sum('waiting')} waiting for an answer`,
  ].filter(Boolean)
  return parts.length === 0 ? 'Everything holds together as far as anybody knows' : parts.join(' · ')
}

function Past({ zone }: { zone: string }) {
  const { data, error, refetch } = useQuery(ask.trip.list.queryOptions({ input: { past: 'true' } }))
  if (error) return <Refused error={error} retry={refetch} />
  if (!data) return <Waiting />
  const over = data.trips.filter(({ state }) => state === 'over' || state === 'cancelled').toReversed()
  if (over.length === 0) return <p className={css.none}>No trip is over yet.</p>
  return <Group title="Past" trips={over} zone={zone} />
}

const Group = ({ title, trips, zone }: { title: string; trips: readonly TripBrief[]; zone: string }) =>
  trips.length > 0 && (
    <section className={css.group} aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {trips.map((trip) => (
          <TripLine key={trip.id} trip={trip} zone={zone} />
        ))}
      </ul>
    </section>
  )
