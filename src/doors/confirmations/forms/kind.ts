/** What bytes are, by themselves first and by their name last: names lie. */
export type Kind = 'mail' | 'page' | 'document' | 'text' | 'calendar' | 'archive' | 'picture' | 'outlook' | 'binary'

const starts = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)

function isPicture(bytes: Uint8Array): boolean {
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46, 0x38))
    return true
  const at8 = String.fromCharCode(...bytes.subarray(4, 12))
  return starts(bytes, 0x52, 0x49, 0x46, 0x46) ? at8.endsWith('WEBP') : /^ftyp(heic|heix|avif|mif1)/.test(at8)
}

const headerLine = /^(?:[A-Za-z][A-Za-z0-9-]{1,60}:.*(?:\n[ \t]+.*)*\n)+/
const mailHeaders =
  /^(?:received|return-path|mime-version|message-id|content-type|delivered-to|dkim-signature|x-[\w-]+):/gim

/** As RFC 5322 §3.3 has it; what a mail program shows of it has no zone in digits. */
const sentAs =
  /^date:[ \t]*(?:[a-z]{3},[ \t]*)?\d{1,2}[ \t]+[a-z]{3}[ \t]+\d{4}[ \t]+\d\d:\d\d(?::\d\d)?[ \t]+[+-]\d{4}/im
const sentBy = /^from:.*@/im

/** A mail as it is kept begins with headers; a pasted one has its From and Subject in somebody's language. */
function isMail(head: string): boolean {
  const headers = headerLine.exec(head.replace(/^\s+/, '').replace(/^From .*\n/, ''))?.[0]
  if (!headers) return false
  if (sentAs.test(headers) && sentBy.test(headers)) return true
  const technical = new Set((headers.match(mailHeaders) ?? []).map((each) => each.toLowerCase()))
  return technical.size >= 2 || (technical.size === 1 && /^(?:from|subject|date):/im.test(headers))
}

const isPage = (head: string) =>
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|table|div|center|p|h[1-6]|script|meta|style|section|article)\b/i.test(
    head,
  )

function ofBytes(bytes: Uint8Array): Kind | null {
  const first = String.fromCharCode(...bytes.subarray(0, 1024))
  if (first.includes('%PDF-')) return 'document'
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'archive'
  if (isPicture(bytes)) return 'picture'
  return starts(bytes, 0xd0, 0xcf, 0x11, 0xe0) ? 'outlook' : null
}

const ofName = (name: string, mediaType: string): Kind | null => {
  if (/\.(?:eml|mht|mhtml)$/i.test(name) || mediaType === 'message/rfc822') return 'mail'
  if (/\.html?$/i.test(name) || mediaType === 'text/html') return 'page'
  return /\.ics$/i.test(name) || mediaType === 'text/calendar' ? 'calendar' : null
}

/** `head` is the beginning of the bytes as text. */
export function kindOf(bytes: Uint8Array, head: string, name: string, mediaType: string): Kind {
  const found = ofBytes(bytes)
  if (found) return found
  const text = head.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return 'calendar'
  if (isMail(text)) return 'mail'
  if (isPage(text)) return 'page'
  const named = ofName(name, mediaType)
  if (named) return named
  return bytes.subarray(0, 4096).includes(0) && !/^[\ufeff\ufffe]/.test(head) ? 'binary' : 'text'
}
