import type { Instant } from '../../../plan/time.ts'
import { dayWords } from '../commitments/words.ts'

/** "Thu 12 Nov, 12 days before, at Kiln Yard" */
export function metWords(at: Instant, before: Instant, zone: string, place: string | null): string {
  const day = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate()
  const [on, then] = [day(at), day(before)]
  const days = on.until(then).days
  const ago =
    days === 0
      ? 'earlier that day'
      : days === 1
        ? 'the day before'
        : days < 60
          ? `${days} days before`
          : `${Math.round(days / 30.4)} months before`
  return `${dayWords(on, then)}, ${ago}${place === null ? '' : `, at ${place}`}`
}

/** What could not be found is said. Whoever may not see everything is told of what they may see. */
export const missingWords = {
  nobody: () => 'Nobody is invited: who comes is not known',
  neverMet: (name: string, seesAll: boolean) =>
    seesAll ? `No record of having met ${name}` : `No record you may see of having met ${name}`,
  noAddress: (name: string) => `No name is known for ${name}, only the address`,
  noNotes: (seesAll: boolean) =>
    seesAll ? 'No notes of an earlier meeting with them' : 'No notes you may see of an earlier meeting with them',
  noDecision: () => 'Nothing says which decision is wanted there',
  noPromises: () => 'No open promises, either way',
} as const
