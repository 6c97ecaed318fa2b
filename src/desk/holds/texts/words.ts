import type { Instant, Span } from '../../../plan/time.ts'
import { utc, zoneOf } from '../../../plan/zone.ts'
import { timeOutside } from '../../rules/findings/words.ts'
import type { Meeting, OnSilence } from '../model.ts'

const at = (ms: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)

/** `Thu 26 Nov 2026, 15:00–15:30 (Europe/London)` */
export const spanWords = ({ start, end }: Span, zone: string): string => timeOutside(at(start, zone), at(end, zone))

/** `Thu 26 Nov 2026, 15:00 (Europe/London)` */
export const momentWords = (ms: Instant, zone: string): string =>
  spanWords({ start: ms, end: ms }, zone).replace(/–[^ ]+ \(/, ' (')

/** Whether clocks in two zones read the same at an instant. */
export const sameClock = (a: string, b: string, ms: Instant): boolean =>
  (zoneOf(a) ?? utc).offsetAt(ms) === (zoneOf(b) ?? utc).offsetAt(ms)

/** The time on their clocks, where those are known and read otherwise. */
export const theirsWords = (span: Span, zone: string, theirs: string | null): string | null =>
  theirs === null || sameClock(zone, theirs, span.start) ? null : spanWords(span, theirs)

export const silenceWords: Record<OnSilence, string> = {
  free: 'all are freed',
  nudge: 'all are freed, and a nudge is ready to send',
  'keep-first': 'the first is kept until its own limit, the others are freed',
}

/** "30 minutes by video", "1 hour at Kiln Yard" */
export const howWords = ({ by, place }: Pick<Meeting, 'by' | 'place'>, minutes: number): string => {
  const hours = minutes % 60 === 0 ? minutes / 60 : null
  const length = hours === null ? `${minutes} minutes` : hours === 1 ? '1 hour' : `${hours} hours`
  if (by === 'place') return place ? `${length} at ${place}` : `${length} in person`
  return `${length} by ${by}`
}

type Letter = {
  readonly to: string
  readonly by: string
  readonly behalf: string
  /** Whom the reader assists, where it is an assistant who reads; null: they read it themselves. */
  readonly assisted: string | null
  readonly title: string
  readonly how: string
  /** One line a time. */
  readonly times: readonly string[]
  readonly until: string
  readonly address: string | null
}

/** "with Dana Okafor"; to an assistant both are named: "between Camille Aubry and Dana Okafor". */
const whom = ({ assisted, behalf }: Pick<Letter, 'assisted' | 'behalf'>): string =>
  assisted === null ? `with ${behalf}` : `between ${assisted} and ${behalf}`

const signed = ({ by, behalf }: Pick<Letter, 'by' | 'behalf'>): string =>
  `With kind regards,\n${by === behalf ? by : `${by}\nfor ${behalf}`}\n`

const page = (address: string | null): string =>
  address === null ? '' : `\nYou can take one, or propose others, here: ${address}\n`

const listed = (times: readonly string[]): string => times.map((line, n) => `${n + 1}. ${line}`).join('\n')

export const offerLetter = (a: Letter): string =>
  `Dear ${a.to},\n\nfor “${a.title}” (${a.how}) ${whom(a)} I can offer:\n\n${listed(a.times)}\n\n${
    a.times.length === 1 ? 'It is' : 'They are'
  } held for you until ${a.until}. Would you let me know which suits?\n${page(a.address)}\n${signed(a)}`

export const nudgeLetter = (a: Letter): string =>
  a.times.length === 0
    ? `Dear ${a.to},\n\nI have not heard from you about “${a.title}” ${whom(a)}, so the times I held are free again. Shall I offer fresh ones?\n\n${signed(a)}`
    : `Dear ${a.to},\n\nmay I come back to “${a.title}” ${whom(a)}? Still held for you until ${a.until}:\n\n${listed(a.times)}\n${page(a.address)}\n${signed(a)}`

export const apologyLetter = (a: Letter & { readonly lost: readonly string[] }): string => {
  const gone = `I am sorry: ${a.lost.join(' and ')} ${a.lost.length === 1 ? 'has' : 'have'} just been taken by somebody else.`
  const left =
    a.times.length === 0
      ? 'I will send you fresh times for it.'
      : `For “${a.title}”${a.assisted === null ? '' : ` ${whom(a)}`} these are held for you until ${a.until}:\n\n${listed(a.times)}`
  return `Dear ${a.to},\n\n${gone} ${left}\n${page(a.address)}\n${signed(a)}`
}

export const confirmationLetter = (a: Letter & { readonly taken: string }): string =>
  `Dear ${a.to},\n\nthank you. “${a.title}” (${a.how}) ${whom(a)} is on ${a.taken}.\n\n${signed(a)}`

/** What a check of a text found, as a sentence. */
export const checkWords = {
  weekday: (said: string, is: string) => `“${said}”: that day is a ${is}`,
  noWeekday: (said: string) => `“${said}” has no weekday`,
  noZone: (zone: string) => `The zone is missing: times are in ${zone}`,
  noTheirZone: (zone: string) => `Their zone is missing: ${zone}`,
  name: (said: string, is: string) => `“${said}” is spelt “${is}”`,
  noName: (name: string) => `${name} is not named`,
  clock: (said: string) => `${said} is none of the times that are held`,
  noTime: (time: string) => `A time that is held is missing: ${time}`,
} as const
