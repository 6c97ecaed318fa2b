import { askedIn, isOffered, isQuotedLine, isTaking, leftOfYes } from './answers.ts'
import { holds, isAsked } from './denials.ts'

/** A part of a text that may say one promise, and where it stands. */
export type Clause = {
  readonly text: string
  readonly from: number
  readonly to: number
  /** What was asked in the line it answers with a yes; null: it answers nothing. */
  readonly asked: string | null
  /** What was said before it, for what is only called "it". */
  readonly before: string
  /** How long was asked for at the head of the sentence: "Give us a fortnight and …". */
  readonly frame: string | null
  /** It begins its sentence: nobody else was spoken of there. */
  readonly isFirst: boolean
  /** Which part of the text it is, counted from its beginning. */
  readonly n: number
  /** What has to come first: " (as soon as the wording is cleared)"; else empty. */
  readonly once: string
  /** Which sentence it is in. */
  readonly sentence: number
  /** That sentence, whole. */
  readonly within: string
}

type Piece = { readonly text: string; readonly from: number; readonly to: number }

/** Points that end no sentence: "P. Vos", "18.12.", "approx." */
const ends = /(?<!\b\p{Lu})(?<!\b(?:approx|no|st|mr|mrs|ms|dr|prof|vs|e\.g|i\.e))[.!?]+(?=\s|$)|\n+|;\s/giu

function sentencesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { index, 0: end } of [...text.matchAll(ends), { index: text.length, 0: '' }]) {
    const to = index + end.length
    const said = text.slice(from, to)
    if (said.trim() !== '') pieces.push({ text: said, from, to })
    from = to
  }
  return pieces
}

const turns =
  /(?<!\b(?:recap|agreed|settled|confirm|discussed|up))(?<=\w[\w']* [\w',]+ [\w',]+ [\w',]+): |, (?=(?:us|@?[A-Z][a-z]+(?: [A-Z]\.?)?) ?(?:=|→|->) )|(?:,? and |,? but |, then |,? so |, |: | – )(?=(?:(?:i|we)(?:'ll| will| shall|'m |'re | am | are |(?: (?:do|write|arrange|place|send|make|bring|sign|give|call|handle|release|tell|issue|add|confirm|supply|pay|order|book) ))|you(?:'ll| will)? (?:have|get|receive|be getting)|u (?:have|get) |(?:she|he|they)'ll |will [a-z])|(?:the|our|my|your|their|both|all) (?:[\w'-]+ ){1,4}(?:will be |shall be |will reach |will follow|follows? |comes? |is coming |are coming |goes? to |goes out ))/gi

/** "DO to call Ruth, ID to book flights": one task after another. */
const roster = /, (?=(?:[A-Z]{2,3}|[A-Z][a-z]+) (?:to|will) [a-z])/g

const turnsIn = (text: string): RegExpExecArray[] =>
  [...text.matchAll(turns), ...text.matchAll(roster)].sort((a, b) => a.index - b.index)

/** A sentence parts where somebody begins to speak of themselves anew. */
function partsOf({ text, from }: Piece): Piece[] {
  const parts: Piece[] = []
  let start = 0
  for (const { index, 0: joint } of [...turnsIn(text), { index: text.length, 0: '' }]) {
    if (/^\s*let me\b/i.test(text.slice(start, index)) && joint === ' and ') continue
    if (text.slice(start, index).trim() !== '')
      parts.push({ text: text.slice(start, index), from: from + start, to: from + index })
    start = index + joint.length
  }
  return parts
}

