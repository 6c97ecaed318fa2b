import type { Part } from '../../../partnership/agreement/model.ts'
import type { Values } from '../../../partnership/knowing/model.ts'

/** What whoever lays the sample out has put into words: the other has still to sign it. */
export const agreedSentences: readonly { readonly part: Part; readonly sentence: string }[] = [
  {
    part: 'communication',
    sentence: 'What is urgent is said by phone; everything else has a date and says what done means.',
  },
  { part: 'decisions', sentence: 'A question that is asked as a decision is answered within a working day.' },
]

/** What was filled in of the first weeks' questions, for the executive's yes. */
export const filledIn: readonly { readonly question: string; readonly values: Values; readonly note: string }[] = [
  {
    question: 'mornings',
    values: { from: '08:00', days: ['MO', 'TU', 'WE', 'TH', 'FR'], firm: 'avoid' },
    note: 'The walk to school comes first.',
  },
  { question: 'news', values: { soon: 'once', how: 'voice' }, note: '' },
]
