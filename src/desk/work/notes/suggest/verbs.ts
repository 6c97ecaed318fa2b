/** What one does when one promises something: everything else that is said of oneself is none ("I'll be late"). */
const doing = [
  'absorb|activate|add|adjust|alert|align|amend|analy[sz]e|answer|apply for|approve|archive|arrange|ask',
  'assemble|assess|attach|audit|authori[sz]e|babysit|back up|bill|block (?:the|out|off|it|that|your)|book',
  'brief|bring|bring forward|build|buy|calculate|call|call off|cancel|certify|chair|change|charge|chase',
  'check|check you in|circle back|circulate|clarify|clean|clear|collect',
  'come (?:back|round|over|by) (?:to you )?with|come back to you|compare|compensate|compile|complete',
  'configure|confirm|connect|contribute|convert|convey|coordinate|copy|correct|countersign|courier|cover',
  'credit|crunch|cut (?:the|it)|deal with|deduct|delete|deliver|demo|deploy|design|despatch|destroy',
  'diari[sz]e|dig out|disable|dispatch|divert|do (?:the|it|that|this|all)|donate|double-check|downgrade',
  'draft|draw up|drive you|drop (?!by|in\\b)|drop (?:it|you a line|the|your|a|them|off)|e-mail|edit|email',
  'empty|enable|enclose|ensure|enter|escalate|escort|evaluate|examine|explain|extend|facilitate|fax|feed',
  'fetch|file|fill|find out|finish|firm up|fit|fix|flag|follow (?:up|through)|follow up|format|forward',
  'free up|freeze|furnish|gather',
  'get (?:back|hold of|on to|onto|in touch|started|\\p{Lu}\\p{L}+|an?|our|your|my|his|her|their|both|all|some)',
  'get (?:you|the|it|that|this|those)|get back|give|go (?:through|over) (?:it|the|all|your|this|that)|hand',
  'hand (?:it|them|that|the|in|over|out)|handle|have (?:a word|gone|read|drafted|prepared)',
  'have (?:the|it|them|that|those|this|your|our|my|a|\\p{Lu}\\p{L}+) (?=.*\\b(?:ready|done|sent|send|back|inbox|desk|mail|post|with you|extended|signed|finished|printed|fixed|delivered|for you|by|word)\\b)',
  'have a (?:quiet )?(?:word|chat|look)|hire|hold (?:it|that|this|your|a|off)|hold the|host|inform|input',
  'inspect|install|interview|introduce|investigate|invite|invoice|issue|join (?:the|your)',
  'keep (?:it|that|this|a|your)|keep (?:you (?:posted|informed|up to date)|the)|label|laminate|launch',
  'lay out|lend|let you (?:know|have)|liaise|lift the|line up|load|loan|lodge|log',
  'look (?:over|through|again at)|look after|look into|look up|loop (?:in|you)|lower|mail',
  'make (?:the|a|an|you|it)|make sure|map out|mark|match|measure|meet (?:the|your) deadline|mend|mention',
  'merge|message|migrate|mind the|moderate|mount|move|negotiate|nominate|notari[sz]e|notify|nudge|obtain',
  'offset|onboard|order|organi[sz]e|outline|pack|paint|pass (?:it|this|that|the) .*on|patch|pay',
  'pencil (?:it|you|that|them|in)|phone|photocopy|photograph|pick|ping|pitch|place|plan|plant|polish',
  'pop (?:it|this|that|the|a|your|over)|populate|post|postpone|prepare|present|print|procure|produce|proof',
  'proofread|propose|provide|publish|pull together|purchase|push (?:it|the|that|this|back|for)',
  'put (?:together|it|the|you)|put forward|put in a word|quote|raise|re-check|re-run|re-send|reach out',
  'read (?:the|it|all|through|your|our|that|this|up)|rebook|rebuild|recheck|recommend|reconcile|record',
  'rectify|redact|redirect|redo|redraft|reduce|refer|refund|register|reimburse|reissue|relay|release|remedy',
  'remind|remit|remove|renew|repair|repay|rephrase|replace|reply|report|request|reroute|rerun|research',
  'resend|reserve|reset|resolve|respond|restore|retract|return|revert|review|revise|reword|rework|rewrite',
  'ring|roll back|roll out|run (?:it|this|that|the|a|your|through)|scan|schedule|screen|secure|see to|send',
  'set (?:up|the|a|it|aside|out)|set up|settle|share|ship|shorten|shortlist|show|shred|sign|sign off|sketch',
  'sort|sound (?:out|him|her|them)|source|speak|speak (?:on|for)|speak (?:to|with|at)|spell out|sponsor',
  'stand in|step in|stick (?:it|the|a)|sub-?edit|submit|sum up|summari[sz]e|supply|swap|swing by with|switch',
  'take (?:you through|the (?:minutes|notes|lead|action)|it (?:up|to|from)|that (?:up|on)|over|on)',
  'take care of|talk to|talk you through|tell (?!you what)|tell you (?!what,)|test|text|ticket|tidy|tie up',
  'turn (?:it|the|this|that|your)|top up|touch base with|train|transfer|translate|trim|tweak|type up|unlock|update|upgrade|upload|validate',
  'verify|vet|waive|walk the|walk you through|water|whatsapp|wipe|wire|withdraw|work (?:out|up|on)|wrap',
  'wrap up|write|write up|zip',
  'be in touch|instruct|square|go back to|find (?:you|him|her|them|us|an?|the|another)|engage|enrol|enlist|hammer out|iron out|level with|lobby|name|press|prod|pressure|probe|quiz|screen|secure|sit down with|smooth|stump up|thrash out|top off|touch up|unblock|underwrite|write off|write back|mock up|mail over|fast-track|accompany|acquire|advise|assign|attend|box up|cater|compose|cost|dig up|discuss (?:it|this|that) with (?!you)|bear (?:the|all|any) (?:costs?|expenses?|fees?)|keep (?=.*\\b(?:free|open|clear)\\b)|knock (?=.*\\boff the\\b)|have (?:sent|signed|finished|completed|paid|delivered|returned|posted|transferred|written) |distribute|expedite',
  'explore|grab|grant|have (?:an? (?:final |firm |first |proper |quick )?)(?:answer|reply|response|decision|update|draft|quote|price|figure|proposal|version|number)',
  "hold off (?:on )?\\w+ing|honou?r (?:the|that|your|our|it)|hop on|intro|itemi[sz]e|join|knock (?:up|out) (?:the|an?)|let (?:the|him|her|them|our|your|my|\\p{Lu}[\\p{L}'-]+)(?: [\\p{L}'-]+){0,3} know",
  'nail down|offer|oversee|pin down|pop (?:in|round|over|by) with|process|pursue|put (?:in|your|his|her|their|our|my|a|an|some|both|\\p{Lu}\\p{L}+)|query',
  're-[a-z]+|reconfirm|reformat|reinstate|ring round|rush|scout|see that|service|shift|shoot (?:you|it|that|the|them|over|across)|slot',
  'solve|stamp|staple|stock|store|survey|swing by (?:and|to)|tackle|tag|take (?:your|his|her|their|both|all|an?) |tally|track (?:it|them|down)',
  'try (?:again|\\p{L}+ again|the [\\p{L} ]+ again)|type|visit|warn|weigh up|whip up|call round|courier|email|head over with|see it (?:through|done)',
].join('|')
const starts = new RegExp(
  `^(?:(?:also|certainly|definitely|gladly|then|now|just|still|personally|myself|humbly|happily|quickly|both|surely|hereby|first|immediately|promptly) )*(?:${doing})\\b`,
  'iu',
)

