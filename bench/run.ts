import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { asMarkdown, type Section, withSection } from './section.ts'

/**
 * `npm run bench [name…]`: every benchmark in this folder, or those named, each in a process of its own. A benchmark is a
 * file whose default export answers a section; the section is printed and put into README.md. Ends with 1 when a target is missed.
 */
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const isBenchmark = (file: string): boolean =>
  file.endsWith('.ts') && readFileSync(here(file), 'utf8').includes('\nexport default ')

const names = readdirSync(here('.'))
  .filter(isBenchmark)
  .map((file) => file.slice(0, -3))

async function one(name: string): Promise<void> {
  const { default: measure } = (await import(`./${name}.ts`)) as { default: () => Section | Promise<Section> }
  const section = await measure()
  const text = asMarkdown(section)
  process.stdout.write(`${text}\n\n`)
  writeFileSync(here('README.md'), withSection(readFileSync(here('README.md'), 'utf8'), name, text))
  process.exitCode = section.targets.every(({ met }) => met) ? 0 : 1
}

function all(chosen: readonly string[]): void {
  for (const name of chosen) {
    if (!names.includes(name)) throw new Error(`There is no benchmark ${name}; there are ${names.join(', ')}`)
    const { status } = spawnSync(process.execPath, [here('run.ts'), '--only', name], { stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
}

const [flag, ...rest] = process.argv.slice(2)
if (flag === '--only') await one(rest[0] ?? '')
else all(flag === undefined ? names : [flag, ...rest])
