const request =
  /^\s*(?:>+\s*|\p{Lu}\p{L}+: ?")?(?:.{0,30}, ?)?(?:please |(?:could|can|would|will) (?:you|u|someone|somebody|anyone|your \w+)(?: also)?(?: please| kindly)? (?:mind )?|would you mind |(?:shall|should) (?:i|we) )(?<what>(?!(?:like|prefer|be|love|want|know|believe|imagine|say|care|come|join|agree|have) )[a-z].+?)(?:, or (?:will|would|shall|are) .{1,20})?\s*\?*"?\s*$/isu
/** What was asked in a quoted line, less its "please"; null: it asks nothing that may be done. */
export const askedIn = (quoted: string): string | null =>
  (request.exec(quoted) ?? retold.exec(quoted))?.groups?.what ?? null

/** "Shall I send it?": to that a yes promises nothing; only "I will" does. */
export const isOffered = (quoted: string): boolean =>
  /^[\s>]*(?:\p{Lu}\p{L}+: ?"?)?(?:shall|should|may|can|could) (?:i|we)\b/iu.test(quoted)
export const isTaking = (said: string): boolean =>
  /\b(?:i will|we will|i'll|we'll|will do|leave it (?:to|with) me|consider it done|on it)\b/i.test(said)

/** "You asked whether I'd write a few lines": what was asked, told again. */
const retold =
  /^\W*you(?:'d| had)? (?:asked|wanted to know|were asking) (?:me |us )?(?:(?:whether|if) (?:i|we)(?:'d| would| could| can| will)(?: be able to)?|to) (?<what>[a-z].+?)[.\s]*$/is

/** A line somebody else is quoted with, by mark or as in a chat. */
export const isQuotedLine = (text: string): boolean =>
  /^\s*(?:>|\p{Lu}\p{L}+: ?"[^"]+"\s*$)/u.test(text) || retold.test(text)

const yes =
  "yes(?: please)?|yep|yeah|sure(?: thing)?|of course|certainly|absolutely|will do|ok|okay|gladly|with pleasure|happy to|consider it done|not at all|i'?m on it|on it|no (?:problem|worries|bother)|right away|leave it (?:with|to) me|i will|we will|(?:i|we|they)'ll (?:do|see to) (?:it|that|this)|you(?:'ll| will)? (?:have|get) (?:it|them|that)|(?:it|that)(?:'ll| will) be (?:done|fixed|corrected|with you|sent|sorted)"
const answer = new RegExp(`^\\s*(?:\\p{Lu}\\p{L}+: ?)?(?:(?:${yes})\\b[\\s,.:!–-]*)+`, 'iu')

/** What is left of an answer once the yes is out of it: a day or nothing; null where it is no yes. */
export function leftOfYes(text: string): string | null {
  const m = answer.exec(text)
  return m ? text.slice(m[0].length).replace(/^(?:but )?give (?:me|us) (?:until |till )?/i, 'by ') : null
}
