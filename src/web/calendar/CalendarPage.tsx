import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { OccurrenceView } from '../../desk/calendar/model.ts'
import { useChange } from '../change.ts'
import { ask, desk } from '../client.ts'
import { todayIn } from '../clock.ts'
import { placeOf } from '../dates.ts'
import { eventAddress, readEventAddress } from '../event/address.ts'
import { type Form, newForm } from '../event/draft.ts'
import { EventEditor } from '../event/EventEditor.tsx'
import { EventPanel } from '../event/EventPanel.tsx'
import { type Extent, ExtentQuestion } from '../event/Extent.tsx'
import { Button } from '../parts/Button.tsx'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useMe } from '../shell/me.ts'
import { useVerbs } from '../shell/verbs.ts'
import { CalendarGrid, type Moved } from './CalendarGrid.tsx'
import { useNarrow } from './narrow.ts'
import { WeekList } from './WeekList.tsx'
import { brokenKeys, daysOf, mondayOf, otherZone, weekWords } from './week.ts'

const none: readonly never[] = []

/** The week: what is on, what cannot work, and every event within reach of a key or a drag. */
export function CalendarPage() {
  const { desk: at } = useMe()
  const search = useSearch({ strict: false }) as { on?: string; event?: string }
  const navigate = useNavigate()
  const narrow = useNarrow()
  const [adding, setAdding] = useState<Form | null>(null)
  const monday = mondayOf(search.on ? Temporal.PlainDate.from(search.on) : todayIn(at.zone))
  const range = { from: monday.toString(), to: monday.add({ days: 6 }).toString() }
  const week = useQuery({ ...ask.event.list.queryOptions({ input: range }), placeholderData: (before) => before })
  const findings =
    useQuery({ ...ask.finding.list.queryOptions({ input: range }), placeholderData: (before) => before }).data
      ?.findings ?? none
  const events = week.data?.events ?? none
  const broken = useMemo(() => brokenKeys(findings), [findings])
  const second = otherZone(events, at.zone)
  const move = useMove()

  const go = (weeks: number) => void navigate({ to: '/calendar', search: { on: monday.add({ weeks }).toString() } })
  const open = (event: OccurrenceView | null) =>
    void navigate({ to: '/calendar', search: { on: monday.toString(), ...(event && { event: eventAddress(event) }) } })
  const add = (start: Temporal.ZonedDateTime, minutes: number) => setAdding(newForm(start, minutes, ''))
  const addToday = () => add(nextHour(monday, at.zone), 30)
  useVerbs([
    { id: 'earlier', words: 'The week before', keys: ['ArrowLeft'], run: () => go(-1) },
    { id: 'later', words: 'The week after', keys: ['ArrowRight'], run: () => go(1) },
    { id: 'this-week', words: 'This week', keys: ['w'], run: () => void navigate({ to: '/calendar', search: {} }) },
    { id: 'add', words: 'Add an event', keys: ['n'], run: addToday },
  ])

  const weekend = events.some((event) =>
    daysOf(event, at.zone).some((day) => Temporal.PlainDate.from(day).dayOfWeek > 5),
  )
  const days = weekend ? 7 : 5
  return (
    <Page wide>
      <PageHead
        title={weekWords(monday, days)}
        sub={
          second ? `Left column ${placeOf(at.zone)}, right column ${placeOf(second)}` : `Times in ${placeOf(at.zone)}`
        }
        actions={
          <>
            <Button hint="ArrowLeft" onClick={() => go(-1)}>
              Earlier
            </Button>
            <Button hint="w" onClick={() => void navigate({ to: '/calendar', search: {} })}>
              This week
            </Button>
            <Button hint="ArrowRight" onClick={() => go(1)}>
              Later
            </Button>
            <Button look="main" hint="n" onClick={addToday}>
              Add
            </Button>
          </>
        }
      />
      {week.error ? <Refused error={week.error} retry={week.refetch} /> : null}
      {week.isPending ? <Waiting /> : null}
      {week.data && narrow && <WeekList monday={monday} zone={at.zone} events={events} broken={broken} onOpen={open} />}
      {week.data && !narrow && (
        <CalendarGrid
          monday={monday}
          days={days}
          zone={at.zone}
          second={second}
          events={events}
          broken={broken}
          onOpen={open}
          onMoved={move.begin}
          onPicked={(start, end) =>
            add(start.toZonedDateTimeISO(at.zone), (end.epochMilliseconds - start.epochMilliseconds) / 60_000)
          }
        />
      )}
      {search.event && (
        <EventPanel key={search.event} which={readEventAddress(search.event)} onClose={() => open(null)} />
      )}
      {adding && <EventEditor event={null} start={adding} onClose={() => setAdding(null)} />}
      <ExtentQuestion verb={move.asking ? 'Move' : null} onAnswer={move.answer} onClose={move.stop} />
    </Page>
  )
}

/** A drag, carried out: asks which occurrences where the event repeats, and puts the event back when the desk says no. */
function useMove() {
  const [asking, setAsking] = useState<Moved | null>(null)
  const moved = useChange(desk.event.move, { said: (answer) => `Moved ${answer.event.title}`, loud: true })
  const perform = (drag: Moved, extent: Extent) =>
    moved.mutate(
      { eventId: drag.event.eventId, recurrenceId: drag.event.recurrenceId, extent, when: whenOf(drag) },
      { onError: drag.revert },
    )
  return {
    asking,
    begin: (drag: Moved) =>
      drag.event.repeats && drag.event.recurrenceId !== null ? setAsking(drag) : perform(drag, 'all'),
    answer: (extent: Extent) => {
      if (asking) perform(asking, extent)
      setAsking(null)
    },
    stop: () => {
      asking?.revert()
      setAsking(null)
    },
  }
}

/** The dragged time on the wall of the zone the event was written in; a floating event stays floating. */
function whenOf({ event, start, end }: Moved) {
  const deskZone = Temporal.ZonedDateTime.from(event.start).timeZoneId
  const local = (at: Temporal.Instant, zone: string | null) =>
    at
      .toZonedDateTimeISO(zone ?? deskZone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'second' })
  return {
    allDay: false as const,
    start: local(start, event.zone),
    end: local(end, event.endZone ?? event.zone),
    zone: event.zone,
    endZone: event.endZone,
  }
}

function nextHour(monday: Temporal.PlainDate, zone: string): Temporal.ZonedDateTime {
  const today = todayIn(zone)
  const inWeek = Temporal.PlainDate.compare(mondayOf(today), monday) === 0
  return (inWeek ? today : monday).toZonedDateTime({ timeZone: zone, plainTime: '10:00' })
}
