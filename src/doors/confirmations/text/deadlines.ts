import { asideAt } from './ends.ts'
import type { Moment, Reading } from './reading.ts'
import type { Stretch } from './sheet.ts'

const off =
  /(?<!\p{L})(?:cancel\p{L}*|storn\p{L}*|annul\p{L}*|anul\p{L}*|avbok\p{L}*|afbestil\p{L}*|avbestil\p{L}*|peru\p{L}*|zrus\p{L}*|iptal\p{L}*|odwol\p{L}*|rezygn\p{L}*|disd\p{L}*)/u
const free =
  /(?<!\p{L})(?:free|without charge|no charge|kostenfrei\p{L}*|kostenlos\p{L}*|gratis|gratuit\p{L}*|gratuitamente|sans frais|sin (?:coste|cargo|gastos)|sem custos?|senza (?:penali|costi|spese)|maksutta|bezplat\p{L}*|zdarma|ucretsiz|full refund|full aterbetalning|kosteloos)(?!\p{L})/u
const until =
  /(?<!\p{L})(?:until|till|by|before|up to|bis(?: zum)?|bis spatestens|vor dem|jusqu'au|avant le|hasta(?: el)?|antes del?|fino al|entro(?: il)?|ate(?: ao| o)?(?: dia)?|tot(?: en met)?|t\/m|voor|senast(?: den)?|till och med|til og med|frem til|senest(?: den)?|inden|innen|do|przed|nejpozdeji)\s(?:\p{L}{2,12},?\s)?$/u
const charged =
  /%|(?<!\p{L})(?:charged|fee|berechne\p{L}*|gebuhr\p{L}*|debit\p{L}*|factur\p{L}*|addebit\p{L}*|no-shows?)(?!\p{L})/u

/** The sentence round a date: up to a full stop before a capital, or a free line. */
function sentenceAround({ sheet }: Reading, { at, end }: Stretch): { readonly before: string; readonly after: string } {
  const stop = /[!?;]|\.\s+(?=\p{Lu})|\n[ \t]*\n/u
  const back = sheet.text.slice(Math.max(0, at - 160), at)
  const cuts = [...back.matchAll(new RegExp(stop.source, 'gu'))].at(-1)
  const ahead = sheet.text.slice(end, end + 120)
  const cut = stop.exec(ahead)
  const from = Math.max(0, at - 160) + (cuts ? cuts.index + cuts[0].length : 0)
  const flat = (a: number, b: number) => sheet.low.slice(a, b).replaceAll('\n', ' ')
  return { before: flat(from, at), after: flat(end, end + (cut ? cut.index : ahead.length)) }
}

/** "Das Zimmer kann bis zum 18.01.2027, 18:00 Uhr kostenfrei storniert werden": the one day a sentence says it is free to cancel until. */
export function freeUntil(reading: Reading, part: Stretch): Moment | null {
  const found = reading.dates.filter((date) => {
    if (date.at < part.at || date.end > part.end || date.days.length !== 1 || asideAt(reading, date, ['cancelBy']))
      return false
    const { before, after } = sentenceAround(reading, date)
    const whole = `${before} ${after}`
    return (
      (until.test(before) || /^\s?mennessa/.test(after)) && off.test(whole) && free.test(whole) && !charged.test(whole)
    )
  })
  const [date] = found
  if (!date || found.some((each) => each.days[0] !== date.days[0])) return null
  const time = reading.times.find((each) => each.at >= date.end && each.at - date.end < 24)
  const between = time ? reading.sheet.low.slice(date.end, time.at) : ''
  return { date, time: time && !/\d|[.;]\s|\n/.test(between) ? time : null }
}

/** "If you cancel before 1 May a fee of 50 % is charged": a day from which it costs something is none until which it is free. */
export function isCharged(reading: Reading, date: Stretch): boolean {
  const { before, after } = sentenceAround(reading, date)
  return charged.test(after) && !free.test(`${before} ${after}`)
}
