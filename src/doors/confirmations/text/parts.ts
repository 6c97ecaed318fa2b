import { indexOfPhrase, type Lexicon, phrases, vocabularies } from './lexicon.ts'
import type { Reading } from './reading.ts'
import type { Line, Sheet, Stretch } from './sheet.ts'
import { type KindRead, kindsRead } from './vocabulary/concepts.ts'

/** A stretch of the text that is of one kind. */
export type Part = Stretch & { readonly kind: KindRead }

type Words = { readonly phrase: string; readonly kind: KindRead }
const made = new Map<string, Words[]>()

function wordsFor({ language, own }: Lexicon): Words[] {
  const known = made.get(language)
  if (known) return known
  const english = vocabularies[0]
  const words = [own, ...(english && language !== 'en' ? [english] : [])].flatMap((vocabulary) =>
    kindsRead.flatMap((kind) => phrases(vocabulary.kinds[kind] ?? '').map((phrase) => ({ phrase, kind }))),
  )
  made.set(language, words)
  return words
}

const ofEnds = new Set(['from', 'to', 'pickUp', 'dropOff', 'address', 'meet'])

/** Without what is said of places: who is fetched at a hotel is not staying there. */
function withoutEnds(reading: Reading, { at, end }: Stretch): string {
  const pieces: string[] = []
  let from = at
  for (const said of reading.said) {
    if (!said.firm || said.at < from || said.end > end || !said.concepts.some((each) => ofEnds.has(each))) continue
    pieces.push(reading.sheet.low.slice(from, said.at))
    from = said.end
  }
  return [...pieces, reading.sheet.low.slice(from, end)].join(' . ')
}

/** How much speaks for each kind in a stretch of the text. */
export function weigh(reading: Reading, { at, end }: Stretch): Record<KindRead, number> {
  const low = withoutEnds(reading, { at, end })
  const scores = Object.fromEntries(kindsRead.map((kind) => [kind, 0])) as Record<KindRead, number>
  const seen = new Set<string>()
  for (const { phrase, kind } of wordsFor(reading.lexicon)) {
    const first = seen.has(`${kind} ${phrase}`) ? -1 : indexOfPhrase(low, phrase)
    if (first === -1) continue
    seen.add(`${kind} ${phrase}`)
    scores[kind] += (phrase.length > 8 ? 1.5 : 1) * (first < 200 ? 1.6 : 1)
  }
  const inside = (mark: Stretch) => mark.at >= at && mark.end <= end
  const codes = reading.codes.filter(
    (code) => inside(code) && (code.bracketed || reading.times.some((time) => Math.abs(time.at - code.at) < 24)),
  )
  const distinct = new Set(codes.filter(({ airport }) => airport).map(({ code }) => code))
  scores.flight += Math.min(distinct.size, 4) * 2 - (distinct.size === 1 ? 1 : 0)
  const has = (concept: string) =>
    reading.labels.some(
      (label) => inside(label) && label.concepts.includes(concept as never) && (label.firm || label.starts),
    )
  const firstOf = (concept: 'checkIn' | 'checkOut') =>
    reading.labels.find((label) => inside(label) && label.firm && label.concepts.includes(concept))
  const [comes, goes] = [firstOf('checkIn'), firstOf('checkOut')]
  const only = [comes, goes].some(
    (label) => label && !label.concepts.some((each) => each === 'departure' || each === 'arrival'),
  )
  // One arrives before one leaves where one stays; on a way it is the other way round.
  if (comes && goes && only && comes.at < goes.at) scores.stay += 4
  if (has('pickUp') && has('dropOff')) scores.car += has('driver') ? 3 : 5
  if (has('pickUp') && has('driver')) scores.ride += 2
  if (has('driver')) scores.ride += 3
  if (has('meet')) scores.ride += 1
  if (has('pickUp') && !has('dropOff')) scores.ride += 2
  if (has('coach')) scores.train += 2
  const firmly = (concept: 'restaurant' | 'hotel') =>
    reading.labels.some((label) => inside(label) && label.concepts.includes(concept) && label.firm)
  if (firmly('restaurant')) scores.meal += 2
  if (firmly('hotel')) scores.stay += 2
  return scores
}

const best = (scores: Record<KindRead, number>): KindRead => {
  let found: KindRead = 'flight'
  for (const kind of kindsRead) if (scores[kind] > scores[found]) found = kind
  return found
}

