import type { Json } from '../act.ts'
import type { EntryWords } from '../journal/words.ts'

const names: Readonly<Record<string, string>> = {
  executive: 'the executive',
  zone: 'the zone',
  home: 'the home place',
  country: 'the country whose holidays are kept',
  singleKeys: 'single-letter keys',
}
const said = (value: Json | undefined) => (value === true ? 'on' : value === false ? 'off' : (value ?? 'not set'))

/** Why a change is not made that was thought of when the desk was otherwise. */
export const movedOn = (name: string, now: Json) => `Meanwhile ${names[name]} is ${said(now)}.`

export const authorityWords: EntryWords = {
  'desk.found': ({ executive }) => `Opened the desk of ${executive}`,
  'desk.join': ({ name, kind }) =>
    `${name} sat down at the desk as ${kind === 'executive' ? 'the executive' : 'an assistant'}`,
  'desk.change': (values) => {
    const changes = Object.keys(names).filter((name) => Object.hasOwn(values, name))
    if (changes.length === 0) return 'Kept the desk as it is'
    return `Changed the desk: ${changes.map((name) => `${names[name]} is now ${said(values[name])}`).join(', ')}`
  },
}
