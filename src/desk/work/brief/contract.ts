import * as z from 'zod'
import { read } from '../../operation.ts'
import { brief } from './model.ts'

export type { Brief } from './model.ts'

export const briefContract = {
  brief: {
    show: read({
      name: 'brief.show',
      area: 'desk',
      says: 'What to know before a meeting: who, when last met, open promises, decisions wanted, and what could not be found',
      input: z.object({ eventId: z.uuid(), recurrenceId: z.string().max(40).optional() }),
      output: brief,
    }),
  },
}
