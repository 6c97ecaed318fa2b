import type { Side } from '../../commitments/model.ts'
import type { Clause } from './clauses.ts'
import type { Said, Spoken } from './model.ts'
import { doneBySubject } from './verbs.ts'

const folded = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')

/** "Marc to send the sheet", "AP: Marc – price sheet", "TP → draft letter", "Dana will call": somebody named does it. */
const assigned =
  /^(?:(?:.{0,60}?: ?)|(?:notes?|minutes|mtg|meeting|call)[^:.]{0,50}[:.,] ?|(?:on|from) (?:our|my) (?:side|end),? )?(?:(?:[Aa][Pp]|[Aa][Ii]|[Aa]ctions?|ACTIONS?|[Tt]o-?do|TODO|[Tt]ask)s?(?: items?| points?)?[:\s–-]+)*(?:\((?<who1>[\p{Lu}]{2,3})\): ?|@?(?<who>(?:\p{Lu}\. )?\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]+| \p{Lu}\.)?)(?: \([^)]*\))?(?: ?(?:→|->|=>|=|–|—|-|:) ?| (?:to|will|shall|is to|is going to) | (?=[a-z])))(?<rest>.+)$/u
const actionFor = /^(?:.{0,40}?)\b(?:action|ap|todo)s?\s*\((?<who>\p{Lu}{2,3}|\p{Lu}\p{L}+)\)\s*[:–-]\s*(?<rest>.+)$/iu
/** A note that says itself that it is a task. */
const marked = /(?:^|\b)(?:ap|ai|action(?: item| point)?|todo|to-do|task|next step)s?(?: \(\w+\))?[:\s–-]|→|->|=>|^@/i

/** Who is named with a task in a part of a text, and with which. */
export function assignedIn({ text }: Clause, spoken: Spoken, isNotes: boolean, hasDay: boolean): Said | null {
  const m = actionFor.exec(text) ?? assigned.exec(text)
  if (m) {
    const name = (m.groups?.who ?? m.groups?.who1 ?? '').trim()
    const rest = m.groups?.rest ?? ''
    const side = sideOf(name, spoken)
    const isMarked = marked.test(text)
    const isWill = / (?:will|is going to|shall|has agreed to) $/.test(text.slice(0, text.length - rest.length))
    const isSaid = side === null ? isMarked : isNotes || isMarked || (side === 'ours' && isWill)
    if (isSaid && isName(name)) {
      const act =
        doneBySubject(rest) ??
        (isMarked && hasDay ? rest.replace(/\([^)]*\b(?:yes|agreed|ok)\b[^)]*\)|\bdue\b/gi, ' ') : null)
      if (act !== null)
        return {
          who: side ?? 'theirs',
          name,
          what: act,
          way: isMarked ? 'marked as a task' : 'somebody known, in notes',
        }
    }
  }
  return null
}

/** "Promise I'll", "Offered to": a capital makes no name. */
const isName = (name: string): boolean =>
  !/'(?:ll|m|ve|re|d)\b/i.test(name) &&
  name.split(' ').every((word) => !notNames.has(word.toLowerCase())) &&
  !/^(?:offer|agree|promis|ask|need|want|plann|decid|discuss|happ|confirm|request)(?:ed|y|s)?$/i.test(name)

const notNames = new Set([
  'will',
  'happy',
  'able',
  'glad',
  'ready',
  'due',
  'please',
  'kindly',
  'remember',
  'remind',
  'also',
  'then',
  'somebody',
  'everybody',
  'anyone',
  'nothing',
  'who',
  'ask',
  'need',
  'still',
  'yes',
  'thanks',
  'sorry',
  'update',
  'status',
  'decision',
  'decisions',
  'tell',
  'i',
  'we',
  'you',
  'they',
  'he',
  'she',
  'it',
  'the',
  'next',
  'no',
  'idea',
  'not',
  'a',
  'this',
  'that',
  'notes',
  'minutes',
  'meeting',
  'everyone',
  'someone',
  'nobody',
  'all',
])

/** Whose side somebody is on who is called so, in whole, by first name or by initials; null: nobody known is. */
function sideOf(name: string, { ours = [], theirs = [], speaker, to }: Spoken): Side | null {
  const called = folded(name.replace(/^\p{Lu}\. /u, ''))
  const is = (whole: string) =>
    folded(whole) === called || folded(whole).split(' ').includes(called) || initials(whole) === name
  if (ours.some(is)) return 'ours'
  for (const one of [speaker, to]) if (is(one.name)) return one.side
  return theirs.some(is) ? 'theirs' : null
}
