import type { Sheet } from '../../desk/briefing/sheet/model.ts'
import { groupsOfFour } from '../../desk/journal/words.ts'
import { asPdf, set, settableIn } from './press.ts'
import { template } from './template.ts'

/** A day that needs more than one page in the smallest of these is printed on several, in a size one can still read. */
const sizes = [10.5, 10, 9, 8, 7] as const
const manyPages = 9

/**
 * A day sheet as a PDF on A4: one page wherever the day fits on one, tagged for screen readers (PDF/UA-1, ISO 14289-1).
 * Takes some 20 ms of this thread, the first some 150. Letters no font has are drawn as boxes, counted, and told at the foot.
 * @throws where the compiler says no, which it does rather than leave a letter out.
 */
export function printed({ record, back: _back, ...sheet }: Sheet): Buffer {
  const said = { ...settableIn(sheet), number: record.number, hash: groupsOfFour(record.hash) }
  const at = (size: number) => set(template, said, size)
  const one = sizes
    .values()
    .map(at)
    .find(({ numOfPages }) => numOfPages === 1)
  return asPdf(one ?? at(manyPages))
}
