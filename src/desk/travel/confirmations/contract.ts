import * as z from 'zod'
import { change, read } from '../../operation.ts'
import { cascadeView } from '../contract.ts'
import { confirmationLine, newTrip, partView, takePart } from './model.ts'

const id = z.uuid()
const shown = z.object({ confirmation: confirmationLine })

export const confirmationsContract = {
  confirmation: {
    list: read({
      name: 'confirmation.list',
      area: 'travel',
      says: 'Confirmations that were dropped in: those nobody has dealt with, or all of them, newest first',
      input: z.object({ all: z.stringbool().optional(), tripId: id.optional() }),
      output: z.object({ confirmations: z.array(confirmationLine) }),
    }),
    /** It reads and keeps; no trip changes by it. The same bytes dropped again are the confirmation that is there. */
    drop: change({
      name: 'confirmation.drop',
      area: 'travel',
      effect: 'change',
      says: 'Drop in a booking confirmation: a mail, a page, a PDF, a calendar file, a pass, or its text',
      input: z.object({
        file: z.file().optional(),
        fileName: z.string().max(300).default(''),
        text: z.string().max(1_000_000).optional(),
        tripId: id.nullable().default(null),
      }),
      output: shown.extend({ known: z.boolean() }),
    }),
    show: read({
      name: 'confirmation.show',
      area: 'travel',
      says: 'What a confirmation says, each value with its words, beside what the desk has, and what taking it would break',
      input: z.object({ id }),
      output: shown.extend({
        text: z.string(),
        remarks: z.array(z.string()),
        parts: z.array(partView),
        /** What a new trip could be called and when it is, of the parts that fit none. */
        newTrip: newTrip.partial(),
        breaks: cascadeView.nullable(),
      }),
    }),
    original: read({
      name: 'confirmation.original',
      area: 'travel',
      says: 'A confirmation as it was dropped in, byte for byte',
      input: z.object({ id }),
      output: z.object({ fileName: z.string(), base64: z.string() }),
    }),
    take: change({
      name: 'confirmation.take',
      area: 'travel',
      effect: 'change',
      says: 'Take what a confirmation says into a trip, as you corrected it',
      input: z.object({
        id,
        version: z.int().optional(),
        parts: z.array(takePart).min(1).max(60),
        newTrip: newTrip.optional(),
      }),
      output: shown,
    }),
    leave: change({
      name: 'confirmation.leave',
      area: 'travel',
      effect: 'change',
      says: 'Put a confirmation aside, with the reason',
      input: z.object({ id, reason: z.string().trim().min(1).max(300) }),
      output: shown,
    }),
  },
}
