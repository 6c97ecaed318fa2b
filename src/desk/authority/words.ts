import type { EntryWords } from '../journal/words.ts'

export const authorityWords: EntryWords = {
  'desk.found': ({ executive }) => `Opened the desk of ${executive}`,
  'desk.join': ({ name, kind }) =>
    `${name} sat down at the desk as ${kind === 'executive' ? 'the executive' : 'an assistant'}`,
  'desk.change': ({ changes }) => `Changed the desk: ${Array.isArray(changes) ? changes.join(', ') : ''}`,
}
