import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, type Running, startEquerry } from '../scripts/caller.ts'
import { median } from './measure.ts'
import type { Section } from './section.ts'

const page = async ({ url }: Running): Promise<void> => {
  const answer = await fetch(`${url}/`)
  if (answer.status !== 200) throw new Error(`the first page answered ${answer.status}`)
  await answer.text()
}

/** Milliseconds from the command to the whole first page, and the Equerry that gave it. */
async function started(data: string): Promise<{ running: Running; ms: number }> {
  const port = await freePort()
  const begun = performance.now()
  const running = await startEquerry(data, port)
  await page(running)
  return { running, ms: performance.now() - begun }
}

async function stopped({ process: child }: Running): Promise<number> {
  const begun = performance.now()
  child.kill('SIGTERM')
  await once(child, 'exit')
  return performance.now() - begun
}

/** A process and everything that came from it, also what left its group. */
function family(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [[Number(name), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1])] as const]
      } catch {
        return []
      }
    })
  const below = (one: number): number[] => [
    one,
    ...parents.filter(([, of]) => of === one).flatMap(([each]) => below(each)),
  ]
  return below(pid)
}

/** Proportional set size, summed: a page that several share is counted once. Megabytes. */
const memory = (pid: number): number =>
  family(pid)
    .map((one) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0))
    .reduce((sum, kb) => sum + kb, 0) / 1024

async function onceFirst(withScreens: boolean): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  if (!withScreens) rmSync(join(import.meta.dirname, '..', 'dist', 'web'), { recursive: true, force: true })
  const { running, ms } = await started(data)
  await stopped(running)
  rmSync(data, { recursive: true, force: true })
  return ms
}

async function several(times: number, once: () => Promise<number>): Promise<number> {
  const found: number[] = []
  for (let n = 0; n < times; n++) found.push(await once())
  return median(found)
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`

export default async function start(): Promise<Section> {
  const building = await several(3, () => onceFirst(false))
  const first = await several(5, () => onceFirst(true))
  const data = mkdtempSync(join(tmpdir(), 'equerry-bench-'))
  await stopped((await started(data)).running)
  const [stops, sizes]: [number[], number[]] = [[], []]
  const again = await several(5, async () => {
    const { running, ms } = await started(data)
    sizes.push(memory(running.process.pid ?? 0))
    stops.push(await stopped(running))
    return ms
  })
  rmSync(data, { recursive: true, force: true })
  const [stop, size] = [median(stops), median(sizes)]
  return {
    title: 'Start',
    about: 'From the command to the whole first page, PostgreSQL included; every number a median of whole starts.',
    columns: ['', 'median'],
    rows: [
      ['first start of a clone, screens to be built', seconds(building)],
      ['first start, an empty folder', seconds(first)],
      ['start on an existing folder', seconds(again)],
      ['stop', seconds(stop)],
      ['memory, every process, PSS', `${size.toFixed(0)} MB`],
    ],
    targets: [
      { words: `first start in 6 s or less (${seconds(building)})`, met: building <= 6000 },
      { words: `start on an existing folder in 2 s or less (${seconds(again)})`, met: again <= 2000 },
      { words: `stopped in less than 2 s (${seconds(stop)})`, met: stop < 2000 },
      { words: `everything together in 350 MB (${size.toFixed(0)} MB)`, met: size <= 350 },
    ],
  }
}
