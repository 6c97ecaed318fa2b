import type { OffersView } from '../../desk/holds/model.ts'
import type { ThroughView } from '../../desk/people/model.ts'

import { spanWords } from '../dates.ts'

/** The composer's fields, each as its control holds it. */
export type OfferForm = {
  readonly name: string
  readonly address: string
  readonly zone: string
  /** Whose name was typed or chosen; '' for nobody: it goes to them. Null: as the desk's record says. */
  readonly through: string | null
  readonly throughAddress: string
  readonly title: string
  readonly minutes: number
  readonly by: 'video' | 'place' | 'phone'
  readonly place: string
  readonly link: string
  readonly from: string
  readonly to: string
  readonly perDay: string
  readonly expiresOn: string
  readonly expiresTime: string
  readonly nudgeOn: string
  readonly nudgeTime: string
  readonly onSilence: 'free' | 'nudge' | 'keep-first'
}

/** One time to be offered; instants as text, with their offset and zone. */
export type Pick = { readonly start: string; readonly end: string; readonly words: string }

const skipWeekend = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day

/** Half an hour by video in the two weeks from the day looked at; nudged on the next working day, held for one more. */
export function newOffer(
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
  known: Partial<OfferForm> = {},
): OfferForm {
  const tomorrow = skipWeekend(today.add({ days: 1 }))
  const first = Temporal.PlainDate.compare(from, tomorrow) < 0 ? tomorrow : from
  const nudge = skipWeekend(today.add({ days: 1 }))
  return {
    name: '',
    address: '',
    zone: '',
    through: null,
    throughAddress: '',
    title: '',
    minutes: 30,
    by: 'video',
    place: '',
    link: '',
    from: first.toString(),
    to: first.add({ days: 13 }).toString(),
    perDay: '2',
    expiresOn: skipWeekend(nudge.add({ days: 1 })).toString(),
    expiresTime: '18:00',
    nudgeOn: nudge.toString(),
    nudgeTime: '10:00',
    onSilence: 'nudge',
    ...known,
  }
}

/** What the times are looked for by; null while a field is not filled in. */
export function askFor(form: OfferForm, give: readonly string[]) {
  if (!form.minutes || form.from === '' || form.to === '') return null
  return {
    from: form.from,
    to: form.to,
    minutes: form.minutes,
    limit: 9,
    by: form.by,
    overHolds: false,
    give: give.join(','),
    ...(form.perDay !== '' && { perDay: Number(form.perDay) }),
    ...(form.name.trim() !== '' && { name: form.name.trim() }),
    ...(form.zone !== '' && { zone: form.zone }),
    ...(form.by === 'place' && form.place.trim() !== '' && { place: form.place.trim() }),
  }
}

/** What is wrong with it, by field; nothing when it can be held. */
export function wrongWith(form: OfferForm, picks: readonly Pick[]): Partial<Record<keyof OfferForm | 'times', string>> {
  return {
    ...(form.name.trim() === '' && { name: 'Say whom they are for.' }),
    ...(form.title.trim() === '' && { title: 'Say what it is about; they will read it.' }),
    ...(form.link.trim() !== '' &&
      !URL.canParse(form.link.trim()) && { link: 'This is not a web address; it should begin with https://' }),
    ...(picks.length === 0 && { times: 'Choose at least one time.' }),
  }
}

/** Who reads it, where it goes through somebody: as was said, else as the record says. */
export const throughOf = (
  form: OfferForm,
  found: ThroughView | undefined,
): { readonly name: string; readonly address: string | null } | null => {
  if (form.through === null) return found?.through ? { name: found.through.name, address: found.through.address } : null
  const name = form.through.trim()
  return name === '' ? null : { name, address: form.throughAddress === '' ? null : form.throughAddress }
}

/** The form with what the record knows of whom it is for, where nothing else was said. */
export const withRecord = (form: OfferForm, found: ThroughView | undefined): OfferForm => ({
  ...form,
  zone: form.zone || (found?.person?.zone ?? ''),
  address: form.address || (found?.person?.address ?? ''),
})

const instantOf = (on: string, time: string, zone: string): string =>
  Temporal.PlainDateTime.from(`${on}T${time}`)
    .toZonedDateTime(zone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })

/** What the outsider is told of the meeting. */
export const meetingOf = (form: OfferForm) => ({
  title: form.title.trim(),
  by: form.by,
  place: form.by === 'place' ? form.place.trim() || null : null,
  link: form.by === 'video' ? form.link.trim() || null : null,
})

/** The form as `hold.offer` takes it; deadlines are on the desk's own clock. */
export function draftOf(
  form: OfferForm,
  picks: readonly Pick[],
  zone: string,
  moves: { readonly eventId: string; readonly recurrenceId: string | null } | null,
  /** Undefined: the record was not read yet, and the desk reads it. */
  through: ReturnType<typeof throughOf> | undefined,
) {
  return {
    to: { name: form.name.trim(), address: form.address.trim() || null, zone: form.zone || null, country: null },
    ...(through !== undefined && { through }),
    meeting: meetingOf(form),
    times: picks.map(({ start, end }) => ({ start, end })),
    expiresAt: instantOf(form.expiresOn, form.expiresTime, zone),
    nudgeAt: form.nudgeOn === '' ? null : instantOf(form.nudgeOn, form.nudgeTime, zone),
    onSilence: form.onSilence,
    eventId: moves?.eventId ?? null,
    recurrenceId: moves?.recurrenceId ?? null,
  }
}

/** Taken up if it was not, else put back. In the order they were chosen, which is the order of preference. */
export const toggled = (picks: readonly Pick[], offer: Pick): readonly Pick[] =>
  picks.some(({ start }) => start === offer.start)
    ? picks.filter(({ start }) => start !== offer.start)
    : [...picks, offer]

export const pickOf = ({ start, end }: OffersView['offers'][number]): Pick => ({
  start,
  end,
  words: spanWords(start, end),
})

type Meeting = {
  readonly title: string
  readonly start: string
  readonly end: string
  readonly place: string | null
  readonly link: string | null
  readonly people: readonly { readonly address: string; readonly name: string | null }[]
}

/** What a meeting that shall move says of itself: whom it is with, about what, how long and where. */
export function knownOf({ title, start, end, place, link, people }: Meeting): Partial<OfferForm> {
  const [first] = people
  const minutes = Temporal.ZonedDateTime.from(start).until(Temporal.ZonedDateTime.from(end), { largestUnit: 'minutes' })
  return {
    title,
    minutes: minutes.minutes,
    name: first ? (first.name ?? first.address) : '',
    address: first?.address ?? '',
    by: place ? 'place' : 'video',
    place: place ?? '',
    link: link ?? '',
  }
}
