import type { DueRead } from '../../due/model.ts'

/** "For Wednesday's session": the day is part of the thing's name, and stays there. */
const dayOf = /\b(?:\p{L}+day|tomorrow|tonight)'s \p{L}/iu
export const isNamedBy = (what: string): boolean => dayOf.test(what)

/** Days of something else: "the Monday after", "dated 12 November", "the Monday slot", "book a table for Thursday", "from Monday". */
const beyond = [
  /\bthe (?:following|next) \p{L}+day\b|\bthe \p{L}+day (?:after|before|following)\b/iu,
  /\b(?:hours|days?|weeks?|months?) (?:of|after|from|following) (?!today|now)/i,
  /\bdated \d|\bfrom (?:\p{L}+day|\d|tomorrow|next)\b/iu,
  /^[\p{L}-]+ (?:you )?(?:the \p{L}+day \p{L}|\p{L}+day's \p{L})/iu,
  /^(?:re)?(?:book|reserve|arrange|schedule|set up|invite|pencil|block|put .* in (?:the|your) (?:diary|calendar))\b.* (?:for|on) (?:the )?(?:[\p{L} ]+ on )?(?:\p{L}+day|\d|tomorrow)/iu,
]
/** Counted from the day it is said on: a day like any other. */
const fromNow = /\b(?:the )?day after tomorrow\b|\bfrom (?:today|now)\b/gi
/** "Friday, Monday at the latest": two, and nobody knows which is meant. */
const hasTwo = (what: string): boolean =>
  new Set(what.toLowerCase().match(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!'s)/g)).size > 1
/** "…, Tom sends the annex": the day may be another's. */
const byAnother =
  /(?: and|,) (?:\p{Lu}[\p{L}'-]+|[Hh]e|[Ss]he|[Tt]hey|somebody)(?:'ll| will| shall| is| has| \p{Ll}+s) /u

/** The day in what is promised may be another's, or that of a thing. */
export const isOfAnother = (what: string): boolean =>
  beyond.some((other) => other.test(what.replace(fromNow, ''))) || hasTwo(what) || byAnother.test(what)

/** A sentence of its own inside what is promised, before the day: "tell them the deadline is Friday", "the room we booked for Friday". */
const inside =
  /\b(?:whether|which|who|whose|what|where|how|is|are|was|were)\b|\bthat (?:the|an?|our|my|your|his|her|their|i|we|you|he|she|they|it|\p{Lu})|\b(?:the|an?|our|my|your|his|her|their|all|both) (?:(?!(?:before|as|so|but|once|when|until)\b)[\p{L}-]+ ){0,2}(?!(?:before|as|so|but|once|when|until|to|for|with|of|by|from|at|on|in|about|give|send|tell)\b)[\p{L}-]+ (?:I|we|you|he|she|they)(?:'ve|'d)? \p{Ll}+/u
/** "Make sure the flat is open", "…, that is Thursday": the day is of it all. */
const ofAll =
  /^(?:make sure|see (?:that|to it)|ensure)\b|(?:\bthat is|\b(?:it|that|this) is (?:done|ready))\W*(?:on|by)?\W*$/
/** To have others do it: the day may be theirs. */
const having =
  /^(?:ask|tell|remind|urge|press|request|instruct|get|want) .+? to (?!the\b|you\b|him\b|her\b|them\b|us\b|our\b|my\b|your\b|his\b|their\b|an?\b)\p{Ll}+/u

/** The day stands where it may be another's than the promise's. */
export function isWithin(what: string, { due, parts }: DueRead): boolean {
  const at = parts.find(({ meaning }) => meaning === 'day' || meaning === 'time')?.from
  if (due === null || at === undefined) return false
  const ahead =
    what
      .slice(0, at)
      .split(/,? and (?!our\b|the\b|my\b|your\b)/)
      .at(-1) ?? ''
  return (
    (inside.test(ahead) && !ofAll.test(ahead) && !ofAll.test(what)) ||
    having.test(ahead) ||
    /\babout (?:the )?$/i.test(ahead)
  )
}
