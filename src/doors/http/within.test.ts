import { expect, test } from 'vitest'
import { eachWithin } from './within.ts'

const never = new Promise<never>(() => {})

test('answers stand in the order of what was asked, and what fails or takes too long is null', async () => {
  const work = {
    a: async () => 'a',
    b: () => never,
    c: async () => Promise.reject(new Error('no')),
    d: async () => 'd',
  }
  const said = await eachWithin(['a', 'b', 'c', 'd'] as const, { atOnce: 2, patienceMs: 50 }, (one) => work[one]())
  expect(said).toEqual(['a', null, null, 'd'])
})

test('what takes too long hears that nobody waits any more, and what was in time does not', async () => {
  const heard: Record<string, AbortSignal> = {}
  const work = { slow: () => never, quick: async () => 'quick' }
  await eachWithin(['slow', 'quick'] as const, { atOnce: 1, patienceMs: 50 }, (one, { signal }) => {
    heard[one] = signal
    return work[one]()
  })
  expect([heard.slow?.aborted, heard.quick?.aborted]).toEqual([true, false])
})

test('no more are under way at once than may be', async () => {
  let [now, most] = [0, 0]
  await eachWithin(Array.from({ length: 12 }), { atOnce: 3, patienceMs: 5_000 }, async () => {
    now++
    most = Math.max(most, now)
    await new Promise((done) => setImmediate(done))
    now--
  })
  expect(most).toBe(3)
  expect(await eachWithin([], { atOnce: 3, patienceMs: 1 }, () => never)).toEqual([])
})
