import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')

/** Builds the screens when they are missing or older than what they are made from. A packed Equerry brings them built. */
export async function buildScreens(): Promise<void> {
  const built = join(root, 'dist', 'web', 'index.html')
  const sources = globSync(['src/web/**/*', 'src/desk/**/*.ts', 'vite.config.ts', 'package-lock.json'], { cwd: root })
  if (existsSync(built)) {
    const age = statSync(built).mtimeMs
    if (!sources.some((file) => statSync(join(root, file)).mtimeMs > age)) return
  }
  process.stderr.write('Building the screens…\n')
  const { build } = await import('vite')
  await build({ root: join(root, 'src', 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'error' })
}
