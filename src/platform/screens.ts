import { spawn } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Cannot } from './cannot.ts'

/** The screens cannot be shown: they are not built and cannot be. */
export class NoScreens extends Cannot {}

/** The top of a clone or of an installed package: `src` and `dist` lie equally deep in it. */
const home = join(import.meta.dirname, '..', '..')

const built = join(home, 'dist', 'web')

/**
 * The folder of the built screens. In a clone they are built first where they are missing or older than their sources.
 * @throws NoScreens when they cannot be.
 */
export async function builtScreens(say: (line: string) => void): Promise<string> {
  if (!existsSync(join(home, 'src', 'web')) || !isOld()) return whole()
  say('Building the screens …')
  // Under a name of its own, so that two that build at once never serve half of each other's.
  const made = `${built}.${process.pid}`
  try {
    await build(made)
    rmSync(`${made}.old`, { recursive: true, force: true })
    if (existsSync(built)) renameSync(built, `${made}.old`)
    renameSync(made, built)
  } catch (error) {
    if (isOld()) throw error
  } finally {
    for (const folder of [made, `${made}.old`]) rmSync(folder, { recursive: true, force: true })
  }
  return whole()
}

function whole(): string {
  if (!existsSync(join(built, 'index.html'))) throw new NoScreens(`The screens are missing from ${built}.`)
  return built
}

function isOld(): boolean {
  const page = join(built, 'index.html')
  if (!existsSync(page)) return true
  const made = statSync(page).mtimeMs
  const sources = ['web', 'desk', 'plan'].flatMap((name) =>
    readdirSync(join(home, 'src', name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  return [...sources, join(home, 'vite.config.ts'), join(home, 'package-lock.json')].some(
    (path) => existsSync(path) && statSync(path).mtimeMs > made,
  )
}

/** In a process of its own: the builder's memory goes back when it is done. */
function build(into: string): Promise<void> {
  const vite = viteOf()
  return new Promise((done, failed) => {
    const args = [vite, 'build', '--outDir', into, '--logLevel', 'error']
    const builder = spawn(process.execPath, args, { cwd: home, stdio: ['ignore', 2, 2] })
    builder.once('error', failed)
    builder.once('exit', (code) =>
      code === 0 ? done() : failed(new NoScreens('The screens could not be built; what was wrong stands above.')),
    )
  })
}

function viteOf(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  } catch {
    throw new NoScreens('The screens are not built and vite, which builds them, is not installed: run `npm ci`.')
  }
}
