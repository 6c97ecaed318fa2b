/** Hints: shapes of phrases, in plain letters. None of them decides alone what a message says of a fact. */

const any = (...parts: readonly string[]): RegExp => new RegExp(`\\b(?:${parts.join('|')})`, 'g')

/** A sentence that says what was to be. */
export const frames = any(
  "(?:you|she|he|they|dana|client) (?:had |have |'d |clearly |specifically |once |only |just )?(?:had )?(?:ask|want|wish|need|told|tell|request|instruct|order|meant|expect|charg|trust|entrust|direct|specif)",
  'asked (?:me|for|of|us)',
  '(?:was|were|is|are) (?:only |all |to have been |supposed |meant |due |expected |asked |told |instructed |intended |agreed |down )',
  '(?:was|were) (?:not |never |all |only )?to (?!blame)',
  '(?:should|ought)(?: not| never)?(?: to)? have',
  "should(?:n't|'ve| not)",
  'must (?:never|not)',
  'instead of',
  'rather than',
  'and not',
  'but not',
  '(?:your|her|his|the) (?:note|request|instruction|brief|wish|order|message)',
  'your words',
  'request(?:ed)?',
  'the arrangement',
  'meant for',
  '(?:was|were) for ',
  'for it to be',
  '(?:was|were|had|you|had been) agreed',
  'as agreed',
  'that is what you',
  'you (?:said|gave|were clear|were crystal|put)',
  '(?:hoped|due|owed)\\b',
  'of course to',
  'crystal clear',
)

/** Whoever speaks says that it is theirs. */
export const owning = any(
  'my (?:own |very own |sole |entire )?(?:fault|mistake|error|oversight|doing|slip|mess|blunder|failing|failure|omission|lapse|responsibility|bad|negligence|carelessness|hand|misreading|misunderstanding|wrong|work|making|head)\\b',
  'let myself',
  'culprit: me',
  'i let (?:that|this|it)',
  '(?:mine|me) (?:alone|and nobody|and no one|, no excuses|entirely)',
  "(?:is|was|are|were|be|'s|entirely|all|wholly|and) mine\\b(?! own)",
  '(?:lies|lay|rests|sits|stops) (?:entirely |squarely |wholly )?(?:with|at) me\\b',
  "(?:is|was|'s|all|entirely|squarely|that one's|falls) (?:down to|on) me\\b",
  'down to me\\b',
  '(?:because|on account) of me\\b',
  'through me\\b',
  'i (?:fully |entirely |simply |do )?own (?:it|that|this|up)',
  'i (?:take|accept|bear|carry) (?:the |full |all |sole |entire |complete |that |it |this )*(?:responsib|blame|fault|on myself|upon myself)',
  "i(?:'m| am| was| have been|'ve been) (?:the (?:one|person|man|woman|assistant) (?:who|that|to)|to blame|responsible|at fault|answerable|accountable|guilty)",
  '(?:no ?(?:one|body)|nobody) (?:else )?(?:to blame )?(?:but|than|except) me',
  'it (?:was|is) (?:i|me)\\b',
  '(?:was|were) i who',
  'i (?:got|had|have got) (?:it|that|this) (?:all |completely |quite )?wrong',
  'i was (?:entirely |simply |plainly |quite )?wrong',
  'i (?:made|have made) (?:a |the |an |that )?(?:\\w+ )?(?:mistake|error|slip|blunder|mess|hash)',
  'i (?:let|have let) (?:you|them|him|her|everyone|the \\w+) down',
  'i (?:blew|botched|bungled|fumbled|messed|slipped|erred|failed|overlooked|forgot|misread|misheard|misunderstood|mixed|muddled|neglected|omitted|missed|confused|swapped|miscounted|mistyped|miscalculated)',
  "i (?:should|ought to|could)(?: have|'ve)",
  "i (?:did not|didn't|never|had not|hadn't|wasn't|was not|failed to)",
  'i did (?:that|this|it)\\b',
  'i alone (?!can|may|will|shall|have|now)',
  'me personally',
  'me, personally',
  'me, not (?:them|him|her|you)',
  'by my hand',
  'by me\\b',
)

/** One thing somebody did, said in the first person. */
export const acting = /\bi(?:'d| had| have|'ve)? (?:\w+ly |then |only |just |also |still |went and |simply )?(\w+)/g

