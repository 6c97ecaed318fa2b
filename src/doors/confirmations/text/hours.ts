import { saidOf } from './booking.ts'
import { inPart } from './ends.ts'
import type { Part } from './parts.ts'
import type { Reading } from './reading.ts'
import type { TimeMark } from './times.ts'

const from =
  /(?<!\p{L})(?:from|after|as of|between|ab|von|zwischen|a partir de|a partir das|des|entre|dalle(?: ore)?|dopo le|tra le|desde(?: las)?|a partir de las|vanaf|tussen|na|fran|efter|mellem|mellan|mellom|fra|etter|od|po|alkaen|より|以降)\s?(?:\p{L}+['’]?\p{L}*\s){0,2}\(?$/u
const until =
  /(?<!\p{L})(?:until|till|by|before|no later than|bis|vor|spatestens|jusqu'a|avant|entro(?: le)?|fino alle|prima delle|hasta(?: las)?|antes de(?: las)?|ate(?: as)?|tot|voor|uiterlijk|senast|fore|senest|inden|innen|do|przed|mennessa|viimeistaan|まで)\s?(?:\p{L}+['’]?\p{L}*\s){0,2}\(?$/u
const arriving =
  /(?<!\p{L})(?:check-?\s?in|checkin|inchecken|incheck\p{L}*|innsjekk\p{L}*|indtjek\p{L}*|tjek-?ind|einchecken|anreise\p{L}*|ankunft|bezugsfertig|arrivals?|arrive|arrivee|entrada|llegada|ingresso|arrivo|aankomst|ankomst|zameldowan\p{L}*|przyjazd\p{L}*|giris|saapumis\p{L}*|prijezd\p{L}*|rooms? (?:is|are) (?:ready|available)|bereit)(?!\p{L})/u
const leaving =
  /(?<!\p{L})(?:check-?\s?out|checkout|uitchecken|utcheck\p{L}*|utsjekk\p{L}*|udtjek\p{L}*|auschecken|abreise\p{L}*|freizugeben|zu raumen|raumen|leave|departure|depart|salida|saida|partenza|vertrek|afreise|avresa|avreise|wymeldowan\p{L}*|wyjazd\p{L}*|cikis|lahto\p{L}*|odjezd\p{L}*|ter beschikking|vacate\p{L}*|liberer\p{L}*|liberata|lasciare)(?!\p{L})/u
const other =
  /(?<!\p{L})(?:reception|rezeption|recepcion|receptie|reception|receptionen|front desk|breakfast|fruhstuck|petit-dejeuner|colazione|desayuno|ontbijt|frukost|restaurant|bar|pool|spa|sauna|park\p{L}*|cancel\p{L}*|storn\p{L}*|annul\p{L}*|anul\p{L}*|avbok\p{L}*|afbestil\p{L}*|zahl\p{L}*|pay\p{L}*|late|spat\p{L}*|quiet|ruhe|shuttle|dinner)(?!\p{L})/u

/** What stands before a time in its sentence, back to the time before it. */
function before({ sheet, times }: Reading, time: TimeMark): string {
  const low = sheet.low.slice(Math.max(0, time.at - 110), time.at)
  const start = Math.max(low.search(/[^.;!?\n]*$/u), 0)
  const last = times.filter((each) => each.end <= time.at).at(-1)
  return low.slice(Math.max(start, last ? low.length - (time.at - last.end) : 0))
}

/** "You may check in from 15:00; the room is yours until 10:30": the hours of a house, each only where one time is said. */
export function hoursIn(
  reading: Reading,
  part: Part,
): { readonly arrive: TimeMark | null; readonly leave: TimeMark | null } {
  const found = { arrive: [] as TimeMark[], leave: [] as TimeMark[] }
  const taken = saidOf(reading, 'cancelBy', part)
  for (const time of reading.times.filter(inPart(part))) {
    const words = before(reading, time)
    if (other.test(words) || taken.some((said) => said.at <= time.at && time.at < said.end)) continue
    if (arriving.test(words) && from.test(words)) found.arrive.push(time)
    else if (leaving.test(words) && until.test(words)) found.leave.push(time)
  }
  const only = (times: readonly TimeMark[]) =>
    new Set(times.map(({ minutes }) => minutes)).size === 1 ? (times[0] ?? null) : null
  return { arrive: only(found.arrive), leave: only(found.leave) }
}
