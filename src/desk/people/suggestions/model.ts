import { folded } from '../model.ts'

/** Somebody says of themselves, in a text, that they assist somebody. */
export type Signed = {
  readonly assistant: { readonly name: string; readonly address: string | null }
  readonly to: string
  /** The line it was read from, as it stands. */
  readonly quote: string
}

const title = '(?:Dr|Prof|Sir|Dame|Mr|Mrs|Ms|Mx|Lady|Lord)\\.?\\s+'
const part = "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|de|da|del|der|di|du|la|le|van|von|zu|al|bin|ter)"
const nameThere = `((?:${title})?\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:[ \\t]+${part}){0,4})`

/** What whoever assists is called; titles are written in any case, the two short ones in capitals alone. */
const role =
  '(?:(?i:(?:(?:senior|chief|lead|interim|temporary|team|virtual)[ \\t]+)*(?:(?:executive|personal|private)[ \\t]+)?(?:assistant|secretary)|chief[ \\t]+of[ \\t]+staff)|EA|PA|E\\.A\\.|P\\.A\\.)'
const gap = '[ \\t]+'
/** "to the CEO, Camille Aubry": what they are stands before their name. */
const office = `(?:(?i:our|the)${gap}[\\p{L} &]{2,40},[ \\t]*)?`

/** "EA to Camille Aubry", "Executive Assistant to the CEO, Camille Aubry", "Office of Camille Aubry", "on behalf of …". */
const patterns = [
  `(?<!\\p{L})${role}(?:[ \\t]*(?:&|and|/)[ \\t]*[\\p{L} ]{2,30}?)?${gap}(?i:to|of|for)${gap}${office}${nameThere}`,
  `(?<!\\p{L})(?i:office${gap}of|on${gap}behalf${gap}of)${gap}${nameThere}`,
].map((source) => new RegExp(source, 'u'))

const isName = new RegExp(`^(?:${title})?\\p{Lu}[\\p{L}\\p{M}'’.-]+(?:[ \\t]+${part}){1,4}$`, 'u')
const mail = /[A-Z0-9._%+'-]+@[A-Z0-9-]+(?:\.[A-Z0-9-]+)+/i
const from = new RegExp(`^\\s*>*\\s*From:\\s*"?([^"<\\n]*?)"?\\s*(?:<\\s*(${mail.source})\\s*>)?\\s*$`, 'i')

const bare = (line: string): string => line.replace(/^[>\s*_|-]+|[\s*_|,-]+$/g, '').trim()
const trimmed = (name: string): string => name.replace(/[.,'’-]+$/, '').trim()

/** A line of its own that is nothing but a name, up to three lines above; or what stands before the title in its own line. */
function signer(lines: readonly string[], at: number, before: string): string | null {
  const own = bare(before.replace(/[,|–—-]\s*$/, ''))
  if (isName.test(own)) return own
  for (let n = at - 1, seen = 0; n >= 0 && seen < 3; n--) {
    const line = bare(lines[n] ?? '')
    if (line === '') continue
    seen += 1
    if (isName.test(line)) return line
  }
  return null
}

/** The sender of a pasted mail, where its head was pasted too; the last above a line. */
const senderAbove = (lines: readonly string[], at: number) => {
  for (let n = at; n >= 0; n--) {
    const found = from.exec(lines[n] ?? '')
    if (found)
      return {
        name: bare(found[1] ?? '')
          .replace(/\(.*\)/, '')
          .trim(),
        address: found[2]?.toLowerCase() ?? null,
      }
  }
  return null
}

/** An address near a signature: in the lines of it, from just above the name to some below. */
const addressNear = (lines: readonly string[], at: number): string | null => {
  for (const n of [at, at + 1, at + 2, at + 3, at + 4, at - 1]) {
    const found = mail.exec(lines[n] ?? '')
    if (found && !from.test(lines[n] ?? '')) return found[0].toLowerCase()
  }
  return null
}

const sameName = (a: string, b: string): boolean => folded(a) === folded(b)

/**
 * Who says in a pasted text that they assist somebody, by the patterns of signatures and nothing else. Whoever signs must be
 * named, in a line of their own or as the sender; without a name nothing is suggested.
 */
export function signedIn(text: string): Signed[] {
  const lines = text.slice(0, 50_000).split(/\r?\n/)
  const found = new Map<string, Signed>()
  lines.forEach((line, at) => {
    if (line.length > 300) return
    const match = patterns.map((pattern) => pattern.exec(line)).find((one) => one !== null)
    if (!match) return
    const to = trimmed(match[1] ?? '')
    const sender = senderAbove(lines, at)
    const named =
      signer(lines, at, line.slice(0, match.index)) ?? (sender && isName.test(sender.name) ? sender.name : null)
    if (named === null || to === '' || sameName(named, to)) return
    const isSender = sender !== null && sameName(sender.name, named)
    const address = addressNear(lines, at) ?? (isSender ? sender.address : null)
    const key = `${folded(named)}\n${folded(to)}`
    if (!found.has(key)) found.set(key, { assistant: { name: named, address }, to, quote: line.trim().slice(0, 300) })
  })
  return [...found.values()]
}
