import type { Log } from '../log.ts'

/**
 * Sweeps now and then, never two sweeps at once.
 * @returns stops it; resolves when a sweep under way has ended.
 */
export function startSweeper(sweep: () => Promise<void>, everyMs: number, log: Log): () => Promise<void> {
  let under: Promise<void> | null = null
  const timer = setInterval(() => {
    under ??= sweep()
      .catch((err) => log.error({ err }, 'a sweep failed'))
      .finally(() => {
        under = null
      })
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await under
  }
}
