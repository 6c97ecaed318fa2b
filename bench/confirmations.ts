import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import PostalMime from 'postal-mime'
import { airportOf } from '../src/desk/travel/airports/airports.ts'
import { readConfirmation } from '../src/doors/confirmations/read.ts'
import { compared, figures } from '../src/doors/confirmations/testing/compare.ts'
import { type Sample, samplesIn } from '../src/doors/confirmations/testing/samples.ts'
import { median } from './measure.ts'
import type { Section } from './section.ts'

const folder = join(import.meta.dirname, '..', 'src', 'doors', 'confirmations', 'samples', 'first')
const rounds = 15

/** What a program does that only takes the source apart: its parts and its words, and nothing of what they say. */
async function takenApart({ form, given: { bytes } }: Sample): Promise<unknown> {
  if (form === 'eml') return PostalMime.parse(bytes)
  // A document whose letters the printer lacks is given as its words.
  if (form !== 'pdf' || bytes[0] !== 0x25) return new TextDecoder().decode(bytes).replace(/<[^>]*>/g, ' ')
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getTextContent()
  return task.destroy()
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return median(times)
}

const ms = (value: number) => `${value.toFixed(value < 1 ? 2 : 1)} ms`
const percent = (share: number) => `${(share * 100).toFixed(1)} %`

export default async function confirmations(): Promise<Section> {
  const samples = await samplesIn(folder)
  const read = (sample: Sample) => readConfirmation(sample.given, { airportOf })
  for (const sample of samples) await read(sample)
  const taken = new Map<Sample, { ours: number; apart: number }>()
  for (const sample of samples)
    taken.set(sample, { ours: await timed(() => read(sample)), apart: await timed(() => takenApart(sample)) })
  const outcomes = new Map(
    await Promise.all(
      samples.map(
        async (sample) => [sample, compared(sample.name, (await read(sample)).proposals, sample.segments)] as const,
      ),
    ),
  )
  const row = (name: string, some: readonly Sample[]) => {
    const { told, wrong, recall } = figures(some.flatMap((sample) => outcomes.get(sample) ?? []))
    const times = some.map((sample) => taken.get(sample) as { ours: number; apart: number })
    return [
      name,
      `${some.length}`,
      ms(median(times.map(({ ours }) => ours))),
      ms(Math.max(...times.map(({ ours }) => ours))),
      ms(median(times.map(({ apart }) => apart))),
      `${told}`,
      `${wrong}`,
      percent(recall),
    ]
  }
  const all = row('all', samples)
  const middle = median([...taken.values()].map(({ ours }) => ours))
  return {
    title: 'Reading confirmations',
    about:
      'Written samples of bookings in fourteen languages, each read to its proposals after one round to warm up; beside it what taking the source apart costs alone (postal-mime, PDF.js, tags left out). A value counts as wrong where the source does not say it.',
    columns: ['', 'samples', 'median', 'slowest', 'taken apart', 'values', 'wrong', 'recall'],
    rows: [...Map.groupBy(samples, ({ form }) => form)].map(([form, some]) => row(form, some)).concat([all]),
    targets: [{ words: `a confirmation in 50 ms or less, in the middle (${ms(middle)})`, met: middle <= 50 }],
  }
}
