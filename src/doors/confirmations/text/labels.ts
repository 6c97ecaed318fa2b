import { wordChar, wordless } from './fold.ts'
import { type Lexicon, standsAt } from './lexicon.ts'
import type { Cell, Line, Sheet, Stretch } from './sheet.ts'
import { isHead, tableSaid } from './tables.ts'
import type { Concept } from './vocabulary/concepts.ts'

/**
 * Words that say what stands beside or below them. `firm`: a colon follows, or they fill their cell; others are labels only where
 * what follows has the shape of their value. `value` is where that stands; empty where it is to be looked for.
 */
export type Label = Stretch & {
  readonly concepts: readonly Concept[]
  readonly firm: boolean
  readonly line: number
  /** The cell it begins, or stands in. */
  readonly cell: Cell
  readonly starts: boolean
}

/** What a label says, and where. */
export type Said = Stretch & { readonly concepts: readonly Concept[]; readonly label: Label; readonly firm: boolean }

const most = 3000
const colon = /^\s?(?:#|n[°º]\s?\d{1,2}|n[°ºo]\.?|nr\.?|no\.?|\(s\))?\s?(?:\([^)\n]{1,30}\)\s?)?[:】]/
const leader = /^\s?\.{2,}/
/** "Buchungsreferenz der Fluggesellschaft (Merkur Airways): L6YCQH" */
const longColon = /^(?:\s\p{L}+){1,4}(?:\s\([^)\n]{1,30}\))?\s?:(?=\s|$)/u

function phraseAt(sheet: Sheet, lexicon: Lexicon, at: number) {
  const among = lexicon.labels.get(sheet.low.charAt(at))
  return among?.find(({ words }) => standsAt(sheet.low, at, words)) ?? null
}

