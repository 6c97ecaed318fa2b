import { bitsIn, distance, lettersOf, soundOf } from './near.ts'

/** Words of one length, each with which letters it has: what lies side by side is passed over fastest. */
type Row = { readonly words: string[]; readonly letters: number[] }
type Rows = Map<number, Row>

const put = (rows: Rows, word: string): void => {
  const row = rows.get(word.length)
  if (row) {
    row.words.push(word)
    row.letters.push(lettersOf(word))
  } else rows.set(word.length, { words: [word], letters: [lettersOf(word)] })
}

const rowsFor = <K>(all: Map<K, Rows>, key: K): Rows => {
  const there = all.get(key)
  if (there) return there
  const made: Rows = new Map()
  all.set(key, made)
  return made
}

const widest = 31

/**
 * How many letters of other words differ from this one, as `distance` counts them, all letters of it at once (Hyyrö's
 * bit vectors).
 */
export function distanceFrom(word: string): (other: string) => number {
  if (word.length > widest || word.length === 0) return (other) => distance(word, other, 3)
  const places = new Int32Array(128)
  for (let n = 0; n < word.length; n++) {
    const letter = word.charCodeAt(n)
    if (letter > 127) return (other) => distance(word, other, 3)
    places[letter] = (places[letter] as number) | (1 << n)
  }
  const last = 1 << (word.length - 1)
  return (other) => {
    let [far, up, down, same, before] = [word.length, -1, 0, 0, 0]
    for (let n = 0; n < other.length; n++) {
      const letter = other.charCodeAt(n)
      const here = letter > 127 ? 0 : (places[letter] as number)
      const swapped = ((~same & here) << 1) & before
      same = swapped | ((((here & up) + up) | 0) ^ up) | here | down
      const more = down | ~(same | up)
      const less = same & up
      if (more & last) far++
      else if (less & last) far--
      const shifted = (more << 1) | 1
      up = (less << 1) | ~(same | shifted)
      down = shifted & same
      before = here
    }
    return far
  }
}

/** Looks at the words of these that are at most so many letters other, until `stop` is true of one; whether it was. */
function within(
  rows: Rows | undefined,
  word: string,
  far: number,
  from: (other: string) => number,
  stop: (other: string) => boolean,
): boolean {
  if (rows === undefined) return false
  const own = lettersOf(word)
  for (let length = word.length - far; length <= word.length + far; length++) {
    const { words = [], letters = [] } = rows.get(length) ?? {}
    for (let n = 0; n < letters.length; n++)
      if (
        bitsIn((letters[n] as number) ^ own) <= far * 2 &&
        from(words[n] as string) <= far &&
        stop(words[n] as string)
      )
        return true
  }
  return false
}

/** Words, and which of them may be a given one misspelt. */
export type Spelling = {
  size: number
  readonly byFirst: Map<string, Rows>
  readonly bySecond: Map<string, Rows>
  readonly bySound: Map<string, string[]>
}

export const spelling = (): Spelling => ({ size: 0, byFirst: new Map(), bySecond: new Map(), bySound: new Map() })

export function learn(known: Spelling, word: string): void {
  known.size++
  if (word.length < 4) return
  put(rowsFor(known.byFirst, word.charAt(0)), word)
  put(rowsFor(known.bySecond, word.charAt(1)), word)
  if (word.length < 5) return
  const sound = soundOf(word)
  const alike = known.bySound.get(sound)
  if (alike) alike.push(word)
  else known.bySound.set(sound, [word])
}

/** Where three letters may be other, words are at least this long. */
const longEnough = 8

/**
 * Every word that `isMisspelt` may take this one for, of those that begin alike: by two letters; by three, of long words with
 * the same first; or by its sound.
 */
export function spelledLike({ byFirst, bySecond, bySound }: Spelling, word: string): Set<string> {
  const [first, second] = [word.charAt(0), word.charAt(1)]
  const from = distanceFrom(word)
  const alike = word.length < 5 ? [] : (bySound.get(soundOf(word)) ?? [])
  const found = new Set(alike.filter((one) => from(one) <= 3))
  const keep = (one: string) => {
    found.add(one)
    return false
  }
  within(byFirst.get(first), word, word.length < longEnough ? 2 : 3, from, keep)
  within(bySecond.get(second), word, 2, from, keep)
  if (first === second) return found
  within(byFirst.get(second), word, 2, from, keep)
  within(bySecond.get(first), word, 2, from, keep)
  return found
}

/** Words by their length alone. */
export type Lengths = { size: number; readonly rows: Rows }
export const lengths = (): Lengths => ({ size: 0, rows: new Map() })
export function keepWord(known: Lengths, word: string): void {
  known.size++
  if (word.length > 3) put(known.rows, word)
}
/** Whether `is` is true of one that is at most so many letters other. */
export const anyNear = ({ rows }: Lengths, word: string, far: number, is: (other: string) => boolean): boolean =>
  within(rows, word, far, distanceFrom(word), is)
