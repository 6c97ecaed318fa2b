/** Runs work for one key after what was asked for before under that key, whether that went well or not. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * Changes at one desk wait for each other here already, before they take a connection each to wait for the desk's row:
 * else a few of them during a long import would leave none for those who only read.
 */
export function turns(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key)
    const mine = (async () => {
      await before?.catch(() => {})
      return work()
    })()
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
