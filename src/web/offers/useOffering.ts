import { useState } from 'react'
import { spanWords } from '../dates.ts'
import { newOffer, type OfferForm, type Pick, toggled } from './draft.ts'

/** Times being offered from the calendar: the fields, and what was chosen so far. */
export function useOffering(zone: string, begun: OfferForm | null) {
  const [form, setForm] = useState<OfferForm | null>(begun)
  const [picks, setPicks] = useState<readonly Pick[]>([])
  return {
    form,
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
