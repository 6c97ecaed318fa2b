import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ask } from '../client.ts'
import { Back } from '../cover/Back.tsx'
import { readEventAddress } from '../event/address.ts'
import { EventPanel } from '../event/EventPanel.tsx'
import { FindingList } from '../findings/FindingList.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { Waits } from '../proposals/Waits.tsx'
import { useMe } from '../shell/me.ts'
import { useNarrow } from '../shell/narrow.ts'
import { Ahead } from './Ahead.tsx'
import { AllDay } from './AllDay.tsx'
import { DayHead } from './DayHead.tsx'
import { DayList } from './DayList.tsx'
import { EmptyDesk } from './EmptyDesk.tsx'
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
  const { hasEvents } = useMe()
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
      <Back />
      <Waits />
      <Told />
      <FindingList findings={today.findings} on={today.on} now={today.now} />
      <WaitingFor lines={today.waiting} />
      <Ahead days={today.ahead} />
    </aside>
  )
  return (
    <div className={css.today}>
      <div className={css.day}>
        <DayHead day={today} />
        {narrow && hasEvents && needs}
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
