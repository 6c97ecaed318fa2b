import * as z from 'zod'
import { dateText } from '../../../shapes.ts'
import { readDue } from '../../due/model.ts'
import { commitmentDraft, dueAtOf, firstChase, folded, type Party, type Side } from '../model.ts'
import { dayWords, dueWords, promiseWords } from '../words.ts'

/** What one typed line would be as a promise; without a draft, `words` ask for what is missing. */
export const captured = z.object({
  draft: commitmentDraft
    .pick({ what: true, side: true, by: true, to: true, dueOn: true, time: true, zone: true })
    .nullable(),
  words: z.string(),
  assumed: z.array(z.string()),
  parts: z.array(z.object({ from: z.int(), to: z.int(), meaning: z.string() })),
  chaseOn: dateText.nullable(),
})
export type Captured = z.infer<typeof captured>

/** Who types, at whose desk, when. */
export type Typing = { readonly now: Temporal.ZonedDateTime; readonly me: string; readonly executive: string }

const nameWord = "\\p{Lu}[\\p{L}\\p{M}'’.-]*"
const name = `${nameWord}(?: (?:(?:de|del|della|di|da|van|von|der|den|la|le|al|bin|ten) )*${nameWord})*`
const pronoun = '(?:i|we|me|us)'
const someone = `(?:${pronoun}|${name})`

type Found = { readonly by: string; readonly to: string | null; readonly what: string; readonly from: number }

const verbs =
  'send|share|forward|get|give|bring|show|pay|lend|write|mail|email|text|call|ring|tell|let|draft|prepare|provide|deliver|return|confirm|answer|book|find|make|check|review|sign|introduce|hand|pass|update|arrange|finish|submit|come back|look into|set up|sort out|put together|follow up|reply'

/** Ways one says who owes what to whom, the plainest first. */
const forms: readonly (readonly [RegExp, (m: RegExpExecArray) => Omit<Found, 'from'>])[] = [
  [
    new RegExp(`^\\s*(?<by>${someone}) (?:still |also )?owes? (?<rest>.+)$`, 'isu'),
    (m) => ({ by: m.groups?.by ?? '', ...leading(m.groups?.rest ?? '') }),
  ],
  [
    new RegExp(`^\\s*(?<by>${someone}) (?:has |have )?promised (?<rest>.+)$`, 'isu'),
    (m) => ({ by: m.groups?.by ?? '', ...leading(m.groups?.rest ?? '') }),
  ],
  [
    new RegExp(`^\\s*(?<by>${someone})(?:['’]ll| will| shall| is to| are to| to) (?<rest>(?:${verbs})\\b.+)$`, 'isu'),
    (m) => ({ by: m.groups?.by ?? '', ...doing(m.groups?.rest ?? '') }),
  ],
]

const whom = new RegExp(`^(?<to>${someone})(?<sep>\\s*[:–—-]\\s+|\\s+)(?<what>\\S.*)$`, 'su')
const whomAny = new RegExp(`^(?<to>${pronoun})(?<sep>\\s*[:–—-]\\s+|\\s+)(?<what>\\S.*)$`, 'isu')
const toWhom = new RegExp(`^(?<what>.+?)\\s+(?:to|for)\\s+(?<to>${name}|me|us)(?<tail>\\s.*|)$`, 'su')

/** "Camille the redlines", "us: the price sheet", "the redlines to Camille" */
function leading(rest: string): { to: string | null; what: string } {
  const first = whom.exec(rest) ?? whomAny.exec(rest)
  if (first) return { to: first.groups?.to ?? null, what: (first.groups?.what ?? '').replace(/^(?:that|to)\s+/i, '') }
  const behind = toWhom.exec(rest)
  return behind
    ? { to: behind.groups?.to ?? null, what: `${behind.groups?.what}${behind.groups?.tail ?? ''}` }
    : { to: null, what: rest }
}

/** "send Camille the redlines": to Camille; "send the redlines to Camille" */
function doing(rest: string): { to: string | null; what: string } {
  const m = new RegExp(`^(?<verb>${verbs}) (?<to>${name}|me|us) (?<what>.+)$`, 'su').exec(rest)
  if (m) return { to: m.groups?.to ?? null, what: `${m.groups?.verb} ${m.groups?.what}` }
  const behind = toWhom.exec(rest)
  return behind
    ? { to: behind.groups?.to ?? null, what: `${behind.groups?.what}${behind.groups?.tail ?? ''}` }
    : { to: null, what: rest }
}

const example = 'for example “Marc owes us the price sheet by Fri”, or “I owe Camille the redlines tomorrow 16:00”'

