import { expect, test } from 'vitest'
import { cluesOf } from './clues.ts'
import { leaksIn, nobody } from './find.ts'
import type { PrivateItem } from './reads.ts'
import { background } from './testing.ts'

const stops = (item: Omit<PrivateItem, 'id'>, reader: string): boolean =>
  leaksIn('She is at Kelterwood on Tuesday at six.', cluesOf([{ id: 'private', ...item }], [], background), {
    ...nobody,
    names: [reader],
    reader: [reader],
  }).length > 0

const of = (title: string, people: string[], notes = '') => ({ title, place: 'Kelterwood', people, notes })

test.each<[string, ReturnType<typeof of>, string, boolean]>([
  ['who takes part in it knows of it', of('Term sheet', ['Anna Vey']), 'Anna Vey', false],
  ['so does whom a title only says one meets', of('Coffee, Anna', ['Anna Vey']), 'Anna Vey', false],
  ['not whom a complaint is about', of('Complaint, Anna', ['Anna Vey', 'Tom Ruud']), 'Anna Vey', true],
  ['nor whom one is against', of('Interview re A. Vey', ['Anna Vey', 'Tom Ruud']), 'Anna Vey', true],
  ['nor whose post it is', of('Replacing Anna', ['Anna Vey', 'Tom Ruud']), 'Anna Vey', true],
  ['but whoever comes after', of('Replacing Tom', ['Anna Vey', 'Tom Ruud'], 'Anna follows in May'), 'Anna Vey', false],
  ['a doctor in a title knows', of('Dr Vey – biopsy', ['Dr Anna Vey']), 'Anna Vey', false],
  ['and so does their office', of('Dr Vey – biopsy', ['Dr Anna Vey']), 'Dr Vey’s secretary', false],
  ['not somebody else’s', of('Dr Vey – biopsy', ['Dr Anna Vey']), 'Dr Ruud’s secretary', true],
  [
    'nor of whom the notes say that they must not know',
    of('The ring', ['Anna Vey'], 'he means to ask Anna at New Year; she must not know'),
    'Anna Vey',
    true,
  ],
  ['not whom a surprise is for, by its title', of('Surprise for Anna', ['Tom Ruud', 'Anna Vey']), 'Anna Vey', true],
  [
    'nor who stands first, where it names nobody',
    of('Cake', ['Anna Vey', 'Tom Ruud'], 'surprise fortieth'),
    'Anna Vey',
    true,
  ],
  ['whoever helps with a surprise knows', of('Cake', ['Anna Vey', 'Tom Ruud'], 'surprise fortieth'), 'Tom Ruud', false],
  ['as its notes say', of('Surprise for Anna', ['Anna Vey', 'Tom Ruud'], 'Tom brings the band'), 'Tom Ruud', false],
  [
    'unless they say who must not hear',
    of('Surprise for Anna', ['Anna Vey', 'Tom Ruud'], 'Tom must not hear'),
    'Tom Ruud',
    true,
  ],
])('%s', (_, item, reader, isStopped) => {
  expect(stops(item, reader)).toBe(isStopped)
})
