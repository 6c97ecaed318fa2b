import type { DateMark } from './dates.ts'
import { type Bit, type Code, type NumberMark, overlaps } from './marks.ts'
import type { Part } from './parts.ts'
import type { Reading } from './reading.ts'
import { cellAt, type Line, lineAt, type Stretch } from './sheet.ts'
import { chunksOf, isPlaceName, terminalsIn, waysIn } from './spots.ts'
import type { TimeMark } from './times.ts'
import type { Concept } from './vocabulary/concepts.ts'

/** One end of a leg, as far as the text has told it. */
export type LegEnd = {
  time: TimeMark | null
  date: DateMark | null
  ownDate: boolean
  name: Stretch | null
  code: Code | null
  terminal: Bit | null
}
export type Leg = {
  number: Bit | null
  readonly ends: [LegEnd, LegEnd]
  at: number
  end: number
  /** Other times that are told for one of its ends. */
  others?: { readonly side: 0 | 1; readonly end: LegEnd }[]
}

type Token = Stretch &
  (
    | { readonly is: 'time'; readonly time: TimeMark }
    | { readonly is: 'date'; readonly date: DateMark }
    | { readonly is: 'spot'; readonly name: Stretch | null; readonly code: Code | null }
    | { readonly is: 'number'; readonly number: Bit; readonly sure: boolean }
    | { readonly is: 'terminal'; readonly terminal: Bit }
    | { readonly is: 'role'; readonly role: 0 | 1 }
    | { readonly is: 'way' }
    | { readonly is: 'turn' }
    | { readonly is: 'gap' }
  ) & { readonly role: 0 | 1 | null }

const emptyEnd = (): LegEnd => ({ time: null, date: null, ownDate: false, name: null, code: null, terminal: null })
const leaving = new Set<Concept>(['departure', 'from'])
const arriving = new Set<Concept>(['arrival', 'to'])
const carried = new Set<Concept>([
  'departure',
  'arrival',
  'from',
  'to',
  'date',
  'time',
  'number',
  'route',
  'terminal',
  'outbound',
  'inbound',
  'checkIn',
  'checkOut',
  'new',
  'old',
  'venue',
])

/** Labels that part what stands before them from what stands behind, though no colon follows. */
const parting = new Set<Concept>([
  'departure',
  'arrival',
  'from',
  'to',
  'seat',
  'coach',
  'number',
  'terminal',
  'outbound',
  'inbound',
  'date',
  'route',
  'cabin',
  'aside',
  'name',
  'duration',
])

const roleOf = (concepts: readonly Concept[]): 0 | 1 | null => {
  const [out, back] = [concepts.some((each) => leaving.has(each)), concepts.some((each) => arriving.has(each))]
  return out === back ? null : out ? 0 : 1
}

const runBy = /operated by|durchgefuhrt von|opere par|operado por|operato da|uitgevoerd door|obslugiwany przez/

/** What stands behind labels that say nothing of a way: when it was booked, what it cost, how it is called. */
export function asideOf(reading: Reading): Stretch[] {
  const aside = reading.said.filter(({ concepts, firm, label }) => {
    if (concepts.some((each) => carried.has(each))) return false
    if (concepts.includes('aside') && runBy.test(reading.sheet.low.slice(label.at, label.end))) return true
    return firm ||
      concepts.some((each) => each === 'aside' || each === 'cancelBy' || each === 'checkInBy' || each === 'duration')
      ? firm || label.starts || concepts.includes('cancelBy') || concepts.includes('checkInBy')
      : false
  })
  const durations = reading.said.filter(({ concepts, label }) => concepts.includes('duration') && label.starts)
  return [...aside, ...durations]
}

