import { expect, test } from 'vitest'
import { cluesOf } from './clues.ts'
import { leaksIn, nobody } from './find.ts'
import { background } from './testing.ts'

const item = (id: string, title: string, place: string | null = null, people: string[] = []) => ({
  id,
  title,
  place,
  people,
  notes: '',
})
const clues = cluesOf(
  [
    item('teeth', 'Dentist'),
    item('eyes', 'Eye test'),
    item('code', 'Project Kingfisher'),
    item('home', 'Viewing', 'Maplehurst'),
    item('cycle', 'IVF consult'),
    item('care', '安養院'),
    item('psy', 'Terapia', null, ['Wysznacka']),
    item('list', 'List review – the seven', 'Grebegate 14', ['Ansgar Pilworth']),
    item('claim', 'Q.T. complaint', 'Hornbeam Chapel'),
    item('group', 'Monday circle'),
    item('folk', 'Supper', null, ['Benedict Thrale']),
    item('heir', 'Projekt Ostrava', null, ['Marshal Grebe']),
    item('nurse', 'Nurse Quillane'),
    item('salon', 'Elmas Hanım', 'Yıldıran Konağı'),
    item('plea', 'Zeugenstandsgesuch'),
    item('exit', 'Departure of Borell Vastane', null, ['Tove Lind']),
    item('bay', 'Talk', 'Ridley Bureau, top floor'),
    item('hire', 'Chase Pelle – offer', null, ['Chase Pelle']),
    item('den', 'Father', 'Ashdell'),
    item('spa', 'Cure', 'Aubiac'),
    item('plot', 'Besichtigung, 14 Ulmenried', '14 Ulmenried'),
  ],
  [
    { id: 'walk', words: 'Charity walk\nMaplehurst', people: [] },
    { id: 'rota', words: 'Rota', people: ['Hesper Thrale'] },
    { id: 'loan', words: 'Chase Lowell Bank, treasury', people: ['Brent Fisk', 'Ilse Pell'] },
    { id: 'trip', words: 'Ostrava plant', people: ['Brent Fisk'] },
  ],
  background,
)
const known = { ...nobody, names: ['Harriet Ackerthwaite'] }
const found = (text: string) => leaksIn(text, clues, known).map(({ words }) => words)

test.each([
  ['an ordinary word of which it says who and when', 'She is at the dentist on Wednesday.', 'dentist'],
  ['an ordinary word of the executive by name', 'On Wednesday until nine Harriet has the dentist.', 'dentist'],
  ['two ordinary words of which it says who and when', 'Start without her, she has an eye test at nine.', 'eye test'],
  ['an ordinary word in a line of a day sheet', '09.00 Dentist', 'Dentist'],
  ['a place that is openly used, where it says who and when', 'On Friday she goes to Maplehurst.', 'Maplehurst'],
  ['a code name misspelt', 'She has Kingfihser on Thursday.', 'Kingfihser'],
  ['a code name in the name of a file', 'Print kingfisher-prices.pdf for Thursday.', 'kingfisher'],
  ['a word where nothing stands between words', '週五先送她去安養院看媽媽', '週五先送她去安養院看媽媽'],
  ['two words of the trade that are a title, where it says when', 'Keep Thursday for the list review.', 'list review'],
  ['a title of initials', 'The Q.T. complaint notes went along.', 'Q.T. complaint'],
  ['a title in the name of a file', 'Next to list_review.xlsx is yours.', 'list_review'],
  ['a title with a hyphen', 'Who named the channel list-review?', 'list-review'],
  ['a surname that is openly another’s, where it says who and when', 'She dines with Thrale on Friday.', 'Thrale'],
  ['a code name in another language, both misspelt', 'who pays for projet Ostrawa?', 'projet Ostrawa'],
  ['an initial in a title in the name of a file', 'I sent departure_B_Vastanne.pdf.', 'departure_B_Vastanne'],
  ['two words of a place of which one is misspelt', 'He has to be at Ridley Bureu by ten.', 'Ridley Bureu'],
  [
    'a name of which one part is openly said',
    'Brent Fisk: on Friday it is Chayse Pellz, not Chase Lowell Bank.',
    'Chayse Pellz',
  ],
  ['a name split, each part with a capital', 'On Friday she sits with him at Ash Dele.', 'Ash Dele'],
  ['a name that sounds the same and begins otherwise', 'On Friday she goes to Obiac.', 'Obiac'],
  [
    'small letters with an ending of Turkish, where it says when',
    'Yarın yildiran konaginda bekliyorlar.',
    'yildiran konaginda',
  ],
  [
    'a compound that is a title, where nouns have capitals',
    'Wir müssen das verschieben, das Gespräch zum Zeugenstandsgesuch dauert.',
    'Zeugenstandsgesuch',
  ],
  ['a place after an hour', 'Sat 10.40 Ulmenrid', 'Ulmenrid'],
  ['a name misspelt and with an ending', 'Od szóstej siedzi u Wyznackiej, w piątek.', 'Wyznackiej'],
])('is told by %s', (_, text, words) => {
  expect(found(text)).toContain(words)
})

test.each([
  ['an ordinary word alone', 'The logo looks like the sign of a dentist.'],
  ['two ordinary words alone', 'Three boxes of eye test charts came again.'],
  ['a place that is openly used', 'The smell near Maplehurst is gone.'],
  ['a title that says when itself', 'The Monday circle of stones is a drawing.'],
  ['another house of the same street', 'On Friday she is at Grebegate 41, for the haircut.'],
  ['an everyday word in the name of another place', 'Chapel Road is closed on Friday, her car is late.'],
  ['who is greeted, and is called nearly so', 'Dear Mr Pillworth, welcome on Monday.'],
  ['a surname that is openly another’s', 'Thrale asked for chalk.'],
  ['how somebody is addressed', 'Deniz Hanım is here on Friday, she has the list.'],
  ['what somebody is by profession', 'The Marshal comes on Friday, she says.'],
  ['a number that ends a sentence', 'Die Besichtigung der Halle ist bei Tor 2. Helm bringe ich mit.'],
  ['first letters that may mean something else', 'IVF in the list stands for the inlet valve.'],
])('is not told by %s', (_, text) => {
  expect(found(text)).toEqual([])
})
