import type { Field, Proposal, ReadValue } from '../../../desk/travel/reading/model.ts'
import { standing } from '../merge/standing.ts'
import { timeText, written } from '../times.ts'
import { momentIn } from './moment.ts'
import type { Thing, Words } from './thing.ts'

const isoOf = (words: string) => words.replace(/^(\d{4}-\d\d-\d\d) (?=\d\d:\d\d)/, '$1T')

/** A proposal while data fills it. */
export class Draft {
  readonly kind: Proposal['kind']
  readonly action: Proposal['action']
  readonly fields: Partial<Record<Field, ReadValue>> = {}

  /** What a person sees of the same source. */
  readonly seen: string

  constructor(kind: Proposal['kind'], action: Proposal['action'], seen: string) {
    this.kind = kind
    this.action = action
    this.seen = seen
  }

  /** Sets a field unless it is set. `value` where it is written otherwise than said. */
  set(field: Field, said: Words | null, value = said?.words): void {
    if (!said || value === undefined || value === '' || this.fields[field]) return
    this.fields[field] = { value, origin: { by: 'data', path: said.path, words: said.words } }
  }

  /** A time; a date alone where the hour is midnight and nobody would come then. */
  time(field: Field, said: Words | null, wholeDays = false): void {
    const time = said && (written(isoOf(said.words)) ?? written(momentIn(said.words, said.words)?.whole ?? ''))
    if (!said || !time) return
    const isDate = wholeDays && time.exact && /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]|$)/.test(said.words.replace(' ', 'T'))
    this.set(field, said, timeText(isDate ? { ...time, exact: false, offset: null } : time))
  }

  proposal(): Proposal {
    return { kind: this.kind, action: this.action, fields: this.fields, doubts: [], missing: [] }
  }
}

const amount = /^\D{0,4}?(\d{1,3}(?:[ ,.'’]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?!\d)/

/** `517.35` of "$517.35", "1,184.70" or "1.184,70"; null where no amount stands. */
export function amountOf(words: string): string | null {
  const found = amount.exec(words.trim())
  if (!found) return null
  const whole = (found[1] as string).replace(/\D/g, '')
  return found[2] === undefined ? whole : `${whole}.${found[2].padEnd(2, '0')}`
}

/** What it costs, where price and currency are both said. */
export function setCost(draft: Draft, ...from: readonly (Thing | null)[]): void {
  for (const thing of from) {
    const price =
      thing?.words('totalPrice', 'price') ??
      thing?.thing('totalPrice', 'price')?.words('value', 'price', 'amount') ??
      null
    const value = price && amountOf(price.words)
    if (!thing || !price || !value || Number(value) === 0) continue
    draft.set('cost', price, value)
    const currency =
      thing.words('priceCurrency') ?? thing.thing('totalPrice', 'price')?.words('currency', 'priceCurrency') ?? null
    const code = currency && /^[A-Z]{3}$/.test(currency.words) ? currency : codeIn(price)
    draft.set('currency', code, code?.words.match(/[A-Z]{3}/)?.[0])
    return
  }
}

const codeIn = (price: Words): Words | null => (/\b[A-Z]{3}\b/.test(price.words) ? price : null)

const letters = /\p{L}/u

/** Where the code stands behind the town: where codes have letters in them, and in America. */
const codeLast = (code: string, region: string | undefined, country: string | undefined) =>
  letters.test(code) || region !== undefined || /^(?:US|USA|GB|UK|CA|AU|IE|IN|United)/i.test(country ?? '')

/** "Uferpromenade 12, 88709 Meersburg": as it stands in what a person sees, or else as it is written in its country. */
export function addressOf(place: Thing | null, seen: string): { said: Words; value: string } | null {
  const whole = place?.words('address') ?? null
  const address = place?.thing('address') ?? null
  if (whole && !address) return { said: whole, value: whole.words }
  if (!address) return null
  const of = (name: string) => address.words(name)?.words
  const [street, town, code, region, country] = [
    of('streetAddress'),
    of('addressLocality'),
    of('postalCode'),
    of('addressRegion'),
    of('addressCountry'),
  ]
  const joined = (parts: readonly (string | undefined)[], by: string) =>
    parts.filter((part) => part !== undefined && part !== '').join(by)
  const first = joined([street, joined([code, town], ' '), region], ', ')
  const last = joined([street, joined([town, joined([region, code], ' ')], region === undefined ? ' ' : ', ')], ', ')
  const [one, other] = code !== undefined && codeLast(code, region, country) ? [last, first] : [first, last]
  const best = standing(one, seen) ? one : standing(other, seen) ? other : one
  const value = joined([best, country], ', ')
  return value === ''
    ? null
    : { said: { path: address.path, words: value }, value: standing(value, seen) ? value : best }
}