/**
 * Reads one typed line as a promise: who, to whom, what, by when. What is missing, and what speaks of a day or a time and
 * was not understood, is asked; nothing is guessed. Never throws, whatever is typed.
 */
export function capture(typed: string, typing: Typing): Captured {
  const text = typed.slice(0, 500).replace(/\s+/g, ' ')
  const wasDue = /\bwas due\b/i.test(text)
  const due = readDue(text, typing.now)
  const asks = (words: string): Captured => ({
    draft: null,
    words,
    assumed: due.doubt === null ? [...due.assumed] : [],
    parts: [...due.parts],
    chaseOn: null,
  })
  const left = due.left.replace(/\b(?:was |is |it is )?due\b\s*$/i, (said) => ' '.repeat(said.length))
  const found = findIn(left)
  if (!found) return asks(`Say who owes what to whom, ${example}`)
  if (due.doubt) return asks(due.doubt)
  const what = tidy(found.what)
  const [by, to] = [partyOf(found.by, typing), found.to === null ? null : partyOf(found.to, typing)]
  if (to === null && !by.here)
    return ready({ by: by.party, to: { ...desk(typing) }, what, side: 'theirs' }, due, typing, wasDue, asks)
  if (to === null)
    return asks(`To whom? Name them behind “owe”: “I owe Camille ${what === '' ? 'the redlines' : what}”`)
  if (!by.here && !to.here) return asks(`Neither ${by.party.name} nor ${to.party.name} is at this desk`)
  const side: Side = by.here && (!to.here || folded(by.party.name) === folded(typing.me)) ? 'ours' : 'theirs'
  return ready({ by: by.party, to: to.party, what, side }, due, typing, wasDue, asks)
}

type Who = { readonly by: Party; readonly to: Party; readonly what: string; readonly side: Side }

function ready(
  who: Who,
  { due, parts, assumed }: ReturnType<typeof readDue>,
  { now, me, executive }: Typing,
  wasDue: boolean,
  asks: (words: string) => Captured,
): Captured {
  if (who.what === '') return asks(`What is owed? ${example.replace(/^for/, 'For')}`)
  if (folded(who.by.name) === folded(who.to.name))
    return asks(`Both sides are ${who.by.name}: nobody owes something to themselves`)
  const draft = { ...who, ...(due ?? { dueOn: null, time: null, zone: null }) }
  const dueAt = dueAtOf(draft, now.timeZoneId)
  if (dueAt !== null && dueAt < now.epochMilliseconds && !wasDue)
    return asks(
      `${dayWords(Temporal.PlainDate.from(draft.dueOn ?? ''), now.toPlainDate())} has passed: say another day`,
    )
  const terms = { ...draft, owner: 'assistant' as const }
  const chaseOn = firstChase(draft.dueOn, now.toPlainDate())
  const said = promiseWords({ side: who.side, terms: terms as never }, { name: me, executive })
  const next = `asked after ${dayWords(Temporal.PlainDate.from(chaseOn), now.toPlainDate())}`
  return {
    draft,
    words: `${said} · ${dueAt === null ? 'no day said' : `due ${dueWords(draft, dueAt, now)}`} · ${next}`,
    assumed: [...assumed],
    parts: [...parts],
    chaseOn,
  }
}

function findIn(text: string): Found | null {
  for (const [pattern, make] of forms) {
    const m = pattern.exec(text)
    if (m) return { ...make(m), from: m.index }
  }
  return null
}

const nobody = { address: null, zone: null }
const desk = ({ executive }: Typing): Party => ({ name: executive, ...nobody })

/** "I", "me" and one's own name are whoever types; "we", "us" and the executive's name are the executive. */
function partyOf(said: string, typing: Typing): { party: Party; here: boolean } {
  const written = said.trim()
  const is = (whole: string) =>
    folded(written) === folded(whole) || folded(written) === folded(whole.split(' ')[0] ?? '')
  if (/^(?:i|me)$/i.test(written) || is(typing.me)) return { party: { name: typing.me, ...nobody }, here: true }
  if (/^(?:we|us)$/i.test(written) || is(typing.executive)) return { party: desk(typing), here: true }
  return { party: { name: written, ...nobody }, here: false }
}

/** What is left, less the joints that held the day in place. */
const tidy = (what: string): string => {
  let text = what
  for (let before = ''; before !== text; ) {
    before = text
    text = text
      .replace(/\s+/g, ' ')
      .replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, '')
      .replace(/(?<=\S)\s*[.!]+$/, '')
      .replace(/\s+(?:by|on|at|before|until|due|for|no later than)$/i, '')
  }
  return text.trim()
}
