import type { Airport, Doubt, Field, Proposal, ReadValue } from '../../../desk/travel/reading/model.ts'
import { dayText } from '../../../plan/text.ts'
import { asDay, type Day } from '../../../plan/time.ts'
import { type DateMark, datesIn } from './dates.ts'
import { type Labelled, labelled } from './labels.ts'
import { type Letterheads, letterheadsOf } from './letterheads.ts'
import { type Lexicon, languageOf, lexiconFor, phrases } from './lexicon.ts'
import { type Bit, type Code, codesIn, type Money, moneyIn, type NumberMark, numbersIn, phonesIn } from './marks.ts'
import { lineAt, type Sheet, type Stretch, sheetOf, trimmed } from './sheet.ts'
import { type TimeMark, timesIn } from './times.ts'

/** The text with everything in it that has a shape: what the readers of each kind read from. */
export type Reading = Labelled & {
  readonly sheet: Sheet
  readonly lexicon: Lexicon
  readonly dates: readonly DateMark[]
  readonly times: readonly TimeMark[]
  readonly codes: readonly Code[]
  readonly numbers: readonly NumberMark[]
  readonly money: readonly Money[]
  readonly phones: readonly Bit[]
  /** Times and dates that are said to be so no more. */
  readonly former: readonly Stretch[]
  readonly letterheads: Letterheads
  /** Words before a name, and words that are no part of a place's name: what is booked, what came of it, classes. */
  readonly titles: readonly string[]
  readonly trade: readonly string[]
  /** What the letter says was so before. */
  readonly old: readonly Stretch[]
}

export type Known = { readonly airportOf: (code: string) => Airport | null; readonly sentAt: string | null }

const yearSent = (sentAt: string | null): number | null => {
  const year = sentAt === null ? Number.NaN : Number(sentAt.slice(0, 4))
  return Number.isInteger(year) && year > 1990 && year < 2200 ? year : null
}

export function readingOf(text: string, known: Known): Reading {
  const sheet = sheetOf(text)
  const lexicon = lexiconFor(languageOf(sheet.low))
  const nextDay = [...phrases(lexicon.own.nextDay), 'next day', '+1 day']
  const dates = datesIn(sheet, lexicon, yearSent(known.sentAt))
  const letterheads = letterheadsOf(sheet)
  const headed = (mark: Stretch) => letterheads.lines.has(lineAt(sheet, mark.at).index)
  const over = (mark: Stretch, marks: readonly Stretch[]) =>
    marks.some((each) => each.at < mark.end && mark.at < each.end)
  const every = labelled(sheet, lexicon)
  const told = {
    ...every,
    labels: every.labels.filter((label) => !headed(label)),
    said: every.said.filter(({ label, concepts }) => !headed(label) || concepts.includes('reference')),
  }
  const old = oldOf(sheet, told)
  const referred = (mark: Stretch) =>
    told.said.some(({ concepts, at }) => concepts.includes('reference') && mark.at >= at && mark.at - at < 6)
  const designators = numbersIn(sheet).filter((mark) => !headed(mark) && !over(mark, dates))
  const words = ({ at, end }: Stretch) => sheet.text.slice(at, end)
  const references = new Set(designators.filter(referred).map(words))
  // What a label calls the booking's reference is no number of a train where it stands again.
  const numbers = designators.filter((mark) => !references.has(words(mark)))
  const times = timesIn(sheet, lexicon, nextDay).filter(
    (time) => !over(time, dates) && !over(time, numbers) && !headed(time),
  )
  return {
    sheet,
    lexicon,
    ...told,
    letterheads,
    titles: phrases(lexicon.own.titles),
    trade: phrases(
      `${lexicon.own.booked}|${lexicon.own.cabins}|${lexicon.own.changed}|${lexicon.own.cancelled}|${lexicon.own.requested}|e-ticket|booking|confirmation|main cabin|premium economy|seat|pnr`,
    ).filter(
      (phrase) =>
        phrase.length > 3 &&
        !/^(?:premium|standard|comfort|confort|club|lot|plus|komfort|confirm|turista|relax)$/.test(phrase),
    ),
    dates: dates.filter((mark) => !headed(mark) && !over(mark, old)),
    times: times.filter((mark) => !over(mark, old)),
    former: [...dates, ...times].filter((mark) => over(mark, old)),
    codes: codesIn(sheet, known.airportOf).filter((mark) => !headed(mark) && !over(mark, numbers)),
    numbers,
    money: moneyIn(sheet, lexicon.language, lexicon.own.currency),
    phones: phonesIn(sheet).filter((mark) => !over(mark, dates)),
    old,
  }
}

