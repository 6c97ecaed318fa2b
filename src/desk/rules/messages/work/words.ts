import type { Message, Writer } from '../model.ts'

/** What a note about work says. `by` is when it will be instead; null where nobody can say yet. */
export type WorkAbout = {
  readonly what: string | null
  readonly name: string
  readonly writer: Writer
  /** `Thu 26 Nov 2026, 16:00 (Europe/London)` */
  readonly due: string
  readonly isPast: boolean
  readonly by: string | null
}

type Letter = Omit<Message, 'to'>

const signed = ({ name, executive }: Writer): string => (name === executive ? name : `${name}\nfor ${executive}`)

const letter = ({ name, writer, what }: WorkAbout, about: string, body: string): Letter => ({
  subject: `${what ?? 'What you asked for'}: ${about}`,
  body: `Dear ${name},\n\n${body}\n\nWith kind regards,\n${signed(writer)}\n`,
})

const it = ({ what }: WorkAbout): string => (what === null ? 'What you asked me for' : `“${what}”`)

/** Owns that it is late and says by when it will be there. */
export const lateNote = (a: WorkAbout): Letter =>
  letter(
    a,
    'it is late',
    `${it(a)} was due to you ${a.due} and is not done; I am sorry. ${a.by === null ? 'I will write by tomorrow with a date that holds.' : `You will have it by ${a.by}.`}`,
  )

/** Says before the date that it will not be met, with the figures, and when it can be or what is needed. */
export const shortNote = (a: WorkAbout, left: string, free: string): Letter =>
  letter(
    a,
    'it will not be ready in time',
    `${it(a)} will not be done by ${a.due}: ${left} of work are left, and ${free} before then. ${
      a.by === null
        ? 'Please tell me what may wait for it, or who could take a part of it.'
        : `I can have it done by ${a.by}; if you need it sooner, please tell me what may wait.`
    }`,
  )

/** Asks somebody who does it how it stands. */
export const chaseNote = (a: WorkAbout): Letter =>
  a.isPast
    ? letter(
        a,
        'when may we expect it?',
        `${a.what === null ? 'what we agreed' : it(a)} was due ${a.due} and has not reached us. By which day can we count on it?`,
      )
    : letter(
        a,
        'how does it stand?',
        `${a.what === null ? 'what we agreed' : it(a)} is due ${a.due}. Will it be ready by then, and do you need anything from us?`,
      )
