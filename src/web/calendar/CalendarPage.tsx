import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { OccurrenceView } from '../../desk/calendar/model.ts'
import { ask } from '../client.ts'
import { todayIn } from '../clock.ts'
import { placeOf } from '../dates.ts'
import { eventAddress, readEventAddress } from '../event/address.ts'
import { type Form, newForm } from '../event/draft.ts'
import { EventEditor } from '../event/EventEditor.tsx'
import { EventPanel } from '../event/EventPanel.tsx'
import { ExtentQuestion } from '../event/Extent.tsx'
import { newOffer } from '../offers/draft.ts'
import { OfferPanel } from '../offers/OfferPanel.tsx'
import { useOffering } from '../offers/useOffering.ts'
import { Page, PageHead } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { WhoCan } from '../parts/WhoCan.tsx'
import { useMe } from '../shell/me.ts'
import { CalendarGrid } from './CalendarGrid.tsx'
import { CostCard, CostLine } from './CostCard.tsx'
import { inAir } from './inAir.ts'
import { useNarrow } from './narrow.ts'
import { shadesOn } from './shades.ts'
import { useCalendarKeys } from './useCalendarKeys.ts'
import { useJudging } from './useJudging.ts'
import { usePlacing } from './usePlacing.ts'
import { ViewBar } from './ViewBar.tsx'
import { type CalendarView, daysShown, stepped, viewWords } from './views.ts'
import { WeekList } from './WeekList.tsx'
import { brokenKeys, isWeekendFree, otherZone } from './week.ts'

const none: readonly never[] = []

type Search = { on?: string; view?: CalendarView; event?: string; offer?: true; to?: string }

