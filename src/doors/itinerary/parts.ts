import type { EmergencyView } from '../../desk/travel/emergency/model.ts'
import type { EntryView } from '../../desk/travel/itinerary/model.ts'
import { longDayWords } from '../../desk/travel/itinerary/words.ts'

/** Parts by the day they begin, in order; what has no date stands last. */
export function daysOf(
  entries: readonly EntryView[],
): { readonly name: string; readonly entries: readonly EntryView[] }[] {
  const last = '9999'
  return [...Map.groupBy(entries, ({ on }) => on ?? last)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, those]) => ({ name: on === last ? 'No date yet' : longDayWords(on), entries: those }))
}

type Ends = { readonly from: string; readonly to: string }
const travels: Ends = { from: 'Departs', to: 'Arrives' }
const ends: { readonly [kind in EntryView['kind']]?: Ends } = {
  flight: travels,
  train: travels,
  bus: travels,
  ferry: travels,
  ride: { from: 'Pick-up', to: 'Drop-off' },
  car: { from: 'Taken', to: 'Given back' },
  stay: { from: 'Arriving', to: 'Leaving' },
}

/** What the two ends of a part are called. */
export const endNames = (kind: EntryView['kind']): Ends => ends[kind] ?? { from: 'From', to: 'Until' }

export type EmergencyPart = {
  readonly name: string
  readonly lines: readonly { readonly head: string; readonly rest: readonly string[] }[]
}

const unknown = 'not on file'
const told = (name: string, words: string | null): string => `${name}: ${words ?? unknown}`

/** The sheet in its parts, for the page and for paper alike: whom to ring first. */
export function emergencyParts(view: EmergencyView): EmergencyPart[] {
  const { desk } = view
  const ring = {
    head: desk.reach ?? `The desk: ${unknown}`,
    rest: [told('Hours', desk.hours && `${desk.hours} (${desk.zone})`)],
  }
  return [
    { name: 'Whom to ring at the desk', lines: [ring] },
    {
      name: 'Next of kin',
      lines:
        view.kin.length === 0
          ? [{ head: `Nobody is ${unknown.slice(4)}`, rest: [] }]
          : view.kin.map(({ name, words }) => ({ head: name, rest: [told('Phone', words)] })),
    },
    {
      name: 'Who travels',
      lines: view.travellers.map(({ name, papers }) => ({
        head: name,
        rest: papers === null || papers.length === 0 ? [told('Papers', null)] : papers.map(paperWords),
      })),
    },
    { name: 'Insurance', lines: [{ head: view.insurance ?? `Insurance: ${unknown}`, rest: [] }] },
    {
      name: 'Where they sleep',
      lines: view.stays.map(({ title, when, address, phone }) => ({
        head: title,
        rest: [...(when === null ? [] : [when]), told('Address', address), told('Phone', phone)],
      })),
    },
    {
      name: 'Embassies',
      lines: view.embassies.map(({ name, words }) => ({
        head: name,
        rest: [words ?? `Its embassy there: ${unknown}`],
      })),
    },
    {
      name: 'Bookings',
      lines: view.bookings.map(({ title, when, provider, reference, phone }) => ({
        head: title,
        rest: [when ?? 'Time not known', told('With', provider), told('Reference', reference), told('Phone', phone)],
      })),
    },
  ].filter(({ lines }) => lines.length > 0)
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
const paperWords = ({
  kind,
  country,
  until,
  number,
}: NonNullable<EmergencyView['travellers'][number]['papers']>[number]) =>
  [
    `${capital(kind)}, ${country ?? 'country not known'}`,
    until === null ? 'valid until: not on file' : `valid until ${until}`,
    ...(number === null ? [] : [`number ${number}`]),
  ].join(', ')
