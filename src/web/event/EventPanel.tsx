import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { BriefPanel } from '../commitments/BriefPanel.tsx'
import { NotesPanel } from '../commitments/NotesPanel.tsx'
import { spanWords } from '../dates.ts'
import { openAsking } from '../decisions/asking.ts'
import { whetherToCancel } from '../decisions/starts.ts'
import { openOwn } from '../mistakes/open.ts'
import { Button } from '../parts/Button.tsx'
import { Panel } from '../parts/Dialog.tsx'
import { Looked } from '../parts/Looked.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Tag } from '../parts/Tag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { seesPriorities } from '../priorities/open.ts'
import { TieDoor } from '../priorities/TieDoor.tsx'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { eventAddress } from './address.ts'
import type { EventView } from './draft.ts'
import { EditEvent } from './EventEditor.tsx'
import css from './EventPanel.module.css'
import { type Extent, ExtentQuestion } from './Extent.tsx'

type Which = { readonly eventId: string; readonly recurrenceId: string | null }

/** Everything the desk knows of one event, beside the page, with what can be done to it. */
export function EventPanel({ which, onClose }: { which: Which; onClose: () => void }) {
  const { data, error, refetch } = useQuery(
    ask.event.show.queryOptions({
      input: { eventId: which.eventId, ...(which.recurrenceId === null ? {} : { recurrenceId: which.recurrenceId }) },
    }),
  )
  if (data) return <Known event={data.event} onClose={onClose} />
  return (
    <Panel open onClose={onClose} title="Event">
      {error ? <Refused error={error} retry={refetch} /> : <Waiting />}
    </Panel>
  )
}

function Known({ event, onClose }: { event: EventView; onClose: () => void }) {
  const { desk: at, member } = useMe()
  const navigate = useNavigate()
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const { about } = useSearch({ strict: false })
  const [beside, setBeside] = useState<'brief' | 'notes' | null>(about === 'brief' ? 'brief' : null)
  const cancelled = useChange(desk.event.cancel, { said: `Cancelled ${event.title}`, onDone: onClose })
  const restored = useChange(desk.event.restore, { said: `${event.title} is back` })
  const target = (extent: Extent) => ({
    eventId: event.eventId,
    recurrenceId: event.recurrenceId,
    extent,
    version: event.version,
  })
  const cancel = () =>
    event.repeats && event.recurrenceId !== null ? setAsking(true) : cancelled.mutate({ ...target('all') })
  const offerOthers = () =>
    void navigate({
      to: '/calendar',
      search: { on: event.start.slice(0, 10), event: eventAddress(event), offer: true },
    })
  const own = () => openOwn({ item: event.eventId })
  useVerbs(
    event.hidden
      ? []
      : [{ id: 'own-event', words: `Own a mistake about ${event.title}`, keys: ['h'], of: 'mistake.own', run: own }],
  )
  const can = !event.readOnly && !event.hidden
  const mayAsk = member.kind !== 'executive' && !event.cancelled
  const askWhether = () => openAsking(whetherToCancel(event))
  useVerbs(
    can
      ? [
          {
            id: 'edit-event',
            words: `Change ${event.title}`,
            keys: ['e'],
            of: 'event.edit',
            run: () => setEditing(true),
          },
          event.cancelled
            ? {
                id: 'restore-event',
                words: `Bring ${event.title} back`,
                keys: ['b'],
                of: 'event.restore' as const,
                run: () => restored.mutate(target('this')),
              }
            : {
                id: 'cancel-event',
                words: `Cancel ${event.title}`,
                keys: ['x'],
                of: 'event.cancel' as const,
                run: cancel,
              },
          ...(mayAsk
            ? [
                {
                  id: 'ask-whether',
                  words: `Ask whether to cancel ${event.title}`,
                  keys: ['a'],
                  of: 'decision.ask' as const,
                  run: askWhether,
                },
              ]
            : []),
          ...(event.allDay || event.cancelled
            ? []
            : [
                {
                  id: 'offer-others',
                  words: `Offer other times for ${event.title}`,
                  keys: ['+'],
                  of: 'hold.offer' as const,
                  run: offerOthers,
                },
              ]),
        ]
      : [],
  )
  useVerbs(
    event.hidden
      ? []
      : [
          { id: 'brief', words: `Brief for ${event.title}`, keys: ['6'], run: () => setBeside('brief') },
          { id: 'notes', words: `Notes of ${event.title}`, keys: ['5'], run: () => setBeside('notes') },
        ],
  )
  if (beside === 'brief') return <BriefPanel which={event} onClose={() => setBeside(null)} />
  if (beside === 'notes') return <NotesPanel about={event} onClose={() => setBeside(null)} />
  if (editing)
    return <EditEvent eventId={event.eventId} recurrenceId={event.recurrenceId} onClose={() => setEditing(false)} />
  return (
    <Panel
      open
      onClose={onClose}
      title={event.title}
      sub={<Times event={event} deskZone={at.zone} />}
      actions={
        can && (
          <>
            <Button of="event.edit" look="main" hint="e" onClick={() => setEditing(true)}>
              Change
            </Button>
            {event.cancelled ? (
              <Button of="event.restore" hint="b" onClick={() => restored.mutate(target('this'))}>
                Bring back
              </Button>
            ) : (
              <>
                {!event.allDay && (
                  <Button of="hold.offer" hint="+" onClick={offerOthers}>
                    Offer other times
                  </Button>
                )}
                <Button of="event.cancel" look="danger" hint="x" busy={cancelled.isPending} onClick={cancel}>
                  Cancel it
                </Button>
                {mayAsk && (
                  <Button of="decision.ask" look="quiet" hint="a" onClick={askWhether}>
                    Ask whether to cancel…
                  </Button>
                )}
              </>
            )}
          </>
        )
      }
    >
      <Tags event={event} />
      {can && <WhoCan of="event.edit" what="change this" />}
      <Facts event={event} />
      {!event.hidden && <Looked item={event.eventId} label={event.label} />}
      {!event.hidden && (
        <p className={css.tags}>
          <Button hint="6" onClick={() => setBeside('brief')}>
            Brief
          </Button>
          <Button hint="5" onClick={() => setBeside('notes')}>
            Notes
          </Button>
        </p>
      )}
      {!event.hidden && !event.cancelled && seesPriorities(member) && (
        <TieDoor of={{ what: 'event', id: event.eventId, recurrenceId: event.recurrenceId }} title={event.title} />
      )}
      {!event.hidden && (
        <p className={css.history}>
          <Link to="/journal" search={{ about: event.eventId }}>
            What happened to it
          </Link>{' '}
          <Button of="mistake.own" look="quiet" hint="h" onClick={own}>
            Own it
          </Button>
        </p>
      )}
      <Refused error={cancelled.error ?? restored.error} />
      <ExtentQuestion
        verb={asking ? 'Cancel' : null}
        onAnswer={(extent) => {
          setAsking(false)
          cancelled.mutate(target(extent))
        }}
        onClose={() => setAsking(false)}
      />
    </Panel>
  )
}