const headed = /^[\s\-=*#•■◆●▶【✈\d.)/]*$/

const deliveries =
  /(?<!\p{L})(?:parcel|package|shipment|tracking number|colis|livraison|livreur|paket|sendungsnummer|sendung|lieferung|pacco|spedizione|corriere|consegna|paquete|envio|entrega|encomenda|pakketje|bezorg\p{L}*|pakke|pakken|leverans|forsendelse|przesylk\p{L}*|paczk\p{L}*|dostaw\p{L}*|zasilk\p{L}*|kargo\p{L}*|teslimat|lahetys\p{L}*|お荷物|配達)(?!\p{L})/gu

/** A letter about something that is sent: it departs, arrives and has an address as well. */
export const delivers = ({ sheet }: Reading): boolean =>
  new Set([...sheet.low.slice(0, 6000).matchAll(deliveries)].map(([word]) => word)).size > 1

const isNearTime = ({ sheet, times }: Reading, { at, end }: Stretch): boolean =>
  times.some(
    (time) =>
      Math.abs(time.at - at) < 240 &&
      (sheet.low.slice(Math.min(time.end, end), Math.max(time.at, at)).match(/\n/g)?.length ?? 0) <= 3,
  )

/** Whether the letter itself calls what it books by a word of that kind, or the kind's own marks stand in it. */
function isOfKind(reading: Reading, kind: KindRead): boolean {
  const words = wordsFor(reading.lexicon).filter((each) => each.kind === kind)
  if (words.some(({ phrase }) => indexOfPhrase(reading.sheet.low, phrase) !== -1)) return true
  if (kind === 'flight' || kind === 'train') return reading.numbers.some((number) => isNearTime(reading, number))
  const has = (concept: 'pickUp' | 'dropOff') =>
    reading.labels.some((label) => label.firm && label.concepts.includes(concept))
  return kind === 'stay' || (kind === 'car' && has('pickUp') && has('dropOff'))
}

/** The kind a line heads: it begins with the word for it, and holds little else. */
function heads(reading: Reading, line: Line): KindRead | null {
  const { low } = reading.sheet
  const words = low.slice(line.at, line.end)
  if (words.length > 140) return null
  for (const { phrase, kind } of wordsFor(reading.lexicon)) {
    const at = indexOfPhrase(words, phrase)
    if (at === -1 || !headed.test(words.slice(0, at))) continue
    if (isEnd(reading, phrase)) continue
    if (isFirstCell(reading, line, at, phrase)) return kind
    if (words.length > 70) continue
    const rest = words.slice(at + phrase.length)
    if (/^[\s\d:#.\-=*■】/]*$/.test(rest)) return kind
    if (/^\s?[:-]\s/.test(rest) || /^\s\d\s?(?::|-)/.test(rest)) return kind
  }
  return null
}

/** "HOTEL   The Kahala Lanai   Conf: 88-KL": the first cell of a row says in capitals what the row is. */
const isFirstCell = ({ sheet }: Reading, line: Line, at: number, phrase: string): boolean => {
  const cell = line.cells[0]
  const words = sheet.text.slice(line.at + at, line.at + at + phrase.length)
  return (
    line.cells.length > 1 &&
    cell !== undefined &&
    cell.end === line.at + at + phrase.length &&
    /^[A-Z]{3,}$/.test(words)
  )
}

/** What heads one end of a hire or a ride heads no part of its own. */
const isEnd = (reading: Reading, phrase: string) =>
  reading.lexicon.labels
    .get(phrase.charAt(0))
    ?.some(
      (each) =>
        each.words === phrase &&
        each.concepts.some((concept) =>
          [
            'pickUp',
            'dropOff',
            'driver',
            'name',
            'meet',
            'venue',
            'number',
            'office',
            'coach',
            'cabin',
            'reference',
            'aside',
            'checkIn',
            'checkOut',
          ].includes(concept),
        ) &&
        !each.concepts.some(
          (concept) =>
            concept === 'hotel' ||
            concept === 'restaurant' ||
            (concept === 'number' &&
              [
                'flug',
                'flight',
                'train',
                'zug',
                'vol',
                'volo',
                'vuelo',
                'voo',
                'vlucht',
                'trein',
                'flyg',
                'tag',
                'fly',
                'tog',
                'lot',
                'pociag',
                'ucus',
                'tren',
                'lento',
                'juna',
                'let',
                'vlak',
                'treno',
                'ferry',
                'bus',
                'faehre',
              ].includes(phrase)),
        ),
    ) ?? false

const lone = (sheet: Sheet, line: Line) =>
  line.cells.length === 1 || /^\s*[A-Z]/.test(sheet.text.slice(line.at, line.end))

/** The day a heading stands under belongs to what it heads. */
function dayAbove({ sheet, dates }: Reading, line: Line): number {
  const above = sheet.lines[line.index - 1]
  const date = above && dates.find((each) => each.at >= above.at && each.end <= above.end)
  return above && date && above.end - above.at - (date.end - date.at) < 4 ? above.at : line.at
}

/** A letter that confirms things of several kinds is read part by part, where headings part it. */
export function partsOf(reading: Reading): Part[] {
  const { sheet } = reading
  const whole = { at: 0, end: sheet.text.length }
  const main = best(weigh(reading, whole))
  const starts: { at: number; kind: KindRead }[] = []
  for (const line of sheet.lines) {
    if (line.cells.length === 0 || !lone(sheet, line)) continue
    const kind = heads(reading, line)
    if (kind) starts.push({ at: dayAbove(reading, line), kind })
  }
  if (delivers(reading) || (starts.length === 0 && weigh(reading, whole)[main] <= 0)) return []
  if (starts.length === 0 && !isOfKind(reading, main)) return []
  const kinds = new Set(starts.map(({ kind }) => kind))
  if (kinds.size < 2) return [{ ...whole, kind: main }]
  const parts: Part[] = []
  const first = starts[0] as { at: number; kind: KindRead }
  if (first.at > 0) parts.push({ at: 0, end: first.at, kind: main })
  starts.forEach(({ at, kind }, index) => {
    const last = parts.at(-1)
    const end = starts[index + 1]?.at ?? sheet.text.length
    if (last && last.kind === kind && index > 0) parts[parts.length - 1] = { ...last, end }
    else parts.push({ at, end, kind })
  })
  return parts.filter((part) => reading.dates.some((date) => date.at >= part.at && date.end <= part.end)).length < 2
    ? [{ ...whole, kind: main }]
    : parts
}
