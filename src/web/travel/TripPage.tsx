import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { FindingView } from '../../desk/rules/model.ts'
import type { TripView } from '../../desk/travel/model.ts'
import { ask } from '../client.ts'
import { DropZone } from '../confirmations/DropZone.tsx'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { Looked } from '../parts/Looked.tsx'
import { PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useNarrow } from '../shell/narrow.ts'
import { useVerbs } from '../shell/verbs.ts'
import { CancelTrip } from './CancelSegment.tsx'
import { Points } from './Points.tsx'
import { AddSegment } from './SegmentDialog.tsx'
import { SegmentPanel } from './SegmentPanel.tsx'
import { aboutOf, Timeline } from './Timeline.tsx'
import css from './Trip.module.css'
import { TripDialog } from './TripDialog.tsx'
import { TripFindings } from './TripFindings.tsx'
import { TripAround, TripSub } from './TripHead.tsx'
import { tripFormOf } from './tripForm.ts'

/** One trip: what is open about it, what is wrong in it, and then the way itself. */
export function TripPage() {
  const { tripId } = useParams({ from: '/desk/travel/$tripId' })
  const { data, error, refetch } = useQuery({
    ...ask.trip.show.queryOptions({ input: { id: tripId } }),
    refetchInterval: 60_000,
  })
  if (data) return <Known trip={data.trip} findings={data.findings} />
  return <div className={css.main}>{error ? <Refused error={error} retry={refetch} /> : <Waiting />}</div>
}

type Asking = { readonly what: 'edit' | 'cancel' } | { readonly what: 'add'; readonly on: string }

function Known({ trip, findings }: { trip: TripView; findings: readonly FindingView[] }) {
  const { segment: opened } = useSearch({ strict: false })
  const navigate = useNavigate()
  const narrow = useNarrow()
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = () => setAsking(null)
  const stands = trip.state !== 'cancelled'
  const open = (id: string | null) =>
    void navigate({
      to: '/travel/$tripId',
      params: { tripId: trip.id },
      search: id ? { segment: id } : {},
      resetScroll: false,
    })
  const goes = () => void navigate({ to: '/travel/$tripId/go', params: { tripId: trip.id } })
  const papers = () => void navigate({ to: '/travel/$tripId/itinerary', params: { tripId: trip.id } })
  const add = (on = trip.from) => setAsking({ what: 'add', on })
  useVerbs([
    { id: 'trip-go', words: 'For the traveller’s phone', keys: ['g'], run: goes },
    { id: 'trip-itinerary', words: 'Its itinerary, for each reader', keys: ['p'], run: papers },
    ...(stands
      ? [
          { id: 'segment-add', words: 'Add a part', keys: ['n'], of: 'segment.add' as const, run: () => add() },
          {
            id: 'trip-edit',
            words: 'Change the trip',
            keys: ['e'],
            of: 'trip.edit' as const,
            run: () => setAsking({ what: 'edit' }),
          },
          {
            id: 'trip-cancel',
            words: 'Call the trip off',
            keys: ['x'],
            of: 'trip.cancel' as const,
            run: () => setAsking({ what: 'cancel' }),
          },
        ]
      : []),
  ])
  const shown = trip.segments.find(({ id }) => id === opened)
  const wrong = (
    <TripFindings
      key={`${narrow}`}
      findings={findings}
      tripId={trip.id}
      few={narrow}
      bare={trip.segments.length === 0}
      off={!stands}
    />
  )
  return (
    <div className={css.trip}>
      <div className={css.main}>
        <p className={css.back}>
          <Link to="/travel">← Travel</Link>
          <span>
            <Link to="/travel/$tripId/itinerary" params={{ tripId: trip.id }}>
              Itinerary <KeyHint of="p" />
            </Link>
            <Link to="/travel/$tripId/go" params={{ tripId: trip.id }}>
              On the traveller’s phone <KeyHint of="g" />
            </Link>
          </span>
        </p>
        <PageHead
          title={trip.title}
          sub={<TripSub trip={trip} />}
          actions={
            <>
              {stands && (
                <Button of="segment.add" look="main" hint="n" onClick={() => add()}>
                  Add a part
                </Button>
              )}
              {stands && (
                <Button of="trip.edit" hint="e" onClick={() => setAsking({ what: 'edit' })}>
                  Change
                </Button>
              )}
            </>
          }
        />
        <TripAround trip={trip} />
        <WhoCan of="segment.add" what="change this trip" />
        <Points trip={trip} />
        {narrow && wrong}
        <DropZone tripId={trip.id} />
        {trip.segments.length === 0 ? (
          <EmptyState
            title="Nothing is on the way yet"
            actions={
              <Button of="segment.add" look="main" hint="n" onClick={() => add()}>
                Add a flight, a night or a ride
              </Button>
            }
          >
            Each part stands here with the clocks where it is and the clocks at home, and what is between.
          </EmptyState>
        ) : (
          <Timeline trip={trip} findings={findings} onAdd={add} />
        )}
        <Looked item={trip.id} label={trip.label} />
        <p className={css.foot}>
          <Link to="/journal" search={{ about: trip.id }}>
            What happened to it
          </Link>
          {stands && (
            <Button of="trip.cancel" look="quiet" hint="x" onClick={() => setAsking({ what: 'cancel' })}>
              Call the trip off…
            </Button>
          )}
        </p>
      </div>
      {!narrow && (
        <aside className={css.aside} aria-label="What needs you">
          {wrong}
        </aside>
      )}
      {shown && (
        <SegmentPanel
          key={shown.id}
          trip={trip}
          segment={shown}
          findings={aboutOf(shown, findings)}
          onClose={() => open(null)}
        />
      )}
      {asking?.what === 'add' && (
        <AddSegment
          trip={trip}
          on={asking.on}
          onClose={close}
          onDone={(id) => {
            close()
            open(id)
          }}
        />
      )}
      {asking?.what === 'edit' && <TripDialog start={tripFormOf(trip)} editing={trip} onClose={close} onDone={close} />}
      {asking?.what === 'cancel' && <CancelTrip trip={trip} onClose={close} />}
    </div>
  )
}
