import type { Side } from '../../commitments/model.ts'
import type { DueRead } from '../../due/model.ts'
import { datedBy, mayDate, over } from './after.ts'
import { assignedIn } from './assigned.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { hasAnother, isPlainYes, isUnsureDay, readFor, readFrame, seemsDated } from './days.ts'
import { promisedIn, type Way } from './forms.ts'
import { isOwn, isPointed, namesThing, thingIn } from './things.ts'
import { isSureUndated } from './undated.ts'
import { doneByDate, isAction } from './verbs.ts'
import { isNamedBy, isOfAnother, isWithin } from './whose-day.ts'

/** Who speaks to whom, on which day, on whose clocks; `ours`: the names of those at this desk; `theirs`: of others who are known. */
export type Spoken = {
  readonly speaker: { readonly name: string; readonly side: Side }
  readonly to: { readonly name: string; readonly side: Side }
  /** `2026-11-24` */
  readonly on: string
  readonly zone: string
  readonly ours?: readonly string[]
  readonly theirs?: readonly string[]
}

/** A promise that may be meant: whose, what, by when, and which part of the text says so. Accepted by a person or not at all. */
export type Suggestion = {
  readonly who: Side
  /** By name, where it is not the one who speaks. */
  readonly name: string | null
  readonly what: string
  /** `2026-11-27`; null: no day was said. */
  readonly by: string | null
  readonly time: string | null
  readonly zone: string | null
  readonly words: { readonly from: number; readonly to: number }
  /** How it was said. */
  readonly way: Way
}

export type Said = Pick<Suggestion, 'who' | 'name' | 'what' | 'way'>

/**
 * What in a text is surely a promise, by rule: rather too little than too much. Questions, conditions, denials, habits and
 * figures of speech are none; neither is what names no thing, no side or no day for certain. Never throws, whatever is pasted.
 */
export function suggest(text: string, spoken: Spoken): Suggestion[] {
  const found: Suggestion[] = []
  const unsure = new Set<Suggestion>()
  const inSentence: number[] = []
  let lastN = -2
  let lastIn = -1
  const isNotes = isAmongUs(spoken) || headed.test(text)
  for (const clause of clausesOf(text.slice(0, older(text)), isNotes)) {
    const last = clause.n - lastN <= 2 ? found.at(-1) : undefined
    if (last && over.test(clause.text)) {
      found.pop()
      lastN = -2
      continue
    }
    const dated = last ? datedBy(clause, last, spoken) : null
    if (dated) {
      for (let at = found.length - 1; at >= 0 && inSentence[at] === lastIn && found[at]?.by === null; at--)
        found[at] = { ...dated, ...whoseIn(found[at] ?? dated) }
      continue
    }
    for (const part of partsOf(clause)) {
      const said = saidIn(part, spoken, isNotes)
      const due = said && dueIn(part, said, spoken)
      if (!due) {
        if (last && last.by === null && found.at(-1) === last && mayDate(part, spoken)) found.pop()
        continue
      }
      const one = { ...due, words: { from: part.from, to: part.to } }
      found.push(one)
      if (one.by === null && !isSureUndated(one.what, one.way, part, spoken)) unsure.add(one)
      inSentence[found.length - 1] = clause.sentence
      lastN = clause.n
      lastIn = clause.sentence
    }
  }
  return found.filter((one) => !unsure.has(one))
}

const whoseIn = ({ who, name, what, way }: Suggestion): Said => ({ who, name, what, way })

/** Notes to oneself, or between two at this desk: there others' tasks are written down. */
const isAmongUs = ({ speaker, to }: Spoken): boolean =>
  speaker.name === to.name || (speaker.side === 'ours' && to.side === 'ours')

/** What a set of notes begins with, whoever they go to. */
const headed =
  /^\W*(?:(?:meeting |call )?(?:notes|minutes|actions?|action (?:items|points)|ap|todos?))\b[^.!?]{0,40}[:.\n]/i

const longest = 20_000
/** Where an older letter begins below this one: what it promises was said before, by somebody else, on another day. */
const olderFrom =
  /^[ \t]*(?:-{2,} ?(?:original|forwarded) message ?-{2,}|begin forwarded message:|on .{4,80}\bwrote:\s*$|from: .+\n(?:sent|date|to): |_{8,})/im
const older = (text: string): number => Math.min(longest, olderFrom.exec(text)?.index ?? longest)

const dayWord =
  'today|tonight|tomorrow|this (?:morning|afternoon|evening)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:on |by )(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: \\p{L}+)?'
