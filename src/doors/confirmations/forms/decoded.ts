const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows = new TextDecoder('windows-1252')

const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

const declared =
  /<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})/i

/** The letters of Japan's mails shift by these marks, which stand in no other text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark itself is one
const shifts = /\u001b(?:\$[@B]|\([BJ])/

/** How a page says it is written; null where it says nothing a reader knows. */
function declaredIn(bytes: Uint8Array): TextDecoder | null {
  const head = latin(bytes.subarray(0, 4096))
  const found = declared.exec(head)
  const name = found?.[1] ?? found?.[2] ?? (shifts.test(latin(bytes.subarray(0, 65_536))) ? 'iso-2022-jp' : null)
  try {
    return name === null ? null : new TextDecoder(name)
  } catch {
    return null
  }
}

/** UTF-16 with its mark, UTF-8 where it is, else as it says itself, else what Western Windows writes. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    const text = utf8.decode(bytes)
    return text.includes('\u001b') ? (declaredIn(bytes)?.decode(bytes) ?? text) : text
  } catch {
    return (declaredIn(bytes) ?? windows).decode(bytes)
  }
}

/** The byte of each letter that Western Windows has. */
const byteOf: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [windows.decode(Uint8Array.of(byte)), byte]),
)

const mistaken = /[\u00c3\u00c5\u00c4][\u0080-\u00bf\u0152-\u2122]|\u00c2[\u00a0-\u00bf]|\u00e2\u20ac/

/** Text of UTF-8 that was sent as Latin, `ZÃ¼rich`, as it was written; any other as it is. */
export function mended(text: string): string {
  if (!mistaken.test(text)) return text
  const bytes = Uint8Array.from(text, (letter) => byteOf.get(letter) ?? 0)
  if (bytes.includes(0)) return text
  try {
    return utf8.decode(bytes)
  } catch {
    return text
  }
}

/** Where bytes begin that are no white space, nor a mark of how they are written. */
function beginning(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (/\s/.test(String.fromCharCode(bytes[at] ?? 0))) at++
  return at
}

/** A mail's bytes as its reader can take them: from its first line on, without blanks behind a soft break, quoted lines kept apart. */
export function settled(whole: Uint8Array): Uint8Array {
  const bytes = whole.subarray(beginning(whole))
  const text = latin(bytes)
  const isQuoted = /^>/m.test(text) && /format\s*=\s*"?flowed/i.test(text)
  const blanks = /=[ \t]+\r?\n/.test(text)
  const posted = /^From [^\n]*\n(?=[\w-]+:)/.exec(text)?.[0]
  if (!isQuoted && !blanks && !posted) return bytes
  const mine = (posted ? text.slice(posted.length) : text).replace(/=[ \t]+(\r?\n)/g, '=$1')
  return Buffer.from(isQuoted ? mine.replace(/format(\s*=\s*"?)flowed/gi, 'format$1fixed') : mine, 'latin1')
}
