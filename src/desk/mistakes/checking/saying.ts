import {
  acting,
  apologies,
  halfApologies,
  notActing,
  owning,
  reportedApologies,
  sorryWords,
} from './lexicon/phrases.ts'
import type { CheckFacts, Said, Writer } from './model.ts'
import { contentOf, found, plain, sentencesOf } from './text.ts'

const hits = (shape: RegExp, text: string): string[] => [...text.matchAll(shape)].map(([hit]) => hit.trim())

/** Whether whoever owns it says so in the first person. */
export function personOf(message: string, facts: CheckFacts, writer: Writer): Said {
  const text = plain(message)
  if (writer === 'somebody else') {
    const quoted = [...text.matchAll(inQuotes)].map(([said]) => said).filter((said) => firstPerson.test(said))
    return quoted.length > 0
      ? {
          answer: 'cannot tell',
          read: quoted.slice(0, 1),
          why: 'Somebody else writes it, and quotes one who says “I”.',
        }
      : { answer: 'no', read: [], why: 'Somebody else writes it: the owner does not speak.' }
  }
  const owned = hits(owning, text)
  if (owned.length > 0) return { answer: 'yes', read: owned.slice(0, 3), why: 'The owner says that it is theirs.' }
  const did = actsOf(message, facts)
  if (did.length > 0) return { answer: 'yes', read: did, why: 'The owner says “I” of what was done.' }
  const verbs = [...text.matchAll(acting)].map(([, verb]) => verb ?? '').filter((verb) => !notActing.has(verb))
  if (
    verbs.length === 0 &&
    !hasPart.test(text) &&
    !atFault.test(text) &&
    !/\b(?:me|my|mine|myself)\b/.test(text.replace(neutral, ''))
  )
    return { answer: 'no', read: [], why: 'Nothing is said of it in the first person.' }
  return {
    answer: 'cannot tell',
    read: verbs.map((verb) => `I ${verb}`),
    why: 'The first person is in it, not clearly of what was done.',
  }
}

const inQuotes = /"[^"]{3,}"/g
const firstPerson = /\b(?:i|i'm|i've|me|my|mine|myself)\b/
/** “I told them three”, “I asked for …”: to have spoken may be what was done. */
const hasPart =
  /\bi(?:'d| had| have|'ve)? (?:\w+ly |then |only |just |also )?(?:told|called|let|read|rang|phoned|asked|checked|said|wrote|put|went)\b/
/** “I was careless”: it says something of whoever writes, and may own it. */
const atFault =
  /\bi(?:'m| am| was| have been|'ve been) (?!(?:(?:so|very|truly|deeply|terribly|really|most|just|also|only) )*(?:sorry|afraid|writing|told|glad|happy|pleased|sure|delighted|aware|grateful|reporting|informed|asked|calling|here|to|not sure)\b)/
/** “Me” and “my” that own nothing. */
const neutral =
  /\b(?:let|tell|forgive|pardon|excuse|told|ask|asked|give|gave) me\b|\bmy (?:sincere |deepest |best |own )?(?:apolog\w+|regards|thanks|colleagues?|team|office)\b/g

/** Sentences in which “I” does what was done. */
const actsOf = (message: string, { done }: CheckFacts): string[] =>
  sentencesOf(message).filter((sentence) => {
    const verbs = [...plain(sentence).matchAll(acting)]
      .map(([, verb]) => verb ?? '')
      .filter((verb) => !notActing.has(verb))
    return verbs.length > 0 && found(contentOf(done), contentOf(sentence)).has.length >= 2
  })

/** Whether there is exactly one apology. */
export function apologyOf(message: string): Said {
  const bySentence = sentencesOf(message).map((sentence) => hits(apologies, plain(sentence)))
  const own = bySentence.flat()
  const text = plain(message)
  const [half, reported] = [hits(halfApologies, text), hits(reportedApologies, text)]
  const inOne = Math.max(0, ...bySentence.map((found) => found.length))
  const unknown = hits(sorryWords, text).filter((word) => !own.some((one) => one.includes(word)))
  if (unknown.length > 0 && own.length <= 1)
    return {
      answer: 'cannot tell',
      read: [...own, ...unknown],
      why: 'It has a word of apology, not in a way that is known to be one.',
    }
  if (half.length > 0 && own.length <= 1)
    return {
      answer: 'cannot tell',
      read: half,
      why: 'It may be sorry for what others feel, or say no more than that it was a fault.',
    }
  if (reported.length > 0 && own.length <= 1)
    return { answer: 'cannot tell', read: reported, why: 'Somebody’s apology is reported, or regret without one.' }
  if (own.length > 1 && inOne === own.length && new Set(own).size === own.length)
    return { answer: 'cannot tell', read: own, why: 'One sentence has two words for it.' }
  if (own.length > 1) return { answer: 'no', read: own, why: `It apologises ${own.length} times.` }
  return own.length === 1
    ? { answer: 'yes', read: own, why: 'It apologises once.' }
    : { answer: 'no', read: [], why: 'It does not apologise.' }
}
