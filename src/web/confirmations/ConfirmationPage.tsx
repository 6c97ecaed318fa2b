import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useVerbs } from '../shell/verbs.ts'
import { Breaks } from './Breaks.tsx'
import css from './Confirmations.module.css'
import { LeaveDialog } from './LeaveDialog.tsx'
import { NewTrip } from './NewTrip.tsx'
import { PartForm } from './PartForm.tsx'
import { Source } from './Source.tsx'
import { type Filled, filledFrom, inputOf, isNewTripWanted, type Shown } from './taking.ts'

/** One confirmation: what it says beside what the desk has, every value with its words, and what taking it would break. */
export function ConfirmationPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const shown = useQuery({ ...ask.confirmation.show.queryOptions({ input: { id } }), retry: false })
  if (shown.error) return <Refused error={shown.error} retry={() => shown.refetch()} />
  if (!shown.data) return <Waiting />
  const { confirmation } = shown.data
  return <Review key={`${confirmation.id} ${confirmation.version}`} shown={shown.data} />
}

function Review({ shown }: { shown: Shown }) {
  const { confirmation, parts, remarks } = shown
  const navigate = useNavigate()
  const [filled, setFilled] = useState<Filled>(() => filledFrom(shown))
  const [pointed, setPointed] = useState<{ at: number; length: number } | null>(null)
  const [leaving, setLeaving] = useState(false)
  const take = useChange(desk.confirmation.take, {
    said: ({ confirmation: { taken } }) => taken.map(({ words }) => words).join('; ') || 'Taken',
    onDone: ({ confirmation: { tripId } }) =>
      tripId === null
        ? void navigate({ to: '/travel', search: {} })
        : void navigate({ to: '/travel/$tripId', params: { tripId }, search: {} }),
  })
  const isOpen = confirmation.state === 'open' && parts.length > 0
  const input = inputOf(shown, filled)
  const doTake = () => {
    if (input) take.mutate(input)
  }
  useVerbs([
    ...(isOpen
      ? [
          {
            id: 'take',
            words: 'Take it as it stands here',
            keys: ['mod+Enter'],
            everywhere: true,
            of: 'confirmation.take' as const,
            run: doTake,
          },
        ]
      : []),
    ...(confirmation.state === 'open'
      ? [
          {
            id: 'leave',
            words: 'Put this confirmation aside',
            keys: ['x'],
            of: 'confirmation.leave' as const,
            run: () => setLeaving(true),
          },
        ]
      : []),
  ])
  return (
    <Page wide>
      <p className={css.back}>
        {confirmation.tripId ? (
          <Link to="/travel/$tripId" params={{ tripId: confirmation.tripId }} search={{}}>
            ← The trip
          </Link>
        ) : (
          <Link to="/travel" search={{}}>
            ← Travel
          </Link>
        )}
      </p>
      <PageHead
        title={confirmation.subject ?? confirmation.fileName ?? parts[0]?.says ?? 'Pasted text'}
        sub={
          <>
            {confirmation.words.replace(/^./, (first) => first.toUpperCase())}. <State shown={shown} />
          </>
        }
      />
      {remarks.map((words) => (
        <p key={words} className={css.remark}>
          {words}
        </p>
      ))}
      <div className={css.review}>
        <div>
          {parts.length === 0 && (
            <EmptyState title="Nothing in it could be read as a booking">
              Put it aside, or add what it says to a trip by hand: its text stands beside this.
            </EmptyState>
          )}
          {parts.map((part) => (
            <PartForm
              key={part.index}
              part={part}
              shown={shown}
              filled={filled}
              onFilled={setFilled}
              onPoint={setPointed}
              isOpen={isOpen}
            />
          ))}
          {isOpen && isNewTripWanted(filled) && (
            <NewTrip value={filled.newTrip} onValue={(newTrip) => setFilled({ ...filled, newTrip })} />
          )}
          {shown.breaks && <Breaks cascade={shown.breaks} />}
          <Refused error={take.error} />
          {confirmation.state === 'open' && (
            <div className={css.actions}>
              {isOpen && (
                <Button
                  of="confirmation.take"
                  look="main"
                  hint="mod+Enter"
                  busy={take.isPending}
                  disabled={input === null}
                  onClick={doTake}
                >
                  Take it
                </Button>
              )}
              <Button of="confirmation.leave" hint="x" onClick={() => setLeaving(true)}>
                Put aside
              </Button>
            </div>
          )}
        </div>
        <Source
          id={confirmation.id}
          text={shown.text}
          pointed={pointed}
          fields={parts.flatMap(({ fields }) => fields)}
        />
      </div>
      <LeaveDialog id={confirmation.id} open={leaving} onClose={() => setLeaving(false)} />
    </Page>
  )
}

const State = ({ shown: { confirmation } }: { shown: Shown }) => {
  if (confirmation.left !== null) return <b>Put aside: {confirmation.left}</b>
  if (confirmation.state !== 'taken') return <b>Nobody has dealt with it yet.</b>
  return (
    <>
      Taken: {confirmation.taken.map(({ words }) => words).join('; ')}.{' '}
      {confirmation.tripId && (
        <Link to="/travel/$tripId" params={{ tripId: confirmation.tripId }} search={{}}>
          To the trip
        </Link>
      )}
    </>
  )
}
