/** How many letters differ, a swap of two neighbours counting once; `most + 1` where it is more than that. */
export function distance(a: string, b: string, most: number): number {
  const [m, n] = [a.length, b.length]
  if (Math.abs(m - n) > most || m >= widest || n >= widest) return a === b ? 0 : most + 1
  let [before, row, next] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let k = 0; k <= n; k++) row[k] = k
  for (let i = 1; i <= m; i++) {
    const letter = a.charCodeAt(i - 1)
    next[0] = i
    let least = i
    for (let k = 1; k <= n; k++) {
      const other = b.charCodeAt(k - 1)
      let cost = (row[k - 1] as number) + (letter === other ? 0 : 1)
      cost = Math.min(cost, (row[k] as number) + 1, (next[k - 1] as number) + 1)
      if (i > 1 && k > 1 && letter === b.charCodeAt(k - 2) && a.charCodeAt(i - 2) === other)
        cost = Math.min(cost, (before[k - 2] as number) + 1)
      next[k] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    ;[before, row, next] = [row, next, before]
  }
  return Math.min(row[n] as number, most + 1)
}

/** Longer words than this are only ever the same or not. */
const widest = 64
const rows = [new Uint8Array(widest), new Uint8Array(widest), new Uint8Array(widest)]

/** Whether two words begin alike enough to be one misspelt: a letter of the first two of each is the same. */
export const beginAlike = (a: string, b: string): boolean =>
  a.charCodeAt(0) === b.charCodeAt(0) ||
  a.charCodeAt(1) === b.charCodeAt(1) ||
  a.charCodeAt(0) === b.charCodeAt(1) ||
  a.charCodeAt(1) === b.charCodeAt(0)

const sounds: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/(?:sch|sh|sz|cz|tsch|tch|ch)/g, 'x'],
  [/ph|v|w/g, 'f'],
  [/c(?=[eiy])|z|ss/g, 's'],
  [/ck|c|qu|q|x(?=x)|g(?=[aou])/g, 'k'],
  [/th|dt|d/g, 't'],
  [/gh|h/g, ''],
  [/[aeiouyj]+/g, 'a'],
  [/b/g, 'p'],
  [/g/g, 'k'],
  [/m/g, 'n'],
  [/(.)\1+/g, '$1'],
]

/** Roughly how a word sounds: those that sound alike have the same. */
export const soundOf = (word: string): string => {
  let sound = word
  for (const [from, to] of sounds) sound = sound.replace(from, to)
  const [first = '', ...rest] = sound
  return first + rest.join('').replaceAll('a', '')
}

/** Which letters a word has, one bit a letter: words that differ by n letters differ by at most 2n bits. */
export const lettersOf = (word: string): number => {
  let bits = 0
  for (let n = 0; n < word.length; n++) bits |= 1 << (word.charCodeAt(n) % 32)
  return bits
}

export const bitsIn = (bits: number): number => {
  const a = bits - ((bits >>> 1) & 0x55555555)
  const b = (a & 0x33333333) + ((a >>> 2) & 0x33333333)
  return Math.imul((b + (b >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many letters a word of this length may have wrong and still be known. */
export const allowedIn = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3)

/** Whether a word is a known one misspelt: few letters other for its length, or it sounds the same. */
export function isMisspelt(word: string, known: string): boolean {
  const length = Math.min(word.length, known.length)
  if (length < 4 || word === known) return word === known
  const far = distance(word, known, 3)
  if (far > allowedIn(Math.max(word.length, known.length)))
    return length >= 5 && far <= 3 && soundOf(word) === soundOf(known)
  if (far === 1) return length > 4 || word[0] === known[0] || word.slice(1) === known.slice(1)
  if (far > 2) return word[0] === known[0] && !isOtherStreet(word, known)
  if (known.length >= 9) return !isOtherStreet(word, known)
  // Two letters of few make another name: `Birgit` is not `Berit`.
  if (Math.max(word.length, known.length) < 8) return soundOf(word) === soundOf(known)
  return word[0] === known[0] || soundOf(word) === soundOf(known) || word.slice(-3) === known.slice(-3)
}

const streets =
  /(?:gaten?|gata|veien|vegen|kaien|plassen|vagen|gatan|strasse|gasse|platz|allee|ufer|straat|laan|gracht|kade|plein|weg|street|lane|road)$/

/** Both are streets or the like, of another sort: `Kalfargaten` and `Kalfarveien` are two. */
const isOtherStreet = (word: string, known: string): boolean => {
  const [sort, other] = [streets.exec(word)?.[0], streets.exec(known)?.[0]]
  return sort !== undefined && other !== undefined && sort !== other
}
