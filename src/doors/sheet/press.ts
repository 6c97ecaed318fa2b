import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { type Fonts, readFonts } from './fonts.ts'
import { missing, settable } from './words.ts'

type Printer = { readonly compiler: NodeCompiler; readonly fonts: Fonts }
let printer: Printer | null = null

/** Made when the first paper is printed: 10 MB of fonts and a compiler that nobody else needs. */
function printerOf(): Printer {
  const fonts = printer?.fonts ?? readFonts()
  printer ??= { fonts, compiler: NodeCompiler.create({ fontArgs: [{ fontBlobs: [...fonts.blobs] }] }) }
  return printer
}

/** What a template prints, with every text in it made settable, and how many characters no font has. */
export type Settable<T> = T & { readonly lost: number; readonly missing: string }

/** The value with every text made settable. */
export function settableIn<T extends object>(value: T): Settable<T> {
  const { fonts } = printerOf()
  let lost = 0
  const words = (one: unknown): unknown => {
    if (typeof one === 'string') {
      const said = settable(one, fonts.has)
      lost += said.lost
      return said.words
    }
    if (Array.isArray(one)) return one.map(words)
    if (one === null || typeof one !== 'object') return one
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, words(inner)]))
  }
  return { ...(words(value) as T), lost, missing }
}

/**
 * A paper as a template sets it in a size of so many points. What it says comes in as `sys.inputs`, never as source.
 * @throws where the compiler says no, which it does rather than leave a letter out.
 */
export function set(template: string, paper: object, size: number): NodeTypstDocument {
  const { compiler, fonts } = printerOf()
  const families = { ...fonts.families, code: fonts.families.text }
  const inputs = { sheet: JSON.stringify(paper), fonts: JSON.stringify(families), size: String(size) }
  const compiled = compiler.compile({ mainFileContent: template, inputs })
  if (!compiled.result)
    throw new Error(`the paper cannot be set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics ?? [])}`)
  return compiled.result
}

/** As a PDF, tagged for screen readers (PDF/UA-1, ISO 14289-1). */
export function asPdf(done: NodeTypstDocument): Buffer {
  const { compiler } = printerOf()
  const pdf = compiler.pdf(done, { pdfStandard: PdfStandard.UA_1 })
  compiler.evictCache(5)
  return pdf
}
