import type * as z from 'zod'
import type { assists, contactDraft, personDraft } from '../../../people/model.ts'
import { harlan, person, rosalind, zurich } from '../cast/model.ts'

/** Somebody, who assists them and how, and what was noted after contacts with the assistant. */
export type SampleAssisted = {
  readonly person: z.input<typeof personDraft>
  readonly assistant: z.input<typeof personDraft>
  readonly turn: Omit<z.input<typeof assists>, 'id'>
  readonly lines: readonly Omit<z.input<typeof contactDraft>, 'personId'>[]
}

const chicago = 'America/Chicago'
export const luca = person('Luca Frei', 'harbour-vale')
export const bea = person('Bea Lindqvist', 'tallow-foods')

/** Two who arrange the meetings of those the sample waits for, seen from `today`. */
export const assistedFor = (today: Temporal.PlainDate): readonly SampleAssisted[] => {
  const before = (days: number) => today.subtract({ days }).toString()
  return [
    {
      person: { name: rosalind.name, addresses: [rosalind.address], organisation: 'Harbour & Vale', zone: zurich },
      assistant: {
        name: luca.name,
        addresses: [luca.address],
        organisation: 'Harbour & Vale',
        zone: zurich,
        ways: {
          days: ['MO', 'TU', 'WE', 'TH', 'FR'],
          from: '07:30',
          until: '16:30',
          channel: 'mail',
          pace: 'day',
          helps: 'Three times in one mail, on the clocks of Zurich',
        },
      },
      turn: {},
      lines: [
        { kind: 'they-helped', words: 'Moved the audit call at an hour’s notice for us', on: before(12) },
        { kind: 'we-helped', words: 'Found their chair a room at Finsbury Sq', on: before(30) },
        { kind: 'tip', words: 'Rosalind decides on Tuesdays: ask before then', on: before(5) },
      ],
    },
    {
      person: { name: harlan.name, addresses: [harlan.address], organisation: 'Tallow Foods', zone: chicago },
      assistant: {
        name: bea.name,
        addresses: [bea.address],
        organisation: 'Tallow Foods',
        zone: chicago,
        ways: {
          days: ['MO', 'TU', 'WE', 'TH'],
          from: '08:00',
          until: '15:00',
          channel: 'page',
          pace: 'hour',
          helps: 'Takes a time on the page at once; ring her only when it burns',
        },
      },
      turn: { days: ['MO', 'TU', 'WE', 'TH', 'FR'] },
      lines: [
        { kind: 'tip', words: 'Never the first half hour: she sorts the post of the plant', on: before(9) },
        { kind: 'thanks', words: 'A card for the night of the lobby', on: before(3) },
      ],
    },
  ]
}