/** Said of oneself, and no promise: where one is, what one eats, how one feels, that one will meet. */
const idle =
  /^(?:(?:collect|fetch|bring|pick up|take|drive|meet) (?:my|the) (?:kids?|children|daughter|son|wife|husband|mother|father|mum|dad|dog|family)\b|hand in my|get married|move (?:office|offices|house|home|in|into|out|on)\b|change (?:trains|planes|jobs)|move to\b|return (?:to|from|home)\b|make (?:you|him|her|them) (?:proud|laugh|happy|smile|pay)|show (?:them|him|her|you (?:how|what))\b|answer for|send (?:my |our |you )?prayers|give (?:you )?a hint|write this|review (?:it|this|that) (?:at|in) the|get together|give (?:you|him|her|them) an? (?:wave|hug|kiss|cuddle)|hold a minute|finish (?:my|work|school|university)\b|take (?:your|his|her|their) silence|get an? (?:new|haircut|cold|dog|cat|job|tattoo|life|feel|sense|headache|tan|raise|move|lift)\b|get my|have (?:kittens|a (?:baby|party|great|good|lovely))|join (?:you|him|her|them|us)(?: all)? (?:for|at|in) (?:a |the )?(?:lunch|dinner|drinks?|coffee|breakfast|party|bar|supper)|keep (?:that|this|your|you) (?:in (?:mind|my)|point)|make an? (?:fool|habit|living|killing|day|night|mess)|speak (?:at (?!your|the )|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|then|soon|later|again|with (?:one|a))\b|speak$|have an? (?:quick |proper |final )?(?:figure|number|price) (?:of|in mind)\b|join (?:the (?:gym|army|queue|circus|club|dots)|in\b|you in (?:saying|thanking|wishing))|take (?:your|her|his|their) (?:point|word|advice|time|leave)|take an? (?:break|nap|look around|walk|seat|day|week|rain|few|breath|bath|while|cab|taxi|train|flight|bus|holiday)|put (?:a|an|some|my|your) (?:brave|end|feet|money|foot|mind|sock|stop|lid)|put in (?:a|some) (?:run|swim|appearance)|run (?:the|a) (?:marathon|half|race|bath|risk|temperature)|offer (?:my|our) (?:condolences|congratulations|thanks|sympath|apolog)|visit (?:my|the (?:museum|doctor|dentist))|grab (?:a|some) (?:coffee|lunch|bite|drink|sandwich)|attend (?:mass|the (?:funeral|wedding|concert|opera))|discuss (?:it|this|that) (?:then|when|further)|be (?:in (?!touch)|on|at|away|out|back|late|there|here|honest|frank|glad|happy|fine|off)|see (?:you|what|how)|have (?:the (?:fish|chicken|soup|steak|usual)|a (?:coffee|think|drink|bite|nap|lie-down))|have no |have (?:to|been|had)\b|order (?:the |a )?(?:fish|chicken|steak|pizza|wine|coffee|soup)\b|get the (?:next |early |late |last )?(?:train|bus|coffee|door|drinks|joke|picture|tram|ferry)\b|pay (?:you a (?:visit|compliment)|attention|heed|the bill for)|confirm (?:our|receipt|having|that|the (?:receipt|meeting|date))\b|(?:re)?send (?:you )?this\b|get (?:a (?:coffee|taxi|cab|drink|grip)|over|on with|an? (?:earful|ulcer|headache))|buy (?:that|you a drink|it when)|change my|speak (?:my mind|for myself|frankly|plainly)|cut to the|give (?:them|him|her) hell|run (?:late|out|off)|take (?:it from (?:here|me)|the (?:train|bus|stairs|fish|chicken|day)|over the world)|plan (?:on|to)|tell (?:you (?:something|a (?:secret|story)|the truth|honestly)|them apart)|mention (?:that|it) in passing|request that|clear my (?:head|throat)|keep (?:a low|it (?:short|brief|in mind|to myself))|hold (?:it against|off)|work on (?:that|myself|it)\b|let you (?:go|off)|tell you (?:what|something)|give (?:you that|up|in|it a)|bet|miss|love|keep (?:my fingers|quiet|an eye)|check (?:in\b(?! with)|out\b)|do (?:my best|what i can)|get (?:there|home|the (?:train|bus|bill|coat))|make (?:it\b|do|the (?:most|best)|a (?:fuss|scene|point|wish)|up (?:my|your))|call (?:it (?:a|quits)|you names)|(?:send|give|pass on) (?:him |her |them |you )?(?:my|our) (?:love|regards|best|condolences|greetings|wishes)|ask you\b|remind you that|show up|bring it on|take care of (?:myself|yourself)|hold the (?:fort|line)|raise a glass|write (?:a book|my memoirs)|pay (?:the price|for it)|give (?:it (?:a|some)|you (?:that|a ring and))|add that|put (?:the kettle|it (?:this|another) way|up with)|cover my|read (?:the riot|it and weep)|draw (?!up)|set (?:off|out|foot)|get (?:you there|it$|the (?:hang|point))|let you know when (?:hell|pigs))/i

