import type { Airport } from '../../../desk/travel/reading/model.ts'
import { isNamed } from './airportnames.ts'
import { foldAlike } from './fold.ts'
import type { Sheet, Stretch } from './sheet.ts'

/** A value as written. */
export type Bit = Stretch & { readonly value: string }

/** Three capitals that are words, months, money or titles more often than airports. */
const words = new Set(
  'THE AND FOR YOU ARE NOT ALL NEW OLD OUT DAY DEP ARR VIA PNR REF VAT IVA TVA BTW MVA DPH KDV EUR USD GBP CHF SEK DKK NOK PLN CZK TRY JPY AUD CAD NZD INR MXN BRL HUF JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC OKT DEZ MAI MON TUE WED THU FRI SAT SUN MRS MSR MISS DOB PDF APP WWW COM UTC GMT CET BST EST PST CST MST NZDT PAX SEAT ROW BAG PCS KGS ITA VIP LTD INC PLC AGB GMBH TEL FAX SMS APT STR NYE ETD ETA STD STA VIN CAR BUS ICE TGV CDI RCS KVK CVR NIF CIF NIP CODE DATE TIME NAME FROM TO DIR REQ BED ONE TWO SIR DON MAX MIN AIR TAX FEE SUM TOT NVB NVA FLY TOM ANA EVA PER WEB LOT BIS TAG UHR HIN UND VON DER DIE DAS EIN MIT AUF DES LES UNE EST SUR PAR LAS LOS DEL CON POR SIN UNA DOS NIE TAK MED FRA TIL OCH DET KAN MIN DIN ETT BAN HUB PKP USA UK'.split(
    ' ',
  ),
)
/** Airports whose codes are words all the same. */
const despite = new Set(['FRA', 'CPH', 'DEN', 'MAD', 'SIN', 'LAS', 'DEL', 'POR'])
/** What stands in brackets and is no airport: money, zones, taxes, titles. */
const never = new Set(
  'EUR USD GBP CHF SEK DKK NOK PLN CZK TRY JPY AUD CAD NZD INR MXN BRL HUF UTC GMT CET BST EST EDT PST PDT CST CDT MST MDT JST AEST NZDT VAT IVA TVA BTW MVA DPH KDV UST PNR PDF VIP MRS MSR INC LTD ALL NEW OLD ADT CHD INF DOB ETA ETD STA STD TBC TBA REF'.split(
    ' ',
  ),
)

export type Code = Stretch & { readonly code: string; readonly bracketed: boolean; readonly airport: Airport | null }

const bracketed = /[([{（【]\s?(?:IATA:?\s)?([A-Z]{3})(?:[\s,/-]{1,3}(?:T|Terminal )?[0-9A-Z]{1,2})?\s?[)\]}）】]/g
const capitals =
  /(?<![\p{L}\p{N}_@./-])([A-Z]{3})(?=-[A-Z]{3}(?![\p{L}\p{N}])|(?![\p{L}\p{N}_@-]))|(?<=(?<![\p{L}\p{N}])[A-Z]{3}[-/])([A-Z]{3})(?![\p{L}\p{N}-])/gu

/** Letters that can be an airport: those in brackets whatever they are, others where the table has them. */
export function codesIn(sheet: Sheet, airportOf: (code: string) => Airport | null): Code[] {
  const codes: Code[] = []
  for (const match of sheet.text.matchAll(bracketed)) {
    const code = match[1] as string
    const airport = airportOf(code)
    if (!never.has(code))
      codes.push({ at: match.index, end: match.index + match[0].length, code, bracketed: true, airport })
    if (codes.length > 300) break
  }
  const doubtful: Code[] = []
  for (const match of sheet.text.matchAll(capitals)) {
    const code = (match[1] ?? match[2]) as string
    const airport = airportOf(code)
    if (!airport || codes.some((each) => each.at <= match.index && match.index < each.end)) continue
    const found = { at: match.index, end: match.index + 3, code, bracketed: false, airport }
    // "Marseille MRS" is an airport, and "Jane Smith MRS" a title.
    const before = named.exec(sheet.text.slice(Math.max(0, match.index - 40), match.index))?.[0]
    if (!words.has(code) || despite.has(code) || isNamed(airport, before ?? '')) codes.push(found)
    else doubtful.push(found)
    if (codes.length + doubtful.length > 600) break
  }
  return [...codes, ...doubtful.filter((code) => isBeside(sheet, code, codes))].sort((a, b) => a.at - b.at)
}

