import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { Sheet } from '../../desk/briefing/sheet/model.ts'
import { groupsOfFour } from '../../desk/journal/words.ts'
import { type Fonts, readFonts } from './fonts.ts'
import { template } from './template.ts'
import { missing, settable } from './words.ts'

/** A day that needs more than one page in the smallest of these is printed on several, in a size one can still read. */
const sizes = [10.5, 10, 9, 8, 7] as const
const manyPages = 9

type Printer = { readonly compiler: NodeCompiler; readonly fonts: Fonts }
let printer: Printer | null = null

/** Made when the first sheet is printed: 10 MB of fonts and a compiler that nobody else needs. */
function printerOf(): Printer {
  const fonts = printer?.fonts ?? readFonts()
  printer ??= { fonts, compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts.blobs] }] }) }
  return printer
}

/**
 * A day sheet as a PDF on A4: one page wherever the day fits on one, tagged for screen readers (PDF/UA-1, ISO 14289-1).
 * Takes some 20 ms of this thread, the first some 150. Letters no font has are drawn as boxes, counted, and told at the foot.
 * @throws where the compiler says no, which it does rather than leave a letter out.
 */
export function printed(sheet: Sheet): Buffer {
  const { compiler, fonts } = printerOf()
  const said = wordsFor(sheet, fonts)
  const at = (size: number) => set({ compiler, fonts }, said, size)
  const one = sizes
    .values()
    .map(at)
    .find(({ numOfPages }) => numOfPages === 1)
  const done = one ?? at(manyPages)
  const pdf = compiler.pdf(done, { pdfStandard: PdfStandard.UA_1 })
  compiler.evictCache(5)
  return pdf
}

function set({ compiler, fonts }: Printer, sheet: object, size: number): NodeTypstDocument {
  const families = { ...fonts.families, code: fonts.families.text }
  const inputs = { sheet: JSON.stringify(sheet), fonts: JSON.stringify(families), size: String(size) }
  const { result, takeError } = resultOf(compiler, inputs)
  if (!result) throw new Error(`the sheet cannot be set: ${takeError()}`)
  return result
}

function resultOf(compiler: NodeCompiler, inputs: Record<string, string>) {
  const compiled = compiler.compile({ mainFileContent: template, inputs })
  const takeError = () => JSON.stringify(compiled.takeError()?.shortDiagnostics ?? [])
  return { result: compiled.result, takeError }
}

/** The sheet with every text made settable. */
function wordsFor({ record, back: _back, ...sheet }: Sheet, fonts: Fonts) {
  let lost = 0
  const words = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const one = settable(value, fonts.has)
      lost += one.lost
      return one.words
    }
    if (Array.isArray(value)) return value.map(words)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, words(one)]))
  }
  const said = words(sheet) as Omit<Sheet, 'record'>
  return { ...said, number: record.number, hash: groupsOfFour(record.hash), lost, missing }
}