export const isAction = (rest: string): boolean => starts.test(rest) && !idle.test(rest)

/** "drafting" as "draft", "writing" as "write", "putting" as "put"; null: it is nothing that is promised. */
function verbOf(ending: string, length: number, tail: string): string | null {
  const stem = ending.slice(0, -length)
  const forms = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'), stem.replace(/i$/, 'y')]
  return forms.find((form) => isAction(`${form}${tail}`)) ?? null
}

/** "I'm writing to ask", "I'm giving a talk": what a letter is for, or how a day goes. */
const isTalk =
  /^(?:(?:just|now|also) )*(?:(?:writing|calling|e?-?mailing|checking|asking|ringing|texting|messaging|replying|reporting|following|reaching|applying|confirming|reminding|speaking)(?: you| in| out| up| back)? (?:to|about|because|regarding|re|on behalf|with|at|as|from)|giving (?:a|the|my) |launching|reading|writing this|returning (?:to|from)|hosting|presenting|chairing|moderating|speaking|planning|buying|asking|checking|quoting|covering)\b/i

/** "sending you the list" as "send you the list"; null where what one is doing is no promise. */
export function doneByDate(rest: string): string | null {
  const m = /^(?:(?:also|now|just|then|personally|already) )*(?<verb>[a-z-]+ing)\b(?<tail>.*)$/is.exec(rest)
  const [said, tail] = [m?.groups?.verb?.toLowerCase(), m?.groups?.tail ?? '']
  if (said === undefined) return null
  if (isTalk.test(rest)) return null
  if (said === 'sorting') return `sort${tail}`
  const verb = verbOf(said, 3, tail)
  return verb === null ? null : `${verb}${tail}`
}

