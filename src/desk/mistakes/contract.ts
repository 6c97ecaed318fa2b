import * as z from 'zod'
import { change, read } from '../operation.ts'
import { changesOf } from '../shapes.ts'
import {
  audiences,
  facts,
  mistakeLine,
  mistakeView,
  offerView,
  ownDraft,
  replayed,
  reviewView,
  stepDraft,
  verdictView,
} from './model.ts'

const id = z.uuid()
const mistake = z.object({ mistake: mistakeView })
/** The version that was read: what somebody else wrote since is not written over. */
const version = z.int().optional()
const reason = z.string().trim().min(1).max(500)

export const mistakesContract = {
  mistake: {
    list: read({
      name: 'mistake.list',
      area: 'desk',
      says: 'Mistakes that were owned, the open ones first',
      input: z.object({}),
      output: z.object({ mistakes: z.array(mistakeLine) }),
    }),
    show: read({
      name: 'mistake.show',
      area: 'desk',
      says: 'One mistake: what was asked and done, how it is put right, and what keeps it from happening again',
      input: z.object({ id }),
      output: mistake,
    }),
    own: change({
      name: 'mistake.own',
      area: 'desk',
      effect: 'change',
      says: 'Own a mistake; what was asked and done is composed from the record',
      input: ownDraft,
      output: mistake,
    }),
    edit: change({
      name: 'mistake.edit',
      area: 'desk',
      effect: 'change',
      says: 'Put the facts of a mistake right; a confirmation of the old ones falls',
      input: z.object({
        id,
        version: z.int(),
        set: changesOf(facts.omit({ foundBy: true, foundAt: true, agent: true })),
        /** When it took effect, and when it could last have been mended (RFC 3339). */
        effectAt: z.iso.datetime({ offset: true }).optional(),
        mendAt: z.iso.datetime({ offset: true }).optional(),
      }),
      output: mistake,
    }),
    confirm: change({
      name: 'mistake.confirm',
      area: 'desk',
      effect: 'change',
      says: 'Confirm what was asked and what was done, or correct it: whoever asked, not the owner',
      input: z.object({
        id,
        version,
        asked: z.string().trim().min(1).max(1000).optional(),
        done: z.string().trim().min(1).max(1000).optional(),
        /** Of one asked by somebody outside: who said so, and when (RFC 3339). */
        who: z.string().trim().min(1).max(200).optional(),
        saidAt: z.iso.datetime({ offset: true }).optional(),
      }),
      output: mistake,
    }),
    contain: change({
      name: 'mistake.contain',
      area: 'desk',
      effect: 'change',
      says: 'Say what is put right, and what cannot be',
      input: z.object({
        id,
        version,
        putRight: z.string().trim().max(1000),
        cannot: z.string().trim().max(1000).nullable().default(null),
      }),
      output: mistake,
    }),
    /** It is text to copy: the desk sends nothing. */
    said: change({
      name: 'mistake.said',
      area: 'desk',
      effect: 'change',
      says: 'Record what was said about a mistake, to whom',
      input: z.object({
        id,
        to: z.string().trim().min(1).max(200),
        audience: z.enum(audiences),
        text: z.string().trim().min(1).max(4000),
      }),
      output: mistake,
    }),
    check: read({
      name: 'mistake.check',
      area: 'desk',
      says: 'Compare a message with the facts of a mistake; it explains and forbids nothing',
      input: z.object({ id, text: z.string().max(4000) }),
      output: z.object({ verdicts: z.array(verdictView) }),
    }),
    replay: read({
      name: 'mistake.replay',
      area: 'desk',
      says: 'Whether a rule would have caught a mistake, on the plan as it stood',
      input: z.object({ id, draft: z.string().describe('a rule draft as JSON') }),
      output: z.object({ replay: replayed, burdenWords: z.string() }),
    }),
    offers: read({
      name: 'mistake.offers',
      area: 'desk',
      says: 'Rules that would have caught a mistake, the fewest false alarms first',
      input: z.object({ id }),
      output: z.object({ offers: z.array(offerView), words: z.string() }),
    }),
    step: change({
      name: 'mistake.step',
      area: 'desk',
      effect: 'change',
      says: 'Make a step real: a rule that would have caught it, a check in a standard, or dated work',
      final: { rule: 'Take the step out instead; its rule is removed under Rules.' },
      input: z.object({ id, words: z.string().trim().max(1000).default(''), make: stepDraft }),
      output: mistake,
    }),
    drop: change({
      name: 'mistake.drop',
      area: 'desk',
      effect: 'change',
      says: 'Take a step out of a mistake; what it made stays',
      input: z.object({ id, step: id, reason }),
      output: mistake,
    }),
    close: change({
      name: 'mistake.close',
      area: 'desk',
      effect: 'change',
      says: 'Close a mistake with the executive’s word, or of the executive’s own with the assistant’s',
      input: z.object({
        id,
        learnt: z.string().trim().max(1000).default(''),
        /** Why there is no live step. */
        without: reason.nullable().default(null),
        /** Where the executive has no seat here: who gave the word, and when (RFC 3339). */
        who: z.string().trim().min(1).max(200).optional(),
        saidAt: z.iso.datetime({ offset: true }).optional(),
      }),
      output: mistake,
    }),
    reopen: change({
      name: 'mistake.reopen',
      area: 'desk',
      effect: 'change',
      says: 'Open a closed mistake again',
      input: z.object({ id, reason }),
      output: mistake,
    }),
    /** Due of itself every week while it is closed. */
    look: change({
      name: 'mistake.look',
      area: 'desk',
      effect: 'change',
      says: 'Look whether a closed mistake has happened again',
      final: { unchanged: 'Nothing was changed.' },
      input: z.object({ id }),
      output: z.object({ repeated: z.boolean() }),
    }),
    review: read({
      name: 'mistake.review',
      area: 'desk',
      says: 'A month without blame: what went wrong, what nearly did, who saw it, what was learnt',
      input: z.object({
        month: z
          .string()
          .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'There is no such month; a month is written as 2026-11')
          .optional(),
      }),
      output: reviewView,
    }),
  },
}
