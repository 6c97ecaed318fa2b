import { lengthWords } from '../local.ts'
import { offerWords } from '../offers/words.ts'
import type { Instant } from '../time.ts'
import type { Zone } from '../zone.ts'
import type { Stop, Why } from './day.ts'

const whyWords: Readonly<Record<Exclude<Why, 'not-worth-it'>, string>> = {
  closed: 'once the day begins, no opening is long enough',
  'no-way': 'no drives that are known lead there',
  'too-far': 'nobody can be there in time, whatever else is left out',
}

/** Why a required stop cannot be met, by itself or with the others: "45 min at Hafen, open Monday 2 March, 09:00–10:00 (Zurich)". */
export const impossibleWords = (stop: Stop, why: Why | null, startAt: Instant, zone: Zone): string => {
  const said = `${lengthWords(stop.minutes)} at ${stop.place}, ${openWords(stop, startAt, zone)}`
  return why === null || why === 'not-worth-it' ? `${said}: not with the others` : `${said}: ${whyWords[why]}`
}

/** The openings that are not over; the first of them where there are many. */
const openWords = ({ open }: Stop, startAt: Instant, zone: Zone): string => {
  const ahead = open.filter(({ end }) => end > startAt).sort((a, b) => a.start - b.start || a.end - b.end)
  const [first] = ahead
  if (!first) return 'not open any more'
  const more = ahead.length === 1 ? '' : ` and ${ahead.length - 1} more`
  return `open ${offerWords(first, zone)}${more}`
}