function spotTokens(
  reading: Reading,
  part: Part,
  cuts: readonly Stretch[],
  codes: readonly Code[],
  aside: readonly Stretch[],
): Token[] {
  const tokens: Token[] = []
  const usedCodes = new Set<Code>()
  const hasTime = (line: Stretch) => reading.times.some((time) => overlaps(time, line))
  for (const line of reading.sheet.lines) {
    if (line.end < part.at || line.at >= part.end || line.cells.length === 0) continue
    const ways = waysIn(reading, line)
    const inLine = codes.filter((code) => overlaps(code, line))
    if (reading.letterheads.lines.has(line.index)) continue
    const timed = hasTime(line)
    const close = nearWay(reading, line)
    const named = line.cells
      .flatMap((cell) => chunksOf(reading, cell, [...cuts, ...codes, ...aside]))
      .filter((chunk) => isPlaceName(reading, chunk))
    for (const cell of line.cells) {
      const said = reading.said.filter(
        (each) => each.at < cell.end && each.end > cell.at && roleOf(each.concepts) !== null && each.firm,
      )
      const routed = reading.said.filter(
        (each) => each.at < cell.end && each.end > cell.at && each.concepts.includes('route') && each.firm,
      )
      const labels = reading.labels.filter(
        (label) =>
          label.line === line.index &&
          overlaps(label, cell) &&
          (label.firm || (label.starts && label.concepts.some((each) => parting.has(each)))) &&
          !isNameLabel(reading, label, cell),
      )
      const chunks = chunksOf(reading, cell, [...cuts, ...codes, ...labels, ...aside])
      for (const chunk of joinedByRole(reading, chunks, said, inLine)) {
        if (aside.some((each) => overlaps(each, chunk)) || !isPlaceName(reading, chunk)) continue
        const code = inLine.find(
          (each) =>
            !usedCodes.has(each) &&
            each.at >= chunk.end &&
            each.at - chunk.end <= 3 &&
            !/\n/.test(reading.sheet.low.slice(chunk.end, each.at)),
        )
        const role = said.find((each) => overlaps(each, chunk))
        const way = ways.some((each) => {
          const ahead = each.at >= chunk.end - 1 && each.at - chunk.end <= 14 && within(reading, chunk.end, each.at)
          const behind = chunk.at >= each.end - 1 && chunk.at - each.end <= 14 && within(reading, each.end, chunk.at)
          const other = ahead
            ? named.find((one) => one.at >= each.end - 1 && one.at - each.end <= 24)
            : behind
              ? named.find((one) => one.end <= each.at + 1 && each.at - one.end <= 24)
              : null
          return (
            Boolean(other) ||
            ((ahead || behind) &&
              inLine.some((code) =>
                ahead
                  ? code.at >= each.end - 1 && code.at - each.end < 40
                  : code.end <= each.at + 1 && each.at - code.end < 40,
              ))
          )
        })
        const strict = words(reading, chunk) <= 5 && close
        const beside = timed && cell.end - cell.at <= 90 && !isProse(reading, cell) && nearTime(reading, line, chunk)
        if (
          !code &&
          !role &&
          !beside &&
          !(way && (timed || routed.length > 0 || (strict && cell.end - cell.at <= 80)) && !isProse(reading, cell)) &&
          routed.length === 0
        )
          continue
        if (code) usedCodes.add(code)
        tokens.push({
          is: 'spot',
          at: chunk.at,
          end: code ? code.end : chunk.end,
          name: chunk,
          code: code ?? null,
          role: role ? roleOf(role.concepts) : null,
        })
      }
    }
  }
  for (const code of codes)
    if (
      !usedCodes.has(code) &&
      code.at >= part.at &&
      code.end <= part.end &&
      !aside.some((each) => overlaps(each, code))
    ) {
      const role = reading.said.find((each) => overlaps(each, code) && roleOf(each.concepts) !== null)
      tokens.push({
        is: 'spot',
        at: code.at,
        end: code.end,
        name: nameAfter(reading, code),
        code,
        role: role ? roleOf(role.concepts) : null,
      })
    }
  return tokens.filter(
    (token, index) =>
      !tokens.some(
        (each, other) =>
          other !== index &&
          each.is === 'spot' &&
          each.at <= token.at &&
          each.end >= token.end &&
          (each.end > token.end || each.at < token.at || other < index),
      ),
  )
}

