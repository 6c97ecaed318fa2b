import { actionIn, doneByDate, isAction, undone } from './verbs.ts'

type Groups = Record<string, string | undefined>
/** How a promise is said. Each is held to its record: suggest.test.ts counts what every way found and how much of it was right. */
export type Way =
  | 'i will'
  | 'will, first in a sentence'
  | 'i am doing it, by a day'
  | 'i do it, by a day'
  | 'i owe you'
  | 'you will have it'
  | 'it comes to you'
  | 'it will be at your place'
  | 'it will be done by us, or to you'
  | 'asked and answered yes'
  | 'somebody known, in notes'
  | 'marked as a task'
type Form = {
  readonly way: Way
  readonly said: RegExp
  readonly what: (groups: Groups) => string | null
  /** Only a day makes it one. */
  readonly isDated?: true
  /** Only a sentence's beginning: within one, its subject may be somebody else. */
  readonly isFirst?: true
}

const adverb =
  '(?:(?:also|certainly|definitely|gladly|of course|then|now|just|still|personally|myself|humbly|happily|quickly|surely|hereby|both|all|always) )*'
const acknowledged =
  '(?:(?:sure(?: thing)?|ok(?:ay)?|yes|yep|right|fine|noted|understood|agreed|thanks|thx|great|got it|on it|happy to|my bad|sorry|apologies|absolutely|no problem)[ ,.:–-]*)*'
const inSpeech = (pattern: string): RegExp => new RegExp(pattern, 'isu')

/** What is sent by those who promise it: all else that comes to somebody may come of itself, or from others. */
const sent =
  /\b(?:accounts|agendas?|agreements?|analysis|answers?|acceptance|badges|bills?|bios?|brochures?|biography|bouquet|breakdowns?|budgets?|catalog(?:ue)?s?|certificates?|cheques?|comments|confirmations?|contracts?|cop(?:y|ies)|corrections|credentials|cvs?|decks?|deeds?|deposit|details|drafts?|drawings|documents?|edits|estimates?|feedback|figures|files?|forms?|guide|handbook|handover|headcount|headshots?|invitations?|invites?|invoices?|itinerary|keys|layout|letters?|links?|lists?|logos?|maps?|memos?|menus?|minutes|notes?|numbers|offers?|originals?|originals|outline|parcels?|passes|payment|pages?|papers?|photos?|pictures|plans?|pre-?reads?|presentation|programmes?|proofs?|proposals?|prototypes?|quotes?|quotations?|receipts?|rebate|recordings?|redlines|references?|refunds?|remittance|replacements?|requirements|repl(?:y|ies)|reports?|responses?|samples?|scans|schedules?|sheets?|slides|specs?|statements?|summar(?:y|ies)|templates?|texts?|tickets|timetables?|titles?|transcripts?|translations?|versions?|vouchers?|wording)$/i
const told =
  /\b(?:did|was|were|had|hear|heard|that|look|need|await|who|which|where|is|are|will|got|says?|i|we|you|he|she|they)\b/i

/** A thing that is sent; what is said about it may follow. */
const isSent = (what: string): boolean =>
  !told.test(what) && sent.test((what.split(/,| (?:for|of|on|from|with|by|in|to|at|about)\b/i)[0] ?? '').trim())

/** "The file", "the copy": of what, is said elsewhere. */
const unnamed = /^the (?:file|document|cop(?:y|ies)|version|answer|result|rest)$/i

/** A capital that only begins a sentence: "Full report", "Corrected invoice". */
const begun = (what: string): string =>
  /^(?:full|final|first|second|new|latest|next|train|passport|visa|hotel|flight|[a-z]+ed|[a-z]+ing)\b/i.test(what) ||
  sent.test(what.split(' ')[0] ?? '')
    ? what.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
    : what

const when =
  '(?:by|before|no later than|until|on|this|next|within|in|at|today|tonight|tomorrow|first thing|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'

