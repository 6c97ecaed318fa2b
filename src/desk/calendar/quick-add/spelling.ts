import type { Line } from './line.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const months = 'january february march april june july august september october november december'.split(' ')

/** Slips too short to measure. */
const slips: Record<string, string> = { thrs: 'thu', thrus: 'thu', wends: 'wed', teus: 'tue', tuse: 'tue' }

/** Words and names that are a letter away from a weekday. */
const ownWords = new Set(['frida', 'monda', 'money', 'sunda', 'sundae', 'sundry', 'sunny', 'midday', 'today'])

/** One letter wrong, missing, too many or exchanged with its neighbour counts one (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i])
  const at = (i: number, j: number) => rows[i]?.[j] ?? i + j
  for (let i = 0; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : i + j
      const changed = i > 0 ? at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1) : i + j
      rows[i]?.splice(j, 1, Math.min(i === 0 ? j : at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped))
    }
  return at(a.length, b.length)
}

/** The names a word may be a slip for, the nearest ones; none where it is a name itself, or nothing like one. */
function nearest(word: string, names: readonly string[]): readonly string[] {
  const said = word.toLowerCase().replace(/s$/, '')
  if (said.length < 4 || ownWords.has(said)) return []
  if (names.some((name) => name.replace(/s$/, '') === said || (said.length >= 3 && name.slice(0, 3) === said)))
    return []
  const near = names
    .map((name) => ({ name, far: name.startsWith(said) ? 0.5 : distance(said, name) }))
    .filter(({ name, far }) => far <= (name.length > 6 ? 2 : 1) && said[0] === name[0])
  const least = Math.min(...near.map((one) => one.far))
  return near.filter((one) => one.far === least).map((one) => one.name)
}

const known = /^(?:sept|mon|tues?|wed|weds|thurs?|thu|fri|sat|sun)s?$/i
const capital = (name: string) => `${name[0]?.toUpperCase()}${name.slice(1)}`

/**
 * Reads a misspelt weekday, month or "tomorrow" as what it is a slip for, and says so once it was used. Answers a
 * question where it could be two: “Tursday” is as near to Tuesday as to Thursday.
 */
export function correct(line: Line): string | null {
  for (const { index, 0: word } of [...line.left.matchAll(/(?<![\w.@/'’-])[a-z]{4,11}(?![\w@]|\.\w)/gi)]) {
    if (known.test(word)) continue
    const isDated =
      /\d(?:st|nd|rd|th)?(?:\s+of)?\s+$/.test(line.left.slice(0, index)) ||
      /^\s+\d{1,2}(?:st|nd|rd|th)?\b(?![:.]\d|\s*[ap]m)/i.test(line.left.slice(index + word.length))
    const month = isDated ? nearest(word, months)[0] : undefined
    if (month) {
      line.cover(index, index + word.length, month.slice(0, 3))
      continue
    }
    const slip = slips[word.toLowerCase()]
    if (slip) {
      line.cover(index, index + word.length, slip)
      continue
    }
    const near = nearest(word, [...weekdays, 'tomorrow'])
    if (near.length > 1) return `Is “${word}” ${near.map(capital).join(' or ')}?`
    const [name] = near
    if (name) line.cover(index, index + word.length, name === 'tomorrow' ? 'tmr' : name.slice(0, 3))
  }
  return null
}

const full = (short: string) =>
  short === 'tmr'
    ? 'tomorrow'
    : capital([...weekdays, ...months].find((name) => name.slice(0, 3) === short.slice(0, 3)) ?? short)

/** Says what a misspelt word was read as. */
export const sayCorrected = (line: Line, was: string, by: string): void =>
  line.assume(`“${was}” was read as ${full(by.trim())}`)
