import * as z from 'zod'
import { read } from '../../operation.ts'
import { zonedText } from '../../shapes.ts'
import { memberKinds } from '../board/model.ts'

/** Who was told the words of something private: an event, work, a promise, a decision, a mistake, notes, an offer. */
export const lookedContract = {
  looked: {
    list: read({
      name: 'looked.list',
      area: 'desk',
      says: 'Who looked at something private, by the hour',
      /** Refused not-yours to whoever does not see all that is private. */
      input: z.object({ item: z.uuid(), limit: z.coerce.number().int().min(1).max(1000).default(6) }),
      /** Newest first; `hour` is the beginning of it, in the desk's zone. */
      output: z.object({
        looked: z.array(z.object({ name: z.string(), kind: z.enum(memberKinds), hour: zonedText, words: z.string() })),
        more: z.boolean(),
      }),
    }),
  },
}
