import type { Invitee } from '../../../plan/plan.ts'
import { timeOutside } from '../findings/words.ts'
import type { Message, Writer } from './model.ts'

type Times = { readonly start: Temporal.ZonedDateTime; readonly end: Temporal.ZonedDateTime }
type About = Times & { readonly title: string | null; readonly writer: Writer; readonly to: readonly Invitee[] }

const named = (title: string | null): string => (title === null ? 'our meeting' : `“${title}”`)
const subject = (title: string | null): string => title ?? 'Our meeting'

const greeting = (to: readonly Invitee[]): string => {
  const names = to.map((person) => person.name ?? '').filter((name) => name !== '')
  if (names.length === 0 || names.length > 3) return 'Good day,'
  return `Dear ${names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]},`
}

const letter = ({ to, writer }: About, about: string, body: string): Message => {
  const signed = writer.name === writer.executive ? writer.name : `${writer.name}\nfor ${writer.executive}`
  return {
    to: to.map((person) => person.address),
    subject: about,
    body: `${greeting(to)}\n\n${body}\n\nWith kind regards,\n${signed}\n`,
  }
}

export const otherTimeLetter = (a: About & { readonly wanted: Times }): Message =>
  letter(
    a,
    `${subject(a.title)}: another time?`,
    `${capital(named(a.title))} is set for ${timeOutside(a.start, a.end)}. Would ${timeOutside(a.wanted.start, a.wanted.end)} suit you instead?`,
  )

export const answerLetter = (a: About): Message =>
  letter(
    a,
    `${subject(a.title)}: will you join?`,
    `We have not heard yet whether you can join ${named(a.title)} on ${timeOutside(a.start, a.end)}. Would you let me know?`,
  )

export const placeLetter = (a: About): Message =>
  letter(
    a,
    `${subject(a.title)}: where do we meet?`,
    `Would you tell me where ${named(a.title)} on ${timeOutside(a.start, a.end)} takes place, or send me the link?`,
  )

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a letter about a promise says: what it is, to whom, when it was due (on both clocks), and how often it was asked. */
export type DueAbout = {
  readonly what: string | null
  readonly name: string
  readonly writer: Writer
  /** `Fri 27 Nov 2026` or with its clock and zone, and the same on their clocks. */
  readonly due: string | null
  readonly isPast: boolean
  readonly asked: number
}

const signedBy = ({ name, executive }: Writer): string => (name === executive ? name : `${name}\nfor ${executive}`)

const dueLetter = ({ name, writer, what }: DueAbout, about: string, body: string): Omit<Message, 'to'> => ({
  subject: `${capital(what ?? 'what we agreed')}: ${about}`,
  body: `Dear ${name},\n\n${body}\n\nWith kind regards,\n${signedBy(writer)}\n`,
})

const it = ({ what }: DueAbout): string => (what === null ? 'what we agreed' : `“${what}”`)

/** Asks after what is owed: kindly before its date, plainly after it, and each time it was asked a little firmer. */
export function chaseLetter(a: DueAbout): Omit<Message, 'to'> {
  const was = a.due === null ? '' : a.isPast ? `, which was due ${a.due}` : `, which you kindly promised by ${a.due}`
  if (a.asked === 0 && !a.isPast)
    return dueLetter(
      a,
      'how is it coming along?',
      `may I ask how ${it(a)} is coming along${was}? Is there anything you need from us?`,
    )
  if (a.asked === 0)
    return dueLetter(a, 'a gentle reminder', `I am writing about ${it(a)}${was}. When may we expect it?`)
  if (a.asked === 1)
    return dueLetter(
      a,
      'may I ask again?',
      `may I come back to ${it(a)}${was}? I wrote about it before and have not seen it yet. Would you tell me by which day we can count on it?`,
    )
  if (a.asked === 2)
    return dueLetter(
      a,
      'we need a date',
      `I have asked twice about ${it(a)}${was}. We are waiting for it. Please give me a date that will hold, or tell me who else I should ask.`,
    )
  return dueLetter(
    a,
    'still open',
    `this is the ${ordinal(a.asked + 1)} time I write about ${it(a)}${was}. Please answer me today with a date that will hold; if it will not come, tell me so, and we shall plan without it.`,
  )
}

/** Says that something promised is late, before they have to ask. */
export const lateLetter = (a: DueAbout): Omit<Message, 'to'> =>
  dueLetter(
    a,
    'it is late',
    `${it(a)} was promised to you${a.due === null ? '' : ` by ${a.due}`}, and it is late: I am sorry. I will write to you with a date that holds.`,
  )

const ordinal = (n: number): string => ({ 4: 'fourth', 5: 'fifth', 6: 'sixth' })[n] ?? `${n}th`
