import type { Audience, Facts, Kept } from '../model.ts'

type Saying = {
  readonly facts: Facts
  readonly label: Kept['label']
  /** The steps that are live, in words. */
  readonly steps: readonly string[]
  readonly owner: { readonly name: string; readonly kind: string }
}

const stopped = (words: string): string => {
  const bare = words.trim().replace(/[.;,\s]+$/, '')
  return bare === '' ? '' : `${bare.charAt(0).toUpperCase()}${bare.slice(1)}.`
}
const inside = (words: string): string => {
  const bare = words.trim().replace(/[.\s]+$/, '')
  return /^\p{Lu}(?=\p{Ll})/u.test(bare) && !/^(I|I’.*)\b/.test(bare)
    ? `${bare.charAt(0).toLowerCase()}${bare.slice(1)}`
    : bare
}

/**
 * What to say, from the facts: one apology, whose fault it is, what was asked and what was done, what is put right, and
 * the steps from now on. The executive hears all of it. A client and a colleague hear of something private only that it
 * went wrong: its words are not theirs.
 */
export function messageFor(audience: Audience, { facts, label, steps, owner }: Saying): string {
  const withheld = label === 'private' && audience !== 'executive'
  const fromAsker = audience === 'executive' && owner.kind !== 'executive'
  const said = [
    'I’m sorry.',
    withheld
      ? 'This is my fault: something was left with me, and I did not do it as I should have.'
      : faultOf(facts, fromAsker),
    withheld ? '' : stopped(facts.putRight),
    steps.length === 0 || withheld ? '' : `From now on: ${steps.map(inside).join('; ')}.`,
  ]
  return said.filter((part) => part !== '').join(' ')
}

/** A question, a thing, or words with a speaker of their own: they stand as they were, and not behind "asked me to". */
const isQuoted = (words: string): boolean =>
  words.trim().endsWith('?') ||
  /^(an?|the|my|our|your|this|that|these|those|no|one|two|three|I|we|you|he|she|they|it|please|can|could|would|will)\b/i.test(
    words.trim(),
  )

/** "you asked me to move the flight", "you asked for “a table by the lake”". */
const askedOf = (words: string, fromAsker: boolean): string =>
  isQuoted(words)
    ? `${fromAsker ? 'you asked for' : 'I was asked for'} “${words.trim().replace(/[.\s]+$/, '')}”`
    : `${fromAsker ? 'you asked me to' : 'I was asked to'} ${inside(words)}`

function faultOf({ asked, done, agent }: Facts, fromAsker: boolean): string {
  const wrong = inside(done.words)
  const first = /^I\b/.test(done.words) ? done.words.replace(/[.\s]+$/, '') : `I got it wrong: ${wrong}`
  const by = agent ? `, through ${agent}, for whom I answer` : ''
  return `This is my fault${by}: ${askedOf(asked.words, fromAsker)}, and ${first}.`
}

/** Whether what is said is for the executive alone, from whom nothing at the desk is private. */
export const isForExecutive = (audience: Audience, to: string, executive: string): boolean => {
  const name = to.trim().toLowerCase()
  const whole = executive.trim().toLowerCase()
  return audience === 'executive' && (name === whole || name === whole.split(/\s+/)[0])
}

/** All three versions. */
export const messagesFor = (saying: Saying): Record<Audience, string> => ({
  executive: messageFor('executive', saying),
  client: messageFor('client', saying),
  colleague: messageFor('colleague', saying),
})
