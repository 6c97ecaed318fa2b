import * as z from 'zod'
import { change, read } from '../operation.ts'
import { dayGiven } from '../shapes.ts'
import { lookBack, today } from './model.ts'
import { audience, sheet } from './sheet/model.ts'

export type { Today } from './model.ts'

export const briefingContract = {
  desk: {
    sample: change({
      name: 'desk.sample',
      area: 'desk',
      effect: 'change',
      says: 'Fill an empty desk with a sample week',
      final: 'Remove the two calendars of the sample and call its trip off instead.',
      input: z.object({}),
      output: z.object({ events: z.int() }),
    }),
  },
  today: {
    show: read({
      name: 'today.show',
      area: 'calendar',
      busyView: true,
      says: 'The day, with what is wrong with it',
      input: z.object({ on: dayGiven.optional() }),
      output: today,
    }),
  },
  sheet: {
    show: read({
      name: 'sheet.show',
      area: 'calendar',
      busyView: true,
      says: 'The day on one page, to print or carry',
      /** Never more than whoever asks may see. */
      input: z.object({ on: dayGiven.optional(), for: audience.default('executive') }),
      output: sheet,
    }),
    release: change({
      name: 'sheet.release',
      area: 'calendar',
      effect: 'send',
      says: 'Let a day sheet go with the lines that name something private, with a reason',
      final: 'What was let go may have left.',
      input: z.object({
        on: dayGiven,
        for: audience.exclude(['executive']),
        hash: z.string().max(64).describe('of the sheet as sheet.show said what it keeps back'),
        reason: z.string().trim().min(1).max(500),
      }),
      output: z.object({}),
    }),
  },
  lookback: {
    show: read({
      name: 'lookback.show',
      area: 'calendar',
      says: 'What the last 90 and the next 30 days say about this calendar',
      input: z.object({}),
      output: lookBack,
    }),
  },
}
