import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { maker, ownPaperWords } from '../../../desk/travel/itinerary/marks/model.ts'
import { limits } from '../limits.ts'
import { ownPiece, withoutOwn } from './own.ts'
import { nothing, type Piece, plain } from './piece.ts'

/** Words of a PDF where they stand: in points from the left and from the bottom of their page. */
type Word = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly base: number
  readonly height: number
}

const isNear = (a: Word, b: Word) => Math.abs(a.base - b.base) < Math.max(2, Math.min(a.height, b.height) * 0.5)

/** Words that stand on one line, from left to right, lines from the top down. */
function lines(words: readonly Word[]): Word[][] {
  const found: Word[][] = []
  for (const word of [...words].sort((a, b) => b.base - a.base || a.left - b.left)) {
    const line = found.at(-1)
    if (line && isNear(line[0] as Word, word)) line.push(word)
    else found.push([word])
  }
  return found.map((line) => line.sort((a, b) => a.left - b.left))
}

/** Wide gaps part columns: they stay two spaces or more, as far as the columns are apart. */
function lineText(line: readonly Word[]): string {
  let text = ''
  let right: number | null = null
  for (const word of line) {
    const wide = word.height * 0.5 || 5
    const gap = right === null ? 0 : word.left - right
    const spaces = gap > wide * 1.6 ? Math.min(60, Math.max(2, Math.round(gap / wide))) : gap > wide * 0.3 ? 1 : 0
    text +=
      (text.endsWith(' ') || word.text.startsWith(' ') ? ' '.repeat(Math.max(0, spaces - 1)) : ' '.repeat(spaces)) +
      word.text
    right = word.right
  }
  return text.trimEnd()
}

function pageText(words: readonly Word[]): string {
  let text = ''
  let above: number | null = null
  for (const line of lines(words)) {
    const first = line[0] as Word
    if (above !== null) text += above - first.base > first.height * 2.2 ? '\n\n' : '\n'
    text += lineText(line)
    above = first.base
  }
  return text
}

type Item = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

function wordsOf(items: readonly object[]): Word[] {
  const found: Word[] = []
  for (const item of items) {
    if (!('str' in item)) continue
    const { str, transform, width, height } = item as Item
    if (str.trim() === '') continue
    const [left, base] = [transform[4] ?? 0, transform[5] ?? 0]
    found.push({ text: str, left, right: left + width, base, height: height || Math.abs(transform[3] ?? 10) })
  }
  return found
}

const tables = (name: string) =>
  join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name, '/')

/** Whether the desk printed it itself. */
const isOwn = ({ info }: { readonly info: object }): boolean => 'Author' in info && info.Author === maker

const unread = (words: string): Piece => ({ ...nothing, form: 'document', remarks: [words] })

/** Reads the words of a PDF, page by page in reading order; one that is locked or holds only pictures says so. Never rejects. */
export async function readDocument(bytes: Uint8Array): Promise<Piece> {
  const { getDocument, PasswordException } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: tables('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: tables('standard_fonts'),
    useSystemFonts: false,
    stopAtErrors: false,
    disableFontFace: true,
  })
  try {
    const document = await task.promise
    const count = Math.min(document.numPages, limits.pages)
    const pages: string[] = []
    let length = 0
    for (let number = 1; number <= count && length < limits.text; number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      const text = pageText(wordsOf(items))
      pages.push(text)
      length += text.length
    }
    const text = plain(pages.join('\n\f\n'))
    if (text.trim() === '') return unread('This PDF holds pictures and no words; what is in them cannot be read')
    if (isOwn(await document.getMetadata()))
      return ownPiece('document', withoutOwn({ ...nothing, text }).own ?? ownPaperWords)
    const rest = document.numPages > pages.length ? [`Only its first ${pages.length} pages were read`] : []
    return { ...nothing, form: 'document', text, remarks: rest }
  } catch (error) {
    return unread(
      error instanceof PasswordException
        ? 'This PDF is locked with a password and cannot be read'
        : 'This PDF is damaged and cannot be read',
    )
  } finally {
    await task.destroy().catch(() => undefined)
  }
}
