import { inflateSync } from 'node:zlib'

const tableEntry = 20
const woffHead = 44
const [sfntHead, sfntEntry] = [12, 16]

/**
 * A WOFF 1 font as the OpenType font it was made of (WOFF File Format 1.0, §3 to §5), under another family name: fonts
 * that come cut into scripts all have one name, and the printer would see only the first of them.
 */
export function openType(woff: Uint8Array, family: string): Buffer {
  const file = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength)
  const tables = [...Array(file.readUInt16BE(12)).keys()].map((index) => {
    const at = woffHead + tableEntry * index
    const tag = file.toString('latin1', at, at + 4)
    const [from, packed, whole] = [4, 8, 12].map((field) => file.readUInt32BE(at + field)) as [number, number, number]
    const bytes = file.subarray(from, from + packed)
    const data = packed < whole ? inflateSync(bytes, { maxOutputLength: whole }) : bytes
    return { tag, data: tag === 'name' ? nameTable(family) : data }
  })
  return written(file.readUInt32BE(4), tables)
}

type Table = { readonly tag: string; readonly data: Uint8Array }

function written(flavour: number, tables: readonly Table[]): Buffer {
  const head = Buffer.alloc(sfntHead + sfntEntry * tables.length)
  const power = Math.floor(Math.log2(tables.length))
  const range = 2 ** power * sfntEntry
  head.writeUInt32BE(flavour, 0)
  for (const [i, value] of [tables.length, range, power, tables.length * sfntEntry - range].entries())
    head.writeUInt16BE(value, 4 + 2 * i)
  const parts: Uint8Array[] = [head]
  let offset = head.length
  for (const [index, { tag, data }] of tables.entries()) {
    const at = sfntHead + sfntEntry * index
    head.write(tag, at, 'latin1')
    for (const [i, value] of [checksum(data), offset, data.length].entries()) head.writeUInt32BE(value, at + 4 + 4 * i)
    const rest = Buffer.alloc(-data.length & 3)
    parts.push(data, rest)
    offset += data.length + rest.length
  }
  return Buffer.concat(parts)
}

/** OpenType, "Calculating checksums": the sum of its 32-bit words. */
function checksum(data: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < data.length; at++) sum = (sum + (data[at] as number) * 2 ** (24 - 8 * (at & 3))) % 2 ** 32
  return sum
}

/** OpenType `name`: family, style, and both together, for Windows in UTF-16. */
function nameTable(family: string): Buffer {
  const names = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '-')],
  ] as const
  const records = Buffer.alloc(6 + 12 * names.length)
  records.writeUInt16BE(names.length, 2)
  records.writeUInt16BE(records.length, 4)
  const texts: Uint8Array[] = []
  let offset = 0
  for (const [index, [id, text]] of names.entries()) {
    const written = Buffer.from(text, 'utf16le').swap16()
    for (const [i, value] of [3, 1, 0x409, id, written.length, offset].entries())
      records.writeUInt16BE(value, 6 + 12 * index + 2 * i)
    texts.push(written)
    offset += written.length
  }
  return Buffer.concat([records, ...texts])
}
