import { setImmediate } from 'node:timers/promises'

/** Work that can be left and taken up again: it yields how many characters or bytes it has read since it last did. */
export type Steps<T> = Generator<number, T>

/** Some five milliseconds of the slowest reading there is. */
const slice = 50_000

/** In one go, for a command that has nothing else to do. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A little at a time: between two slices everybody else at the desk is answered. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (let read = 0; ; ) {
    const step = steps.next()
    if (step.done) return step.value
    read += step.value
    if (read < slice) continue
    read = 0
    await setImmediate()
  }
}
