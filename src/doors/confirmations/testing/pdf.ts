import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

let compiler: NodeCompiler | null = null

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`

const page = (text: string) => `#raw(block: true, ${quoted(text)})`

/** A PDF whose words stand as they do in a text, its pages parted by form feeds. */
export async function pdfOf(text: string): Promise<Uint8Array> {
  compiler ??= NodeCompiler.create()
  const pages = text.replace(/\r\n?/g, '\n').split('\f')
  const head = '#set page(width: auto, height: auto, margin: 1cm)\n#set text(size: 9pt)\n'
  const { result } = compiler.compile({ mainFileContent: `${head}${pages.map(page).join('\n#pagebreak()\n')}` })
  if (!result) throw new Error('the sample cannot be set')
  return new Uint8Array(compiler.pdf(result))
}
