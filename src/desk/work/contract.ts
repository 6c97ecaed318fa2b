import * as z from 'zod'
import { anyway } from '../calendar/model.ts'
import { change, read } from '../operation.ts'
import { workReading } from './line/model.ts'
import { recordView } from './record/model.ts'
import { checkDraft, mostChecks, standardView } from './standards/model.ts'
import { workAdd, workChanges, workStates, workView } from './tasks/model.ts'

const id = z.uuid()
const answered = z.object({ work: workView })
const kind = z.string().trim().min(1, 'Say which kind of work').max(60)
const text = (most: number) => z.string().trim().max(most)

export const workContract = {
  work: {
    list: read({
      name: 'work.list',
      area: 'desk',
      says: 'What there is to do, what is late, and what was closed',
      input: z.object({
        state: z.enum(workStates).default('open'),
        /** The mistake whose steps are wanted. */
        mistake: z.uuid().optional(),
      }),
      output: z.object({ works: z.array(workView), zone: z.string() }),
    }),
    show: read({
      name: 'work.show',
      area: 'desk',
      says: 'One piece of work, with the checks of its standard',
      input: z.object({ id }),
      output: answered,
    }),
    understand: read({
      name: 'work.understand',
      area: 'desk',
      says: 'What a typed line of work would be, before it is written down',
      input: z.object({ text: z.string().max(500) }),
      output: workReading,
    }),
    add: change({
      name: 'work.add',
      area: 'desk',
      effect: 'change',
      says: 'Write down work: whose it is, by when, and what it serves',
      input: workAdd,
      output: answered,
    }),
    edit: change({
      name: 'work.edit',
      area: 'desk',
      effect: 'change',
      says: 'Change what is to be done, by whom or by when',
      input: z.object({ id, version: z.int().optional(), set: workChanges, past: z.boolean().default(false), anyway }),
      output: answered,
    }),
    tick: change({
      name: 'work.tick',
      area: 'desk',
      effect: 'change',
      says: 'Tick a check of its standard, or take the tick away',
      input: z.object({ id, check: z.string().min(1).max(60), on: z.boolean().default(true) }),
      output: answered,
    }),
    close: change({
      name: 'work.close',
      area: 'desk',
      effect: 'change',
      says: 'Say that it is done; a check that is not met, or being late, needs a reason',
      input: z.object({
        id,
        /** Checks that are met and were not ticked yet. */
        ticks: z.array(z.string().max(60)).max(mostChecks).default([]),
        /** For each check that is not met, why. */
        reasons: z.record(z.string().max(60), text(500)).default({}),
        /** Why it is late. */
        late: text(500).default(''),
        note: text(2000).default(''),
      }),
      output: answered.extend({
        /** What hung on it and was closed with it. */
        closed: z.array(z.object({ id, title: z.string() })),
        /** What hung on it and has checks of its own that are not met. */
        left: z.array(z.object({ id, title: z.string() })),
        /** When routine work comes again. */
        next: workView.nullable(),
      }),
    }),
    reopen: change({
      name: 'work.reopen',
      area: 'desk',
      effect: 'change',
      says: 'Take up again what was closed or called off',
      input: z.object({ id }),
      output: answered,
    }),
    cancel: change({
      name: 'work.cancel',
      area: 'desk',
      effect: 'change',
      says: 'Call work off; routine work goes on unless told',
      input: z.object({ id, reason: text(500).default(''), again: z.boolean().default(true) }),
      output: answered.extend({ next: workView.nullable() }),
    }),
    record: read({
      name: 'work.record',
      area: 'desk',
      says: 'How much was on time and to standard, and what that was counted from',
      input: z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }),
      output: recordView,
    }),
  },
  standard: {
    list: read({
      name: 'standard.list',
      area: 'desk',
      says: 'What each kind of work is held to',
      input: z.object({}),
      output: z.object({ standards: z.array(standardView) }),
    }),
    save: change({
      name: 'standard.save',
      area: 'desk',
      effect: 'change',
      says: 'Say what a kind of work is held to',
      input: z.object({
        kind,
        checks: z.array(checkDraft).min(1, 'A standard has one check at the least').max(mostChecks),
        /** Of the standard that was read; 0 where there was none. */
        version: z.int().min(0).optional(),
      }),
      output: z.object({ standard: standardView }),
    }),
    remove: change({
      name: 'standard.remove',
      area: 'desk',
      effect: 'change',
      says: 'Hold a kind of work to no standard any more',
      input: z.object({ kind }),
      output: z.object({}),
    }),
  },
}
