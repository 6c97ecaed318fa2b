import type { Json } from '../../act.ts'
import type { EntryWords } from '../../journal/words.ts'
import { type Kept, type Part, type Partner, parts, type Side, sides, signedSides } from './model.ts'

type Said = { readonly title: string; readonly about: string; readonly example: string }

/** What each part is called, what it is about, and a sentence to begin with. */
export const partWords: Readonly<Record<Part, Said>> = {
  communication: {
    title: 'Communication',
    about: 'How we ask each other for things.',
    example: 'Whatever we ask for has a date and says what done means; what is urgent is said by phone.',
  },
  honesty: {
    title: 'Honesty',
    about: 'What is late or wrong is said before it is found.',
    example: 'We say that a date will not hold as soon as we know, and never after it has passed.',
  },
  feedback: {
    title: 'Feedback',
    about: 'What went well and what did not, both ways.',
    example: 'After every project each of us says one thing to keep and one to change, within a week.',
  },
  connection: {
    title: 'Personal connection',
    about: 'Time for each other that is not about work.',
    example: 'Once a week we have fifteen minutes that nothing moves.',
  },
  room: {
    title: 'Room to fail',
    about: 'A mistake that is owned is put right, and not held against anybody.',
    example: 'Whoever made it says so first; we talk about what keeps it from happening again.',
  },
  growth: {
    title: 'Growth',
    about: 'Work that is meant to teach.',
    example: 'There is always one piece of work that is new to whoever does it, and marked as such.',
  },
  picture: {
    title: 'The big picture',
    about: 'What the work is for; and what was handed over stays handed over.',
    example: 'Each piece of work says what it serves, and how it is done is left to whoever does it.',
  },
  decisions: {
    title: 'Decisions',
    about: 'How soon a question is answered.',
    example: 'A question that is asked as a decision is answered within a working day.',
  },
  boundaries: {
    title: 'Boundaries',
    about: 'When each of us is there for the other, and how much fits.',
    example: 'After half past five nothing is asked that can wait until the morning.',
  },
  accountability: {
    title: 'Accountability',
    about: 'What we promised each other and everybody else.',
    example: 'What one of us promises has a day, and is kept on it or agreed anew before it.',
  },
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** What the journal keeps of the agreement, as sentences. */
export const agreementWords: EntryWords = {
  'agreement.write': (v) => `Put ${text(v.title)} into words and signed: “${text(v.sentence)}”`,
  'agreement.sign': (v) => `Signed ${text(v.title)}: “${text(v.sentence)}”`,
}

const roles: Readonly<Record<Side, string>> = { executive: 'the executive', assistant: 'the assistant' }

/** Those who are here on a side, by name; the side where nobody is. */
export const namesOf = (side: Side, partners: readonly Partner[]): string => {
  const here = partners.filter((one) => one.side === side && one.leftAt === null).map(({ name }) => name)
  return here.length === 0 ? roles[side] : [...new Set(here)].join(' or ')
}

/** Where a part stands: "Signed by both", "Waits for Dana Okafor". */
export function stateWords(kept: Kept | undefined, partners: readonly Partner[]): string {
  if (!kept) return 'Not in words yet'
  const missing = sides.filter((side) => !signedSides(kept.signed, partners).includes(side))
  return missing.length === 0
    ? 'Signed by both'
    : `Waits for ${missing.map((side) => namesOf(side, partners)).join(' and ')}`
}

const dayWords = (at: Temporal.Instant, zone: string): string =>
  at
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
    .replace(',', '')

const andWords = new Intl.ListFormat('en-GB')

/** Whose the numbers of a side are: of those who are here, and of whoever left since an instant, when their counting begins. */
export function whoseWords(side: Side, partners: readonly Partner[], since: Temporal.Instant, zone: string): string {
  const there = partners.filter((one) => one.side === side)
  const here = there.filter(({ leftAt }) => leftAt === null).map(({ name }) => name)
  const left = there.flatMap(({ name, leftAt }) =>
    leftAt === null || earlier(leftAt, since) ? [] : [`${name} until ${dayWords(leftAt, zone)}`],
  )
  const names = andWords.format(new Set(here))
  if (left.length === 0) return names === '' ? upper(roles[side]) : names
  return names === '' ? andWords.format(left) : `${names}, and ${andWords.format(left)}`
}

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What stays with whom when one of the two goes. */
export const staysWords = (executive: string): string =>
  `When one of the two leaves, this agreement binds neither any more: its words and signatures stay in the record as they were signed, and whoever comes next signs anew. What is private to ${executive} stays with ${executive} and is seen by nobody who has left; what the two told each other, in feedback and in one-to-ones, is read on by the one who stays, and by nobody else; what somebody did here stays in the journal under their name, and nothing of it goes with them but this text.`

/** What is to be known about who is on the two sides; empty where both are there and nobody has left. */
export const sidesNote = (partners: readonly Partner[], executive: string, zone: string): string =>
  sides
    .map((side) =>
      sideNote(
        side,
        partners.filter((one) => one.side === side),
        executive,
        zone,
      ),
    )
    .filter((said) => said !== '')
    .join(' ')

const earlier = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

function sideNote(side: Side, there: readonly Partner[], executive: string, zone: string): string {
  const here = there.filter(({ leftAt }) => leftAt === null)
  if (here.some(({ isSeated }) => isSeated)) return ''
  const [first] = here
  if (first) return `${first.name} does not sign in at this desk yet, and so cannot sign: send a link from the board.`
  const last = there.reduce<Partner | null>(
    (a, b) => (a?.leftAt && b.leftAt && earlier(b.leftAt, a.leftAt) ? a : b),
    null,
  )
  if (last?.leftAt) return `${last.name} left on ${dayWords(last.leftAt, zone)}. ${staysWords(executive)}`
  return `${side === 'executive' ? executive : 'Whoever assists'} has no seat at this desk yet: invite them on the board.`
}

type Exported = {
  readonly executive: string
  readonly kept: readonly Kept[]
  readonly partners: readonly Partner[]
  readonly whose: Readonly<Record<Side, string>>
  readonly numbers: (part: Part) => readonly { readonly side: Side; readonly title: string; readonly said: string }[]
  readonly boundaries: readonly string[]
  readonly at: Temporal.Instant
  readonly zone: string
}

/** The whole agreement as text that anybody can read and keep. */
export function exportText({ executive, kept, partners, whose, numbers, boundaries, at, zone }: Exported): string {
  const name = (id: string) => partners.find((one) => one.id === id)?.name ?? 'Somebody'
  const lines = [`The agreement at the desk of ${executive}`, `As it stood on ${dayWords(at, zone)} (${zone})`, '']
  for (const [n, part] of parts.entries()) {
    const one = kept.find((each) => each.part === part)
    lines.push(`${n + 1}. ${partWords[part].title}`, one ? `   “${one.sentence}”` : '   Not in words yet.')
    for (const { member, at: on } of one?.signed ?? [])
      lines.push(`   Signed by ${name(member)}, ${dayWords(Temporal.Instant.from(on), zone)}`)
    for (const { side, title, said } of numbers(part)) lines.push(`   ${title}, ${whose[side]}: ${said}`)
    lines.push('')
  }
  if (boundaries.length > 0) lines.push('Hours, leave and load', ...boundaries.map((line) => `   ${line}`), '')
  return [...lines, 'What stays with whom', staysWords(executive), ''].join('\n')
}
