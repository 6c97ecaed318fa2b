import * as z from 'zod'
import { asks } from '../../operation.ts'
import { askings, askView } from './model.ts'

export const boundariesContract = {
  boundary: {
    weigh: asks({
      name: 'boundary.weigh',
      area: 'desk',
      says: 'Whether what would be asked of the assistant fits their hours, leave and load; and if not, why, and what would',
      input: z.object({ operation: z.enum(askings), input: z.record(z.string(), z.unknown()) }),
      output: askView,
    }),
  },
}
