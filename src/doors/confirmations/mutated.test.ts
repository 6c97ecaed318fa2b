import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { airportOf } from '../../desk/travel/airports/airports.ts'
import type { Field } from '../../desk/travel/reading/model.ts'
import { readConfirmation } from './read.ts'
import { isSaid } from './testing/said.ts'
import { type Sample, samplesIn } from './testing/samples.ts'

let samples: Sample[] = []
beforeAll(async () => {
  const sets = ['first', 'second', 'fourth']
  const all = await Promise.all(sets.map((set) => samplesIn(join(import.meta.dirname, 'samples', set))))
  samples = all.flat().filter(({ form }) => ['txt', 'html', 'eml', 'ics'].includes(form))
})

type Change = { readonly how: 'drop' | 'double' | 'swap' | 'cut'; readonly at: number; readonly to: number }

/** What a mail program, a person who copies and a bad day do to a confirmation. */
function changed(text: string, changes: readonly Change[]): string {
  const parts = text.split(/(?<=\n|<\/t[dr]>|<\/p>)/)
  for (const { how, at, to } of changes) {
    const [one, other] = [at % parts.length, to % parts.length]
    const [a, b] = [parts[one] ?? '', parts[other] ?? '']
    if (how === 'drop') parts[one] = ''
    if (how === 'double') parts[one] = a + a
    if (how === 'cut') parts[one] = a.slice(0, to % (a.length + 1))
    if (how === 'swap') [parts[one], parts[other]] = [b, a]
  }
  return parts.join('')
}

const change = fc.record({ how: fc.constantFrom('drop', 'double', 'swap', 'cut' as const), at: fc.nat(), to: fc.nat() })

describe('however a confirmation is mangled', () => {
  test('what is told of it stands in it, and every origin points at its words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(change, { minLength: 1, maxLength: 6 }), async (which, changes) => {
        const { given } = samples[which % samples.length] as Sample
        const latin1 = new TextDecoder('latin1').decode(given.bytes)
        const bytes = Uint8Array.from(changed(latin1, changes), (letter) => letter.charCodeAt(0))
        const { text, proposals } = await readConfirmation({ ...given, bytes }, { airportOf })
        for (const { fields, doubts } of proposals) {
          const values = [
            ...Object.entries(fields),
            ...doubts.flatMap(({ field, values: all }) => all.map((each) => [field, each] as const)),
          ]
          for (const [field, value] of values) {
            const { origin } = value
            if (origin.by === 'words') expect(text.slice(origin.at, origin.at + origin.words.length)).toBe(origin.words)
            expect(
              isSaid(field as Field, value),
              `${field}: ${value.value} of “${origin.by === 'table' ? '' : origin.words}”`,
            ).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
