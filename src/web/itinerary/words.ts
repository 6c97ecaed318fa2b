import type { Amount, Reader } from '../../desk/travel/itinerary/lists/model.ts'

export const readerChoices: readonly { readonly value: Reader; readonly words: string }[] = [
  { value: 'traveller', words: 'Whoever travels' },
  { value: 'driver', words: 'A driver' },
  { value: 'host', words: 'A host' },
  { value: 'family', words: 'The family' },
  { value: 'office', words: 'The office' },
]

/** What each of them is told, in a line. */
export const toldWords: Record<Reader, string> = {
  traveller: 'Everything but what it costs, what is noted and what was asked.',
  driver:
    'Their rides, the pick-up point, the landing they wait for, whom they carry. No hotel, no meeting, no reference.',
  host: 'When somebody comes to their place and leaves, who it is, what you ask of them. Nothing from anywhere else.',
  family:
    'Where and when they are reached: flights by number, the hotel and its telephone. No meeting and no reference.',
  office: 'Where they are and when, and what the meetings are called. No reference, no driver, nobody they meet.',
}

export const amountChoices: readonly { readonly value: Amount; readonly words: string }[] = [
  { value: 'full', words: 'All that is for them' },
  { value: 'dates', words: 'Dates and cities alone' },
  { value: 'nothing', words: 'Nothing for now' },
]

export const amountNames: Record<Amount, string> = {
  full: 'shows all that is for them',
  dates: 'shows dates and cities',
  nothing: 'shows nothing',
}

export const readerNames: Record<Reader, string> = {
  traveller: 'travels',
  driver: 'driver',
  host: 'host',
  family: 'family',
  office: 'office',
}
