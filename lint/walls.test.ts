import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** File, its one line, and what the wall says of it; no words: it may stand. */
const samples: readonly (readonly [string, string, string?])[] = [
  ['src/plan/a.ts', 'export const at = Temporal.Now.instant()', 'There is one clock'],
  ['src/plan/b.ts', 'export const at = Date.now()', 'Never Date'],
  ['src/plan/c.ts', 'export const at = () => new Date()', 'Never Date'],
  ['src/plan/d.ts', 'export const any = Math.random()', 'are pure'],
  ['src/plan/e.ts', 'export const id = crypto.randomUUID()', 'are pure'],
  ['src/plan/f.ts', 'export const where = process.cwd()', 'are pure'],
  ['src/plan/g.ts', "export const got = fetch('https://example.com')", 'are pure'],
  ['src/plan/h.ts', "export { readFileSync } from 'node:fs'", 'are pure'],
  ['src/plan/i.ts', "export { Kysely } from 'kysely'", 'are pure'],
  ['src/plan/j.ts', "export const later = import('./k.ts')", 'are pure'],
  ['src/plan/k.ts', "export { act } from '../desk/act.ts'", 'The plan imports only the plan'],
  ['src/plan/rules/l.ts', "export { act } from '../../desk/act.ts'", 'The plan imports only the plan'],
  ['src/plan/m.ts', 'export const now = globalThis', 'are pure'],
  ['src/plan/n.ts', "import * as z from 'zod'\nimport { o } from './o.ts'\nexport const shape = [z.string(), o]"],
  [
    'src/plan/n.test.ts',
    "import { readFileSync } from 'node:fs'\nexport const at = [readFileSync, Temporal.Now.instant()]",
  ],
  ['src/desk/rules/model.ts', 'export const at = Temporal.Now.instant()', 'There is one clock'],
  ['src/desk/calendar/model.ts', "export { events } from './queries.ts'", 'knows shapes and pure decisions'],
  ['src/desk/calendar/words.ts', 'export const any = Math.random()', 'are pure'],
  ['src/desk/calendar/actions.ts', 'export const at = Temporal.Now.instant()', 'There is one clock'],
  ['src/desk/journal/actions.ts', "export { a } from '../authority/queries.ts'", 'imports only those before it'],
  ['src/desk/people/actions.ts', "export { a } from '../calendar/queries.ts'", 'imports only those before it'],
  ['src/desk/calendar/queries.ts', "export type { A } from '../rules/model.ts'", 'imports only those before it'],
  ['src/desk/calendar/in/actions.ts', "export { a } from '../../briefing/actions.ts'", 'imports only those before it'],
  ['src/desk/rules/queries.ts', "export { a } from '../holds/queries.ts'", 'imports only those before it'],
  [
    'src/desk/rules/actions.ts',
    "export { a } from '../calendar/queries.ts'\nexport { b } from '../journal/queries.ts'",
  ],
  ['src/desk/briefing/actions.ts', "export { a } from '../rules/queries.ts'\nexport { b } from '../cover/queries.ts'"],
  ['src/desk/a.ts', "export { a } from '../doors/http/app.ts'", 'The desk knows no door'],
  ['src/desk/b.ts', "export { a } from '../platform/log.ts'", 'The desk knows no door'],
  ['src/desk/calendar/a.ts', "export { a } from '../../web/client.ts'", 'The desk knows no door'],
  ['src/platform/a.ts', "export { a } from '../desk/perform.ts'", 'The platform knows no concept'],
  ['src/platform/postgres/b.ts', "export { a } from '../../plan/time.ts'", 'The platform knows no concept'],
  ['src/platform/postgres/c.ts', "export type { Tables } from '../../desk/tables.ts'"],
  ['src/doors/http/a.ts', "export { sql } from 'kysely'", 'A door knows a protocol'],
  ['src/doors/http/b.ts', "export { a } from '../../web/client.ts'", 'A door knows a protocol'],
  ['src/doors/http/c.ts', "export { a } from '../../desk/calendar/queries.ts'", 'A door calls operations'],
  ['src/doors/http/d.ts', 'export const at = Temporal.Now.instant()', 'There is one clock'],
  ['src/doors/commandline/e.ts', 'export const at = Temporal.Now.instant()'],
  ['src/web/today/a.ts', "export { a } from '../../desk/calendar/queries.ts'", "Screens import the desk's shapes"],
  ['src/web/b.ts', "export { a } from '../desk/perform.ts'", "Screens import the desk's shapes"],
  ['src/web/c.ts', "export { a } from '../platform/log.ts'", 'Screens talk to the desk only'],
  ['src/web/d.ts', 'export const at = Temporal.Now.instant()', 'There is one clock'],
  ['src/web/e.ts', "export { a } from '../desk/calendar/contract.ts'\nexport { b } from '../plan/time.ts'"],
]

const home = join(import.meta.dirname, '..')
let tree = ''
let found: ReadonlyMap<string, readonly string[]> = new Map()

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'equerry-walls-'))
  cpSync(join(home, 'biome.json'), join(tree, 'biome.json'))
  cpSync(join(home, 'lint'), join(tree, 'lint'), { recursive: true })
  for (const [file, text] of samples) {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), `${text}\n`)
  }
  found = linted()
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

/** Every file of the tree with what the linter says of it. */
function linted(): ReadonlyMap<string, readonly string[]> {
  const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', 'src']
  let text = ''
  try {
    text = execFileSync(process.execPath, args, { cwd: tree, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (error) {
    text = (error as { stdout: string }).stdout
  }
  const said = new Map<string, string[]>()
  type Said = { readonly message: string; readonly location?: { readonly path?: string } }
  for (const { message, location } of (JSON.parse(text) as { diagnostics: Said[] }).diagnostics) {
    const file = location?.path ?? ''
    said.set(file, [...(said.get(file) ?? []), message])
  }
  return said
}

for (const [file, text, says] of samples)
  if (says === undefined)
    test(`${file} may stand`, () => {
      expect(found.get(file) ?? []).toEqual([])
    })
  else
    test(`in ${file} the wall says no to: ${text}`, () => {
      expect(found.get(file)?.join('\n')).toContain(says)
    })
