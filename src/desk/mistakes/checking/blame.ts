import { apologies, excuses, frames, machineActs, machines, owning, promises, turns } from './lexicon/phrases.ts'
import type { CheckFacts, Said } from './model.ts'
import { contentOf, found, plain, sentencesOf } from './text.ts'

const hits = (shape: RegExp, text: string): string[] => [...text.matchAll(shape)].map(([hit]) => hit.trim())

/** Whether the blame is moved to others, to technology, to circumstances or to the reader. */
export function blameOf(message: string, facts: CheckFacts): Said {
  const known = wordsOf(facts)
  const sentences = sentencesOf(message)
  const signs = sentences.flatMap((sentence) => signsIn(sentence, facts, known))
  const owned = hits(owning, plain(message))
  const strange = sentences.filter((sentence) => isStrange(sentence, facts, known))
  const turned = turns.test(plain(message))
  const isTurned = sentences.some(
    (one) => turns.test(plain(one)) && signsIn(one, facts, known).length > 0 && pointsAway(one, facts),
  )
  const pointed = sentences.filter((one) => signsIn(one, facts, known).length > 0 && pointsAway(one, facts)).length
  const isNamed = sentences.some((one) => signsIn(one, facts, known).length > 0 && namesAny(one, facts))
  if (pointed > 0 && (signs.length > 1 || isTurned || (isNamed && (owned.length === 0 || turned))))
    return { answer: 'yes', read: signs.slice(0, 3), why: 'It gives somebody or something else a part in it.' }
  if (signs.length > 0) return { answer: 'cannot tell', read: signs, why: 'It may give something else a part in it.' }
  const beside = sentences.filter(
    (sentence) => !isFact(sentence, facts) && namesAnother(sentence, facts, wordsOfTouched(facts)),
  )
  if (beside.length > 0)
    return { answer: 'cannot tell', read: beside.slice(0, 2), why: 'It speaks of others who had a hand in it.' }
  if (owned.length > 0 && strange.length === 0 && !turnedAside.test(plain(message)))
    return { answer: 'no', read: owned.slice(0, 2), why: 'It says whose fault it is, and nobody else’s.' }
  return { answer: 'cannot tell', read: strange.slice(0, 2), why: 'There is more in it than the facts say.' }
}

/** A sentence that turns away from what was said before it. */
const turnedAside =
  /(?:^|[.!?] )(?:but|still|yet|then again|mind you|even so|well)\b|\b(?:however|though|although|honestly|frankly|granted|admittedly|to be (?:honest|fair|frank|candid)|in truth|in fact)\b|\?/

/** Whom it touched, by their words: to name them blames nobody. */
const wordsOfTouched = ({ touched, askedBy, owner }: CheckFacts): string[] =>
  [...touched, askedBy, owner].flatMap(contentOf)

/** Every word of the facts. */
const wordsOf = ({ asked, done, putRight, steps, touched, owner, askedBy }: CheckFacts): string[] =>
  [asked, done, putRight, owner, askedBy, ...touched, ...steps.map(({ words }) => words)].flatMap(contentOf)

/** A sentence that names somebody or something who had a hand in it: whether it is blamed takes more than words to tell. */
const namesAnother = (sentence: string, { others }: CheckFacts, known: readonly string[]): boolean => {
  const words = contentOf(sentence)
  return others.some((one) => contentOf(one).some((part) => words.includes(part) && !known.includes(part)))
}

/** Somebody or something stands in a sentence who may have done it: one the facts name, a machine, or “they”. */
const pointsAway = (sentence: string, facts: CheckFacts): boolean =>
  namesAny(sentence, facts) || anybodyElse.test(plain(sentence))

const namesAny = (sentence: string, { others }: CheckFacts): boolean => {
  const words = contentOf(sentence)
  return (
    others.some((one) => contentOf(one).some((part) => words.includes(part))) ||
    hits(machines, plain(sentence)).length > 0
  )
}
const anybodyElse =
  /\b(?:he|she|they|their|them|nobody|no one|anyone|anybody|someone|somebody|one (?:can|could|might|had|would)|people|you (?:only|never|might|could|should|had|did not|didn't|gave|changed|were)|as you|your (?!note|request|brief|trust|patience|time))\b|\b(?:the|this|that|those|these|our|a) [\p{L}-]+(?: [\p{L}-]+)?(?:,? however,?)? (?:is|are|was|were|does|did|do|has|had|would|will|can|could|might|keeps?|never|makes?|made)\b/u

/** “I keep looking”, “… and did not read it”: whoever writes does it, and moves nothing. */
const isOwnDoing = (text: string, hit: string): boolean => {
  if (!/^(?:do|did|does|don|didn|keep|kept|could|might|can|has |had |have |was |were |is )/.test(hit)) return false
  const before = text.slice(0, text.indexOf(hit))
  const subject = [
    ...before.matchAll(
      /\b(i|we|you|he|she|they|it|nobody|who|which)\b(?!')|\b(?:the|our|your|their|his|her) [\p{L}-]+(?= (?:[\p{L}-]+ )?$)/gu,
    ),
  ].at(-1)?.[0]
  return subject === 'i' || subject === 'we'
}
/** “It excuses nothing”, “they are not to blame”: an excuse that is taken back. */
const takenBack =
  /\b(?:no excuses?|excuses? (?:nothing|none)|not an excuse|(?:does not|doesn't|do not|don't|cannot|can't) excuse|not (?:to blame|at fault)|(?:not|never|nor) (?:the fault of|their fault|his fault|her fault|your fault)|blame (?:nobody|no one|none)|nobody else's|no one else's)\b/

/** What in a sentence is built as an excuse, or names a machine that the facts do not. */
function signsIn(sentence: string, facts: CheckFacts, known: readonly string[]): string[] {
  if (isFact(sentence, facts)) return []
  const text = plain(sentence)
  const blamed =
    hits(promises, text).length > 0
      ? []
      : hits(machines, text).filter(
          (one) => found(contentOf(one), known).has.length === 0 && machineActs(one).test(text),
        )
  const sorry = hits(apologies, text).length > 0 && !turns.test(text)
  if (takenBack.test(text)) return []
  const said = hits(excuses, text).filter((one) => !isOwnDoing(text, one))
  return [...said.filter((one) => !sorry || !/^(?:the |kept |with )/.test(one)), ...blamed]
}

/** A sentence that says what the facts say of what was put right, or of a step. */
const isFact = (sentence: string, { putRight, steps }: CheckFacts): boolean => {
  const words = contentOf(sentence)
  const share = (fact: string) => found(words, contentOf(fact)).has.length / Math.max(1, new Set(words).size)
  return [putRight, ...steps.map(({ words: step }) => step)].some((fact) => fact !== '' && share(fact) >= 0.5)
}

const mostStray = 2

/** A sentence that says more than the facts do, and neither apologises, owns nor promises. */
function isStrange(sentence: string, facts: CheckFacts, known: readonly string[]): boolean {
  const text = plain(sentence)
  if ([apologies, owning, promises, frames].some((shape) => hits(shape, text).length > 0)) return false
  const { lacks, has } = found(contentOf(sentence), known)
  const named = facts.others.some((one) => contentOf(one).some((part) => contentOf(sentence).includes(part)))
  return lacks.length > mostStray && (named || lacks.length > has.length)
}