/** "I'm sending the list today and the bio on Wednesday": two, each with its day. */
const twice = new RegExp(
  `^(?<one>.+?\\b(?:${dayWord}))(?: and |, )(?<two>(?:the|our|my|his|her|a|\\p{Lu}[\\p{L}']+|\\p{L}+ing|\\p{L}+) .*\\b(?:${dayWord}).*)$`,
  'iu',
)

function partsOf(clause: Clause): Clause[] {
  const m = twice.exec(clause.text)
  const [one, two] = [m?.groups?.one, m?.groups?.two]
  const verb = /^(?:.*?\b(?:i'm|we're|i'll|we'll|i will|we will) \w+ (?:you )?)/i.exec(one ?? '')?.[0]
  if (!one || !two || !verb || /^(?:i|we|you|they|he|she|so|by|or|on|before|that is|latest|at)\b/i.test(two))
    return [clause]
  const isVerb = isAction(two)
  if (!isVerb && !/^(?:(?:the|our|my|your|his|her|an?)\b|\p{Lu})/u.test(two)) return [clause]
  const subject = /^.*?\b(?:i'm|we're|i'll|we'll|i will|we will) /i.exec(verb)?.[0] ?? verb
  return [
    { ...clause, text: one, to: clause.from + one.length },
    {
      ...clause,
      text: `${isVerb ? subject.replace(/'m |'re /i, "'ll ") : verb}${two}`,
      from: clause.from + clause.text.indexOf(two),
    },
  ]
}

function saidIn(clause: Clause, spoken: Spoken, isNotes: boolean): Said | null {
  const speaker = { who: spoken.speaker.side, name: null }
  if (clause.asked !== null) {
    if (!isPlainYes(clause.text, spoken)) return null
    return { ...speaker, what: doneByDate(clause.asked) ?? clause.asked, way: 'asked and answered yes' }
  }
  const text = clause.text.replace(asides, '').replace(confirming, '')
  const hasDay = readFor(text, spoken).due !== null || clause.frame !== null
  const noted = assignedIn(clause, spoken, isNotes, hasDay)
  if (noted) return noted
  const promised = promisedIn(text, hasDay, clause.isFirst)
  return promised && { ...speaker, ...promised }
}

/** "We confirm that the goods will be delivered": what is confirmed is what is promised. */
const confirming =
  /^\W*(?:i|we) (?:hereby |can |do |herewith )*confirm(?: to you)?(?: that)? (?=(?:the|our|my|your|all|both) .* (?:will|shall) |(?:i|we) (?:will|shall))/i

/** Said beside a promise to make it firm. */
const asides =
  /,? (?:rest assured|i promise|promise|promised|hand on heart|whatever happens|one way or (?:the )?other|i know|no matter what|without fail|guaranteed|that's a promise)\W*$/i

function dueIn(clause: Clause, { who, name, what, way }: Said, spoken: Spoken): Omit<Suggestion, 'words'> | null {
  const of = { who, name, way }
  if (isOwn(what) || readFor(clause.once, spoken).due !== null) return null
  if (moving.test(what)) return { ...of, what: tidy(what), by: null, time: null, zone: null }
  const read = readFor(what, spoken)
  const whole = wholeOf(clause, read, spoken)
  if (read.doubt !== null || whole.doubt !== null) return null
  if (whole.due !== null && (isUnsureDay(clause.text, whole.due.dueOn, spoken) || isWithin(what, read))) return null
  const isOf = isNamedBy(what)
  const left = isOf ? what : lessSame(read, spoken)
  if (isOfAnother(what) || (!isOf && hasAnother(left))) return null
  if (whole.due === null && seemsDated(clause.text)) return null
  const said = lessName(tidy(left), spoken)
  const kept = whole.due !== null && calling.test(said) ? said : withThing(said, clause)
  if (kept === null) return null
  return {
    ...of,
    what: kept,
    by: whole.due?.dueOn ?? null,
    time: whole.due?.time ?? null,
    zone: whole.due?.zone ?? null,
  }
}

/** Less whom it is said to: "…, Colin". */
const lessName = (what: string, { to }: Spoken): string => {
  const end = `, ${to.name.split(' ')[0]}`
  return what.endsWith(end) ? what.slice(0, -end.length) : what
}

/** By a day, to be called is a thing in itself. */
const calling =
  /^(?:call|ring|phone|telephone) (?:you|him|her|them|\p{Lu}\p{L}+)(?: (?:back|up|again|myself|personally|with .+|about .+))?$/u

/** What is only called "it" is given the thing it stands for, and what has to come first; null: nobody could tell which. */
function withThing(what: string, { before, once, asked }: Clause): string | null {
  if (isPointed(what)) {
    const thing = asked === null ? thingIn(before, what) : null
    return thing === null ? null : `${what} (${thing})${once}`
  }
  return namesThing(what) ? `${what}${once}` : null
}

/** "Before we break up on the 18th, so by the 18th": one day, though it is said twice. */
function lessSame({ due, left }: DueRead, spoken: Spoken): string {
  if (due === null || !hasAnother(left)) return left
  const again = readFor(left, spoken)
  return again.due?.dueOn === due.dueOn ? again.left : left
}

/** "Move the call to the 12th": a day something goes to is none by which it is done. */
const moving =
  /^(?:move|reschedule|postpone|shift|push|bring forward|change|rebook|extend)\b.*\b(?:to|until|till) (?:the )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|tomorrow)/i

