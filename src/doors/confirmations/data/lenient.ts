import JSON5 from 'json5'

/** Line ends and tabs within strings, as senders break their long descriptions. */
function mended(text: string): string {
  let out = ''
  let inside = false
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) inside = !inside
    else if (code === 0x5c && inside) at++
    else if (code < 0x20 && inside) {
      out += `${text.slice(from, at)} `
      from = at + 1
    }
  }
  return out + text.slice(from)
}

const wrapped =
  /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/g

const attempts: readonly ((text: string) => unknown)[] = [
  (text) => JSON.parse(text),
  (text) => JSON5.parse(mended(text)),
  // Two values after each other, which are one each.
  (text) => JSON5.parse(`[${mended(text).replace(/\}[\s;]*(?=\{)/g, '},')}]`),
]

/** JSON as senders write it: with comments, commas too many, broken lines, in a comment of the page. Null where it is none. */
export function lenient(text: string): unknown {
  const bare = text
    .replace(/^\ufeff/, '')
    .replace(wrapped, '')
    .trim()
  for (const attempt of attempts)
    try {
      return attempt(bare)
    } catch {}
  return null
}