/** "Departure: 07:20 São Paulo - Congonhas (GRU)": under one label a dash parts no way, but belongs to the name. */
function joinedByRole(
  reading: Reading,
  chunks: readonly Stretch[],
  said: readonly Stretch[],
  codes: readonly Code[],
): Stretch[] {
  const found: Stretch[] = []
  for (const chunk of chunks) {
    const last = found.at(-1)
    const one =
      last &&
      said.some(
        (each) =>
          each.at <= last.at &&
          chunk.end <= each.end &&
          codes.filter((code) => code.at >= each.at && code.end <= each.end).length === 1,
      )
    if (
      last &&
      one &&
      /^\s-\s$/.test(reading.sheet.low.slice(last.end, chunk.at)) &&
      isPlaceName(reading, last) &&
      isPlaceName(reading, chunk)
    )
      found[found.length - 1] = { at: last.at, end: chunk.end }
    else found.push(chunk)
  }
  return found
}

const words = (reading: Reading, { at, end }: Stretch) => reading.sheet.text.slice(at, end).split(/\s+/).length

/** Whether a time or a number of the trade stands within three lines: a way without either is a heading. */
function nearWay(reading: Reading, line: Line): boolean {
  const lines = reading.sheet.lines
  const [from, to] = [
    lines[Math.max(0, line.index - 2)]?.at ?? 0,
    lines[Math.min(lines.length - 1, line.index + 3)]?.end ?? line.end,
  ]
  return [...reading.times, ...reading.numbers].some((mark) => mark.at >= from && mark.end <= to)
}

/** Letters without brackets are an airport's where a time stands in their line, beside another, or alone in their cell. */
function bareCode(reading: Reading, code: Code): boolean {
  if (code.bracketed) return true
  const line = lineAt(reading.sheet, code.at)
  if (reading.times.some((time) => overlaps(time, line))) return true
  const cell = cellAt(line, code.at)
  if (cell && cell.end - cell.at === 3) return true
  return (
    reading.codes.some((each) => each !== code && Math.abs(each.at - code.at) <= 12 && overlaps(each, line)) &&
    nearWay(reading, line)
  )
}

/** Between a chunk and an arrow: nothing but times, codes, terminals and punctuation. */
const within = (reading: Reading, from: number, to: number): boolean =>
  from >= to || !/\p{L}{4,}/u.test(reading.sheet.low.slice(from, to).replace(/terminal|termin/g, ''))

/** "JFK New York Kennedy": a name that follows its code. */
function nameAfter(reading: Reading, code: Code): Stretch | null {
  if (code.bracketed) return null
  const line = lineAt(reading.sheet, code.at)
  const match = /^\s{1,2}(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){0,3})(?=\s{2}|\s*$|,|\t)/u.exec(
    reading.sheet.text.slice(code.end, line.end),
  )
  if (!match) return null
  const at = code.end + match[0].indexOf(match[1] as string)
  const stretch = { at, end: at + (match[1] as string).length }
  return isPlaceName(reading, stretch) ? stretch : null
}

const isNameLabel = (reading: Reading, label: Stretch, cell: Stretch) =>
  /^\s\p{Lu}/u.test(reading.sheet.text.slice(label.end, label.end + 2)) &&
  label.at > cell.at &&
  !/^\s*$/.test(reading.sheet.text.slice(cell.at, label.at))

/** Sentences: many words that begin small. */
function isProse(reading: Reading, { at, end }: Stretch): boolean {
  const words = reading.sheet.text.slice(at, end).split(/\s+/)
  return words.filter((word) => /^\p{Ll}{2,}[,.]?$/u.test(word)).length > 6
}

function nearTime(reading: Reading, line: Stretch, chunk: Stretch): boolean {
  return reading.times.some((time) => {
    if (!overlaps(time, line)) return false
    const gap =
      time.at >= chunk.end
        ? reading.sheet.low.slice(chunk.end, time.at)
        : time.end <= chunk.at
          ? reading.sheet.low.slice(time.end, chunk.at)
          : 'x'.repeat(30)
    const between = gap.replace(/\d{1,2}[:.h]\d\d/g, '').replace(/\s+/g, ' ')
    return !/\p{L}{5,}/u.test(between) && between.length <= 20
  })
}

