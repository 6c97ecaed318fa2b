import * as z from 'zod'
import { areas, change, read } from '../operation.ts'
import { dayGiven } from '../shapes.ts'
import { difference, entryView } from './model.ts'

export const journalContract = {
  journal: {
    list: read({
      name: 'journal.list',
      area: 'desk',
      says: 'What happened at this desk, newest first',
      input: z.object({
        before: z.coerce.number().int().optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        search: z.string().max(200).optional(),
        /** Whoever did it. */
        member: z.uuid().optional(),
        /** Of the board; what is about the desk itself, who sits here and this record, is `desk`. */
        area: z.enum(areas).optional(),
        /** What it was about: the id of an event, a rule, a hold, a member… */
        item: z.string().min(1).max(200).optional(),
        /** First and last day, in the desk's zone. */
        from: dayGiven.optional(),
        to: dayGiven.optional(),
      }),
      /** `next` goes on as `before`. A search reads a long record a stretch at a time, so there may be more though nothing was found. */
      output: z.object({ entries: z.array(entryView), more: z.boolean(), next: z.int().nullable() }),
    }),
    show: read({
      name: 'journal.show',
      area: 'desk',
      says: 'One entry: what was before it and after it, and what it was about',
      input: z.object({ entry: z.uuid() }),
      output: z.object({ entry: entryView, changes: z.array(difference), items: z.array(z.string()) }),
    }),
    undo: change({
      name: 'journal.undo',
      area: 'desk',
      effect: 'change',
      says: 'Undo one entry',
      input: z.object({ entry: z.uuid() }),
      output: z.object({ words: z.string() }),
    }),
    erase: change({
      name: 'journal.erase',
      area: 'desk',
      effect: 'delete',
      says: 'Erase what an entry says, keeping that it happened',
      final: 'What is forgotten stays forgotten.',
      input: z.object({ entry: z.uuid(), reason: z.string().trim().min(1).max(500) }),
      output: z.object({}),
    }),
    verify: read({
      name: 'journal.verify',
      area: 'desk',
      says: 'Prove that the record has not been altered',
      /** `expect` is the `head` of an earlier proof: the record must have come by it. */
      input: z.object({ expect: z.string().optional() }),
      output: z.object({ whole: z.boolean(), entries: z.int(), head: z.string(), words: z.string() }),
    }),
  },
}