/** The calendar: what is on, what cannot work, what a change would cost, and every event within reach of a key or a drag. */
export function CalendarPage() {
  const { desk: at } = useMe()
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const narrow = useNarrow()
  const [adding, setAdding] = useState<Form | null>(null)
  const [air] = useState(inAir)
  const today = todayIn(at.zone)
  const onText = search.on ?? today.toString()
  const on = Temporal.PlainDate.from(onText)
  const asked = daysShown(search.view === 'workweek' ? 'week' : (search.view ?? 'week'), on)
  const range = { from: asked.first.toString(), to: asked.first.add({ days: asked.days - 1 }).toString() }
  const shown = useQuery({ ...ask.event.list.queryOptions({ input: range }), placeholderData: keepPreviousData })
  const findings =
    useQuery({ ...ask.finding.list.queryOptions({ input: range }), placeholderData: keepPreviousData }).data
      ?.findings ?? none
  const events = shown.data?.events ?? none
  const view = search.view ?? (isWeekendFree(events, at.zone) ? 'workweek' : 'week')
  const { first, days } = useMemo(() => daysShown(view, Temporal.PlainDate.from(onText)), [view, onText])
  const broken = useMemo(() => brokenKeys(findings), [findings])
  const judging = useJudging(first, days)
  const move = usePlacing(judging)
  const moving = search.offer && search.event ? readEventAddress(search.event) : null
  const offering = useOffering(
    at.zone,
    search.offer ? newOffer(on, today, search.to === undefined ? {} : { name: search.to }) : null,
    moving,
  )
  const dates = useMemo(() => Array.from({ length: days }, (_, n) => first.add({ days: n })), [first, days])
  const shades = useMemo(() => (judging ? shadesOn(dates, judging.rules) : none), [dates, judging])
  const zonesOn = (day: Temporal.PlainDate) => judging?.zonesOn(day) ?? []
  const elsewhere = dates.flatMap(zonesOn).find((zone) => zone !== at.zone)
  const second = elsewhere ?? otherZone(events, at.zone)

  const stay = search.view && { view: search.view }
  // Keys come faster than pages are drawn: each goes on from where the one before it leads, which the router knows.
  const go = (to: (from: { on: Temporal.PlainDate; view: CalendarView }) => Partial<typeof from>) =>
    void navigate({
      to: '/calendar',
      search: (before: { on?: string; view?: CalendarView }) => {
        const from = { on: before.on ? Temporal.PlainDate.from(before.on) : today, view: before.view ?? view }
        const next = to(from)
        const kept = next.view ?? before.view
        return { on: `${next.on ?? from.on}`, ...(kept && { view: kept }) }
      },
    })
  const step = (steps: number) => go((from) => ({ on: stepped(from.view, from.on, steps) }))
  const open = (event: OccurrenceView | null) =>
    void navigate({ to: '/calendar', search: { on: `${on}`, ...stay, ...(event && { event: eventAddress(event) }) } })
  const stopOffering = () => {
    offering.stop()
    go(() => ({}))
  }
  const add = (start: Temporal.ZonedDateTime, minutes: number) => setAdding(newForm(start, minutes, ''))
  useCalendarKeys({
    zone: at.zone,
    events,
    move,
    go: step,
    goToday: () => go(() => ({ on: today })),
    look: (next) => go(() => ({ view: next })),
    offer: () => offering.begin(on, today),
    add: () => add(freeHour(on, today, at.zone), 30),
  })

  return (
    <Page wide beside={offering.form !== null}>
      <PageHead
        title={viewWords(view, on)}
        sub={
          narrow
            ? listWords(at.zone, elsewhere !== undefined)
            : subWords(
                at.zone,
                view === 'month' ? null : second,
                view !== 'month' && shades.some(({ look }) => look === 'outside'),
              )
        }
        actions={
          <ViewBar
            view={view}
            onView={(next) => go(() => ({ view: next }))}
            onStep={step}
            onToday={() => go(() => ({ on: today }))}
            onOffer={() => offering.begin(on, today)}
            onAdd={() => add(freeHour(on, today, at.zone), 30)}
          />
        }
      />
      <WhoCan of="event.move" what="change the calendar" />
      {shown.error ? <Refused error={shown.error} retry={shown.refetch} /> : null}
      {shown.isPending ? <Waiting /> : null}
      {shown.data && narrow && (
        <WeekList
          first={first}
          days={days}
          zone={at.zone}
          zonesOn={zonesOn}
          events={events}
          broken={broken}
          onOpen={open}
        />
      )}
      {shown.data && !narrow && (
        <CalendarGrid
          view={view}
          first={first}
          days={days}
          on={on}
          zone={at.zone}
          second={second}
          today={today}
          zonesOn={zonesOn}
          events={events}
          shades={shades}
          broken={broken}
          placing={move.placing}
          onOpen={open}
          onOpenDay={(day) => go(() => ({ on: day, view: 'day' }))}
          onOver={(event, slot) => air.put(event && slot && judging ? judging.cost(event.key, slot) : null)}
          onDropped={move.drop}
          picks={offering.picks}
          onPicked={(start, end) =>
            offering.form
              ? offering.paint(start, end)
              : add(start.toZonedDateTimeISO(at.zone), (end.epochMilliseconds - start.epochMilliseconds) / 60_000)
          }
        />
      )}
      {move.placing ? (
        <CostCard placing={move.placing} cost={move.cost} zone={at.zone} move={move} />
      ) : (
        <InTheAir use={air.use} />
      )}
      {search.event && !search.offer && (
        <EventPanel key={search.event} which={readEventAddress(search.event)} onClose={() => open(null)} />
      )}
      {offering.form && <OfferPanel {...offering} form={offering.form} onClose={stopOffering} />}
      {adding && <EventEditor event={null} start={adding} onClose={() => setAdding(null)} />}
      <ExtentQuestion verb={move.asking ? 'Move' : null} onAnswer={move.answer} onClose={move.stopAsking} />
    </Page>
  )
}

const InTheAir = ({ use }: { use: ReturnType<typeof inAir>['use'] }) => <CostLine cost={use()} />

function subWords(zone: string, second: string | null, striped: boolean): string {
  const clocks = second ? `Left column ${placeOf(zone)}, right column ${placeOf(second)}` : `Times in ${placeOf(zone)}`
  return `${clocks}${striped ? ' · striped = outside hours' : ''} · dashed = held, not booked`
}

const listWords = (zone: string, away: boolean): string =>
  `${away ? `Times where the executive is, then in ${placeOf(zone)}` : `Times in ${placeOf(zone)}`} · dashed = held, not booked`

/** Where a new event begins unless somebody says: ten o'clock on the day looked at, or on the Monday of a week to come. */
const freeHour = (on: Temporal.PlainDate, today: Temporal.PlainDate, zone: string): Temporal.ZonedDateTime =>
  (Temporal.PlainDate.compare(on, today) < 0 ? today : on).toZonedDateTime({ timeZone: zone, plainTime: '10:00' })