const bareNumber = /^(?:nr\.?|no\.?|n[°º]\.?|#)?\s?([a-z]{0,5}\s?\d{1,5})(?![\d.:,-]\d|\d|\p{Script=Latin})/u

/** Numbers of the trade: those labelled as such, and letters with figures that stand in a line of a way. */
function numberTokens(reading: Reading, part: Part, aside: readonly Stretch[]): Token[] {
  const tokens: Token[] = []
  const inPart = (mark: Stretch) => mark.at >= part.at && mark.end <= part.end
  const said = reading.said.filter((each) => each.concepts.includes('number') && inPart(each))
  for (const mark of reading.numbers) {
    if (!inPart(mark) || aside.some((each) => overlaps(each, mark)) || isAddress(reading, mark)) continue
    const sure = said.some((each) => each.at <= mark.at && mark.at - each.at < 3)
    tokens.push({ is: 'number', at: mark.at, end: mark.end, number: tidy(mark, reading), sure, role: null })
  }
  for (const each of said) {
    const words = reading.sheet.low.slice(each.at, Math.min(each.end, each.at + 40))
    const named =
      part.kind === 'flight'
        ? null
        : /^([\p{L}' -]{0,24}?)\s?(?:n[°ºr]\.?|no\.?)?\s?(\d{1,5})(?![\d.:,-]\d|\d|\p{Script=Latin})/u.exec(words)
    const match = bareNumber.exec(words) ?? named
    if (!match || tokens.some((token) => token.at >= each.at && token.at < each.at + match[0].length)) continue
    const value = match[match.length - 1] as string
    const at = each.at + match[0].length - value.length
    if (
      reading.times.some((time) => overlaps(time, { at, end: at + value.length })) ||
      reading.dates.some((date) => overlaps(date, { at, end: at + value.length }))
    )
      continue
    if (!each.firm && !each.label.starts && part.kind === 'flight') continue
    tokens.push({
      is: 'number',
      at,
      end: at + value.length,
      number: { at, end: at + value.length, value: reading.sheet.text.slice(at, at + value.length).trim() },
      sure: each.firm,
      role: null,
    })
  }
  if (part.kind !== 'flight') tokens.push(...namedNumbers(reading, part, tokens, aside))
  return tokens
}

const service =
  /(?:^|\t|\s{2}|: )(\p{Lu}[\p{L}'’.-]*(?:\s[\p{L}'’.-]+){0,3}?)\s(?:n[°º]\s?|nr\.?\s?|no\.?\s?)?(\d{2,5})(?=\s{2}|,|\t|\s*$)/gu

/** "Norrspår 422, vagn 3": the name of a service and its number, in a line of seats or between two times. */
function namedNumbers(reading: Reading, part: Part, tokens: readonly Token[], aside: readonly Stretch[]): Token[] {
  const found: Token[] = []
  for (const line of reading.sheet.lines) {
    if (
      line.at < part.at ||
      line.end > part.end ||
      line.cells.length === 0 ||
      reading.letterheads.lines.has(line.index)
    )
      continue
    const seated = reading.labels.some(
      (label) => label.line === line.index && label.concepts.some((each) => each === 'seat' || each === 'coach'),
    )
    if (!seated || tokens.some((token) => token.at >= line.at && token.end <= line.end)) continue
    for (const match of reading.sheet.text.slice(line.at, line.end).matchAll(service)) {
      const value = match[2] as string
      const at = line.at + match.index + match[0].lastIndexOf(value)
      const mark = { at, end: at + value.length }
      const named = line.at + match.index + match[0].indexOf(match[1] as string)
      if (
        [...reading.labels].some(
          (label) =>
            label.at >= named && label.end <= at && label.concepts.some((each) => each === 'seat' || each === 'coach'),
        ) ||
        aside.some((each) => overlaps(each, mark)) ||
        found.length > 0
      )
        continue
      found.push({ is: 'number', ...mark, number: { ...mark, value }, sure: false, role: null })
    }
  }
  return found
}

function tidy(mark: NumberMark, reading: Reading): Bit {
  const figures = mark.value.split(' ')[1] as string
  const bare =
    figures.length > 3 && figures.startsWith('0') && reading.sheet.text.slice(mark.at, mark.end).length > 0
      ? String(Number(figures))
      : figures
  return { at: mark.at, end: mark.end, value: `${mark.prefix} ${bare}` }
}

/** A postcode, a house number or a company's register is no flight. */
function isAddress(reading: Reading, mark: Stretch): boolean {
  const before = reading.sheet.low.slice(Math.max(0, mark.at - 18), mark.at)
  const after = reading.sheet.low.slice(mark.end, mark.end + 6)
  return (
    /(?:rcs|siren|vat|hrb|fn|cvr|kvk|ust-id|vat no|reg|iban|[a-z]+strasse|street|road|avenue)[\s:.]*$/.test(before) ||
    /^\s\d{3}/.test(after) ||
    /^\s?\d[a-z]{2}(?![a-z])/.test(after)
  )
}

/** "(+1)" behind a place says something of a time. */
const plusMarks = ({ sheet }: Reading): Stretch[] =>
  [...sheet.low.matchAll(/\(?\+\s?[12]\)?(?![\d:])/g)]
    .slice(0, 100)
    .map((match) => ({ at: match.index, end: match.index + match[0].length }))

/** Each part of a way in the order it is written, and where paragraphs end. */
function tokensOf(reading: Reading, part: Part): Token[] {
  const aside = [...asideOf(reading), ...reading.old]
  const dropped = [...asideOf(reading), ...reading.old]
  const free = (mark: Stretch) =>
    mark.at >= part.at && mark.end <= part.end && !aside.some((each) => overlaps(each, mark))
  const times = reading.times.filter(free)
  const dates = reading.dates.filter(free)
  const terminals = terminalsIn(reading).filter((mark) => mark.at >= part.at && mark.end <= part.end)
  const numbers = numberTokens(reading, part, dropped)
  const codes = reading.codes.filter((code) => code.at >= part.at && code.end <= part.end && bareCode(reading, code))
  const cuts = [
    ...plusMarks(reading),
    ...reading.times,
    ...reading.dates,
    ...reading.former,
    ...reading.money,
    ...numbers,
    ...terminals,
    ...reading.phones,
  ]
  const roleSaid = reading.said.filter((each) => roleOf(each.concepts) !== null)
  const roleAt = (mark: Stretch) => {
    const under = roleSaid.filter(
      (each) => each.at <= mark.at && mark.end <= each.end && (each.firm || mark.at - each.at <= 14),
    )
    const last = under.at(-1)
    return last ? roleOf(last.concepts) : null
  }
  const tokens: Token[] = [
    ...times.map((time): Token => ({ is: 'time', at: time.at, end: time.end, time, role: time.role ?? roleAt(time) })),
    ...dates.map((date): Token => ({ is: 'date', at: date.at, end: date.end, date, role: roleAt(date) })),
    ...terminals.map(
      (each): Token => ({
        is: 'terminal',
        at: each.at,
        end: each.end,
        terminal: each,
        role: each.side ?? roleAt(each),
      }),
    ),
    ...numbers,
    ...spotTokens(reading, part, cuts, codes, dropped),
    ...reading.labels
      .filter((label) => label.at >= part.at && label.end <= part.end && !reading.heads.has(label.line))
      .flatMap((label): Token[] => {
        if (label.firm && label.concepts.some((each) => each === 'outbound' || each === 'inbound'))
          return [{ is: 'turn', at: label.at, end: label.end, role: null }]
        const role = roleOf(label.concepts)
        return label.firm && role !== null && !label.concepts.includes('from') && !label.concepts.includes('to')
          ? [{ is: 'role', at: label.at, end: label.end, role }]
          : []
      }),
  ]
  for (const line of reading.sheet.lines)
    if (line.cells.length === 0 && line.at > part.at && line.at < part.end)
      tokens.push({ is: 'gap', at: line.at, end: line.at, role: null })
  return tokens.sort((a, b) => a.at - b.at || a.end - b.end)
}

/** Gathers legs from what is written one after the other. A leg is full when its end would be told twice; then the next one begins. */
class Gathering {
  readonly legs: Leg[] = []
  #leg: Leg | null = null
  #date: DateMark | null = null
  #last: 0 | 1 = 0
  #roles: (0 | 1)[] = []
  #lastTime: { end: number; on: LegEnd } | null = null
  readonly #reading: Reading

  constructor(reading: Reading) {
    this.#reading = reading
  }

  take(token: Token): void {
    if (token.is === 'time') this.#time(token)
    else if (token.is === 'date') this.#dated(token)
    else if (token.is === 'spot') this.#spot(token)
    else if (token.is === 'number') this.#number(token)
    else if (token.is === 'terminal') this.#terminal(token)
    else if (token.is === 'role')
      this.#roles =
        this.#roles.length > 0 && lineAt(this.#reading.sheet, token.at).index === this.#roleLine
          ? [...this.#roles, token.role]
          : [token.role]
    else if (token.is === 'turn') this.#turn()
    if (token.is !== 'role' && token.role !== null && lineAt(this.#reading.sheet, token.at).index === this.#roleLine)
      this.#usedIn = this.#roleLine
    if (token.is === 'role') this.#roleLine = lineAt(this.#reading.sheet, token.at).index
    if (this.#leg && token.is !== 'gap' && token.is !== 'turn' && token.is !== 'role')
      this.#leg.end = Math.max(this.#leg.end, token.end)
  }

  #roleLine = -1

  #begin(at: number): Leg {
    const leg: Leg = { number: null, ends: [emptyEnd(), emptyEnd()], at, end: at }
    this.legs.push(leg)
    this.#leg = leg
    this.#last = 0
    this.#lastTime = null
    return leg
  }

  /** The role a label gives what follows it: in its own line, or below where nothing follows there. */
  #role(at: number): 0 | 1 | undefined {
    const line = lineAt(this.#reading.sheet, at).index
    if (line !== this.#roleLine && this.#usedIn === this.#roleLine) this.#roles = []
    if (this.#roles.length > 0) this.#usedIn = line === this.#roleLine ? line : this.#usedIn
    return this.#roles[0]
  }

  #usedIn = -2

  #turn() {
    if (this.#leg && (this.#leg.ends[0].time || this.#leg.ends[0].code || this.#leg.number)) {
      this.#leg = null
      this.#lastTime = null
    }
    this.#roles = []
  }

  #time({ time, role, at, end }: Token & { is: 'time' }) {
    let leg = this.#leg ?? this.#begin(at)
    const [from, to] = leg.ends
    let side: 0 | 1 = role ?? this.#role(at) ?? (from.time ? 1 : 0)
    if (role === null && this.#roles.length > 1) this.#roles = this.#roles.slice(1)
    if (role === null && this.#roles.length === 0 && from.time && to.time) side = 0
    const full = leg.ends[side].time
    if (full) {
      if (role !== null && full.minutes === time.minutes && full.plus === time.plus) return
      if (role === null && !(from.time && to.time)) side = side === 0 ? 1 : 0
      if (leg.ends[side].time) {
        leg = this.#begin(at)
        side = role ?? 0
      }
    } else if (side === 0 && to.time && from.time === null && role === null) side = 0
    const target = leg.ends[side]
    target.time = time
    target.date ??= this.#date
    if (target.date === null && side === 1) target.date = leg.ends[0].date
    this.#last = side
    this.#lastTime = { end, on: target }
  }

  #dated({ date, role, at, end }: Token & { is: 'date' }) {
    const { low } = this.#reading.sheet
    const last = this.#lastTime
    const beside =
      last &&
      at - last.end <= 14 &&
      !/\n|\p{L}{3,}/u.test(low.slice(last.end, at).replace(/\b(?:uhr|den|the|vom|am|on)\b/g, ''))
    const leg = this.#leg
    if (last && leg && !last.on.ownDate && beside && this.#follows(last.on, low.slice(end, end + 12))) {
      last.on.date = date
      last.on.ownDate = true
      if (leg.ends[0].time && leg.ends[0].date === null) leg.ends[0].date = date
      this.#date = date
      return
    }
    const side = role ?? this.#role(at) ?? null
    if (
      leg &&
      side !== null &&
      leg.ends[side].time &&
      !leg.ends[side].ownDate &&
      lineAt(this.#reading.sheet, at).index - lineAt(this.#reading.sheet, leg.end).index <= 1
    ) {
      leg.ends[side].date = date
      leg.ends[side].ownDate = true
      return
    }
    const both = leg?.ends[0].time && leg.ends[1].time
    if (leg && both && lineAt(this.#reading.sheet, at).index - lineAt(this.#reading.sheet, leg.end).index <= 1) {
      const open =
        leg.ends.find((each) => each.date === null) ??
        (leg.ends[0].ownDate && !leg.ends[1].ownDate && leg.ends[1].time && !this.#date ? leg.ends[1] : undefined)
      if (open) {
        open.date = date
        open.ownDate = true
        return
      }
    }
    if (leg && side !== null && !leg.ends[side].time && leg.ends[side].date === null) {
      leg.ends[side].date = date
      leg.ends[side].ownDate = true
    }
    this.#date = date
    this.#lastTime = null
    if (leg && !leg.ends[0].time && leg.ends[0].date === null && leg.number) leg.ends[0].date = date
  }

  /** A date behind a time belongs to it unless another time follows the date at once. */
  #follows(on: LegEnd, after: string): boolean {
    return on.date === null || !/^\s{0,3}(?:,|at|um|a|à|-)?\s{0,2}\d{1,2}[:.h]\d\d/.test(after)
  }

  #spot({ name, code, role, at }: Token & { is: 'spot' }) {
    let leg = this.#leg ?? this.#begin(at)
    const same = (end: LegEnd) =>
      code && end.code
        ? end.code.code === code.code
        : name !== null && end.name !== null && this.#words(name) === this.#words(end.name)
    const hit = leg.ends.findIndex((end) => same(end))
    if (hit !== -1 && !(hit === 1 && leg.ends[0].time && leg.ends[1].time && role === 0)) {
      const fully = leg.ends[0].time && leg.ends[1].time
      if (!fully || role === hit || this.#near(leg, at) || this.#untimed(at)) {
        this.#last = hit as 0 | 1
        leg.ends[hit as 0 | 1].name ??= name
        leg.ends[hit as 0 | 1].code ??= code
        return
      }
    }
    const empty = (end: LegEnd) => end.name === null && end.code === null
    let side: 0 | 1 | null = role ?? this.#role(at) ?? null
    if (side === null) side = empty(leg.ends[0]) ? 0 : empty(leg.ends[1]) ? 1 : null
    else if (role === null && this.#roles.length > 1) this.#roles = [...this.#roles.slice(1), this.#roles[0] as 0 | 1]
    if (role !== null && side !== null && !empty(leg.ends[side]) && this.#near(leg, at)) return
    if (side !== null && !empty(leg.ends[side])) side = null
    if (side === null) {
      // Text goes on about the way that is told already, or a new one begins; a name without a code beside a full leg begins none.
      leg = this.#begin(at)
      side = role ?? 0
    }
    leg.ends[side].name = name
    leg.ends[side].code = code
    this.#last = side
  }

  #untimed(at: number) {
    const line = lineAt(this.#reading.sheet, at)
    return !this.#reading.times.some((time) => overlaps(time, line))
  }

  #near(leg: Leg, at: number) {
    return lineAt(this.#reading.sheet, at).index - lineAt(this.#reading.sheet, leg.end).index <= 0
  }

  #words({ at, end }: Stretch) {
    return this.#reading.sheet.low.slice(at, end)
  }

  #number({ number, at }: Token & { is: 'number' }) {
    const known = this.legs.find((leg) => leg.number && plain(leg.number.value) === plain(number.value))
    const leg = this.#leg
    if (leg && leg === known && !(leg.ends[0].time && leg.ends[1].time && this.#newLine(leg, at))) return
    if (known && known !== leg && !this.#startsWay(at)) return
    if (!leg || leg.number || this.#closed(leg, at)) this.#begin(at)
    ;(this.#leg as Leg).number = number
    if ((this.#leg as Leg).ends[0].date === null && this.#date && !(this.#leg as Leg).ends[0].time) return
  }

  #newLine(leg: Leg, at: number) {
    return lineAt(this.#reading.sheet, at).index > lineAt(this.#reading.sheet, leg.end).index
  }

  /** A mention ("seat ZV 760: 31K") is followed by no way of its own. */
  #startsWay(at: number): boolean {
    const stop = at + 160
    return (
      this.#reading.times.some((time) => time.at > at && time.at < stop) ||
      this.#reading.codes.some((code) => code.at > at && code.at < stop)
    )
  }

  /** A leg that is told in full before a free line takes no number from behind it. */
  #closed(leg: Leg, at: number): boolean {
    return Boolean(
      leg.ends[0].time && leg.ends[1].time && /\n[ \t]*\n/.test(this.#reading.sheet.low.slice(leg.end, at)),
    )
  }

  #terminal({ terminal, role }: Token & { is: 'terminal' }) {
    const leg = this.#leg
    if (!leg) return
    const side = role ?? this.#last
    leg.ends[side].terminal ??= terminal
  }
}

const plain = (value: string) => value.replace(/\s/g, '').toLowerCase()

export function legsOf(reading: Reading, part: Part): Leg[] {
  const gathering = new Gathering(reading)
  for (const token of tokensOf(reading, part)) gathering.take(token)
  return joined(gathering.legs)
    .filter((leg) => isLeg(leg))
    .sort((a, b) => a.at - b.at)
}

const has = (end: LegEnd) => end.name !== null || end.code !== null

/** Enough to be told from a sentence that speaks of a way: a number with a time or both ends, or both ends with a time. */
function isLeg({ number, ends }: Leg): boolean {
  const [from, to] = ends
  const timed = from.time !== null || to.time !== null
  if (number) return timed ? has(from) || has(to) || (from.time !== null && to.time !== null) : has(from) && has(to)
  return has(from) && has(to) && timed
}

/** The same number told twice on one day is one leg; what one telling lacks the other has. */
function joined(legs: readonly Leg[]): Leg[] {
  const kept: Leg[] = []
  for (const leg of legs) {
    const twin = leg.number
      ? kept.find(
          (each) => each.number && plain(each.number.value) === plain(leg.number?.value ?? '') && sameDay(each, leg),
        )
      : kept.find((each) => sameWay(each, leg) && sameDay(each, leg))
    if (!twin) {
      kept.push(leg)
      continue
    }
    for (const side of [0, 1] as const) {
      const [into, from] = [twin.ends[side], leg.ends[side]]
      if (side === 0 && !twin.ends[0].time && !twin.ends[1].time) twin.at = leg.at
      into.time ??= from.time
      into.date ??= from.date
      into.name ??= from.name
      into.code ??= from.code
      into.terminal ??= from.terminal
      if (into.time && from.time && into.time !== from.time && into.time.minutes !== from.time.minutes)
        twin.others = [...(twin.others ?? []), { side, end: from }]
    }
    twin.end = Math.max(twin.end, leg.end)
  }
  return kept
}

/** The same two airports, told again without a number: which of the times holds is for a person to say. */
const sameWay = (a: Leg, b: Leg): boolean =>
  [0, 1].every(
    (side) =>
      a.ends[side as 0 | 1].code !== null && a.ends[side as 0 | 1].code?.code === b.ends[side as 0 | 1].code?.code,
  )

function sameDay(a: Leg, b: Leg): boolean {
  const [x, y] = [a.ends[0].date, b.ends[0].date]
  return !x || !y || (x.month === y.month && x.date === y.date)
}
