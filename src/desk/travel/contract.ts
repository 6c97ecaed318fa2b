import * as z from 'zod'
import { anyway } from '../calendar/model.ts'
import { asks, change, read } from '../operation.ts'
import { findingView } from '../rules/model.ts'
import { changesOf, zonedText } from '../shapes.ts'
import {
  pointDraft,
  pointView,
  segmentChanges,
  segmentDraft,
  segmentView,
  tripBrief,
  tripDraft,
  tripView,
  wanted,
} from './model.ts'

const id = z.uuid()
/** The version that was read. */
const version = z.int().optional()
const why = z.string().trim().max(500).default('')
const shown = z.object({ trip: tripView })
const segmentShown = z.object({ segment: segmentView })
const pointShown = z.object({ point: pointView })

/** One thing behind a change that no longer works, in an order in which its ways out can be carried out. */
const step = z.object({
  /** Its place in the order, from 1. */
  order: z.int(),
  finding: findingView,
  /** What it is about, as the change left it: title and times before and after. */
  about: z.object({ title: z.string(), was: z.string().nullable(), would: z.string().nullable() }),
})

export const cascadeView = z.object({
  /** What changed: titles, and times before and after in words. */
  changed: z.object({
    title: z.string(),
    was: z.string().nullable(),
    now: z.string().nullable(),
    at: zonedText.nullable(),
  }),
  steps: z.array(step),
  /** Findings that the change took away. */
  gone: z.array(findingView),
  /** What it left as it was, of everything behind it: by title. */
  stands: z.array(z.string()),
})
export type CascadeView = z.infer<typeof cascadeView>

export const travelContract = {
  trip: {
    list: read({
      name: 'trip.list',
      area: 'travel',
      says: 'Trips ahead and under way; with the past ones where they are asked for',
      input: z.object({ past: z.stringbool().optional() }),
      output: z.object({ trips: z.array(tripBrief) }),
    }),
    show: read({
      name: 'trip.show',
      area: 'travel',
      says: 'One trip with its segments, its open points and what is wrong in it',
      input: z.object({ id }),
      output: shown.extend({ findings: z.array(findingView) }),
    }),
    add: change({
      name: 'trip.add',
      area: 'travel',
      effect: 'change',
      says: 'Plan a trip',
      input: tripDraft,
      output: shown,
    }),
    edit: change({
      name: 'trip.edit',
      area: 'travel',
      effect: 'change',
      says: 'Change what a trip is for, who travels, when and where',
      input: z.object({ id, version, set: changesOf(tripDraft) }),
      output: shown,
    }),
    cancel: change({
      name: 'trip.cancel',
      area: 'travel',
      effect: 'change',
      says: 'Call a trip off: what the desk owns goes, what is booked outside becomes an open point',
      input: z.object({ id, why }),
      output: shown,
    }),
  },
  point: {
    add: change({
      name: 'point.add',
      area: 'travel',
      effect: 'change',
      says: 'Note what is still open about a trip, and who sees to it',
      input: pointDraft.extend({ tripId: id }),
      output: pointShown,
    }),
    edit: change({
      name: 'point.edit',
      area: 'travel',
      effect: 'change',
      says: 'Change an open point, or give it to somebody',
      input: z.object({ id, set: changesOf(pointDraft) }),
      output: pointShown,
    }),
    settle: change({
      name: 'point.settle',
      area: 'travel',
      effect: 'change',
      says: 'Say how an open point was settled',
      input: z.object({ id, how: z.string().trim().min(1).max(500) }),
      output: pointShown,
    }),
  },
  segment: {
    add: change({
      name: 'segment.add',
      area: 'travel',
      effect: 'change',
      says: 'Add a flight, a night, a ride or another part to a trip',
      input: segmentDraft.extend({ tripId: id, anyway }),
      output: segmentShown,
    }),
    edit: change({
      name: 'segment.edit',
      area: 'travel',
      effect: 'change',
      says: 'Change a part of a trip: what the desk owns, or what is known of what others hold',
      input: z.object({ id, version, set: segmentChanges, anyway }),
      output: segmentShown,
    }),
    cancel: change({
      name: 'segment.cancel',
      area: 'travel',
      effect: 'change',
      says: 'Say that a part of a trip will not happen',
      input: z.object({ id, version, why }),
      output: segmentShown,
    }),
    /** It says that a letter went; nothing outside has changed by it. */
    ask: change({
      name: 'segment.ask',
      area: 'travel',
      effect: 'change',
      says: 'Say that somebody outside was asked to book or change it; it stays amber until they answer',
      input: z.object({
        id,
        version,
        to: z.string().trim().min(1).max(300),
        wanted,
        message: z.string().max(5000).default(''),
      }),
      output: segmentShown,
    }),
    confirm: change({
      name: 'segment.confirm',
      area: 'travel',
      effect: 'change',
      says: 'Record that somebody outside confirmed it: who, and under which reference',
      input: z.object({
        id,
        version,
        who: z.string().trim().min(1).max(200),
        reference: z.string().trim().max(200).default(''),
      }),
      output: segmentShown,
    }),
    check: change({
      name: 'segment.check',
      area: 'travel',
      effect: 'change',
      says: 'Say that you have held a booking against what was asked',
      input: z.object({ id, version }),
      output: segmentShown,
    }),
    /** What to write to whoever has to be asked. */
    letter: asks({
      name: 'segment.letter',
      area: 'travel',
      says: 'A letter that asks for a part of a trip to be booked, changed or called off; nothing is sent',
      input: z.object({ id, ask: z.enum(['book', 'change', 'cancel', 'confirm']), wanted: wanted.optional() }),
      output: z.object({ to: z.array(z.string()), subject: z.string(), body: z.string() }),
    }),
    cascade: asks({
      name: 'segment.cascade',
      area: 'travel',
      says: 'Everything behind a change of one segment that no longer works, in an order that can be carried out; without a change asked, behind its last one',
      input: z.object({ id, set: segmentChanges.optional() }),
      output: cascadeView,
    }),
  },
}
