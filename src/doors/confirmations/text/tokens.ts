import { isNamed } from './airportnames.ts'
import { asideOf } from './asides.ts'
import type { Label } from './labels.ts'
import { roleOf, type Token } from './leg.ts'
import { type Code, overlaps } from './marks.ts'
import { numberTokens } from './numbers.ts'
import type { Part } from './parts.ts'
import { bareCode, spotTokens } from './places.ts'
import type { Reading } from './reading.ts'
import { lineAt, type Stretch } from './sheet.ts'
import { terminalsIn } from './spots.ts'
import type { Concept } from './vocabulary/concepts.ts'

/** Labels that part what stands before them from what stands behind, though no colon follows. */
export const parting = new Set<Concept>([
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

/** "(+1)" behind a place says something of a time. */
const plusMarks = ({ sheet }: Reading): Stretch[] =>
  [...sheet.low.matchAll(/\(?\+\s?[12]\)?(?![\d:])/g)]
    .slice(0, 100)
    .map((match) => ({ at: match.index, end: match.index + match[0].length }))

/** Each part of a way in the order it is written, and where paragraphs end. */
export function tokensOf(reading: Reading, part: Part): Token[] {
  const aside = [...asideOf(reading), ...reading.old]
  const dropped = [...asideOf(reading), ...reading.old]
  const free = (mark: Stretch) =>
    mark.at >= part.at && mark.end <= part.end && !aside.some((each) => overlaps(each, mark))
  const times = reading.times.filter(free)
  const dates = reading.dates.filter(free)
  const terminals = terminalsIn(reading).filter((mark) => mark.at >= part.at && mark.end <= part.end)
  const numbers = numberTokens(reading, part, dropped)
  const codes = reading.codes.filter(
    (code) => code.at >= part.at && code.end <= part.end && isEndOf(part, reading, code) && bareCode(reading, code),
  )
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
      (each) =>
        each.at <= mark.at &&
        mark.end <= each.end &&
        (each.firm ||
          (mark.at - each.at <= 14 &&
            each.concepts.some((concept) => concept === 'departure' || concept === 'arrival'))),
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
        if (
          label.concepts.some((each) => each === 'outbound' || each === 'inbound') &&
          (label.firm || heads(reading, label))
        )
          return [{ is: 'turn', at: label.at, end: label.end, role: null }]
        const role = roleOf(label.concepts)
        if (role === 0 && label.firm && isAboveDay(reading, label))
          return [{ is: 'turn', at: label.at, end: label.end, role: null }]
        return label.firm && role !== null && !label.concepts.includes('from') && !label.concepts.includes('to')
          ? [{ is: 'role', at: label.at, end: label.end, role }]
          : []
      }),
  ]
  for (const line of reading.sheet.lines)
    if (line.cells.length === 0 && line.at > part.at && line.at < part.end)
      tokens.push({ is: 'gap', at: line.at, end: line.at, role: null })
  tokens.sort((a, b) => a.at - b.at || a.end - b.end)
  return inLines(reading, tokens)
}

/** "Depart" alone above a day: there a way begins, and both its times may follow. */
function isAboveDay({ sheet, dates, times }: Reading, label: Label): boolean {
  const [line, next] = [sheet.lines[label.line], sheet.lines[label.line + 1]]
  if (!line || !next || line.end - line.at > label.end - label.at + 3) return false
  return dates.some((date) => overlaps(date, next)) && !times.some((time) => overlaps(time, next))
}

/** "Return · Thu, 4 Feb 2027": a word for a way, and its day. */
const heads = (reading: Reading, label: Label): boolean =>
  label.starts &&
  label.at - label.cell.at < 3 &&
  reading.dates.some((date) => date.at >= label.end && date.at - label.end < 8 && date.end <= label.cell.end)

/** Letters are an airport's where one flies; elsewhere only in brackets behind the airport's own name. */
function isEndOf(part: Part, { sheet }: Reading, code: Code): boolean {
  if (code.bracketed && /^\s?:/.test(sheet.low.slice(code.end, code.end + 2))) return false
  return (
    part.kind === 'flight' ||
    (code.bracketed && isNamed(code.airport, sheet.text.slice(Math.max(0, code.at - 40), code.at)))
  )
}

/** What a line says as a whole: two places are the ends of one way, and one place goes with the one time beside it. */
function inLines(reading: Reading, tokens: readonly Token[]): Token[] {
  const lines = Map.groupBy(tokens, (token) => lineAt(reading.sheet, token.at).index)
  const changed = new Map<Token, Token>()
  for (const among of lines.values()) {
    const spots = among.filter((token) => token.is === 'spot')
    const [one, other] = spots
    if (spots.length === 2 && one && other) changed.set(one, { ...one, other })
    const times = among.filter((token) => token.is === 'time')
    if (spots.length === 1 && times.length === 1 && one && one.role === null && times[0]?.role != null)
      changed.set(one, { ...one, role: times[0].role })
  }
  return tokens.map((token, index) => {
    const now = changed.get(token) ?? token
    const next = tokens.slice(index + 1, index + 4).find(({ is }) => is !== 'terminal')
    return now.is === 'spot' ? { ...now, timed: next?.is === 'time' && next.at - token.end < 60 } : now
  })
}