/** Every label of the text, in order, the longest at each place. */
export function labelsIn(sheet: Sheet, lexicon: Lexicon): Label[] {
  const found: Label[] = []
  for (const line of sheet.lines)
    for (const cell of line.cells) {
      let at = cell.at
      while (at < cell.end && found.length < most) {
        const before = sheet.low.charAt(at - 1)
        const begins = wordless(sheet.low.charAt(at)) ? !wordless(before) || at === cell.at || true : !wordChar(before)
        const phrase = begins ? phraseAt(sheet, lexicon, at) : null
        const alone =
          phrase &&
          phrase.words.length === 1 &&
          wordless(phrase.words) &&
          (wordless(sheet.low.charAt(at + 1)) || wordless(before))
        if (!phrase || alone || at + phrase.words.length > cell.end) {
          at++
          continue
        }
        const end = at + phrase.words.length
        const rest = sheet.low.slice(end, cell.end)
        const qualified =
          phrase.concepts.includes('reference') &&
          colon.test(rest) &&
          /^\p{Lu}\p{L}{2,20} (?:\p{L}{2,20} )?$/u.test(sheet.text.slice(cell.at, at))
        const starts =
          qualified ||
          /^[^\p{L}\p{N}]*$/u.test(sheet.low.slice(cell.at, at)) ||
          /(?:[:;,.·•|(（【■]\s?|\s{2})$/.test(sheet.low.slice(Math.max(0, at - 2), at))
        const fills =
          /^(?:\s?\([^)\n]{1,30}\))?[\s.:#】)]*$/.test(rest) && /^[^\p{L}\p{N}]*$/u.test(sheet.low.slice(cell.at, at))
        const firm =
          starts &&
          (colon.test(rest) ||
            leader.test(rest) ||
            fills ||
            (phrase.concepts.includes('reference') && longColon.test(rest)) ||
            (wordless(sheet.low.charAt(at)) && /^[\s　】]/.test(sheet.text.slice(end, end + 1))))
        found.push({ at, end, concepts: phrase.concepts, firm, line: line.index, cell, starts })
        at = end
      }
    }
  return found
}

const afterLabel = (sheet: Sheet, label: Label): number => {
  const rest = sheet.low.slice(label.end, label.cell.end)
  const skip =
    /^(?:\s?(?:#|n[°º]\s?\d{1,2}(?=\s?:)|n[°ºo]\.|nr\.|no\.|\(s\)))?(?:\s?\([^)\n]{1,30}\)(?=\s?:|\s*$))?[\s:.#】\-=>]*/.exec(
      rest,
    )
  const long = label.firm && label.concepts.includes('reference') ? longColon.exec(rest) : null
  return label.end + Math.max(skip?.[0].length ?? 0, long ? long[0].length + 1 : 0)
}

/** Under a label that stands alone: the next line, where it says nothing of itself. */
function below(sheet: Sheet, label: Label, labels: readonly Label[]): Stretch | null {
  const next = sheet.lines.slice(label.line + 1, label.line + 3).find((line) => line.cells.length > 0)
  const first = next?.cells[0]
  if (!next || !first) return null
  if (labels.some((each) => each.line === next.index && each.firm && each.at - first.at <= 2)) return null
  return { at: first.at, end: first.end }
}

export type Labelled = {
  readonly labels: readonly Label[]
  readonly said: readonly Said[]
  /** Lines that are heads of tables. */
  readonly heads: ReadonlySet<number>
}

export function labelled(sheet: Sheet, lexicon: Lexicon): Labelled {
  const labels = labelsIn(sheet, lexicon)
  const byLine = new Map<number, Label[]>()
  for (const label of labels) {
    const among = byLine.get(label.line)
    if (among) among.push(label)
    else byLine.set(label.line, [label])
  }
  const heads = new Set(
    sheet.lines.filter((line) => isHead(line, byLine.get(line.index) ?? [], sheet)).map(({ index }) => index),
  )
  const firmAt = (line: Line) =>
    (byLine.get(line.index) ?? []).some(
      (label) => label.firm && sheet.low.slice(label.end, label.end + 3).includes(':'),
    )
  const said: Said[] = []
  for (const index of heads) {
    const head = sheet.lines[index] as Line
    said.push(...tableSaid(sheet, head, byLine.get(index) ?? [], firmAt, heads))
  }
  for (const label of labels) {
    if (heads.has(label.line)) continue
    const among = byLine.get(label.line) ?? []
    const from = afterLabel(sheet, label)
    const next = among.find((each) => each.at >= from && each.cell === label.cell && each.firm)
    const until = upTo(sheet, from, next ? next.at : label.cell.end, label.firm)
    if (from < until)
      said.push({
        at: from,
        end: label.firm && label.concepts.some((each) => wide.has(each)) ? wideEnd(sheet, label, among, until) : until,
        concepts: label.concepts,
        label,
        firm: label.firm,
      })
    else if (wraps(sheet, label)) {
      const next = sheet.lines[label.line + 1]?.cells[0]
      if (next) said.push({ at: next.at, end: next.end, concepts: label.concepts, label, firm: false })
    } else if (label.firm) {
      const line = sheet.lines[label.line] as Line
      const beside = line.cells.find(({ at }) => at >= label.cell.end)
      const after = beside ? among.find((each) => each.firm && each.at >= beside.at) : undefined
      const taken = beside && after && after.at - beside.at <= 2
      if (beside && !taken)
        said.push({
          at: beside.at,
          end: lastBefore(line, after?.at ?? line.end),
          concepts: label.concepts,
          label,
          firm: true,
        })
      else if (!beside) {
        const under =
          below(sheet, label, labels) ??
          (label.concepts.some(
            (each) => each === 'pickUp' || each === 'dropOff' || each === 'checkIn' || each === 'checkOut',
          )
            ? { at: label.end, end: label.end }
            : null)
        if (under) said.push({ ...under, concepts: label.concepts, label, firm: true })
      }
    }
  }
  return { labels, said: said.sort((a, b) => a.at - b.at), heads }
}

/** A deadline whose sentence goes on in the next line. */
const wraps = (sheet: Sheet, { concepts, cell, line }: Label): boolean =>
  concepts.some((each) => each === 'cancelBy' || each === 'checkInBy') && cell.end >= (sheet.lines[line]?.end ?? 0) - 1

/** A label in a sentence reaches to the sentence's end; in a cell of several lines, to the end of its line. */
function upTo(sheet: Sheet, from: number, end: number, firm: boolean): number {
  const words = sheet.low.slice(from, end)
  const line = /(?<=\S)\s{2,}/.exec(words)
  const stop = firm ? null : /;|(?<!\b(?:\d|st|nr|no|kl|ul|ca|d|p|dr|\p{L}))\.\s/u.exec(words)
  return from + Math.min(words.length, line?.index ?? words.length, stop?.index ?? words.length)
}

/** What is said of an end goes on over the cells beside it: "Arrival: 08:25   Rio de Janeiro". */
const wide = new Set<Concept>(['departure', 'arrival', 'from', 'to', 'pickUp', 'dropOff', 'checkIn', 'checkOut'])

function wideEnd(sheet: Sheet, label: Label, among: readonly Label[], until: number): number {
  const line = sheet.lines[label.line] as Line
  const after = among.find((each) => each.firm && each.at > until - 1)
  const cell = line.cells.find((each) => each.at >= until)
  return cell && (!after || cell.at < after.at) && until >= label.cell.end
    ? lastBefore(line, after?.at ?? line.end)
    : until
}

const lastBefore = (line: Line, at: number): number =>
  Math.max(...line.cells.filter((cell) => cell.at < at).map((cell) => Math.min(cell.end, at)))
