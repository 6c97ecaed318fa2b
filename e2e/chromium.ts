import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const execute = promisify(execFile)

const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
const version: string = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')).version

/** A real browser: the one at `CHROMIUM_PATH`, else the one that comes with the packages. */
export async function openBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  const folder = given ? null : await unpacked()
  const path = given ?? join(folder ?? '', 'chromium')
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...(folder && environment(path, folder)) },
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--font-render-hinting=none', '--no-first-run'],
  })
}

/** Unpacked once per version and user; renamed into place, so that nobody ever runs half a browser. */
async function unpacked(): Promise<string> {
  const folder = join(tmpdir(), `equerry-chromium-${version}-${userInfo().uid}`)
  if (existsSync(join(folder, 'chromium'))) return folder
  const making = mkdtempSync(`${folder}-`)
  const run = await execute(process.execPath, [join(import.meta.dirname, 'unpack.ts'), packed], {
    env: { ...process.env, TMPDIR: making },
  })
  if (!existsSync(join(making, 'chromium'))) throw new Error(`the browser could not be unpacked: ${run.stderr}`)
  try {
    renameSync(making, folder)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
  return folder
}

/** The libraries and fonts that came with it, where the machine has none of its own that load. */
function environment(path: string, folder: string): Record<string, string> {
  const loads = process.platform !== 'linux' || spawnSync('ldd', [path], { encoding: 'utf8' })
  const missing = loads !== true && (loads.status !== 0 || loads.stdout.includes('not found'))
  return {
    ...(missing && { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }),
    ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_PATH: join(folder, 'fonts') }),
  }
}
