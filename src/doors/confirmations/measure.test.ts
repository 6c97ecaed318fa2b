import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { airportOf } from '../../desk/travel/airports/airports.ts'
import type { Reading } from '../../desk/travel/reading/model.ts'
import { readConfirmation } from './read.ts'
import { compared, figures, type Outcome } from './testing/compare.ts'
import { type Sample, samplesIn } from './testing/samples.ts'

type Read = { readonly sample: Sample; readonly reading: Reading; readonly outcomes: readonly Outcome[] }

const read: Read[] = []
/** Another folder of samples can be measured as well, by its path. */
const folder = process.env.EQUERRY_SAMPLES ?? join(import.meta.dirname, 'samples', 'first')

beforeAll(async () => {
  for (const sample of await samplesIn(folder)) {
    const reading = await readConfirmation(sample.given, { airportOf })
    read.push({ sample, reading, outcomes: compared(sample.name, reading.proposals, sample.segments) })
  }
})

const by = <T>(list: readonly T[], key: (each: T) => string): Map<string, T[]> => Map.groupBy(list, key)
const line = (name: string, outcomes: readonly Outcome[]) => {
  const { told, wrong, recall } = figures(outcomes)
  return `${name.padEnd(14)} told ${`${told}`.padStart(5)}  wrong ${`${wrong}`.padStart(3)}  recall ${(recall * 100).toFixed(1).padStart(5)} %`
}

describe('confirmations are read as people would', () => {
  test('how many values of each form and of each kind are told', () => {
    const all = read.flatMap(({ outcomes }) => outcomes)
    const forms = [...by(read, ({ sample }) => sample.form)].map(([form, some]) =>
      line(
        form,
        some.flatMap(({ outcomes }) => outcomes),
      ),
    )
    const fields = [...by(all, ({ field }) => field)].map(([field, some]) => line(field, some))
    if (process.env.EQUERRY_MEASURE !== undefined) {
      const told = all
        .filter(({ was }) => was !== 'right')
        .map(({ sample, field, was, got, wanted }) => `${sample}  ${field} ${was}: ${got} / ${wanted}`)
      process.stdout.write(`${[...told, '', ...forms, '', ...fields.sort(), '', line('all', all)].join('\n')}\n`)
    }
    expect(read.length).toBeGreaterThan(60)
    // Some four points below what was measured when this was written: less is something lost.
    expect(figures(all).recall).toBeGreaterThan(0.88)
  })

  test('nothing is told that is wrong', () => {
    const wrong = read.flatMap(({ outcomes }) => outcomes).filter(({ was }) => was === 'wrong')
    expect(wrong.map(({ sample, field, got, wanted }) => `${sample} ${field}: ${got}, not ${wanted}`)).toEqual([])
  })

  test('what contradicts itself or the world is doubted', () => {
    const silent = read.flatMap(({ outcomes }) => outcomes).filter(({ was }) => was === 'undoubted')
    expect(silent.map(({ sample, field }) => `${sample} ${field}`)).toEqual([])
  })

  test('every origin by words points at its words', () => {
    for (const { sample, reading } of read)
      for (const { fields, doubts } of reading.proposals)
        for (const { origin } of [...Object.values(fields), ...doubts.flatMap(({ values }) => values)])
          if (origin.by === 'words')
            expect(reading.text.slice(origin.at, origin.at + origin.words.length), sample.name).toBe(origin.words)
  })
})
