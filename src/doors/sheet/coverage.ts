/**
 * The characters an OpenType font has glyphs for, as ranges of code points from its `cmap` (formats 4 and 12, which all
 * fonts for the web have).
 */
export type Range = readonly [from: number, to: number]

export function coverageOf(font: Buffer): Range[] {
  const cmap = tableOf(font, 'cmap')
  const ranges: Range[] = []
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) ranges.push(...segments(table))
    if (format === 12) ranges.push(...groups(table))
  }
  return ranges
}

function tableOf(font: Buffer, tag: string): Buffer {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    if (font.toString('latin1', at, at + 4) === tag) return font.subarray(font.readUInt32BE(at + 8))
  throw new Error(`a font without ${tag}`)
}

/** Format 4: segments of the first plane, each character of which may still have no glyph. */
function segments(table: Buffer): Range[] {
  const twice = table.readUInt16BE(6)
  const [ends, starts, deltas, offsets] = [14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice]
  const found: Range[] = []
  for (let i = 0; i < twice; i += 2) {
    const [from, to] = [table.readUInt16BE(starts + i), table.readUInt16BE(ends + i)]
    const [delta, offset] = [table.readUInt16BE(deltas + i), table.readUInt16BE(offsets + i)]
    for (let code = from; code <= to && code < 0xffff; code++) {
      const raw = offset === 0 ? code : table.readUInt16BE(offsets + i + offset + 2 * (code - from))
      const glyph = offset !== 0 && raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) found.push([code, code])
    }
  }
  return found
}

/** Format 12: groups of any plane. */
function groups(table: Buffer): Range[] {
  return [...Array(table.readUInt32BE(12)).keys()].map((i) => {
    const at = 16 + 12 * i
    return [table.readUInt32BE(at), table.readUInt32BE(at + 4)]
  })
}
