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
