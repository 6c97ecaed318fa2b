import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fontFiles } from '../src/doors/sheet/fonts.ts'
import { builtScreens } from '../src/platform/screens.ts'

/**
 * What an installed package runs: Node strips no types under node_modules, so `npm pack` strips them here, into `dist/`
 * beside the built screens, file for file, so that paths relative to a module stay what they are, and the printer's fonts.
 */
const home = join(import.meta.dirname, '..')
const dist = join(home, 'dist')

/** Every relative import of a `.ts` file, as a static or a dynamic one. */
const ofTs = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"]+)\.ts\2/g

/** Tests, what only tests use, and the screens, which vite builds. */
const left = /(\.test\.ts|\/testing(-setup)?\.ts|\/testing\/.*)$|^src\/web\//

for (const old of globSync('*', { cwd: dist }).filter((name) => !name.startsWith('web')))
  rmSync(join(dist, old), { recursive: true, force: true })
for (const file of globSync('src/**/*.ts', { cwd: home }).filter((name) => !left.test(name))) {
  const js = stripTypeScriptTypes(readFileSync(join(home, file), 'utf8')).replaceAll(ofTs, '$1$2$3.js$2')
  const to = join(dist, file.replace(/^src\//, '').replace(/\.ts$/, '.js'))
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, js)
}
mkdirSync(join(dist, 'fonts'))
for (const font of fontFiles()) copyFileSync(font, join(dist, 'fonts', basename(font)))
await builtScreens((line) => process.stderr.write(`${line}\n`))
