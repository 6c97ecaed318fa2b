/**
 * Folding that keeps every position: what stands at an offset of the folded text stands at the same offset of the text, so that
 * words can be compared without case and accents and still be pointed at.
 */

const alike: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'l',
  ø: 'o',
  Ø: 'o',
  ı: 'i',
  İ: 'i',
  đ: 'd',
  Đ: 'd',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '―': '-',
  '〜': '~',
  '～': '~',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u3000': ' ',
  '\u2007': ' ',
  '\u200b': ' ',
  '\u00ad': ' ',
  '\ufeff': ' ',
  '\r': ' ',
  '\f': '\n',
  '\v': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u0085': '\n',
}

const letter = /^\p{L}$/u
const memory = new Map<string, string>()

function foldOne(char: string): string {
  const known = alike[char]
  if (known !== undefined) return known
  const code = char.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase()
  if (code >= 0xd800 && code <= 0xdfff) return char
  if (!letter.test(char)) return char
  const small = char.normalize('NFD').charAt(0).toLowerCase()
  return small.length === 1 ? small : char
}

/** As long as `text`, unit for unit. */
export function foldAlike(text: string): string {
  const parts: string[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    const code = char.charCodeAt(0)
    if (code >= 0x20 && code < 0x60 && !(code >= 0x41 && code <= 0x5a)) parts.push(char)
    else if (code >= 0x61 && code < 0x7f) parts.push(char)
    else {
      let folded = memory.get(char)
      if (folded === undefined) {
        folded = foldOne(char)
        memory.set(char, folded)
      }
      parts.push(folded)
    }
  }
  return parts.join('')
}

/** Hangul, kana and ideographs stand without spaces between words. */
export const wordless = (char: string): boolean => /[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]/.test(char)

export const wordChar = (char: string | undefined): boolean =>
  char !== undefined && char !== '' && /[\p{L}\p{N}_]/u.test(char)