/** The day in what is promised, else beside it; an answer's own day before the one that was asked for. */
function wholeOf(clause: Clause, read: DueRead, spoken: Spoken): DueRead {
  const beside = readFor(clause.text, spoken)
  if (clause.asked !== null) return beside.due === null && beside.doubt === null ? read : beside
  if (read.due !== null || read.doubt !== null) return read
  return beside.due === null && clause.frame !== null ? readFrame(clause.frame, spoken) : beside
}

/** Kisses, smiles and love at the end of a line. */
const farewell = /(?:[\s,:;]+(?:x{1,4}|xoxo|:-?\)|love(?:,? \p{Lu}\p{L}+)?)|\s*\p{Extended_Pictographic}\uFE0F?)+\s*$/u
/** Said after what is promised, of it or why: "so you can read it", ", it's on my list", ", ok". */
const aside =
  /(?: (?:because|since (?:you|i|we|he|she|they|it)|as (?:agreed|discussed|promised|requested|arranged))\b|, (?:no more|and no) excuses|, (?:i|we|you|he|she|they|it|that|this)(?:'ve|'s|'re|'d|'m| have| has| had| are| is| was| were| swear| know| see)\b|,? so (?:that )?(?:i|you|he|she|they|we|it)\b|,? (?:then |and then )?(?:it|that|this|they)(?:'s| is|'ll| will| are|'re) |, (?:ok|okay|right|sir|madam|please|cheers|thanks?)\b).*$/i

/** What is promised, less whom it is said to and the joints that held the day. */
const tidy = (what: string): string =>
  what
    .replace(farewell, ' ')
    .replace(/\(\W*\)/g, ' ')
    .replace(/(?<=^\w+ )(?:The|Our|My|Your|A|An|Both|All)\b/, (said) => said.toLowerCase())
    .replace(/\s+/g, ' ')
    .replace(
      /^get (?!back|in touch|hold|onto|on to|started)((?:(?! and ).)+?) (?:(?:across|over|out|off|back|through) )?to (?:you|your (?:desk|inbox|office))\b/i,
      'send $1',
    )
    .replace(/^let (?:you|u) have (?=\S)/i, 'send ')
    .replace(
      /^(?:shoot|ping|fire|drop|pop|bung|sling) (?:you|u) (?=the|our|my|your|an?|both|all|those|these|it|them)/i,
      'send ',
    )
    .replace(/^turn (.+?) (?:a?round)\b/i, 'return $1')
    .replace(/\bby then\b/gi, ' ')
    .replace(/(?:,? so)? at the (?:very )?(?:latest|outside)\b|,? no (?:sooner|later)\b| sharp\b/gi, '')
    .replace(/\b(?:to you|for you|with you|your way)\b/gi, ' ')
    .replace(/^(?:also|certainly|definitely|surely|gladly|then|just|personally|humbly|happily) /i, '')
    .replace(
      /^((?:send|show|bring|text|give|get|tell|write|make|mail|email|post|hand|forward|read) )you (?=[\p{L}\d])/iu,
      '$1',
    )
    .replace(/\s+/g, ' ')
    .replace(aside, '')
    .replace(/ (?=[,;:)])/g, '')
    .replace(/ then$/i, '')
    .replace(/^[\s,;:–—-]+|[\s,;:.!–—-]+$/g, '')
    .replace(/,? +(?:by|on|at|before|until|for|in|the|and|to|from|with|no later than|so|i\.e|that is)$/i, '')
    .replace(/, say$/i, '')
    .replace(/[\s,;:.!–—-]+$/g, '')
    .trim()
