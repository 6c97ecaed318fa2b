/** A set of candidates by index, 32 in a word. */
export type Bits = Int32Array

/** Sets are cut from pieces of as many words: making an array for each would take longer than filling it. */
const pieceWords = 16_384
let piece = new Int32Array(0)
let cut = 0

/** No candidate of `count`. */
export const none = (count: number): Bits => {
  const words = (count + 31) >>> 5
  if (words > pieceWords / 8) return new Int32Array(words)
  if (cut + words > piece.length) {
    piece = new Int32Array(pieceWords)
    cut = 0
  }
  cut += words
  return piece.subarray(cut - words, cut)
}

export const has = (bits: Bits, i: number): boolean => ((bits[i >>> 5] as number) & (1 << (i & 31))) !== 0

export const put = (bits: Bits, i: number): void => {
  bits[i >>> 5] = (bits[i >>> 5] as number) | (1 << (i & 31))
}

export const take = (bits: Bits, i: number): void => {
  bits[i >>> 5] = (bits[i >>> 5] as number) & ~(1 << (i & 31))
}

/** Puts in all of `from` to before `to`. */
export const putRange = (bits: Bits, from: number, to: number): void => {
  if (from >= to) return
  const [first, last] = [from >>> 5, (to - 1) >>> 5]
  const head = -1 << (from & 31)
  const tail = -1 >>> (31 - ((to - 1) & 31))
  if (first === last) {
    bits[first] = (bits[first] as number) | (head & tail)
    return
  }
  bits[first] = (bits[first] as number) | head
  if (last - first > 1) bits.fill(-1, first + 1, last)
  bits[last] = (bits[last] as number) | tail
}

/** Puts in everything of `more`. */
export const join = (bits: Bits, more: Bits): void => {
  for (let w = 0; w < bits.length; w++) bits[w] = (bits[w] as number) | (more[w] as number)
}

/** Everything of `count` that is not in `bits`. */
export const without = (bits: Bits, count: number): Bits => {
  const rest = none(count)
  for (let w = 0; w < bits.length; w++) rest[w] = ~(bits[w] as number)
  const over = count & 31
  if (over !== 0) rest[rest.length - 1] = (rest[rest.length - 1] as number) & ((1 << over) - 1)
  return rest
}

const ones = (word: number): number => {
  let w = word - ((word >>> 1) & 0x55555555)
  w = (w & 0x33333333) + ((w >>> 2) & 0x33333333)
  return Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** How many are in it. */
export const countOf = (bits: Bits): number => {
  let count = 0
  for (let w = 0; w < bits.length; w++) count += ones(bits[w] as number)
  return count
}

/** Asks for each in ascending order until one answers true. */
export const some = (bits: Bits, ask: (i: number) => boolean): boolean => {
  for (let w = 0; w < bits.length; w++)
    for (let rest = bits[w] as number; rest !== 0; rest &= rest - 1)
      if (ask((w << 5) + 31 - Math.clz32(rest & -rest))) return true
  return false
}

export const each = (bits: Bits, tell: (i: number) => void): void => {
  for (let w = 0; w < bits.length; w++)
    for (let rest = bits[w] as number; rest !== 0; rest &= rest - 1) tell((w << 5) + 31 - Math.clz32(rest & -rest))
}

/** Tells each that is in both. */
export const eachOfBoth = (a: Bits, b: Bits, tell: (i: number) => void): void => {
  for (let w = 0; w < a.length; w++)
    for (let rest = (a[w] as number) & (b[w] as number); rest !== 0; rest &= rest - 1)
      tell((w << 5) + 31 - Math.clz32(rest & -rest))
}

/** Tells each of `from` to before `to`. */
export const eachBetween = (bits: Bits, from: number, to: number, tell: (i: number) => void): void => {
  if (from >= to) return
  const [first, last] = [from >>> 5, (to - 1) >>> 5]
  for (let w = first; w <= last; w++) {
    let rest = bits[w] as number
    if (w === first) rest &= -1 << (from & 31)
    if (w === last) rest &= -1 >>> (31 - ((to - 1) & 31))
    for (; rest !== 0; rest &= rest - 1) tell((w << 5) + 31 - Math.clz32(rest & -rest))
  }
}
