import { expect, test } from 'vitest'
import { cluesOf } from './clues.ts'
import { leaksIn, nobody } from './find.ts'
import type { PrivateItem } from './reads.ts'
import { background } from './testing.ts'

const stops = (
  item: Omit<PrivateItem, 'id'>,
  reader: string,
  text = 'She is at Kelterwood on Tuesday at six.',
): boolean =>
  leaksIn(text, cluesOf([{ id: 'private', ...item }], [], background), {
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
  ['a rank before a name is no part of it', of('Term sheet', ['Detective Inspector Anna Vey']), 'Anna Vey', false],
  ['nor what follows one', of('Term sheet', ['Anna Vey Hanım']), 'Anna Vey', false],
  ['nor is what is said in brackets', of('Term sheet', ['Anna Vey (ret.)']), 'Anna Vey', false],
  ['a word of every day may be a first name', of('May Vey', ['May Vey']), 'May Vey', false],
  ['of whom only one name is kept, a rank tells who', of('Term sheet', ['Mr Justice Ruud']), 'Justice Ruud', false],
  ['and nobody else of that name', of('Term sheet', ['Justice Ruud']), 'Tom Ruud', true],
  ['whom a post is offered that another loses', of('Anna Vey', ['Anna Vey'], 'to replace Tom Ruud'), 'Anna Vey', false],
  ['not who loses it to another', of('Anna – talk', ['Anna Vey'], 'to be replaced by Tom Ruud'), 'Anna Vey', true],
  ['nor who loses it somewhere', of('Anna – talk', ['Anna Vey'], 'dismissal at Harrow'), 'Anna Vey', true],
  ['who is said alone to know', of('Interview', ['Anna Vey'], 'nobody at the bank but Vey'), 'Anna Vey', false],
  ['not who does not', of('Interview', ['Anna Vey'], 'nobody may tell Anna but Tom'), 'Anna Vey', true],
  ['who makes what surprises another', of('Cake', ['Anna Vey'], 'surprise for his wife Marlene'), 'Anna Vey', false],
  ['or surprises many', of('Cake', ['Anna Vey'], 'surprise for the whole staff'), 'Anna Vey', false],
  ['not who may be that wife', of('Cake', ['Anna Vey'], 'surprise for his wife'), 'Anna Vey', true],
  ['nor whom a feast is for', of('Cake', ['Anna Vey'], 'surprise for New Year'), 'Anna Vey', true],
])('%s', (_, item, reader, isStopped) => {
  expect(stops(item, reader)).toBe(isStopped)
})

test('whose house a surprise is made in is not whom it is for', () => {
  const ring = {
    title: 'Ring for Marlene',
    place: 'Vey’s, Kelterwood',
    people: ['Anna Vey'],
    notes: 'surprise for her mother',
  }
  expect(stops(ring, 'Anna Vey')).toBe(false)
  expect(stops({ ...ring, title: 'Ring' }, 'Anna Vey')).toBe(false)
  expect(stops({ ...ring, title: 'Ring for Anna' }, 'Anna Vey')).toBe(true)
})

test('what an item says that they know is no news to them in the place or the notes of another', () => {
  const known = { id: 'known', ...of('Project Thornquist', ['Anna Vey']) }
  const other = {
    id: 'other',
    title: 'Quiet talk',
    place: 'Alder Room, Kelterwood',
    people: ['Tom Ruud'],
    notes: 'for Thornquist',
  }
  const found = (text: string, reader: string) =>
    leaksIn(text, cluesOf([known, other], [], background), { ...nobody, names: [reader], reader: [reader] })
  const text = 'She has Thornquist at Kelterwood on Tuesday.'
  expect(found(text, 'Anna Vey')).toEqual([])
  expect(found(text, 'Ilse Brandt')).not.toEqual([])
  expect(found('She is at Kelterwood on Tuesday, in the Alder Room.', 'Anna Vey')).not.toEqual([])
})

test('the two names of a reader, written beside each other, are no other word', () => {
  expect(stops(of('Viewing', ['Tom Ruud']), 'Vie Wing', 'Vie Wing, she has you on Monday.')).toBe(false)
})