/** The time in the event's own zone, and in the desk's where they differ. */
function Times({ event, deskZone }: { event: EventView; deskZone: string }) {
  const elsewhere = !event.allDay && event.zone !== null && event.zone !== deskZone
  const inZone = (text: string) => Temporal.ZonedDateTime.from(text).withTimeZone(deskZone).toString()
  return (
    <>
      <p className={css.time}>{spanWords(event.start, event.end)}</p>
      {elsewhere && <p>{spanWords(inZone(event.start), inZone(event.end))}</p>}
      {event.repeatsWords && <p>{event.repeatsWords}</p>}
    </>
  )
}

function Tags({ event }: { event: EventView }) {
  const { data } = useQuery(ask.calendar.list.queryOptions({ input: {} }))
  const calendar = data?.calendars.find((one) => one.id === event.calendarId)
  return (
    <p className={css.tags}>
      <Tag>{event.kindGuessed ? `${event.kind}, a guess` : event.kind}</Tag>
      {event.cancelled && <Tag tone="red">cancelled</Tag>}
      {event.label === 'private' && <Tag tone="plum">private</Tag>}
      {event.publicReason !== null && !event.hidden && (
        <span className={css.calendar}>others see “{event.publicReason}”</span>
      )}
      {!event.busy && <Tag tone="blue">free</Tag>}
      {event.moves > 0 && <Tag tone="amber">{event.moves === 1 ? 'moved once' : `moved ${event.moves} times`}</Tag>}
      {calendar && <span className={css.calendar}>{calendar.name}</span>}
      {event.readOnly && <span className={css.calendar}>read only</span>}
    </p>
  )
}

const answers = { accepted: 'yes', declined: 'no', tentative: 'perhaps', 'needs-action': 'no answer' } as const
const tones = { accepted: 'green', declined: 'red', tentative: 'amber', 'needs-action': 'amber' } as const

function Facts({ event }: { event: EventView }) {
  return (
    <dl className={css.facts}>
      {event.place && (
        <>
          <dt>Place</dt>
          <dd>{event.place}</dd>
        </>
      )}
      {event.link && (
        <>
          <dt>Link</dt>
          <dd>
            <a href={event.link} target="_blank" rel="noreferrer noopener">
              {event.link}
            </a>
          </dd>
        </>
      )}
      {event.people.length > 0 && (
        <>
          <dt>People</dt>
          <dd>
            <ul className={css.people}>
              {event.people.map((person) => (
                <li key={person.address}>
                  {person.name ?? person.address} <Tag tone={tones[person.answer]}>{answers[person.answer]}</Tag>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {event.notes && (
        <>
          <dt>Notes</dt>
          <dd className={css.notes}>{event.notes}</dd>
        </>
      )}
      {event.kept.length > 0 && (
        <>
          <dt>Kept from its file</dt>
          <dd>{event.kept.join(', ')}</dd>
        </>
      )}
    </dl>
  )
}