const irregular: Record<string, string> = {
  sent: 'send',
  paid: 'pay',
  done: 'do',
  made: 'make',
  brought: 'bring',
  written: 'write',
  given: 'give',
  taken: 'take',
  built: 'build',
  bought: 'buy',
  put: 'put',
  shipped: 'ship',
}
/** "delivered" as "deliver", "sent" as "send". */
export const undone = (done: string): string => {
  const said = done.toLowerCase()
  return irregular[said] ?? verbOf(said, 2, ' it') ?? said.replace(/ed$/, '')
}

/** What is promised where somebody says "I'll …": as it stands, or what follows an idle beginning ("sleep on it and send …"). */
export function actionIn(rest: string): string | null {
  const plain = rest.replace(
    /^(?:take (?:the|an|on the) action (?:item )?to|make a point of|make sure to|be sure to|see that i|go ahead and|try and) /i,
    '',
  )
  const be = /^be (?:the one )?(?<doing>[a-z-]+ing .+)$/is.exec(plain)?.groups?.doing
  if (be !== undefined) return doneByDate(be)
  if (isAction(plain)) return plain
  const second = /^(?<first>[^,;]+?),? and (?:then |also |i'll |will )*(?<second>[a-z].+)$/is.exec(plain)?.groups
  return second?.second !== undefined && isAction(second.second) ? `${second.second} (${second.first})` : null
}

/** What somebody named does, as notes say it: "to send", "sends", "revised price sheet"; null where it is no task. */
export function doneBySubject(rest: string): string | null {
  const plain = rest
    .trim()
    .replace(
      /^(?:to|will|shall|is to|(?:has )?(?:took|taken) the action to|(?:has )?(?:agreed|undertook|promised|committed|volunteered) to|(?:has )?confirmed (?:that )?(?:he|she|they|(?:his|her|their) \p{L}+) will) /iu,
      '',
    )
  if (isAction(plain)) return plain
  return asOfOne(plain)
}

/** "supplies the data" as "supply the data"; null where it is no task. */
function asOfOne(plain: string): string | null {
  const m = /^(?<verb>[a-z]+s)(?<tail> .+)$/is.exec(plain)?.groups
  const verb = verbOf(m?.verb ?? '', 1, m?.tail ?? '') ?? verbOf(m?.verb ?? '', 2, m?.tail ?? '')
  return m && verb !== null ? `${verb}${m.tail}` : null
}
