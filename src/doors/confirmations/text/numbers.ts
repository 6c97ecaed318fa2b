import type { Token } from './leg.ts'
import { type Bit, type NumberMark, overlaps } from './marks.ts'
import type { Part } from './parts.ts'
import type { Reading } from './reading.ts'
import type { Stretch } from './sheet.ts'

const bareNumber = /^(?:nr\.?|no\.?|n[°º]\.?|#)?\s?([a-z]{0,5}\s?\d{1,5})(?![\d.:,-]\d|\d|\p{Script=Latin})/u

/** Numbers of the trade: those labelled as such, and letters with figures that stand in a line of a way. */
export function numberTokens(reading: Reading, part: Part, aside: readonly Stretch[]): Token[] {
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
