import { acting, emptyPromises, frames, notActing, owning, promises } from './lexicon/phrases.ts'
import type { CheckFacts, Said } from './model.ts'
import { contentOf, found, plain, sentencesOf } from './text.ts'

/** Names of those who had a part in it, by what they are: “Léa Brunel (press officer)” is both. */
const roles = ({ touched, others }: CheckFacts): { name: string[]; role: string[] }[] =>
  [...touched, ...others].flatMap((one) => {
    const [, name, role] = /^(.+?) \((.+)\)$/.exec(one) ?? []
    return name && role ? [{ name: contentOf(name), role: contentOf(role) }] : []
  })

/** What a message says, with the roles of whom it names. */
function saidIn(text: string, facts: CheckFacts): string[] {
  const words = contentOf(text)
  const named = roles(facts).filter(({ name }) => name.some((part) => words.includes(part)))
  return [...words, ...named.flatMap(({ role }) => role)]
}

export type Share = { readonly own: number; readonly all: number; readonly has: string[]; readonly count: number }

/** How much of a fact a text names: of what only this fact says, and of all of it. */
function shareOf(fact: string, other: string, text: readonly string[]): Share {
  const [words, others] = [contentOf(fact), contentOf(other)]
  const unique = [...new Set(words)]
  const own = unique.filter((one) => found([one], others).has.length === 0)
  const part = (of: readonly string[]) => (of.length === 0 ? 1 : found(of, text).has.length / of.length)
  return {
    own: own.length === 0 ? part(unique) : part(own),
    all: part(unique),
    has: found(unique, text).has,
    count: own.length,
  }
}

