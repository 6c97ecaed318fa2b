import * as z from 'zod'
import { type ContactKind, contactKinds, folded, type Person } from '../model.ts'
import { kindWords } from '../words.ts'

/** One typed line as it was understood; nothing is saved by it. */
export const understood = z.object({
  /** Whom it is about; null: nobody was recognised, or several could be meant. */
  person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  kind: z.enum(contactKinds),
  /** "About Lucas Favre: a favour to us" */
  words: z.string(),
  /** Whom it could be about. */
  could: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
export type Understood = z.infer<typeof understood>

const kinds: readonly (readonly [ContactKind, RegExp])[] = [
  ['thanks', /\b(?:thank(?:s|ed|ing)?|grateful|flowers? (?:to|for)|card (?:to|for))\b/],
  [
    'we-helped',
    /\b(?:we|i) (?:\w+ )?(?:helped|moved|swapped|gave|found|held|lent|did|got|took|sent|saved|covered|booked)\b|\b(?:for|favour to) (?:them|him|her)\b/,
  ],
  [
    'they-helped',
    /\b(?:for|helped|gave|lent|told|sent|saved|let|warned) (?:us|me)\b|\bfavour\b|\bour (?:sake|rescue)\b/,
  ],
  [
    'tip',
    /\b(?:prefers?|likes?|hates?|loves?|never|always|best|better|rather|only|don’?'?t|does not|do not|avoid|tip|before|after|ask for)\b/,
  ],
]

/** What a line is: thanks, a favour of ours or of theirs, a tip, else a note. By its words, and shown before it is kept. */
export const kindOf = (line: string): ContactKind => {
  const text = folded(line)
  return kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'note'
}

type Named = Pick<Person, 'id' | 'name' | 'names' | 'addresses'>

const wholeIn = (name: string, line: string): boolean => {
  const at = line.indexOf(name)
  if (name === '' || at === -1) return false
  const letter = /[\p{L}\d]/u
  return !letter.test(line[at - 1] ?? ' ') && !letter.test(line[at + name.length] ?? ' ')
}

/** Who is named in a line: by address or whole name, else by first or last name alone. */
export function namedIn<P extends Named>(line: string, people: readonly P[]): P[] {
  const text = folded(line)
  const whole = people.filter(({ name, names, addresses }) =>
    [...[name, ...names].map(folded), ...addresses].some((one) => wholeIn(one, text)),
  )
  if (whole.length > 0) return whole
  return people.filter(({ name }) =>
    folded(name)
      .split(' ')
      .some((part) => part.length > 2 && wholeIn(part, text)),
  )
}

/** More who could be meant are no help. */
const mostNamed = 8

/** Who a line is about is named in it, or said beside it; nobody is guessed. */
export function understand(line: string, people: readonly Named[]): Understood {
  const could = line.trim() === '' ? [] : namedIn(line, people).slice(0, mostNamed)
  const kind = kindOf(line)
  const [only] = could.length === 1 ? could : []
  const words = only
    ? `About ${only.name}: ${kindWords[kind]}`
    : could.length === 0
      ? 'Name somebody the desk knows, or choose whom it is about'
      : `Whom is it about: ${could.map(({ name }) => name).join(' or ')}?`
  const named = ({ id, name }: Named) => ({ id, name })
  return { person: only ? named(only) : null, kind, words, could: could.map(named) }
}
