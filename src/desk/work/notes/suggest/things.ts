/** What stands beside a thing and is none: whom it is for, where it goes, how and when it is done. */
const idle = new Set(
  'i me my myself we us our ourselves you your yourself he him his she her hers it its they them their this that these those one ones the a an all both some any to for of in on at by with from into onto over out up off back down round around through across about after before and or then so as is be are will also just now still personally first again together gladly certainly quickly directly straight away soon know let get come see meet there why how when do contact posted informed updated touch something anything everything thing things lot rest same overnight best ready done'.split(
    ' ',
  ),
)
const pronoun = '(?:it|hers|they|themselves|itself|everything|something|anything)'
/** "Give them the keys": to whom, and then what. */
const receiver = "(?:them|him)\\b(?! (?:the|an?|our|my|your|his|her|their|\\p{L}+'s|both|all|\\d+)\\b)"
const pointing = '(?:this|that|these|those|her|one|ones|all|both)'
const particle =
  '(?:sure|up|out|over|back|through|to|with|for|at|on|into|after|about|of|down|off|in|together|round|personally|also|then)'
const afterwards = `(?:${particle}|and|or|by|before|from|first|now|again|too|as|so|when|once|today|tomorrow|myself|ourselves|both|properly|straight|right|quickly)`
/** "Send it", "look into that for you", "cover hers": what is meant is said elsewhere. */
const onlyPointed = new RegExp(
  `^(?:\\p{L}+ly )?[\\p{L}-]+(?: ${particle})*? (?:${pronoun}\\b|${receiver}|${pointing}(?=$|\\W*[,.;:(]|\\W+${afterwards}\\b))`,
  'iu',
)

/** Only said of something named elsewhere. */
export const isPointed = (what: string): boolean => onlyPointed.test(what)

/** Whether something is left of what is promised beside the verb and whom it is for. */
export const namesThing = (what: string): boolean =>
  (
    what
      .replace(/\([^)]*\)/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}'-]+/gu) ?? []
  )
    .slice(1)
    .some((word) => !idle.has(word))

/** Where the name of a thing ends. */
const stop =
  /\s+(?:is|are|was|were|am|be|been|has|have|had|will|shall|can|could|would|should|must|may|might|do|does|did|to|on|in|at|by|from|with|about|for|and|or|but|so|when|if|that|which|who|you|i|we|he|she|they|it|not|said|says?|went|goes|came|comes|looks?|looked|needs?|needed|got|gets|still|already|today|tomorrow|yesterday|again|please|properly|yet|now|here|there)\b.*$/i
const named =
  /\b(?:the|your|our|my|this|that|these|those|an?|both|his|her|their|\p{Lu}\p{L}+'s)(?: (?!(?:the|your|our|my|this|that|an?)\b)[\p{L}\d'-]+){1,5}/giu

/** The one thing in what was said before that "it", or "them", can mean; null: none, or more than one. */
export function thingIn(before: string, what: string): string | null {
  const isMany = /\b(?:them|these|those|they)\b/i.test(what)
  const heading = /^(?:(?:about|re|as for|on) )?(?<thing>[^,:]{3,40}):$/i.exec(before.trim())?.groups?.thing
  const all = heading
    ? [heading]
    : [...before.matchAll(named)].map(([one]) => one.replace(stop, '').trim()).filter((one) => one.includes(' '))
  const fit = all.filter((one) => /(?:[^s']s|people|children)$/i.test(one) === isMany)
  const [only] = fit
  return only === undefined || fit.length > 1 || /\b(?:him|her|hers)\b/i.test(what)
    ? null
    : only.replace(/^\p{Lu}(?=\p{Ll}* )/u, (letter) => (heading ? letter : letter.toLowerCase()))
}

/** One's own affairs, wishes and figures of speech: "water my plants", "give Tom my best", "do the honours". */
const own =
  /^(?!(?:send|give|bring|show|e?-?mail|share|let you have|forward|submit|deliver|return|confirm|add|put|get|hand (?!in)|pop|drop|text|post|have)\b)[\p{L}-]+(?: (?:at|up|out|on|over|through|a look at))? my\b|\b(?:my (?:notice|calendar|diary)|(?:best|kind|warm) (?:wishes|regards)|regards|greetings|condolences|congratulations|apolog\p{L}+|toast|honou?rs|favou?r|one day|magic|miracles?|my screen|a note of (?:it|that|this))\b|^(?:fix|make|cook|bake|eat|bring) (?:some )?(?:dinner|lunch|breakfast|tea|coffee|cakes?)\b|^(?:visit|explain|charge|invoice|bill|deduct|work on|show (?:you )?(?:a?round)|clarify)\b|\bwhen we (?:meet|speak|talk)\b|\b(?:postcards?|selfies?|hugs?|kisses)\b/iu
export const isOwn = (what: string): boolean => own.test(what)