/** The words of a message in which some stems were found, as they stand there. */
const asWritten = (message: string, stems: readonly string[]): string[] => {
  const words = message.match(/[\p{L}\p{N}][\p{L}\p{N}'’:.,]*[\p{L}\p{N}]|\p{N}/gu) ?? []
  const read = words.filter((word) => found(stems, contentOf(word)).has.length > 0)
  return [...new Set(read)].slice(0, mostRead)
}
const mostRead = 8

const listed = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')
const settled = (answer: Said['answer'], read: string[], why: string): Said => ({ answer, read, why })

const hits = (shape: RegExp, text: string): string[] => [...plain(text).matchAll(shape)].map(([hit]) => hit.trim())

/** What a message tells of what has been, without what it promises. */
const told = (message: string): string =>
  sentencesOf(message)
    .filter(
      (sentence) =>
        hits(promises, sentence).length === 0 ||
        hits(frames, sentence).length > 0 ||
        /\bI (?:\w+ed|sent|put|gave)\b/.test(sentence),
    )
    .join(' ')

/** A figure of the fact stands in the message. */
const hasFigure = (fact: string, message: string): boolean =>
  found(
    contentOf(fact).filter((word) => word.startsWith('#')),
    contentOf(message),
  ).has.length > 0

/** Words of a fact, less those of another, that stand in the message themselves, and are no names: no mere likeness. */
function veryWords(
  fact: string,
  other: string,
  message: string,
  { touched, others, owner, askedBy }: CheckFacts,
): string[] {
  const names = [...touched, ...others, owner, askedBy, fact].flatMap((one) => one.match(/\p{Lu}[\p{L}'-]+/gu) ?? [])
  const idle = [...contentOf(other), ...names.flatMap(contentOf)]
  const said = contentOf(message)
  return contentOf(fact).filter((word) => word !== '#1' && said.includes(word) && !idle.includes(word))
}

const dayNames: ReadonlySet<string> = new Set(
  contentOf(
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december',
  ),
)
/** A figure or a day that only this fact has is not in the message. */
const lacksFigure = (fact: string, other: string, message: string): boolean => {
  const others = contentOf(other)
  const own = contentOf(fact).filter(
    (word) => (/^#(?!1$)/.test(word) || dayNames.has(word)) && found([word], others).has.length === 0,
  )
  return found(own, contentOf(message)).lacks.length > 0
}

/** What a message has of a fact it may have from what was put right. */
const isSaidBy = (putRight: string, fact: string, other: string, has: readonly string[]): boolean => {
  const own = has.filter((word) => found([word], contentOf(other)).has.length === 0 && contentOf(fact).includes(word))
  return found(own, contentOf(putRight)).lacks.length === 0
}

const negative =
  /\b(?:not|never|no|none|nobody|nothing|without|neither|nor|un\w+|bare|blank|forg[eo]t\w*|fail\w*|miss\w*|omit\w*|lack\w*|left)\b|n't\b/
const denies = /\b(?:not|never|no|none|nobody|nothing|without|neither|nor)\b|n't\b/
/** A fact that denies is told by a sentence that denies, and one that affirms by none that says nobody. */
const isAlikeSigned = (fact: string, sentences: string): boolean =>
  denies.test(plain(fact)) ? negative.test(plain(sentences)) : !/\b(?:nobody|no one|none)\b/.test(plain(sentences))

/** What was asked is in one sentence: scattered words of it ask nothing. */
function isInOne(message: string, facts: CheckFacts): boolean {
  const sentences = sentencesOf(told(message))
  return sentences.some((sentence) => shareOf(facts.asked, facts.done, saidIn(sentence, facts)).own >= 0.75)
}

/** Whether the message names what was asked. */
export function askedOf(message: string, facts: CheckFacts): Said {
  const { own, all, has, count } = shareOf(facts.asked, facts.done, saidIn(told(message), facts))
  const framed = hits(frames, message)
  const read = [...framed.slice(0, 2), ...asWritten(message, has)]
  const isWhole = lacksFigure(facts.asked, facts.done, message) === false
  const isOther = framed.length === 0 && isSaidBy(facts.putRight, facts.asked, facts.done, has)
  if (
    isWhole &&
    (framed.length > 0 || veryWords(facts.asked, facts.done, message, facts).length > 0) &&
    !isOther &&
    ((own >= 0.75 && (all >= 0.6 || count > 1) && (framed.length > 0 || isInOne(message, facts))) ||
      (framed.length > 0 && ((own >= 0.6 && all >= 0.5) || (own >= 0.5 && all >= 0.7))))
  )
    return settled('yes', read, `It has ${listed(asWritten(message, has))} of what was asked.`)
  const whole = shareOf(facts.asked, facts.done, saidIn(message, facts))
  if (
    whole.own <= 0.34 &&
    whole.all <= 0.34 &&
    whole.has.length <= 1 &&
    veryWords(facts.asked, facts.done, message, facts).length === 0 &&
    framed.length === 0 &&
    whole.count > 1 &&
    !hasFigure(facts.asked, message)
  )
    return settled(
      'no',
      read,
      has.length === 0 ? 'None of what was asked is in it.' : 'It does not say what was asked for.',
    )
  return settled('cannot tell', read, 'Some of what was asked is in it, and not enough to be sure.')
}

/** Whether the message names what was done. */
export function doneOf(message: string, facts: CheckFacts): Said {
  const { own, all, has, count } = shareOf(facts.done, facts.asked, saidIn(told(message), facts))
  const read = asWritten(message, has)
  const isTold =
    count > 0 &&
    (read.length > 1 || veryWords(facts.done, facts.asked, message, facts).length > 0) &&
    !lacksFigure(facts.done, facts.asked, message) &&
    isAlikeSigned(facts.done, tellingOf(has, told(message)))
  if (isTold && ((own >= 0.75 && all >= (count > 1 ? 0.4 : 0.5)) || (own >= 0.6 && all >= 0.65)))
    return settled('yes', read, `It has ${listed(asWritten(message, has))} of what was done.`)
  const whole = shareOf(facts.done, facts.asked, saidIn(message, facts))
  if (
    whole.own === 0 &&
    whole.all <= 0.2 &&
    count > 1 &&
    whole.has.length === 0 &&
    veryWords(facts.done, '', message, facts).length === 0 &&
    !isToldOtherwise(message, facts) &&
    strayIn(message, facts) === 0
  )
    return settled('no', read, 'It does not say what was done instead.')
  return settled('cannot tell', read, 'Some of what was done is in it, and not enough to be sure.')
}

/** The sentences in which some stems are. */
const tellingOf = (stems: readonly string[], message: string): string =>
  sentencesOf(message)
    .filter((sentence) => found(stems, contentOf(sentence)).has.length > 0)
    .join(' ')

/** Whoever writes says what they did in words that no fact has: it may be what was done. */
function isToldOtherwise(message: string, facts: CheckFacts): boolean {
  const known = [facts.asked, facts.done, facts.putRight, ...facts.touched, ...facts.others].flatMap(contentOf)
  return sentencesOf(told(message)).some((sentence) => {
    const verbs = [...plain(sentence).matchAll(acting)].map(([, verb]) => verb ?? '')
    return (
      verbs.some((verb) => !notActing.has(verb)) &&
      hits(owning, sentence).length === 0 &&
      found(contentOf(sentence), known).lacks.length > 2
    )
  })
}

/** How many sentences say what neither the other facts nor an apology, a promise or a courtesy explain: each may tell what was done. */
function strayIn(message: string, facts: CheckFacts): number {
  const { asked, putRight, touched, others, owner, askedBy, steps } = facts
  const known = [asked, putRight, owner, askedBy, ...touched, ...others, ...steps.map(({ words }) => words)]
    .flatMap(contentOf)
    .concat(courtesies)
  return sentencesOf(message).filter((sentence) => {
    if (hits(promises, sentence).length > 0) return false
    return found(contentOf(sentence), known).lacks.length > mostUnknown
  }).length
}
const mostUnknown = 3
const courtesies = contentOf(
  'sorry apologise apologies apology regret fault mine mistake error responsibility inconvenience trouble confusion forgive pardon truly deeply sincerely deeply very thank patience understanding know hope trust kind wishes dear sir madam mr mrs ms dr today yesterday morning afternoon evening week',
)

/** How much of a step a sentence, or two that follow each other, say. */
const nearest = (step: string, sentences: readonly string[]): { share: number; at: number } => {
  const words = contentOf(step)
  let best = { share: 0, at: -1 }
  sentences.forEach((sentence, at) => {
    const share = found(words, contentOf(sentence)).has.length / Math.max(1, new Set(words).size)
    if (share > best.share) best = { share, at }
  })
  return best
}

const ahead = /\b(?:from (?:now|here|today)|in (?:the )?future|henceforth|will|now|'ll)\b/i

/** What only the steps that are not live say is in a sentence, more than what only the live ones say. */
function deadIn({ steps }: CheckFacts, sentence: string): boolean {
  const of = (isLive: boolean) => steps.filter(({ live }) => live === isLive).flatMap(({ words }) => contentOf(words))
  const [live, dead] = [of(true), of(false)]
  const only = (one: readonly string[], other: readonly string[]) => {
    const words = found(one, other).lacks
    return found(words, contentOf(sentence)).has.length / Math.max(1, words.length)
  }
  return only(dead, live) >= 0.5 && only(dead, live) > only(live, dead)
}

/** Whether every step it promises is one that is live. */
export function stepsOf(message: string, facts: CheckFacts): Said {
  const sentences = sentencesOf(message)
  const promising = sentences.filter(
    (sentence) => hits(promises, sentence).length > 0 && (hits(owning, sentence).length === 0 || ahead.test(sentence)),
  )
  const live = facts.steps.filter((step) => step.live).map(({ words }) => nearest(words, promising))
  const dead = facts.steps.filter((step) => !step.live).map(({ words }) => nearest(words, promising))
  const best = live.reduce((a, b) => (b.share > a.share ? b : a), { share: 0, at: -1 })
  const worst = dead.reduce((a, b) => (b.share > a.share ? b : a), { share: 0, at: -1 })
  const empty = hits(emptyPromises, message)
  const read = best.at >= 0 ? [promising[best.at] ?? ''] : promising.slice(0, 1)
  const isDead = deadIn(facts, promising[worst.at] ?? '')
  if (worst.share >= 0.6 && worst.share > best.share && isDead)
    return settled('no', [promising[worst.at] ?? ''], 'It promises a step that is not live.')
  const isLive = worst.share < 0.5 || (worst.at === best.at && best.share > worst.share)
  if (best.share >= 0.5 && empty.length === 0 && isLive)
    return settled('yes', read, 'What it promises is one of the steps that are live.')
  const anywhere = Math.max(0, ...facts.steps.map(({ words }) => nearest(words, sentences).share))
  if (promising.length === 0 && anywhere <= 0.25) return settled('no', [], 'It promises nothing from now on.')
  if (empty.length > 0 && anywhere < 0.34) return settled('no', empty, 'It promises care, and no step.')
  if (anywhere <= 0.15) return settled('no', read, 'What it promises is none of the live steps.')
  return settled('cannot tell', read, 'What it promises resembles a step, and not enough to be sure.')
}
