import type * as z from 'zod'
import type { TripView, tripDraft } from '../../desk/travel/model.ts'

export type TripSet = z.input<typeof tripDraft>
export type Traveller = TripView['travellers'][number]
export type Approval = TripView['approvals'][number]
export type Entry = { readonly country: string; readonly visa: TripView['entries'][number]['visa'] }

/** A trip as its fields hold it. */
export type TripForm = Pick<
  TripView,
  'title' | 'purpose' | 'success' | 'why' | 'from' | 'until' | 'cities' | 'budget' | 'label' | 'readers'
> & {
  readonly travellers: readonly Traveller[]
  readonly approvals: readonly Approval[]
  readonly entries: readonly Entry[]
  readonly lastWayHome: string
  readonly calendarId: string
}

/** A new trip: the executive travels, next week, unless told. */
export const newTrip = (executive: string, today: Temporal.PlainDate): TripForm => ({
  title: '',
  purpose: '',
  success: '',
  why: '',
  travellers: [{ name: executive, personId: null, executive: true }],
  from: today.add({ days: 7 }).toString(),
  until: today.add({ days: 8 }).toString(),
  cities: [],
  approvals: [],
  budget: null,
  entries: [],
  lastWayHome: '',
  calendarId: '',
  label: 'desk',
  readers: [],
})

export const tripFormOf = (trip: TripView): TripForm => ({
  title: trip.title,
  purpose: trip.purpose,
  success: trip.success,
  why: trip.why,
  travellers: trip.travellers,
  from: trip.from,
  until: trip.until,
  cities: trip.cities,
  approvals: trip.approvals,
  budget: trip.budget,
  entries: trip.entries.map(({ country, visa }) => ({ country, visa })),
  lastWayHome: trip.lastWayHome ?? '',
  calendarId: trip.calendarId ?? '',
  label: trip.label,
  readers: trip.readers,
})

export const tripSet = (form: TripForm): TripSet => ({
  ...form,
  travellers: [...form.travellers],
  approvals: form.approvals.filter(({ of }) => of.trim() !== ''),
  entries: form.entries.filter(({ country }) => country !== ''),
  lastWayHome: form.lastWayHome.trim() || null,
  calendarId: form.calendarId || null,
})

/** Only what differs from how the form began. */
export function tripChanges(start: TripForm, form: TripForm): Partial<TripSet> {
  const [was, now] = [tripSet(start), tripSet(form)]
  return Object.fromEntries(
    Object.entries(now).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key as keyof TripSet])),
  )
}

/** What the browser can see is wrong, by field; the desk judges the rest. */
export const wrongInTrip = (form: TripForm): { title?: string; until?: string } => ({
  ...(form.title.trim() === '' && { title: 'A trip needs a name.' }),
  ...(form.until < form.from && { until: 'It ends before it begins.' }),
})
