/** Conditions, wishes, denials, habits, what was, and what is only said. */
const none = [
  /^\W*(?:if|unless|when (?:i'm|i am|we're|it)|should (?:they|he|she|it|any\w+)|were (?:we|i|you|it)|had (?:i|we|you|the)|when hell|whenever|supposing|assuming|subject to|weather permitting|all being well|imagine|pretend|in theory|in an ideal world|should (?:i|we|you)|shall (?:i|we)|may i|might|maybe|perhaps|hopefully|suppose|as a rule|one option|no need|(?:every|each) (?:day|week|month|time|year|morning|evening|monday|tuesday|wednesday|thursday|friday))\b/i,
  /\b(?:would|could|might|may|maybe|perhaps|should|ought|hope|hopefully|wish|doubt|with (?:any |some |a bit of )?luck|fingers crossed|touch wood|god willing|rather|wonder|suppose|guess|think about|try to|see if|if only|in theory|ideally|as a rule|as (?:a )?(?:policy|matter of|usual)|most (?:days|weeks)|normally|usually|generally|typically|often|sometimes|always|never|unlikely|probably|possibly|tempted|not sure|thinking (?:about|of)|considering|used to|was going to|were going to|was to|were to|had planned)\b/i,
  /\b(?:won't|will not|shall not|shan't|can't|cannot|couldn't|not going to|don't|doesn't|didn't|isn't|aren't|not (?:yet )?(?:be )?\w+ing|no longer|nobody|no one|none of|nothing|neither|nor|unable|refuse|decline to|no way|no chance|out of the question|(?:have|has|with) no|without (?:any|ever))\b/i,
  /\b(?:if|unless|provided (?:that|you|we|they|the)|as long as|in case|depend(?:s|ing) on|otherwise|subject to|assuming|supposing|providing|all being well|all going well|barring|weather permitting|permitting|circumstances allow\w*|so long as|if and when)\b/i,
  /\b(?:(?<!\bwhat [^,.]{0,30})says|wrote|(?<!(?:have|has|'ve|'s) )said|(?<!what (?:they|he|she) )say|(?<!i(?:'ve| have) )told|heard|i hear|announced|swears|swore|claims|believes|apparently|or so (?:they|he|she)|according to|goes:|read that)\b/i,
  /\b(?:whenever|(?:every|each) (?:time|day|week|month|year|morning|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/i,
  /\b(?:haha|lol|dream on|in your dreams|yeah right|over my dead body|eat my hat|damned|blowed|so lucky|hell freezes|invent the wheel|circus|when pigs|what, )\b|😂|;-?\)/i,
]
/** What others are said to do: in a note it may be their task. */
const others =
  /\b(?:he|she|they|it|the \w+|somebody|someone|everybody|(?<!(?:my|our) )people|my (?!people|team|crew|side|office|lawyers?|accounts?|colleagues?|assistant|legal|finance)\w+(?:-in-law)?)(?:'ll| will| shall| is going to) (?!be (?:with|at|back|sent|there|delivered|posted|returned|paid|released|shipped|mailed|emailed|forwarded|wired|uploaded|refunded|reimbursed|filed|signed|corrected|replaced|shared|raised|issued|processed|settled|ready|done|finished|on your|in your)|hear (?:back )?from (?:me|us)|reach|go out|come)/i

export const isAsked = (text: string): boolean =>
  /\?\s*$/.test(text) && !/\b(?:ok|okay|right|alright|fine)\s*\?\s*$/i.test(text)

/** Notes say who does what in the third person; there only a condition or a denial makes it none. */
export const holds = (text: string, isNotes: boolean): boolean =>
  !isAsked(text) &&
  !none.some((pattern) => pattern.test(lessAsides(text))) &&
  (isNotes ||
    / by (?:me|us)\b|\b(?:promise|guarantee|my word|rest assured|confirm)\b/i.test(text) ||
    !others.test(text))

/** "(he said yes)" beside a task denies nothing. */
const lessAsides = (text: string): string => text.replace(/\([^)]*\)/g, ' ')
