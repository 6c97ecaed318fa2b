import type { Refusal } from '../../desk/refusal.ts'
import type { Proposed } from './guest.ts'

const most = 3
type Form = Readonly<Record<string, unknown>>

const no = (words: string, path: string): { refused: Refusal } => ({
  refused: { why: 'bad-input', words, standing: [], path },
})

/**
 * The times somebody proposes: fields `time1`… as the browser's date-and-time field writes them (`2026-11-26T15:00`), on
 * the clocks of `zone`. A local time that a change of clocks skips or repeats is asked about, never guessed.
 */
export function readTimes(form: Form, zone: string, minutes: number): { times: Proposed[] } | { refused: Refusal } {
  const times: Proposed[] = []
  for (let n = 1; n <= most; n++) {
    const path = `time${n}`
    const typed = form[path]
    if (typeof typed !== 'string' || typed.trim() === '') continue
    const local = localFrom(typed.trim())
    if (!local) return no(`“${typed.slice(0, 40)}” is not a date and a time.`, path)
    const start = zonedFrom(local, zone)
    if (!start) return no(`On that day the clocks change and ${local.toPlainTime()} is not one clear time.`, path)
    const text = (at: Temporal.ZonedDateTime) =>
      at.toString({ smallestUnit: 'second', timeZoneName: 'never', fractionalSecondDigits: 0 })
    times.push({ start: text(start), end: text(start.add({ minutes })) })
  }
  return times.length === 0 ? no('Please give at least one date and time.', 'time1') : { times }
}

function localFrom(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text)
  } catch {
    return null
  }
}

function zonedFrom(local: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime | null {
  try {
    return local.toZonedDateTime(zone, { disambiguation: 'reject' })
  } catch {
    return null
  }
}
