import { useMemo, useState } from 'react'
import type { OccurrenceView } from '../../desk/calendar/model.ts'
import { useChange } from '../change.ts'
import { desk } from '../client.ts'
import type { Extent } from '../event/Extent.tsx'
import type { Cost, Judging, Slot } from './judging.ts'

/** An event that is being put somewhere else: nothing is saved until it is placed. */
export type Placing = {
  readonly event: OccurrenceView
  readonly slot: Slot
  /** By keys, until Enter or Escape; a dragged one was dropped and waits for an answer. */
  readonly by: 'keys' | 'drag'
}

const slotOf = ({ start, end }: OccurrenceView): Slot => ({
  start: Temporal.ZonedDateTime.from(start).epochMilliseconds,
  end: Temporal.ZonedDateTime.from(end).epochMilliseconds,
})

const isSame = (a: Slot, b: Slot) => a.start === b.start && a.end === b.end

/** Moving: shows what a place would cost before anything is saved, asks which occurrences are meant, and saves. */
export function usePlacing(judging: Judging | null) {
  const [placing, setPlacing] = useState<Placing | null>(null)
  const [asking, setAsking] = useState<{ placing: Placing; reason: string } | null>(null)
  const moved = useChange(desk.event.move, {
    said: (answer) => `Moved ${answer.event.title}`,
    loud: true,
    onDone: () => setPlacing(null),
  })
  const cost: Cost | null = placing && (judging?.cost(placing.event.key, placing.slot) ?? null)
  const instead = useMemo(
    () => (placing && judging ? judging.instead(placing.event.key, placing.slot) : null),
    [placing, judging],
  )

  const save = ({ event, slot }: Placing, extent: Extent, reason: string) =>
    moved.mutate(
      {
        eventId: event.eventId,
        recurrenceId: event.recurrenceId,
        extent,
        when: whenOf(event, slot),
        ...(reason !== '' && { anyway: { reason } }),
      },
      { onError: () => setPlacing(null) },
    )
  const book = (one: Placing, reason: string) => {
    if (isSame(one.slot, slotOf(one.event))) return setPlacing(null)
    if (one.event.repeats && one.event.recurrenceId !== null) setAsking({ placing: one, reason })
    else save(one, 'all', reason)
  }
  return {
    placing,
    cost,
    asking: asking !== null,
    busy: moved.isPending,
    /** The cheapest other time that week; null where none costs less. */
    instead,
    /** Taken up by keys where it stands. */
    lift: (event: OccurrenceView) => setPlacing({ event, slot: slotOf(event), by: 'keys' }),
    /** By so many minutes on the clock of the zone the desk reads; a day is a day, whatever the clocks do. */
    shift: (zone: string, by: { days?: number; minutes?: number }) =>
      setPlacing((was) => was && { ...was, slot: shifted(was.slot, zone, by) }),
    /** Dropped somewhere: saved at once where it costs nothing, else shown with its cost. */
    drop(event: OccurrenceView, slot: Slot) {
      const one: Placing = { event, slot, by: 'drag' }
      setPlacing(one)
      if ((judging?.cost(event.key, slot)?.worse.length ?? 0) === 0) book(one, '')
    },
    use: (slot: Slot) => placing && book({ ...placing, slot }, ''),
    book: (reason: string) => placing && book(placing, reason),
    stop: () => setPlacing(null),
    answer(extent: Extent) {
      if (asking) save(asking.placing, extent, asking.reason)
      setAsking(null)
    },
    stopAsking() {
      setAsking(null)
      setPlacing(null)
    },
  }
}

function shifted({ start, end }: Slot, zone: string, by: { days?: number; minutes?: number }): Slot {
  const from = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).add(by).epochMilliseconds
  return { start: from, end: from + (end - start) }
}

/** The time on the wall of the zone the event was written in; a floating event stays floating. */
function whenOf(event: OccurrenceView, { start, end }: Slot) {
  const deskZone = Temporal.ZonedDateTime.from(event.start).timeZoneId
  const local = (at: number, zone: string | null) =>
    Temporal.Instant.fromEpochMilliseconds(at)
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
