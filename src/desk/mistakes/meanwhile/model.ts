import type { Kept } from '../model.ts'

/** What of a mistake people write, by what it is called. */
const parts = {
  'what it is called': ({ facts }) => facts.title,
  'what was asked': ({ facts }) => facts.asked.words,
  'who asked': ({ facts }) => facts.askedBy,
  'what was done': ({ facts }) => facts.done.words,
  'what is put right': ({ facts }) => facts.putRight,
  'what cannot be put right': ({ progress }) => progress.cannot,
  'who is touched': ({ facts }) => facts.touched.map(({ words }) => words),
  'what follows': ({ facts }) => facts.follows.map(({ words }) => words),
  'who else had a part in it': ({ facts }) => facts.others,
  'whether it was a stretch': ({ facts }) => facts.stretch,
  'when it took effect': ({ effectAt, mendAt }) => [effectAt.toString(), mendAt.toString()],
} as const satisfies { readonly [part: string]: (of: Kept) => unknown }

export type Part = keyof typeof parts
export const allParts = Object.keys(parts) as readonly Part[]

/** Which of some parts are not as they were, in the order they stand. */
export const changedOf = (was: Kept, is: Kept, among: readonly Part[]): readonly Part[] =>
  allParts.filter(
    (part) => among.includes(part) && JSON.stringify(parts[part](was)) !== JSON.stringify(parts[part](is)),
  )
