import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../client.ts'
import { spanWords } from '../dates.ts'
import { knownOf, newOffer, type OfferForm, type Pick, toggled } from './draft.ts'

type Which = { readonly eventId: string; readonly recurrenceId: string | null }

/** Times being offered from the calendar: the fields, and what was chosen so far. `moving`: a meeting one of them shall move. */
export function useOffering(zone: string, begun: OfferForm | null, moving: Which | null) {
  const [kept, setForm] = useState<OfferForm | null>(null)
  const [picks, setPicks] = useState<readonly Pick[]>([])
  const input = { eventId: moving?.eventId ?? '', ...(moving?.recurrenceId && { recurrenceId: moving.recurrenceId }) }
  const meeting = useQuery({ ...ask.event.show.queryOptions({ input }), enabled: moving !== null }).data?.event
  const first = moving ? begun && meeting && { ...begun, ...knownOf(meeting) } : begun
  return {
    form: kept ?? first ?? null,
    /** The meeting that moves, once it is known. */
    moves: moving && meeting ? { ...moving, title: meeting.title } : null,
    picks,
    onForm: setForm,
    onPicks: setPicks,
    begin: (on: Temporal.PlainDate, today: Temporal.PlainDate) => setForm((was) => was ?? newOffer(on, today)),
    /** A time painted on the calendar, as long as it was painted. */
    paint(start: Temporal.Instant, end: Temporal.Instant) {
      const text = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toString({ smallestUnit: 'second' })
      const pick = { start: text(start), end: text(end), words: spanWords(text(start), text(end)) }
      setPicks((was) => toggled(was, pick))
    },
    stop() {
      setForm(null)
      setPicks([])
    },
  }
}
