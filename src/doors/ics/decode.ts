import type { Steps } from './slices.ts'

const lf = 0x0a
const cr = 0x0d
const space = 0x20
const tab = 0x09

const isContinuation = (byte: number | undefined) => byte !== undefined && byte >= 0x80 && byte <= 0xbf

/**
 * Some writers fold inside a UTF-8 sequence. Moving the rest of the sequence before the fold changes neither the
 * unfolded text nor the line numbers, and lets each physical line be decoded by itself.
 */
function mendFolds(bytes: Uint8Array): Uint8Array {
  let mended: Uint8Array | null = null
  for (let at = bytes.indexOf(lf); at !== -1; at = bytes.indexOf(lf, at + 1)) {
    const next = bytes[at + 1]
    if ((next !== space && next !== tab) || !isContinuation(bytes[at + 2])) continue
    const foldStart = bytes[at - 1] === cr ? at - 1 : at
    if ((bytes[foldStart - 1] ?? 0) < 0x80) continue
    let end = at + 2
    while (end < at + 5 && isContinuation(bytes[end])) end++
    mended ??= new Uint8Array(bytes)
    mended.set(bytes.subarray(at + 2, end), foldStart)
    mended.set(bytes.subarray(foldStart, at + 2), foldStart + end - at - 2)
  }
  return mended ?? bytes
}

/** UTF-8 where a line is UTF-8, Windows-1252 (of which Latin-1's letters are a part) where it is not. */
function* decodeByLine(bytes: Uint8Array): Steps<{ text: string; otherLines: number }> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const western = new TextDecoder('windows-1252')
  const parts: string[] = []
  let otherLines = 0
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(lf, from)
    const line = bytes.subarray(from, end === -1 ? bytes.length : end + 1)
    try {
      parts.push(utf8.decode(line))
    } catch {
      parts.push(western.decode(line))
      otherLines++
    }
    from += line.length
    yield line.length
  }
  return { text: parts.join(''), otherLines }
}

function* decodeUtf8(bytes: Uint8Array, remarks: string[]): Steps<string> {
  const mended = mendFolds(bytes)
  yield bytes.length
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(mended)
  } catch {
    const { text, otherLines } = yield* decodeByLine(mended)
    remarks.push(
      `${otherLines} ${otherLines === 1 ? 'line is' : 'lines are'} not UTF-8; read as Western European (Windows-1252)`,
    )
    return text
  }
}

/** A byte order mark, or the zero byte beside the first letter, gives UTF-16 away. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a !== 0 && b === 0) return 'utf-16le'
  return a === 0 && b !== 0 && b !== undefined ? 'utf-16be' : null
}

/**
 * The text of a file, with or without byte order mark: UTF-8, UTF-16 of either order, else Windows-1252 line by line.
 * A lone carriage return ends a line like any other line end. Zero characters are left out: no database holds them.
 * Never throws; what had to be assumed is a remark.
 */
export function* decode(bytes: Uint8Array): Steps<{ text: string; remarks: string[] }> {
  const remarks: string[] = []
  const wide = utf16(bytes)
  let text = wide ? new TextDecoder(wide).decode(bytes) : yield* decodeUtf8(bytes, remarks)
  yield text.length
  if (text.startsWith('\uFEFF')) text = text.slice(1)
  if (text.includes('\0')) {
    text = text.replaceAll('\0', '')
    remarks.push('The file holds zero characters; they were left out')
  }
  return { text: text.replace(/\r(?!\n)/g, '\n'), remarks }
}
