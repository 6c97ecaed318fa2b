import { Unzip, UnzipInflate } from 'fflate'
import { readPass } from '../data/pass.ts'
import { limits } from '../limits.ts'
import { decoded } from './decoded.ts'
import { nothing, type Piece } from './piece.ts'

/** The bytes of one file of a zip, read no farther than the limit; null where there is none, or it is larger unpacked. */
function fileOf(zip: Uint8Array, name: string): Uint8Array | null {
  const parts: Uint8Array[] = []
  let length = 0
  let whole = false
  const unzip = new Unzip((file) => {
    if (file.name !== name || whole) return
    file.ondata = (error, data, final) => {
      if (error || length > limits.unpacked) return
      length += data.length
      if (length > limits.unpacked) return file.terminate()
      parts.push(data)
      whole = final
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  // A little at a time, so that what swells is left off before it fills the memory.
  for (let at = 0; at < zip.length && !whole && length <= limits.unpacked; at += 16_384)
    unzip.push(zip.subarray(at, at + 16_384), at + 16_384 >= zip.length)
  return whole ? new Uint8Array(Buffer.concat(parts)) : null
}

const unread = (words: string): Piece => ({ ...nothing, form: 'pass', remarks: [words] })

/** Reads a pass for a wallet (.pkpass): of its files `pass.json` alone. Other archives are named and not opened. */
export function readArchive(bytes: Uint8Array): Piece {
  let file: Uint8Array | null = null
  try {
    file = fileOf(bytes, 'pass.json')
  } catch {
    return unread('This file is damaged and cannot be read')
  }
  if (!file) return unread('This archive holds no pass; only a pass for a wallet can be read')
  return readPass(decoded(file)) ?? unread('The pass in this file is damaged and cannot be read')
}
