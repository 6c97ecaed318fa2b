import type { Patience } from '../../desk/patience.ts'

/**
 * Does `work` for each, at most so many at once and each for at most so long; answers in their order, with null for what
 * failed or took longer. What took too long is told by its signal that nobody waits for it any more.
 */
export async function eachWithin<T, O>(
  all: readonly T[],
  { atOnce, patienceMs }: { readonly atOnce: number; readonly patienceMs: number },
  work: (one: T, patience: Patience) => Promise<O>,
): Promise<(O | null)[]> {
  const done: (O | null)[] = all.map(() => null)
  let next = 0
  const hand = async () => {
    while (next < all.length) {
      const n = next++
      done[n] = await within(patienceMs, (patience) => work(all[n] as T, patience))
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, hand))
  return done
}

async function within<O>(ms: number, work: (patience: Patience) => Promise<O>): Promise<O | null> {
  const gone = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => {
      gone.abort(new Error('nobody waits for it any more'))
      done(null)
    }, ms)
  })
  try {
    return await Promise.race([work({ ms, signal: gone.signal }).catch(() => null), late])
  } finally {
    clearTimeout(timer)
  }
}
