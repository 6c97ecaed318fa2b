/** A physical line: its text without line end, and where the next one begins. */
export function lineAt(text: string, from: number): { line: string; next: number } {
  const end = text.indexOf('\n', from)
  if (end === -1) return { line: text.slice(from), next: text.length }
  return { line: text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end), next: end + 1 }
}

const folded = (line: string) => line.startsWith(' ') || line.startsWith('\t')

/** Content lines, unfolded (RFC 5545 §3.1); empty lines say nothing and interrupt no fold. */
export function unfold(text: string): string[] {
  const lines: string[] = []
  let current: string | null = null
  for (let at = 0; at < text.length; ) {
    const { line, next } = lineAt(text, at)
    at = next
    if (line === '') continue
    if (current !== null && folded(line)) {
      current += line.slice(1)
      continue
    }
    if (current !== null) lines.push(current)
    current = line
  }
  if (current !== null) lines.push(current)
  return lines
}

/**
 * Folds a content line at 75 octets of UTF-8, never inside a character (RFC 5545 §3.1).
 * The answer ends without a line end.
 */
export function fold(line: string): string {
  if (line.length <= 25) return line
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > 75) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += character
    octets += size
  }
  parts.push(part)
  return parts.join('\r\n ')
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