/** "I'll …", "I'm sending …", "I send … on Friday": what the one who speaks does. */
const acts: readonly Form[] = [
  {
    way: 'i will',
    said: inSpeech(
      `(?<!\\w )let me(?! (?:have|get|take|keep|borrow|hear|go|off|through|finish|try|explain|clarify|add|remind|ask|know|mention|introduce|assure|put it|tell|stress|say|see|be|guess|repeat|outline|share)\\b) (?<rest>${adverb}[a-z].*)$`,
    ),
    what: ({ rest = '' }) => actionIn(rest),
    isDated: true,
  },
  {
    way: 'i will',
    said: inSpeech(
      `\\b(?:(?:i|we)(?:'ll| will| shall|'m going to|'re going to| am going to| are going to|(?:'m| am|'re| are)? gonna| (?:hereby |solemnly )?(?:undertake|promise(?: you)?|pledge|agree|volunteer|commit|do promise|engage (?:myself|ourselves)|guarantee) to)|(?:count|rely|bank|depend) on (?:me|us) to|(?:have|got) (?:my|our) (?:word|commitment|promise|assurance)(?: that (?:i|we)(?:'ll| will| shall)| to)) (?<rest>${adverb}[a-z].*)$`,
    ),
    what: ({ rest = '' }) =>
      actionIn(rest) ?? (/^(?:have the|matching|[a-z]+ing )/i.test(rest) ? doneByDate(rest) : null),
  },
  /** "Our office will": who speaks for others speaks of them as of themselves. */
  {
    way: 'i will',
    said: inSpeech(
      `^(?:.{0,30}[,:] ?|(?:but|and|so) )?(?:(?:our|my) (?:side|office|team|people|desk|staff)|(?:someone|somebody) (?:from|in|at) (?:our|my) (?:side|office|team)|one of us)(?:'ll| will| shall) (?<rest>${adverb}[a-z].*)$`,
    ),
    what: ({ rest = '' }) => actionIn(rest),
    isDated: true,
  },
  {
    way: 'will, first in a sentence',
    said: inSpeech(`^${acknowledged}will (?<rest>${adverb}[a-z].*)$`),
    what: ({ rest = '' }) => actionIn(rest),
    isFirst: true,
  },
  {
    way: 'i am doing it, by a day',
    said: inSpeech(`\\b(?:i'm|we're|i am|we are) (?<rest>${adverb}[a-z-]+ing\\b.*)$`),
    what: ({ rest = '' }) => doneByDate(rest),
    isDated: true,
  },
  {
    way: 'i do it, by a day',
    said: inSpeech(
      `^(?:\\W*${acknowledged}(?:and |so |but |then )?|.{0,40}[:–] )(?:i|we) (?<rest>${adverb}(?!get|read|put|set|cut|hit|let|offer|plan|confirm (?!it|you|by))[a-z-]+ .+)$`,
    ),
    what: ({ rest = '' }) => (isAction(rest) && !written.test(rest) ? rest : null),
    isDated: true,
  },
  {
    way: 'i owe you',
    said: /\b(?:i|we) (?:still )?owe you (?<what>(?:the|our|my|an?|your) [^,.]+?)(?:,? (?:and|which) .*|,.*)?$/is,
    what: ({ what = '' }) =>
      /\b(?:drink|apology|explanation|favour|favor|beer|lunch|dinner|coffee|one)\b/i.test(what) ? null : what,
  },
]

/** "We send our apologies", "I do the crossword on Friday": what a letter does, and what one likes to do. */
const written =
  /^(?:send|give|offer) (?:you )?(?:our|my) (?:solemn )?(?:apolog|word|promise|regards|best|love|thanks|wishes|condolences|congrat)|^call (?:it|that|this)\b|^(?:do|make|have|call|speak|talk|meet|join)\b(?!.*\b(?:by|until|till|before|tomorrow|today|tonight|this|next|within|latest|for you|to you|for (?:mon|tues|wednes|thurs|fri)day)\b)/i

const byOthers = /\bby (?:the (?!\d|end|close)|our |my |your |\p{Lu}(?!\p{L}+day\b))/u

const isMoney = /\b(?:refund|rebate|deposit|payment|money|fee|balance|credit|reimbursement|remittance|transfer)\b/i

