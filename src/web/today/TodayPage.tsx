import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ask } from '../client.ts'
import { Back } from '../cover/Back.tsx'
import { WaitingOn } from '../decisions/WaitingOn.tsx'
import { readEventAddress } from '../event/address.ts'
import { EventPanel } from '../event/EventPanel.tsx'
import { FindingList } from '../findings/FindingList.tsx'
import { DayQuestion } from '../knowing/DayQuestion.tsx'
import { OpenMistakes } from '../mistakes/OpenMistakes.tsx'
import { DueNow } from '../onetoone/DueNow.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { Waits } from '../proposals/Waits.tsx'
import { useMe } from '../shell/me.ts'
import { useNarrow } from '../shell/narrow.ts'
import { DueToday } from '../work/DueToday.tsx'
import { Ahead } from './Ahead.tsx'
import { AllDay } from './AllDay.tsx'
import { Arrived } from './Arrived.tsx'
import { DayHead } from './DayHead.tsx'
import { DayList } from './DayList.tsx'
import { EmptyDesk } from './EmptyDesk.tsx'
import { NextMeeting } from './NextMeeting.tsx'
import { PromisesDue } from './PromisesDue.tsx'
import { QuickAdd } from './QuickAdd.tsx'
import { SinceLastNight } from './SinceLastNight.tsx'
import { StillOpen } from './StillOpen.tsx'
import css from './TodayPage.module.css'
import { Told } from './Told.tsx'
import { WaitingFor } from './WaitingFor.tsx'

/** The day as the executive will live it, and beside it what needs the assistant. On a phone what needs you comes first. */
export function TodayPage() {
  const { on, event } = useSearch({ strict: false })
  const navigate = useNavigate()
  const { hasEvents, member } = useMe()
  // Whoever decides has one minute, and these are what it is for.
  const mineFirst = member.kind === 'executive'
  const narrow = useNarrow()
  const day = useQuery({
    ...ask.today.show.queryOptions({ input: on === undefined ? {} : { on } }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  })
  if (day.isPending) return <Waiting />
  if (!day.data) return <Refused error={day.error} retry={() => day.refetch()} />
  const today = day.data
  const needs = (
    <aside className={`${css.aside} unprinted`} aria-label="What needs you">
      <DueNow running={true} />
      <Back />
      <Waits />
      <Told />
      {mineFirst && <WaitingOn />}
      <FindingList findings={today.findings} on={today.on} now={today.now} />
      <DueToday on={today.on} isToday={today.isToday} />
      <OpenMistakes />
      {!mineFirst && <WaitingOn />}
      <WaitingFor lines={today.waiting} />
      <PromisesDue lines={today.promises} />
      <NextMeeting day={today} />
      <Ahead days={today.ahead} />
      {today.isToday && <DueNow running={false} />}
      <DayQuestion />
    </aside>
  )
  return (
    <div className={css.today}>
      <div className={css.day}>
        <DayHead day={today} />
        {narrow && (hasEvents || mineFirst) && needs}
        <Arrived lines={today.arrived} />
        <SinceLastNight changes={today.sinceLastNight} />
        {hasEvents ? (
          <>
            <AllDay events={today.allDay} />
            <DayList day={today} />
            <StillOpen findings={today.findings} />
            <QuickAdd />
          </>
        ) : (
          <EmptyDesk />
        )}
        {narrow && !hasEvents && !mineFirst && needs}
      </div>
      {!narrow && needs}
      {event !== undefined && (
        <EventPanel
          key={event}
          which={readEventAddress(event)}
          onClose={() => void navigate({ to: '/today', search: on === undefined ? {} : { on }, resetScroll: false })}
        />
      )}
    </div>
  )
}
