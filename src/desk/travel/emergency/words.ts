import type { Json } from '../../act.ts'
import type { EntryWords } from '../../journal/words.ts'

const names: { readonly [field: string]: string } = {
  insurance: 'the insurance',
  reach: 'whom to ring',
  hours: 'the hours of the desk',
  kin: 'next of kin',
  embassies: 'embassies',
}
const listed = (what: Json | undefined): string =>
  Array.isArray(what)
    ? what
        .map((one) => names[String(one)] ?? '')
        .filter((one) => one !== '')
        .join(', ')
    : ''

/** Sentences of what is kept for an emergency, for the journal; never what it says. */
export const emergencyWords: EntryWords = {
  'emergency.keep': (v) => `Put on file for an emergency: ${listed(v.what)}`,
}
