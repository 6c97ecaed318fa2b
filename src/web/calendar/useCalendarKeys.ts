import type { OccurrenceView } from '../../desk/calendar/model.ts'
import { useVerbs } from '../shell/verbs.ts'
import type { usePlacing } from './usePlacing.ts'
import { type CalendarView, viewKeys, viewNames } from './views.ts'

type Keys = {
  readonly zone: string
  readonly events: readonly OccurrenceView[]
  readonly move: ReturnType<typeof usePlacing>
  readonly go: (steps: number) => void
  readonly goToday: () => void
  readonly look: (view: CalendarView) => void
  readonly add: () => void
  readonly offer: () => void
}

/** The event the keyboard is on, else the one whose panel is open. */
function eventAtHand(events: readonly OccurrenceView[]): OccurrenceView | undefined {
  const focused = document.activeElement
  const key = focused?.querySelector('[data-key]') ?? focused?.closest('[data-key]')
  const wanted = key?.getAttribute('data-key')
  return events.find((event) => event.key === wanted && !event.allDay && !event.cancelled)
}

/** The keys of the calendar: to look about, and, once an event is taken up, to carry it over the days. */
export function useCalendarKeys({ zone, events, move, go, goToday, look, add, offer }: Keys): void {
  const carry = (id: string, words: string, key: string, by: { days?: number; minutes?: number }) => ({
    id,
    words,
    keys: [key],
    repeats: true,
    run: () => move.shift(zone, by),
  })
  const carrying = [
    carry('a-day-earlier', 'A day earlier', 'ArrowLeft', { days: -1 }),
    carry('a-day-later', 'A day later', 'ArrowRight', { days: 1 }),
    carry('earlier-that-day', 'A quarter of an hour earlier', 'ArrowUp', { minutes: -15 }),
    carry('later-that-day', 'A quarter of an hour later', 'ArrowDown', { minutes: 15 }),
  ]
  const looking = [
    { id: 'earlier', words: 'Earlier', keys: ['ArrowLeft'], run: () => go(-1) },
    { id: 'later', words: 'Later', keys: ['ArrowRight'], run: () => go(1) },
    { id: 'now', words: 'Now', keys: ['.'], run: goToday },
    ...(Object.keys(viewNames) as CalendarView[]).map((one) => ({
      id: `view-${one}`,
      words: viewNames[one],
      keys: [viewKeys[one]],
      run: () => look(one),
    })),
    { id: 'add', words: 'Add an event', keys: ['n'], of: 'event.add' as const, run: add },
    { id: 'offer-times', words: 'Offer times', keys: ['f'], of: 'hold.offer' as const, run: offer },
    {
      id: 'take-up',
      words: 'Take up the event in focus, to move it by the arrow keys',
      keys: ['g'],
      of: 'event.move' as const,
      run: () => {
        const event = eventAtHand(events)
        if (event) move.lift(event)
      },
    },
  ]
  useVerbs(move.placing ? carrying : looking)
}
