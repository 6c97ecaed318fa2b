import * as z from 'zod'
import { asks, change } from '../operation.ts'
import { addressed, checked, longest } from './model.ts'

const text = z.string().max(longest)

export const textsContract = {
  text: {
    check: asks({
      name: 'text.check',
      area: 'calendar',
      says: 'Whether a text gives something private away to those it is for',
      input: addressed.extend({ text }),
      output: checked,
    }),
    release: change({
      name: 'text.release',
      area: 'calendar',
      effect: 'send',
      says: 'Let a text go although something private is in it, with a reason',
      final: 'What was let go may have left.',
      input: addressed.extend({ text, reason: z.string().trim().min(1).max(500) }),
      output: z.object({}),
    }),
  },
}
