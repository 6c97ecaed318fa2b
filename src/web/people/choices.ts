import type { ContactKind, Ways } from '../../desk/people/model.ts'
import { channelWords, kindWords, paceWords } from '../../desk/people/words.ts'

const choicesOf = <T extends string>(words: Record<T, string>, none: string) =>
  (Object.keys(words) as T[]).map((value) => ({ value, words: words[value] === '' ? none : words[value] }))

export const channelChoices = choicesOf<Ways['channel']>(channelWords, 'not known')
export const paceChoices = choicesOf<Ways['pace']>(paceWords, 'not known')
export const kindChoices = choicesOf<ContactKind>(kindWords, '')