/** "Give me until Friday and", "Between now and Tuesday": the day governs what follows. */
const framing =
  /^\W*(?:(?:(?:just|please|kindly) )?(?:give|allow|grant|bear with) (?:me|us) (?:until |till )?(?<given>.+?),? and |between now and (?<now>[\p{L}\d]+(?: \d+)?),? |(?:(?:by|on|come) )?(?<lead>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? ?(?:\p{L}{3,9})?)(?: (?:morning|afternoon|evening|at the latest|latest))?),? (?=(?:i|we)(?:'ll| will| shall| [a-z]+ (?:you|the|our|your))\b))/iu

/** Says of what was spoken of before only by when: no wish, though it has a "should" in it. */
const isDating = /^\W*should (?:take (?:me|us)|be (?:with you|ready|done|there))\b/i

/** The parts of a text that may each say a promise; what is quoted in it is only what was asked. */
export function clausesOf(written: string, isNotes: boolean): Clause[] {
  const text = written.replace(/[’‘]/g, "'").replace(/[“”]/g, '"')
  const clauses: Clause[] = []
  let [asked, before]: [string | null, string] = [null, '']
  let [n, offered] = [0, false]
  for (const sentence of sentencesOf(text)) {
    n += 1
    if (isQuotedLine(sentence.text)) {
      asked = askedIn(sentence.text)
      offered = isOffered(sentence.text)
      before = asked ?? before
      continue
    }
    const said = asked === null ? null : leftOfYes(sentence.text)
    if (said !== null && offered && !isTaking(sentence.text)) asked = null
    else if (said !== null && isShort(said))
      clauses.push({
        ...trimmed(sentence),
        text: said,
        asked,
        before: '',
        frame: null,
        isFirst: true,
        n,
        once: '',
        sentence: sentence.from,
        within: sentence.text,
      })
    else if (!isQuoting(sentence.text)) {
      const frame = framing.exec(sentence.text)
      const rest = frame ? less(sentence, frame[0].length) : sentence
      for (const part of partsOf(rest)) {
        n += 1
        if (holds(wholeOf(part, sentence), isNotes) || isDating.test(part.text))
          clauses.push({
            ...trimmed(part),
            asked: null,
            before,
            frame: frame?.groups?.given ?? frame?.groups?.now ?? frame?.groups?.lead ?? null,
            isFirst: onlyYes.test(rest.text.slice(0, part.from - rest.from)),
            n,
            once: onceIn(sentence.text),
            sentence: sentence.from,
            within: sentence.text,
          })
        before = `${part.text.trim()}${text[part.to] === ':' ? ':' : ''}`
      }
    }
    if (said === null || said.trim() !== '') asked = null
  }
  return clauses
}

const after =
  /^\W*(?:(?:ok|okay|sure|thanks|ta|great|fine)[,.]? )?(?<when>(?:as soon as|once|the moment|when) .+?),? (?:i|we|you)(?:'ll| will| shall) /i
/** "As soon as legal clears it I'll forward it": it waits for that, and says so. */
function onceIn(sentence: string): string {
  const when = after.exec(sentence)?.groups?.when
  return when ? ` (${when.trim()})` : ''
}

/** Nothing but a word of consent: what follows it is still the beginning. */
const onlyYes =
  /^\W*(?:(?:sure(?: thing)?|ok(?:ay)?|yes|yep|right|fine|noted|understood|agreed|thanks|thx|great|got it|cheers|no problem)\b\W*)*$/i

const isShort = (said: string): boolean => said.trim().split(/\s+/).length <= 6
const less = ({ text, from, to }: Piece, ahead: number): Piece => ({ text: text.slice(ahead), from: from + ahead, to })

const isQuoting = (text: string): boolean => /["']\s?\w.*["']/.test(text.replace(/\w'(?=\w|\s)/g, 'x'))

/** A condition holds for what follows it in the sentence too. */
const wholeOf = (part: Piece, sentence: Piece): string =>
  /^\W*(?:if|unless|should (?:i|we|you|they|he|she|it|any\w+)|when (?:i'm|i am|we're|it)|had|were|whenever|suppose|supposing|assuming|subject to|weather permitting|imagine|pretend|yeah right)\b|\b(?:haha|lol|dream on)\b|\b(?:says?|(?!(?:i|you|we)\b)\w+ (?:said|asked)|wrote|writes|quoted|goes|reads|song|film|clause|flyer|brochure)\b[^:]*: /i.test(
    sentence.text,
  ) || isAsked(sentence.text)
    ? sentence.text
    : part.text

const trimmed = ({ text, from, to }: Piece): Piece => {
  const ahead = text.length - text.trimStart().length
  const plain = text.trim().replace(/[.!?;]+$/, '')
  return { text: plain, from: from + ahead, to: Math.min(to, from + ahead + text.trim().length) }
}