const named = /(?:\p{Lu}[\p{L}'’.-]* ?){1,3}$/u

/** A word of three capitals is an airport beside one that is no word, where its city is named in the letter. */
function isBeside(sheet: Sheet, { at, airport }: Code, codes: readonly Code[]): boolean {
  const near = codes.some(
    (code) =>
      Math.abs(code.at - at) < 60 && !sheet.low.slice(Math.min(code.at, at), Math.max(code.at, at)).includes('\n'),
  )
  return near && airport !== null && sheet.low.includes(foldAlike(airport.city))
}

export type Money = Stretch & { readonly amount: string; readonly currency: string | null }

const symbols: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  us$: 'USD',
  a$: 'AUD',
  c$: 'CAD',
  nz$: 'NZD',
  r$: 'BRL',
  '₺': 'TRY',
  zł: 'PLN',
  zl: 'PLN',
  kč: 'CZK',
  kc: 'CZK',
  円: 'JPY',
  '₹': 'INR',
  'fr.': 'CHF',
  sfr: 'CHF',
  '₩': 'KRW',
  hk$: 'HKD',
  s$: 'SGD',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  ft: 'HUF',
}
const iso =
  'EUR|USD|GBP|CHF|SEK|DKK|NOK|PLN|CZK|TRY|JPY|AUD|CAD|NZD|INR|MXN|BRL|HUF|SGD|HKD|KRW|THB|ZAR|AED|ISK|RON|BGN|CNY|COP|ARS|CLP|PEN|MAD|EGP|ILS|QAR|SAR|TWD|MYR|IDR|PHP'
const unit = `(?:${iso.toLowerCase()}|euros?|us\\$|a\\$|c\\$|nz\\$|hk\\$|s\\$|r\\$|fr\\.|sfr|[€£$¥₺₹₩]|zl|kc|kr|tl|円|ft)`
const figure = `\\d{1,3}(?:[.,' ]\\d{3})+(?:[.,]\\d{2})?|\\d{1,7}(?:[.,]\\d{2})?`
const before = new RegExp(`(?<![\\p{L}\\d])(${unit})\\.?\\s{0,3}(${figure})(?![\\d]|[.,]\\d)`, 'gu')
const after = new RegExp(`(?<![\\d.,/'-]|\\d:)(${figure})(?:,-|:-)?\\s?(${unit})(?![\\p{L}\\d])`, 'gu')

function amountOf(written: string, currency: string | null): string | null {
  const plain = written.replace(/[' ]/g, '')
  const marks = plain.match(/[.,]/g) ?? []
  if (marks.length === 0) return plain
  const last = plain.slice(-3)
  if (/^[.,]\d\d$/.test(last)) return `${plain.slice(0, -3).replace(/[.,]/g, '')}.${last.slice(1)}`
  return currency !== null && /\d[.,]\d{3}$/.test(plain) ? plain.replace(/[.,]/g, '') : plain.replace(/[.,]/g, '')
}

function currencyOf(sign: string, own: Readonly<Record<string, string>> | undefined, language: string): string | null {
  const known = own?.[sign] ?? symbols[sign]
  if (known) return known
  if (sign === '¥') return language === 'ja' ? 'JPY' : null
  return new RegExp(`^(?:${iso.toLowerCase()})$`).test(sign) ? sign.toUpperCase() : null
}

/** Sums of money. A dollar sign alone tells no currency; letters behind it do. */
export function moneyIn(sheet: Sheet, language: string, own: Readonly<Record<string, string>> | undefined): Money[] {
  const found: Money[] = []
  const add = (at: number, words: string, sign: string, figureWords: string) => {
    const currency = currencyOf(sign, own, language)
    const tail =
      currency === null
        ? /^\s?([A-Z]{3})(?![A-Z])/.exec(sheet.text.slice(at + words.length, at + words.length + 6))
        : null
    const told = tail && new RegExp(`^(?:${iso})$`).test(tail[1] as string) ? (tail[1] as string) : null
    const amount = amountOf(figureWords, currency ?? told)
    if (amount)
      found.push({
        at,
        end: at + words.length + (told && tail ? tail[0].length : 0),
        amount,
        currency: currency ?? told,
      })
  }
  for (const match of sheet.low.matchAll(before))
    if (found.length < 300) add(match.index, match[0], match[1] as string, match[2] as string)
  for (const match of sheet.low.matchAll(after)) {
    if (found.length > 600) break
    if (found.some((each) => each.at < match.index + match[0].length && match.index < each.end)) continue
    add(match.index, match[0], match[2] as string, match[1] as string)
  }
  return found.sort((a, b) => a.at - b.at)
}

const phone =
  /(?<![\p{L}\d/.,-])(?:\+\d{1,3}[\s().-]{0,2}|\(?0|\(|(?<=(?:tel|tlf|tfno|telefon|phone|puh|tfn|tel[ée]fono|movil|cell)\.?:?\s)\d|(?<=, )[5-9](?=\d\d \d{3} \d{3}(?!\d)))[\d](?:[\d\s().-]|\s\/\s){5,18}\d(?![\d\p{L}]|[./-]\d)/gu

/** What can be a telephone number: it begins with +, 0 or a bracket and has seven figures at least. */
export function phonesIn(sheet: Sheet): Bit[] {
  const found: Bit[] = []
  for (const match of sheet.low.matchAll(phone)) {
    const digits = match[0].replace(/\D/g, '')
    if (digits.length < 7 || digits.length > 15 || /\n|\s{2}/.test(match[0])) continue
    found.push({
      at: match.index,
      end: match.index + match[0].length,
      value: sheet.text.slice(match.index, match.index + match[0].length),
    })
    if (found.length > 100) break
  }
  return found
}

const designator =
  /(?<![\p{L}\p{N}_@#/.-])([A-Z]{2}\d(?=[ \u00a0]\d{3})|[A-Z]{2,3}|[A-Z]\d|\d[A-Z])[ \u00a0]{0,3}(\d{1,4})(?![\p{Script=Latin}\p{N}_]|[-/.:,]\d|\s?[€%])/gu
const notNumbers = new Set([
  ...words,
  ...'NR NO AB AG SA OF BS SW SE NW NE WC EC IN AT ON BY UM IM AM PM AN ZU KL TO OR IS IT DE LE LA EL DU AU PO CA CC ID UK EU US VAT FN HRB ETKT CHF PIN ZIP AGB PAN TCO B2 RO GB TX CH CF OX EH BD CB BN TN NG LS'
    .split(' ')
    .filter(
      (each) =>
        ![
          'LS',
          'TX',
          'CH',
          'CB',
          'BN',
          'TN',
          'EL',
          'LA',
          'AB',
          'AM',
          'IM',
          'IT',
          'BS',
          'SW',
          'BD',
          'OX',
          'EC',
          'DE',
          'LE',
          'CC',
          'CA',
          'NG',
          'CF',
          'SE',
          'SA',
          'AU',
          'EU',
          'US',
          'EH',
          'OR',
          'IS',
        ].includes(each),
    ),
])

export type NumberMark = Bit & { readonly prefix: string }

const trains = new Set(['ICE', 'ECE', 'RJX', 'TGV', 'AVE', 'IRE', 'MEX', 'WES', 'REX', 'CJX', 'SCX'])
const makers =
  /(?:toyota|mazda|audi|bmw|vw|volkswagen|skoda|opel|vauxhall|ford|renault|peugeot|citroen|fiat|kia|hyundai|nissan|volvo|mercedes(?:-benz)?|tesla|suzuki|honda|subaru|dacia|jeep|mini|lexus|jaguar|range rover|land rover|cupra|polestar|airbus|boeing|embraer|samsung|iphone|visa|mastercard|amex)\s?$/
const alikeCar =
  /^[^\n]{0,14}(?:or similar|oder ahnlich|ou similaire|o simile|o similar|of gelijkwaardig|eller lignende|eller liknande|lub podobny)/

/** A model of a car or an aircraft, not a number of the trade. */
const isModel = ({ low }: Sheet, at: number, end: number): boolean =>
  makers.test(low.slice(Math.max(0, at - 16), at)) || alikeCar.test(low.slice(end, end + 40))

/** Groups of figures that go on are the number of a parcel, a card or an account. */
const isParcel = ({ low }: Sheet, end: number): boolean =>
  /^ \d{3,4}(?![\d:.h])(?! ?(?:uhr|h))/.test(low.slice(end, end + 9))

/** What can be the number of a flight or a train: two or three letters and figures. */
export function numbersIn(sheet: Sheet): NumberMark[] {
  const found: NumberMark[] = []
  for (const match of sheet.text.matchAll(designator)) {
    const [whole, prefix, figures] = match as unknown as [string, string, string]
    if (notNumbers.has(prefix) || /\n/.test(whole)) continue
    if (isModel(sheet, match.index, match.index + whole.length) || isParcel(sheet, match.index + whole.length)) continue
    if (/\d/.test(prefix) && prefix.length === 2 && figures.length < 2) continue
    if (/^[A-Z]{3}$/.test(prefix) && figures.length < 2 && !trains.has(prefix)) continue
    if (/^T\d$/.test(prefix) || (/^\d[A-Z]$/.test(prefix) && /[ \u00a0]{2}/.test(whole))) continue
    found.push({ at: match.index, end: match.index + whole.length, prefix, value: `${prefix} ${figures}` })
    if (found.length > 300) break
  }
  return found
}

const _within = <T extends Stretch>(marks: readonly T[], { at, end }: Stretch): T[] =>
  marks.filter((mark) => mark.at >= at && mark.end <= end)
export const overlaps = (a: Stretch, b: Stretch) => a.at < b.end && b.at < a.end
