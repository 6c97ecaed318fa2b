import { dataOf } from '../data/data.ts'
import { limits } from '../limits.ts'
import { readPage } from '../page/page.ts'
import { readArchive } from './archive.ts'
import { readCalendar } from './calendar.ts'
import { decoded } from './decoded.ts'
import { readDocument } from './document.ts'
import { type Kind, kindOf } from './kind.ts'
import { readMail } from './mail.ts'
import { withoutOwn } from './own.ts'
import { type Form, nothing, type Piece, plain } from './piece.ts'

type Source = { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }
type Read = { readonly pieces: readonly Piece[]; readonly form: Form }

const unread: Partial<Record<Kind, string>> = {
  picture: 'This is a picture; what is in it cannot be read',
  outlook: 'This is a file of Outlook, which cannot be read; save the mail as .eml or paste its text',
  binary: 'This file is of no kind that can be read',
}

const remark = (form: Form, words: string): Read => ({ pieces: [{ ...nothing, form, remarks: [words] }], form })

const cutText = (text: string) =>
  text.length > limits.text ? [`Only its first ${limits.text.toLocaleString('en')} characters were read`] : []

function textPiece(bytes: Uint8Array): Piece {
  const text = decoded(bytes.subarray(0, limits.text * 4))
  return { ...nothing, text: plain(text.replace(/^(?:>[ \t]?)+/gm, '')), remarks: cutText(text) }
}

function pagePiece(bytes: Uint8Array): Piece {
  const page = readPage(decoded(bytes))
  const remarks = page.cut ? ['This page is too long or too deep; what comes after was not read'] : cutText(page.text)
  return {
    ...nothing,
    form: 'page',
    text: plain(page.text),
    struck: page.whole && plain(page.whole),
    data: dataOf(page),
    remarks,
  }
}

/** Pictures in a mail are mostly decoration: only one that is all there is says that it was not read. */
async function mailPieces(source: Source, depth: number): Promise<readonly Piece[]> {
  const { body, enclosed } = await readMail(source.bytes)
  const pieces: Piece[] = [body]
  for (const { bytes, fileName, mediaType } of enclosed) {
    if (pieces.length >= limits.pieces) break
    const read = await enclosedIn({ bytes, name: fileName, mediaType }, depth)
    for (const piece of read.pieces) {
      const remarks = piece.remarks.map((words) => (fileName === '' ? words : `${fileName.slice(0, 100)}: ${words}`))
      pieces.push({ ...piece, remarks })
    }
  }
  const wordless = pieces.every(({ text }) => text.replace(/^(?:From|Subject):.*$/gm, '').trim() === '')
  const pictures = wordless && enclosed.some(({ mediaType }) => mediaType.startsWith('image/'))
  return pictures ? [{ ...body, remarks: [...body.remarks, unread.picture as string] }, ...pieces.slice(1)] : pieces
}

/** One bad file within a mail costs only itself. */
async function enclosedIn(source: Source, depth: number): Promise<Read> {
  try {
    return await readSource(source, depth + 1, true)
  } catch {
    return remark('mail', 'It is damaged and cannot be read')
  }
}

/** A signature, a key or the like is text as well, and nobody's confirmation. */
const isText = ({ name, mediaType }: Source) => mediaType === 'text/plain' || /\.txt$/i.test(name)

async function readSource(source: Source, depth: number, isEnclosed: boolean): Promise<Read> {
  const { bytes, name, mediaType } = source
  const kind = kindOf(bytes, decodedHead(bytes), name, mediaType)
  if (isEnclosed && (kind === 'picture' || kind === 'binary' || (kind === 'text' && !isText(source))))
    return { pieces: [], form: 'text' }
  if (kind === 'mail') {
    if (depth > limits.depth) return remark('mail', 'Mails within this mail nest too deep and were not all read')
    return { pieces: await mailPieces(source, depth), form: 'mail' }
  }
  if (kind === 'page') return { pieces: [pagePiece(bytes)], form: 'page' }
  if (kind === 'document') return { pieces: [await readDocument(bytes)], form: 'document' }
  if (kind === 'calendar') return { pieces: readCalendar(bytes), form: 'calendar' }
  if (kind === 'archive') return { pieces: [readArchive(bytes)], form: 'pass' }
  if (kind === 'text') return { pieces: [textPiece(bytes)], form: 'text' }
  return remark('text', unread[kind] ?? (unread.binary as string))
}

/** Enough to tell what it is; a letter that the cut goes through is no matter. */
const decodedHead = (bytes: Uint8Array): string => {
  const head = bytes.subarray(0, 16_384)
  return head[0] === 0xff || head[0] === 0xfe
    ? decoded(head)
    : new TextDecoder('latin1').decode(head).replace(/^ï»¿/, '')
}

/** The parts of a source, whatever it is, mails and files within it included. Never rejects. */
export async function piecesOf(bytes: Uint8Array, name: string, mediaType: string): Promise<Read> {
  try {
    const { pieces, form } = await readSource({ bytes, name, mediaType }, 0, false)
    return { pieces: pieces.map(withoutOwn), form }
  } catch {
    return remark('mail', 'This mail is damaged, or its parts nest too deep, and it cannot be read')
  }
}