/** Verbs in the first person that own nothing. */
export const notActing: ReadonlySet<string> = new Set(
  `am was will would can could may might must shall should do did have had hope trust know think believe regret
  apologise apologize understand write wanted want wish thank look ask beg am've say admit fear feel find realise see hear
  heard spoke phoned rang called told let moved't report attach attached enclose need suggest propose assure promise read
  check compare verify put't confirm add now no never always spoken seen`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** An apology that is one. */
export const apologies = any(
  '(?:so |very |truly |deeply |terribly |really |awfully |most |sincerely )*sorry(?! (?:if|you feel|that you feel|to hear|she|he|state|sight))',
  'apologi[sz](?:e|es|ed|ing)',
  '(?:my|our|an|sincere|heartfelt|full|deepest|humble|many|with|of|accept|owe)? ?(?<!no )apolog(?:y|ies)',
  'forgive (?:me|us|my|our|the|this)',
  '(?:pardon (?:me|us|it|this|my|our|the)|(?:your|for) pardon|pardon for)',
  'excuse (?:me|us|my|our|this|it|the)',
  '(?:your|for|ask|beg) forgiveness',
  '(?:i|we) (?:do |deeply |truly |sincerely |very much |greatly |much |bitterly |really )*regret(?! to)',
  'which (?:i|we) (?:deeply |very much |sincerely |truly )*regret',
)
/** A word of apology, whatever is built with it. */
export const sorryWords = any(
  'sorr(?:y|ier|iest)',
  'apolog\\w+',
  'pardon\\w*',
  'forgiv\\w+',
  '(?<!\\b(?:no|any|an|the|without|other|such) )excus\\w+',
  'regret\\w*',
  'contrit\\w+',
  'remorse\\w*',
  'asham\\w+',
  'apols?\\b',
  'grudge',
  'penitent',
  'amends',
  'mea culpa',
)

/** What only looks like one. */
export const halfApologies = any(
  'sorry for any',
  'mea culpa',
  'sorry if',
  'sorry (?:that )?(?:the|it|things|this|these|those|some)\\b(?! (?:was|is) (?:my|mine))',
  'sorry (?:that )?you feel',
  'sorry (?:that )?you (?:took|found|felt)',
  'sorry (?:that )?you (?:were|are) (?:upset|offended|annoyed|unhappy)',
  'regret (?:any|if)',
  'apologi[sz]e if',
)
/** Somebody else's. */
export const reportedApologies = any(
  "(?:she|he|they|dana|(?:ms|mrs|mr) \\w+)(?:'s| is| was| are| feels) (?:\\w+ly |so |very |terribly )?sorry",
  '(?:she|he|they|dana|(?:ms|mrs|mr) \\w+) (?:sends?|apologi[sz]es|regrets|offers?|asks? (?:you )?to (?:forgive|pardon))\\b',
  'regret to (?:say|inform|tell|report|note)',
  'regrettable',
  'unfortunate',
)

/** A sentence about what is done from now on. */
export const promises = any(
  'from (?:now|here|today|this (?:day|week|month)|monday|tomorrow)(?: on| onwards?| forward)?',
  '(?:as of|starting|beginning|effective) (?:now|today|tomorrow|this|next|monday)',
  'in (?:the )?future',
  'henceforth',
  'going forward',
  'next time',
  'new (?:habit|rule|routine|practice)',
  "(?:i|we|he|she|they|it|you|that|desk)(?:'ll| will| shall| am going to| are going to)",
  "(?:i'm|we're|i am|we are) (?:\\w+ing)",
  '\\bwill (?:now |always |never |not |also |be |only |no |have |come |go |get |stand )',
  "won't",
  '\\bnow\\b',
  'always',
  'no longer',
  'any ?more\\b',
  'every(?! (?:one|body|thing))',
  'each\\b',
  'whenever',
  'before (?:any|anything|i|we|it|a|an|they|the)\\b',
  'are (?:now|always)',
  'may no longer',
  '(?:has|have) (?:lost|been (?:stopped|limited|blocked|restricted|set))',
  'any longer',
  'next (?!to)\\w+, if',
  '(?:is|are) entered',
  'i have (?:begun|started|set up|put in place|added|made it)',
)
/** A promise that names no step at all. */
export const emptyPromises = any(
  'more care(?:ful|fully)?',
  'be careful',
  "won't happen again",
  'will not happen again',
  'shall not happen again',
  'cannot (?:recur|happen again)',
  'never happen again',
  'take (?:more|better|greater) care',
  'pay (?:more|better|closer) attention',
  'double-?check more',
  'try (?:harder|my best|to)',
  'do better',
  'learn from',
  'more attentive',
  'more thorough',
)

/** What a sentence that moves the blame elsewhere is often built with. */
export const excuses = any(
  'anyone (?:would|could|might|can)',
  "as (?:you|we)(?:'ll| will| all)? (?:know|agree|see)",
  "(?:you|they|he|she|one|somebody|someone) (?:might|could|should|ought|would)(?: to)?(?: at least| also| really)?(?: have|'ve)",
  'really (?:ought|should)',
  'ought to (?!have)',
  'it must be said',
  'to be candid',
  'if i may',
  'all the same you',
  '(?<!\\b(?:i|we|never|not|must|should) )(?:could|might) (?:\\w+ )?have (?!been\\b)(?!had\\b)\\w+',
  '(?:although|though) (?!i )',
  "as (?:you|he|she|they)(?:'d| had| were| was| kept| are)",
  'which makes it',
  'makes it (?:hard|difficult|easy)',
  '(?:has|have|had) a (?:\\w+ )?(?:limit|habit|way of|bug|fault)',
  'get lost',
  '(?:came|arrived|reached (?:me|us)) (?:\\w+ )?late',
  'had been pressing',
  'one would (?:expect|think)',
  'what (?:could|can|do|did) (?:one|people|you|i|we)',
  "you(?:'ll| will) (?:remember|recall|admit|agree)",
  'without (?:much|any) (?:warning|notice)',
  'no wonder',
  'these days',
  'at this time of (?:year|day)',
  'with (?:so\\b|the (?:number|amount|volume|rush|hurry)|all (?:the|that|this)|two phones|(?:list )?names)',
  'in the (?:rush|hurry|confusion|chaos)',
  'the (?:hurry|rush|pressure|workload|heat|chaos|confusion|strike|weather|traffic)\\b',
  'technical',
  'glitch',
  'bug\\b',
  'autocomplete',
  'by itself',
  'of its own',
  'by default',
  "(?:is|was|are|were)(?:n't| not) (?:obvious|clear|clearly|easy|legible|told|informed|given|properly)",
  'hard to (?:read|see|find|follow|tell)',
  'easy to (?:miss|confuse|overlook|mix)',
  'hopeless',
  'nightmare',
  'curse\\b',
  'usual (?:\\w+ )?story',
  "(?<!\\b(?:for|to|with|of|by|from|on|at|about|than) )(?:you|they|he|she) (?:hadn't|had not|didn't|did not|never) ",
  "(?:doesn't|does not|didn't|did not|don't|never|won't|wouldn't|couldn't|can't|cannot) (?:let|allow|show|list|say|tell|answer|reply|respond|explain|listen|mention|warn|filter|offer|confirm|sync|sign|specify|read)",
  'keeps? (?:\\w+ing)',
  'kept (?:\\w+ing)',
  'only gave',
  'you only',
  'too late to',
  'at the last (?:minute|moment)',
  'short(?:-| )staffed',
  'understaffed',
  'left alone',
  'nobody (?:had )?(?:told|said|warned|informed|explained)',
  'no ?one (?:had )?(?:told|said|warned|informed|explained)',
  'otherwise it would',
  'would have been (?:fine|avoided|on time|no)',
  'anyhow',
  'mind you',
  'to be fair',
  'in fairness',
  'in my defence',
  'in all honesty',
  'honestly,',
  'then again',
  'that said',
  'but also',
  '(?:can|could) be read',
  'either way',
  'misunderst(?:anding|ood) (?:between|on)',
  'miscommunication',
  'are not what they',
  'tends? to',
  'happens? to (?:the best|everyone|everybody|us all)',
  'only human',
  'these things happen',
  'things (?:like|happen)',
  'being what (?:it|they)',
  'has been on strike',
  'was on (?:holiday|leave)',
  'was (?:off )?(?:sick|ill|away)',
)

/** What softens an owning: after it the blame often moves. */
export const turns = /\b(?:but|though|although|however|still|yet|even so|all the same|mind you|then again)\b/

const names: ReadonlySet<string> = new Set([
  'outlook',
  'gmail',
  'excel',
  'teams',
  'zoom',
  'autocomplete',
  'autocorrect',
])

/** A machine at the head of what is said, as one that does something. */
export const machineActs = (machine: string): RegExp =>
  new RegExp(
    `(?:^|[,;:.!?(–—-] ?|\\b(?:but|and|because|since|as|that|when|why|how|by|with|blame|thanks to|due to|of) )${names.has(machine) ? '' : "(?:the|our|my|their|your|its|this|that|these|[\\p{L}-]+'s?) (?:[\\p{L}-]+ ){0,3}"}${machine}(?:'s)?\\b(?! (?:you|i|we|that you|that i)\\b)`,
    'u',
  )

/** Things that are given the blame where the facts do not name them. */
export const machines =
  /\b(?:system|software|tool|portal|form|app|template|server|network|wifi|autocomplete|autocorrect|printer|model|algorithm|machine|computer|platform|interface|screen|update|switchboard|filter|settings?|outlook|gmail|excel|teams|zoom)\b/g
