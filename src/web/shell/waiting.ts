import { isWriting, type Press } from './keyboard.ts'

/** Longer, and somebody has forgotten what they pressed. */
const longestMs = 5_000

const frame = () => new Promise(requestAnimationFrame)

/**
 * What is pressed between the key that leaves a page and the page that comes, whose code may still be under way, is meant
 * for that one: it waits until `isThere`, and then is pressed in its order, a frame apart, so that what a key opens is
 * there for the next.
 * @returns whether a press waits.
 */
export function keysThatWait(isThere: () => boolean, pressed: (press: Press) => void): (press: Press) => boolean {
  const kept: { readonly press: Press; readonly until: number }[] = []
  const go = async () => {
    for (let first = kept[0]; first; first = kept[0]) {
      do await frame()
      while (!isThere() && performance.now() < first.until)
      // The verbs of a page are offered once it has been drawn.
      await frame()
      if (isThere() && performance.now() < first.until) pressed(first.press)
      kept.shift()
    }
  }
  return (press) => {
    // Space is a button's own, unless it stands among letters.
    if (kept.length === 0 && (isThere() || press.key === ' ')) return false
    if (!isWriting(press)) return false
    kept.push({ press, until: performance.now() + longestMs })
    if (kept.length === 1) void go()
    return true
  }
}
