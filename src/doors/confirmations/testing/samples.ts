import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { Given } from '../read.ts'
import { type Expected, expectation } from './expected.ts'
import { pdfOf } from './pdf.ts'

export type Sample = {
  readonly name: string
  readonly form: string
  readonly given: Given
  readonly segments: readonly Expected[]
}

async function givenOf(path: string, name: string): Promise<Given> {
  const bytes = new Uint8Array(readFileSync(path))
  // The printer's own font has no letters of the East: such a document is given as its words.
  const isSettable = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
    new TextDecoder().decode(bytes),
  )
  if (name.endsWith('.pdf.txt') && isSettable)
    return { bytes: await pdfOf(new TextDecoder().decode(bytes)), fileName: name.replace(/\.txt$/, '') }
  if (name.endsWith('.pkpass.json'))
    return {
      bytes: zipSync({ 'pass.json': bytes, 'manifest.json': new TextEncoder().encode('{}') }),
      fileName: name.replace(/\.json$/, ''),
    }
  return { bytes, fileName: name }
}

/** The samples of a folder, each as it would come in, with what a person wrote down beside it. */
export async function samplesIn(folder: string): Promise<Sample[]> {
  const names = readdirSync(folder).sort()
  const found: Sample[] = []
  for (const name of names.filter((each) => !each.endsWith('.expect.json'))) {
    const stem = name.replace(/\.(?:pdf\.txt|pkpass\.json|[a-z]+)$/, '')
    const expected = join(folder, `${stem}.expect.json`)
    const { segments } = expectation.parse(JSON.parse(readFileSync(expected, 'utf8')))
    const form = /\.(pdf|pkpass|[a-z]+)(?:\.(?:txt|json))?$/.exec(name)?.[1] ?? 'txt'
    found.push({ name: stem, form, given: await givenOf(join(folder, name), name), segments })
  }
  return found
}