/** Stretches that say how it was: a column headed "old", the words behind "was", the lines under "original flight" up to what is new. */
function oldOf(sheet: Sheet, { labels, said, heads }: Labelled): Stretch[] {
  const is = (concept: 'old' | 'new') => (each: { concepts: readonly string[] }) => each.concepts.includes(concept)
  const old: Stretch[] = said.filter((each) => heads.has(each.label.line) && is('old')(each))
  for (const match of sheet.low.matchAll(
    /(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[:.]\d{2})\s?(?:degil(?!\p{L})|\((?:old|alt|bisher|previously|was)\))/gu,
  ))
    old.push({ at: match.index, end: match.index + match[0].length })
  old.push(...insteadIn(sheet))
  const marks = labels.filter(
    (label) =>
      !heads.has(label.line) &&
      (is('old')(label) || is('new')(label)) &&
      (label.firm || label.starts || /\($/.test(sheet.low.slice(label.at - 1, label.at))),
  )
  marks.forEach((label, at) => {
    if (!is('old')(label)) return
    const alone =
      label.firm &&
      /^[\s:.]*$/.test(sheet.low.slice(label.end, label.cell.end)) &&
      label.cell.end >= (sheet.lines[label.line]?.end ?? 0) - 1
    const next = marks[at + 1]
    if (!alone) {
      const fills = /^[\s:.]*$/.test(sheet.low.slice(label.end, label.cell.end))
      const until = fills ? (sheet.lines[label.line]?.end ?? label.cell.end) : label.cell.end
      const stop = next && next.line === label.line ? next.at : until
      old.push({ at: label.at, end: stop })
      return
    }
    old.push({ at: label.at, end: blockEnd(sheet, label.line, next?.line ?? null) })
  })
  return old
}

const clock = '(?:kl\\.? ?)?\\d{1,2}[:.h]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: ?uhr| ?uur)?'
const instead = new RegExp(
  `(?<!\\p{L})(?:instead of|rather than|(?:an)?statt|anstelle von|au lieu de|invece (?:di|delle|che alle)|anziche alle|en (?:lugar|vez) de|em vez d[aeo]s?|in plaats van|i stallet for|i stedet for|zamiast|namisto|sijaan|original(?:ly)?|ursprunglich\\p{L}*|initialement|originariamente|originalmente|oorspronkelijk\\p{L}*|ursprungligen|oprindelig\\p{L}*|opprinnelig\\p{L}*|pierwotnie)\\s(?:\\p{L}+\\s){0,4}(${clock})`,
  'gu',
)
const shifted = new RegExp(
  `(?<!\\p{L})(?:moved?|changed|retimed|rescheduled|brought forward|put back|delayed|verschoben|verlegt|vorverlegt|geandert|deplace|avance|decale|spostat\\p{L}|anticipat\\p{L}|posticipat\\p{L}|adelanta\\p{L}*|retrasa\\p{L}*|movid\\p{L}|antecipad\\p{L}|verplaatst|gewijzigd|flyttad?|flyttet|andrad|aendret|endret|przesunie\\p{L}*|zmienion\\p{L}*)[^.;\\n]{0,60}?\\s(?:from|von|de|dalle|da|van|fran|fra|z)\\s(?:\\p{L}{1,3}\\s)?(${clock})(?=\\s(?:to|auf|a|alle|naar|till|til|na)\\s)`,
  'gu',
)

/** "to 11:40 instead of 11:00", "moved from 10:15 to 11:40": the time that holds no more, in a sentence. */
function insteadIn({ low }: Sheet): Stretch[] {
  const found: Stretch[] = []
  for (const pattern of [instead, shifted])
    for (const match of low.replaceAll('\n', ' ').matchAll(pattern)) {
      const end = match.index + match[0].length
      found.push({ at: end - (match[1] as string).length, end })
      if (found.length > 60) break
    }
  return found
}

/** Up to the line of what is new; where nothing is, up to the free line after the block. */
function blockEnd(sheet: Sheet, from: number, next: number | null): number {
  if (next !== null) return sheet.lines[next - 1]?.end ?? sheet.low.length
  let seen = false
  for (const line of sheet.lines.slice(from + 1)) {
    if (line.cells.length === 0 && seen) return line.at
    if (line.cells.length > 0) seen = true
  }
  return sheet.low.length
}

/** A time at a date, or a date alone: what a beginning or an end is made of. */
export type Moment = { readonly date: DateMark | null; readonly time: TimeMark | null; readonly later?: number }

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`)
const momentText = (day: Day, time: TimeMark | null) =>
  time === null
    ? dayText(day)
    : `${dayText(asDay(day + time.plus))}T${two(Math.floor(time.minutes / 60))}:${two(time.minutes % 60)}${time.offset ?? ''}`

/** The words of a moment: both where they stand on one line, else those of the time. */
function wordsOfMoment(sheet: Sheet, { date, time }: Moment): Stretch {
  const only = (time ?? date) as Stretch
  if (!date || !time) return only
  const [at, end] = [Math.min(date.at, time.at), Math.max(date.end, time.end)]
  return end - at <= 90 && lineAt(sheet, at).index === lineAt(sheet, end - 1).index ? { at, end } : only
}

/** What is said of one segment, as it is gathered. */
export class Draft {
  readonly kind: Proposal['kind']
  action: Proposal['action']
  readonly fields: Partial<Record<Field, ReadValue>> = {}
  readonly doubts: Doubt[] = []
  readonly missing = new Set<Field>()
  /** Where in the text it stands, to keep the order of the source. */
  at: number
  readonly sheet: Sheet

  constructor(sheet: Sheet, kind: Proposal['kind'], action: Proposal['action'], at: number) {
    this.sheet = sheet
    this.kind = kind
    this.action = action
    this.at = at
  }

  said({ at, end }: Stretch, value?: string): ReadValue {
    const words = this.sheet.text.slice(at, end)
    return { value: value ?? words.replace(/\s+/g, ' '), origin: { by: 'words', at, words } }
  }

  /** Sets a field by the words that say it; what is said already stays. */
  set(field: Field, words: Stretch | null | undefined, value?: string): void {
    if (!words || this.fields[field] || this.isDoubted(field)) return
    const stretch = value === undefined ? trimmed(this.sheet, words) : words
    if (stretch.end > stretch.at) this.fields[field] = this.said(stretch, value)
  }

  isDoubted(field: Field): boolean {
    return this.doubts.some((each) => each.field === field)
  }

  /** Different things are said for one field: none is chosen. */
  doubt(field: Field, why: string, values: readonly ReadValue[]): void {
    delete this.fields[field]
    if (!this.isDoubted(field)) this.doubts.push({ field, why, values: [...values] })
  }

  moment(field: 'starts' | 'ends' | 'cancelBy' | 'checkInBy', moment: Moment): void {
    const { date, time } = moment
    if (!date || this.fields[field] || this.isDoubted(field)) return
    if (date.days.length === 0) {
      this.missing.add(field)
      return
    }
    const words = wordsOfMoment(this.sheet, moment)
    const values = date.days.map((day) => this.said(words, momentText(asDay(day + (moment.later ?? 0)), time)))
    if (values.length > 1) this.doubt(field, 'Day and month can be read either way round', values)
    else this.fields[field] = values[0] as ReadValue
  }

  proposal(): Proposal {
    const open = [...this.missing].filter((field) => !this.fields[field] && !this.isDoubted(field))
    return { kind: this.kind, action: this.action, fields: this.fields, doubts: this.doubts, missing: open }
  }
}
