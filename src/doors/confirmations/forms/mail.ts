import PostalMime, { type Address, type Attachment } from 'postal-mime'
import { instantFromText, zonedText } from '../../../plan/text.ts'
import { utc } from '../../../plan/zone.ts'
import { dataOf } from '../data/data.ts'
import { limits } from '../limits.ts'
import { readPage } from '../page/page.ts'
import { mended, settled } from './decoded.ts'
import { nothing, type Piece, plain } from './piece.ts'

export type Enclosed = { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string }
export type Mail = { readonly body: Piece; readonly enclosed: readonly Enclosed[] }

/** `Northwold Air <no-reply@northwoldair.example>` */
function sender(from: Address | undefined): string | null {
  if (!from) return null
  const name = from.name.replace(/\s+/g, ' ').trim()
  const address = from.address ?? ''
  const words = name === '' ? address : address === '' ? name : `${name} <${address}>`
  return words === '' ? null : words.slice(0, 400)
}

const sentText = (date: string | undefined): string | null => {
  const at = date === undefined ? null : instantFromText(date.replace(/\.\d+Z$/, 'Z'))
  return at === null ? null : zonedText(at, utc)
}

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)

/** The head of a mail as its reader sees it above the body; when it was sent is told by itself. */
const headText = (from: string | null, subject: string | null) =>
  [from && `From: ${from}`, subject && `Subject: ${subject}`].filter((line) => line !== null).join('\n')

/** Marks of what somebody quoted or forwarded within a text. */
const unquoted = (text: string) => text.replace(/^(?:>[ \t]?)+/gm, '')

const beneath = (head: string, body: string) => [head, body].filter((part) => part !== '').join('\n\n')

/** Whether more lines begin with two dashes, as what parts a mail does (RFC 2046 §5.1.1), than any mail has; or there are more in all. */
function isShredded(bytes: Uint8Array): boolean {
  const [newline, dash] = [0x0a, 0x2d]
  let [count, lines] = [0, 0]
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) {
    if (++lines > limits.lines) return true
    if (bytes[at + 1] === dash && bytes[at + 2] === dash && ++count > limits.partings) return true
  }
  return false
}

/** Reads a mail (RFC 5322) with what is enclosed, mails within it included. Rejects what nests, heads or parts past the limits. */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  if (isShredded(bytes)) throw new Error('a mail of more parts than any has')
  const mail = await PostalMime.parse(settled(bytes), {
    forceRfc822Attachments: true,
    maxNestingDepth: 50,
    maxHeadersSize: 500_000,
  })
  const page = mail.html === undefined ? null : readPage(mended(mail.html))
  const subject = mail.subject?.replace(/\s+/g, ' ').trim().slice(0, 500) || null
  const from = sender(mail.from ?? mail.sender)
  const head = headText(from, subject)
  const text = mail.text === undefined ? null : unquoted(mended(mail.text))
  const seen = page === null || page.text === '' ? (text ?? '') : page.text
  const body: Piece = {
    ...nothing,
    form: 'mail',
    text: plain(beneath(head, seen)),
    instead:
      page !== null && page.text !== '' && text !== null && text.trim() !== '' ? plain(beneath(head, text)) : null,
    struck: page?.whole ? plain(beneath(head, page.whole)) : null,
    data: page ? dataOf(page) : [],
    subject,
    from,
    sentAt: sentText(mail.date),
    remarks: page?.cut ? ['The page in this mail is too long or too deep; what comes after was not read'] : [],
  }
  const enclosed = mail.attachments.map((each) => ({
    bytes: bytesOf(each),
    fileName: each.filename ?? '',
    mediaType: each.mimeType,
  }))
  return { body, enclosed }
}
