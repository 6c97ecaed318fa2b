import type { Json } from '../act.ts'
import type { EntryWords } from '../journal/words.ts'

type Values = { readonly [key: string]: Json }
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
const count = (value: Json | undefined): number => (typeof value === 'number' ? value : 0)
const times = (n: number): string => (n === 1 ? 'one time' : `${n} times`)
const about = ({ title }: Values): string => `“${text(title)}”`
const because = (reason: Json | undefined): string => (text(reason) === '' ? '' : `: ${text(reason)}`)

const others = (v: Values): string => {
  const freed = count(v.freed) === 0 ? '' : `; ${times(count(v.freed))} free again`
  const lost = text(v.lost) === '' ? '' : `; ${text(v.lost)} lost a time by it`
  return freed + lost
}

/** Sentences of holds for the journal. */
export const holdWords: EntryWords = {
  'hold.offer': (v) =>
    `Offered ${text(v.to)} ${times(count(v.times))}${text(v.through) === '' ? '' : ` through ${text(v.through)}`} for ${about(v)}, held until ${text(v.until)}`,
  'hold.take': (v) => `${text(v.who)} took ${text(v.time)} for ${about(v)}${others(v)}`,
  'hold.accept': (v) => `Accepted ${text(v.time)}, which ${text(v.who)} proposed for ${about(v)}${others(v)}`,
  'hold.decline': (v) => `None of the times for ${about(v)} works for ${text(v.who)}${others(v)}`,
  'hold.release': (v) => `Freed ${times(count(v.freed))} held for ${text(v.to)}, ${about(v)}${because(v.reason)}`,
  'hold.extend': (v) => `Held the times for ${text(v.to)}, ${about(v)}, until ${text(v.until)}`,
  'hold.redirect': (v) => `The times for ${text(v.to)}, ${about(v)}, go to ${text(v.reader)} now`,
  'hold.add': (v) => `Offered ${text(v.to)} ${times(count(v.times))} more for ${about(v)}`,
  'hold.refill': (v) =>
    `Held ${times(count(v.times))} for ${text(v.to)}, ${about(v)}, in the place of what somebody else took`,
  'hold.nudged': (v) => `Wrote to ${text(v.to)} again about ${about(v)}`,
  'hold.propose': (v) => `${text(v.who)} proposes ${times(count(v.times))} for ${about(v)}`,
  'hold.page': (v) => `Made ${text(v.to)} a secret address for ${about(v)}`,
  'hold.shut': (v) => `Closed the secret address of ${text(v.to)} for ${about(v)}`,
  'hold.expire': (v) =>
    v.silent === true
      ? `${text(v.to)} did not answer about ${about(v)}: ${text(v.choice)}`
      : `${times(count(v.freed)).replace(/^o/, 'O')} held for ${text(v.to)}, ${about(v)}, came too near and ${
          count(v.freed) === 1 ? 'is' : 'are'
        } free again`,
}
