const text = (words: string) => new TextEncoder().encode(words)

const catalog = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>']

/** A PDF that opens with a password nobody knows. */
export function lockedPdf(): Uint8Array {
  const key = 'a'.repeat(64)
  const lock = `<</Filter/Standard/V 1/R 2/O<${key}>/U<${key}>/P -4>>`
  const id = 'b'.repeat(32)
  return pdfFile(
    [...catalog, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>', lock],
    `/Encrypt 4 0 R/ID[<${id}><${id}>]`,
  )
}

/** A PDF as programs in Japan write it: its letters are codes of a table that a reader has to have. */
export function japanesePdf(words: string): Uint8Array {
  const codes = Buffer.from(words, 'utf16le').swap16().toString('hex')
  const stream = `BT /F 12 Tf 20 100 Td <${codes}> Tj ET`
  return pdfFile([
    ...catalog,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UTF16-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
  ])
}

function pdfFile(objects: readonly string[], more = ''): Uint8Array {
  let body = '%PDF-1.4\n'
  const at = objects.map((object, index) => {
    const from = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return from
  })
  const rows = at.map((from) => `${`${from}`.padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R${more}>>`
  return text(`${body}xref\n0 ${size}\n0000000000 65535 f \n${rows}${trailer}\nstartxref\n${body.length}\n%%EOF`)
}

export type Part = {
  readonly type: string
  readonly body: string | Uint8Array
  readonly name?: string
  readonly attached?: boolean
}

const wrapped = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')

function partText({ type, body, name, attached }: Part): string {
  const bytes = typeof body === 'string' ? text(body) : body
  const disposition = attached ? `Content-Disposition: attachment${name ? `; filename="${name}"` : ''}\r\n` : ''
  if (type.startsWith('message/'))
    return `Content-Type: ${type}\r\n${disposition}\r\n${new TextDecoder().decode(bytes)}`
  const charset = type.startsWith('text/') ? '; charset=utf-8' : ''
  return `Content-Type: ${type}${charset}${name ? `; name="${name}"` : ''}\r\n${disposition}Content-Transfer-Encoding: base64\r\n\r\n${wrapped(bytes)}`
}

/** A mail of several parts. */
export function mailOf(parts: readonly Part[], headers: Readonly<Record<string, string>> = {}): Uint8Array {
  const all = {
    From: 'Northwold Air <no-reply@northwoldair.example>',
    Subject: 'Your booking',
    Date: 'Mon, 12 Oct 2026 09:14:33 +0100',
    'MIME-Version': '1.0',
    ...headers,
  }
  const mark = `=_part_${parts.length}_${parts.reduce((sum, { body }) => sum + body.length, 0)}`
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  const inner = parts.map((part) => `--${mark}\r\n${partText(part)}\r\n`).join('')
  return text(
    `${head.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary="${mark}"\r\n\r\n${inner}--${mark}--\r\n`,
  )
}
