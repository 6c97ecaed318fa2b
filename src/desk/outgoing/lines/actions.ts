import { type Leak, leaksIn } from '../../../plan/leak/find.ts'
import type { Act, Repeated } from '../../act.ts'
import { type Read, repeatedBy, weighed } from '../checking/actions.ts'
import { atDesk } from '../keeping/actions.ts'
import { boundTo } from '../shown/actions.ts'

/** A paper the desk writes itself, line by line. */
export type Paper = Repeated & {
  /** For whom, in words. */
  readonly to: string
  readonly lines: readonly string[]
  /** All that is on it: a release holds for this alone. */
  readonly whole: string
}

/** What a paper gives away, as offsets in its lines as one text, and which of its lines do. */
export type PaperRead = Read & { readonly text: string; readonly gives: readonly boolean[] }

/** Reads each line of a paper by itself, as the desk. */
export const readPaper = (act: Act, { to, lines, whole, ...repeated }: Paper): Promise<PaperRead> =>
  act.asDesk(async () => {
    const known = repeatedBy(act, repeated)
    const found = await atDesk(act, (clues) => lines.map((line) => leaksIn(line, clues, known)))
    const read = await weighed(act, placedIn(lines, found), boundTo(act, whole, { to }))
    return { ...read, text: lines.join('\n'), gives: found.map((leaks) => leaks.length > 0) }
  })

function placedIn(lines: readonly string[], found: readonly (readonly Leak[])[]): Leak[] {
  let at = 0
  return lines.flatMap((line, n) => {
    const start = at
    at += line.length + 1
    return (found[n] ?? []).map((leak) => ({ ...leak, from: leak.from + start, to: leak.to + start }))
  })
}
