import * as z from 'zod'
import { carrying, paperKinds } from '../../../plan/segment.ts'
import { datesWords, dateWords, kindNames, statusOf, zonedWords } from '../itinerary/words.ts'
import type { SegmentView, TripView } from '../model.ts'

const few = (most: number) => z.string().trim().max(most).default('')
const country = z.string().regex(/^[A-Z]{2}$/, 'A country is two letters, as CH')

/** What a desk keeps for an emergency on any trip; '' is what nobody has put on file. */
export const cardDraft = z.object({
  /** Insurer, policy and the number to ring. */
  insurance: few(1000),
  /** Whom to ring at the desk: "Ines Marlow, +44 20 7946 0102". */
  reach: few(200),
  /** When they answer, on the clocks of the desk: "Mon–Fri 07:30–19:00, at other times the same number". */
  hours: few(200),
  /** Next of kin: people the desk knows, in the order in which they are rung. */
  kin: z.array(z.uuid()).max(10).default([]),
  /** The embassy of the traveller in a country, and how it is reached. */
  embassies: z
    .array(z.object({ country, words: z.string().trim().min(1).max(300) }))
    .max(60)
    .default([]),
})
export type CardDraft = z.infer<typeof cardDraft>
export const noCard: CardDraft = { insurance: '', reach: '', hours: '', kin: [], embassies: [] }

const named = z.object({ name: z.string(), words: z.string().nullable() })

/** Everything but its title is null where it is not on file: the sheet says so, and makes nothing up. */
export const emergencyView = z.object({
  title: z.string(),
  dates: z.string(),
  travellers: z.array(
    z.object({
      name: z.string(),
      papers: z
        .array(
          z.object({
            kind: z.enum(paperKinds),
            country: z.string().nullable(),
            /** "Sun 4 Mar 2029" */
            until: z.string().nullable(),
            /** For those alone who may see it here; on nothing that leaves by a link. */
            number: z.string().nullable(),
          }),
        )
        .nullable(),
    }),
  ),
  insurance: z.string().nullable(),
  desk: z.object({ reach: z.string().nullable(), hours: z.string().nullable(), zone: z.string() }),
  kin: z.array(named),
  stays: z.array(
    z.object({
      title: z.string(),
      when: z.string().nullable(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
    }),
  ),
  embassies: z.array(named),
  bookings: z.array(
    z.object({
      title: z.string(),
      when: z.string().nullable(),
      provider: z.string().nullable(),
      reference: z.string().nullable(),
      phone: z.string().nullable(),
    }),
  ),
  asOf: z.string(),
})
export type EmergencyView = z.infer<typeof emergencyView>

type Papers = EmergencyView['travellers'][number]['papers']
/** Papers of a traveller; null: nobody has said which there are, or whoever asks may not know. */
export type PapersOf = (traveller: TripView['travellers'][number]) => Papers

export type Known = {
  /** Null: it is not for whoever asks. */
  readonly card: CardDraft | null
  readonly papers: PapersOf
  /** People to ring, with a number where one is on file. */
  readonly kin: EmergencyView['kin']
  /** Countries the trip goes to, by code and name. */
  readonly countries: readonly { readonly country: string; readonly name: string }[]
  readonly hidden: ReadonlySet<string>
  readonly asOf: string
}

/** What somebody needs who has to find, help or replace the traveller; what is not on file is null. */
export function emergencyFor(trip: TripView, { card, papers, kin, countries, hidden, asOf }: Known): EmergencyView {
  const held = trip.segments.filter(({ id, status }) => !hidden.has(id) && statusOf(status) !== 'off')
  return {
    title: trip.title,
    dates: datesWords(trip.from, trip.until),
    travellers: trip.travellers.map((one) => ({ name: one.name, papers: papers(one) })),
    insurance: some(card?.insurance),
    desk: { reach: some(card?.reach), hours: some(card?.hours), zone: trip.zone },
    kin,
    stays: held.filter(({ kind }) => kind === 'stay').map(stayOf),
    embassies: countries.map(({ country: code, name }) => ({
      name,
      words: card?.embassies.find((one) => one.country === code)?.words ?? null,
    })),
    bookings: held.filter(({ kind, status }) => kind !== 'free' && status !== 'intended').map(bookingOf),
    asOf,
  }
}

const some = (words: string | undefined): string | null => (words === undefined || words === '' ? null : words)

type End = SegmentView['from']
const endWords = ({ at, local }: End): string | null => {
  if (at !== null) return zonedWords(at)
  if (local === null) return null
  const [on = local, clock] = local.split('T')
  return clock === undefined ? dateWords(on) : `${dateWords(on)}, ${clock.slice(0, 5)} (zone not known)`
}

const stayOf = ({ from, to, phone, title }: SegmentView): EmergencyView['stays'][number] => ({
  title: from.place ?? to.place ?? title,
  when: between(from, to),
  address: from.address ?? to.address,
  phone,
})

const between = (from: End, to: End): string | null => {
  const both = [endWords(from), endWords(to)].filter((words) => words !== null)
  if (both.length === 0) return null
  const isOneZone = both.length === 2 && from.zone === to.zone && from.at !== null && to.at !== null
  return (isOneZone ? [both[0]?.replace(/ \([^)]*\)$/, ''), both[1]] : both).join(' – ')
}

const bookingOf = ({ kind, title, from, to, provider, confirmation, phone }: SegmentView) => ({
  title: title.startsWith(kindNames[kind]) || carrying.has(kind) ? title : `${kindNames[kind]}: ${title}`,
  when: between(from, to),
  provider,
  reference: confirmation,
  phone,
})
