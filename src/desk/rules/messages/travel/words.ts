import type { Message, Writer } from '../model.ts'

export const segmentAsks = ['book', 'change', 'cancel', 'confirm'] as const
export type SegmentAsk = (typeof segmentAsks)[number]

/** What a letter about a part of a trip says; what nobody knows is null and is not said. */
export type SegmentAbout = {
  /** Whoever is asked, by name. */
  readonly to: string | null
  readonly writer: Writer
  /** "XQ 345 LCY → ZRH" */
  readonly what: string
  readonly reference: string | null
  readonly traveller: string | null
  /** "Tue 24 Nov 2026, 17:55 (Europe/London) to Tue 24 Nov 2026, 20:40 (Europe/Zurich)" */
  readonly times: string | null
  /** What is wanted instead, or what was asked from the beginning. */
  readonly wanted: string | null
  readonly pickUp: string | null
}

type Letter = Omit<Message, 'to'>

const signed = ({ name, executive }: Writer): string => (name === executive ? name : `${name}\nfor ${executive}`)

const letter = ({ to, writer }: SegmentAbout, subject: string, body: readonly (string | null)[]): Letter => ({
  subject,
  body: `${to === null ? 'Good day,' : `Dear ${to},`}\n\n${body.filter((line) => line !== null).join('\n')}\n\nWith kind regards,\n${signed(writer)}\n`,
})

const reference = ({ reference: code }: SegmentAbout): string => (code === null ? '' : ` (reference ${code})`)
const times = ({ times: said }: SegmentAbout): string => (said === null ? '' : `, ${said}`)
const forWhom = ({ traveller }: SegmentAbout): string => (traveller === null ? '' : ` for ${traveller}`)
const pickUp = ({ pickUp: place }: SegmentAbout): string | null => (place === null ? null : `Pick-up: ${place}.`)

export const bookLetter = (a: SegmentAbout): Letter =>
  letter(a, `${a.what}: a booking`, [
    `Would you book ${a.what}${forWhom(a)}${times(a)}?`,
    a.wanted === null ? null : `What we need: ${a.wanted}.`,
    pickUp(a),
    'Please send me the confirmation with its reference.',
  ])

export const changeLetter = (a: SegmentAbout): Letter =>
  letter(a, `${a.what}${reference(a)}: a change`, [
    `${a.what}${reference(a)}${forWhom(a)} stands with you${a.times === null ? '' : ` for ${a.times}`}.`,
    a.wanted === null ? 'Would you tell me to what it can be changed?' : `Would you change it to: ${a.wanted}?`,
    pickUp(a),
    'Until I have your confirmation I take it that nothing has changed.',
  ])

export const cancelLetter = (a: SegmentAbout): Letter =>
  letter(a, `${a.what}${reference(a)}: please cancel`, [
    `Would you cancel ${a.what}${reference(a)}${forWhom(a)}${times(a)}, and tell me what of it is refunded?`,
    'Please confirm that it is cancelled.',
  ])

export const confirmLetter = (a: SegmentAbout): Letter =>
  letter(a, `${a.what}${reference(a)}: please confirm`, [
    `Would you confirm ${a.what}${reference(a)}${forWhom(a)}${times(a)}?`,
    a.wanted === null ? null : `What we asked for: ${a.wanted}.`,
    pickUp(a),
  ])
