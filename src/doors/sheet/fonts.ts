import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { coverageOf } from './coverage.ts'
import { openType } from './woff.ts'

/** The top of a clone or of an installed package: `src` and `dist` lie equally deep in it. */
const home = join(import.meta.dirname, '..', '..', '..')

const latin = ['latin', 'latin-ext', 'vietnamese']
const all = [...latin, 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext']

/** A face of a package: its scripts, each a file and a family of its own, in the order they are looked through. */
const faces = [
  { use: 'text', package: 'inter', scripts: all, weight: 400 },
  { use: 'strong', package: 'inter', scripts: all, weight: 600 },
  { use: 'title', package: 'newsreader', scripts: latin, weight: 500 },
  { use: 'other', package: 'noto-sans-arabic', scripts: ['arabic'], weight: 400 },
  { use: 'other', package: 'noto-sans-hebrew', scripts: ['hebrew'], weight: 400 },
  { use: 'other', package: 'noto-emoji', scripts: ['emoji'], weight: 400 },
] as const

const files = faces.flatMap(({ use, scripts, weight, ...face }) =>
  scripts.map((script) => ({
    use,
    family: `${face.package} ${script} ${weight}`,
    asked: `@fontsource/${face.package}/files/${face.package}-${script}-${weight}-normal.woff`,
  })),
)

/** In the printer itself; of its characters only whole blocks are counted on: arrows, boxes and shapes. */
const bundled = { family: 'DejaVu Sans Mono', blocks: [[0x2190, 0x21ff] as const, [0x2500, 0x25ff] as const] }

/** The files of the printer's fonts; `npm pack` lays them into `dist/fonts`. */
export const fontFiles = (): string[] => {
  const find = createRequire(import.meta.url)
  return files.map(({ asked }) => find.resolve(asked))
}

const packed = join(home, 'dist', 'fonts')

function pathsOf(): string[] {
  if (existsSync(join(home, 'src')) || !existsSync(packed)) return fontFiles()
  return files.map(({ asked }) => join(packed, basename(asked)))
}

export type Fonts = {
  readonly blobs: readonly Buffer[]
  /** Families by what they are for, in the order they are looked through. */
  readonly families: { readonly [use in 'text' | 'strong' | 'title']: readonly string[] }
  /** Whether there is a glyph for a character, in any use. */
  readonly has: (code: number) => boolean
}

/** Everything a sheet is set in: read and unpacked once, when the first is printed. The computer's own fonts are not used. */
export function readFonts(): Fonts {
  const blobs = pathsOf().map((path, i) => openType(readFileSync(path), files[i]?.family ?? ''))
  const uses = (i: number) => files[i]?.use === 'text' || files[i]?.use === 'other'
  const ranges = [...blobs.flatMap((blob, i) => (uses(i) ? coverageOf(blob) : [])), ...bundled.blocks]
  const covered = new Set<number>()
  for (const [from, to] of ranges) for (let code = from; code <= to; code++) covered.add(code)
  const named = (use: string) => files.filter((file) => file.use === use).map(({ family }) => family)
  const [text, other] = [named('text'), [...named('other'), bundled.family]]
  return {
    blobs,
    families: {
      text: [...text, ...other],
      strong: [...named('strong'), ...other],
      title: [...named('title'), ...named('strong'), ...other],
    },
    has: (code) => covered.has(code),
  }
}