/** What comes from the one who speaks, to whom they speak to, by a day. */
const coming: readonly Form[] = [
  {
    way: 'it will be at your place',
    said: inSpeech(
      `^(?:.{0,40}[,:] ?|(?:but|and|so) )?(?<what>[^,:]{3,60}?) (?:(?:will |shall )be|lands?|landing|will land) (?<place>(?:in|on) (?:the(?= post\\b| mail\\b)|your) (?:inbox|e?mail|mailbox|post|desk|folder|dropbox|drive|tray|account)\\b)(?<tail>.*)$`,
    ),
    what: ({ what = '', place = '', tail = '' }) => {
      if (!isSent(what)) return null
      if (/account$/i.test(place)) return isMoney.test(what) ? `pay ${begun(what)}${tail}` : null
      return /(?:inbox|mail|mailbox|email|post)$/i.test(place)
        ? `send ${begun(what)}${tail}`
        : `put ${begun(what)} ${place}${tail}`
    },
    isDated: true,
  },
  {
    way: 'you will have it',
    said: /(?:^|[,;:] |\band )(?:you|u)(?:'ll| will| shall) (?:have|get|receive|be (?:getting|receiving)) (?:from (?:us|me) )?(?<what>(?:the|our|my|your|an?|all|both|\d+|version|\p{Lu}\S*'s) .+)$/isu,
    what: ({ what = '' }) => {
      const [thing = ''] = what.split(new RegExp(` (?=${when}\\b)`, 'i'))
      return / from (?!me\b|us\b|my\b|our\b|here\b)/i.test(what) || !isSent(thing) || unnamed.test(thing)
        ? null
        : `send ${what}`
    },
    isDated: true,
  },
  {
    way: 'it will be done by us, or to you',
    said: inSpeech(
      `^(?:.{0,30}[,:] |(?:but|and) )?(?<what>(?:the|our|my|your|both|all|\\p{Lu}[\\p{L}']+) [^,:]{2,60}?|\\p{Lu}[\\p{L}]+) (?:(?:will|shall) be|is being|are being|is|are|(?:is|are) to be) (?<done>[a-z]+(?:ed|t)|paid|done|made|put|written|given)(?: out| off| back| up| over)?(?<mid>(?: [\\w/]+){0,4}?) (?:by (?:me|us)|(?<=(?:be|being) [a-z ]+)to you(?! by (?:\\p{Lu}|the \\p{L})))\\b(?<tail>.*)$`,
    ),
    what: ({ what = '', done = '', mid = '', tail = '' }) =>
      byOthers.test(tail) ? null : `${undone(done)} ${what}${mid.replace(/(?<= and )[a-z]+/i, undone)}${tail}`,
    isDated: true,
  },
  {
    way: 'it comes to you',
    said: inSpeech(
      `^(?:.{0,30}[,:] ?|(?:but|and|so) )?(?<what>[^,:]{3,60}?) (?:(?:will|shall) be with you|(?:will |shall )?reach(?:es)? you|(?:is |are |will be )?(?:coming|going|going back) (?:your way|to you)|(?:will |to |shall )?follows?(?= (?:by|${when})\\b)|(?:will |shall )?(?:go|goes|come|comes) (?:out |over |back )?to you|(?:with|(?:back |over )?to) you(?= (?:by|${when})\\b))\\b(?<tail>.*)$`,
    ),
    what: ({ what = '', tail = '' }) => (isSent(what) ? `send ${begun(what)}${tail}` : null),
    isDated: true,
  },
]

/** "I think I'll", "he asked whether I'll", "Tom said: I'll": a thought, a question, or another's words. */
const aired =
  /\b(?:whether|(?:i|we) (?:think|believe|reckon|suspect|imagine|fancy|assume|expect)|asked (?:me|us)|\p{Lu}\p{L}+ (?:said|wrote|says|asked|asks))\b[^.;]*\b(?:i|we)(?:'ll| will| shall)\b|\b(?:when|why|how|where|what|who|which|like|thinks?|believes?|expects?|wants?|fears?|seems|or) (?:that )?(?:i|we)(?:'ll| will| shall)\b/iu

/** It comes by way of somebody else. */
const ofOthers =
  / from (?!me\b|us\b|our (?:side|office|end|team)\b|my (?:side|office|end|team)\b|here\b|(?:\p{L}+day|tomorrow|today|\d))| courtesy of | via (?!e?mail|courier|post)| on behalf of /iu

const forms: readonly Form[] = [...acts, ...coming]

export type Promised = { readonly way: Way; readonly what: string }

/** What a part of a text promises for the one who speaks; null: nothing, or nothing that is sure. */
export function promisedIn(text: string, hasDay: boolean, isFirst: boolean): Promised | null {
  const plain = text.replace(/(?<=\p{L}{2})(?<!\b(?:you|they|she|who|that|this|there|it))'ll /giu, ' will ')
  if (aired.test(plain)) return null
  for (const form of forms) {
    if ((form.isDated && !hasDay) || (form.isFirst && !isFirst)) continue
    const m = form.said.exec(plain)
    const what = m && form.what(m.groups ?? {})
    if (what && !(coming.includes(form) && ofOthers.test(what))) return { way: form.way, what }
  }
  return null
}

/** "You'll get it Monday", "Target is the 9th", "Should take me until Monday": a day, and nothing else that is new. */
export const dates = (text: string): boolean =>
  /^\W*(?:(?:and|so|but),? )?(?:(?:you(?:'ll| will)? |u )(?:have|get|receive|be getting) (?:it|them|that|this|one)\b|(?:it|they|that|this)(?:'ll| will| is| are| gets?|'s|'re)? (?:be |get |reach |come |done )|(?:my |the )?(?:target|deadline|eta|delivery|aim) (?:is|will be|:)|(?:you can )?expect (?:it|them|that)\b|should (?:take|be) |due |back (?:to|with) (?:us|me|you)\b|(?:by|before|no later than|latest) )/i.test(
    text,
  ) && text.trim().split(/\s+/).length <= 14
