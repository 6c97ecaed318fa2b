import * as z from 'zod'
import { anyway } from '../calendar/model.ts'
import { change, read } from '../operation.ts'
import { dayGiven, zoneName } from '../shapes.ts'
import {
  groupBrief,
  groupView,
  instantText,
  meeting,
  offerDraft,
  offersView,
  pageView,
  timeOffered,
  whose,
} from './model.ts'

const yes = z
  .enum(['true', 'false'])
  .or(z.boolean())
  .transform((said) => said === true || said === 'true')
const groupId = z.uuid()
const who = z.string().trim().max(200).default('').describe('who said so; the one it was offered to unless told')
const answered = z.object({ group: groupView })
/** An address is shown once, when it is made. */
const withAddress = answered.extend({ address: z.url().nullable() })

/** What times are looked for. A GET, so numbers and yes or no may come as text. */
const asked = z.object({
  from: dayGiven,
  to: dayGiven,
  minutes: z.coerce.number().int().min(5).max(1440),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  perDay: z.coerce.number().int().min(1).max(20).optional(),
  whose: whose.default('executive'),
  kind: z.string().max(40).default('external'),
  by: meeting.shape.by,
  place: z.string().max(500).optional(),
  /** Somebody outside: their name, zone, address and country, where known. */
  name: z.string().trim().max(200).optional(),
  zone: zoneName.optional(),
  address: z.string().max(320).optional(),
  country: z.string().max(10).optional(),
  /** Times that are out on offer count as free. */
  overHolds: yes.default(false),
  /** A meeting that shall move: its own time counts as free. */
  eventId: z.uuid().optional(),
  /** Keys that give way, as `standsInTheWay` names them, separated by commas. */
  give: z.string().max(2000).default(''),
})

export const holdsContract = {
  holiday: {
    countries: read({
      name: 'holiday.countries',
      area: 'calendar',
      says: 'The countries, and regions of them, whose public holidays are known',
      input: z.object({}),
      output: z.object({ countries: z.array(z.object({ code: z.string(), name: z.string() })) }),
    }),
  },
  offer: {
    find: read({
      name: 'offer.find',
      area: 'calendar',
      says: 'The times that work, ranked, with what each would cost and what stands in the way',
      input: asked,
      output: offersView,
    }),
  },
  hold: {
    list: read({
      name: 'hold.list',
      area: 'calendar',
      says: 'What was offered to whom',
      input: z.object({ all: yes.default(false).describe('also what was settled in the last 30 days') }),
      output: z.object({ groups: z.array(groupBrief) }),
    }),
    show: read({
      name: 'hold.show',
      area: 'calendar',
      says: 'One offer with its times, what was proposed instead, and the texts to send',
      input: z.object({ groupId }),
      output: answered,
    }),
    offer: change({
      name: 'hold.offer',
      area: 'calendar',
      effect: 'change',
      says: 'Hold the times that are offered to somebody, until one is taken or nobody answers',
      input: offerDraft.extend({ page: z.boolean().default(true), anyway }),
      output: withAddress,
    }),
    take: change({
      name: 'hold.take',
      area: 'calendar',
      effect: 'change',
      says: 'Book one time and free the others: an offered one, or another that was agreed',
      input: z.object({
        groupId,
        holdId: z.uuid().optional(),
        /** Agreed outside of what was offered. */
        time: timeOffered.optional(),
        who,
        note: z.string().max(2000).default(''),
        anyway,
      }),
      output: answered,
    }),
    decline: change({
      name: 'hold.decline',
      area: 'calendar',
      effect: 'change',
      says: 'Say that none of the times works; all are freed',
      input: z.object({
        groupId,
        who,
        note: z.string().max(2000).default(''),
      }),
      output: answered,
    }),
    release: change({
      name: 'hold.release',
      area: 'calendar',
      effect: 'change',
      says: 'Free one of the times, or all',
      input: z.object({ groupId, holdId: z.uuid().optional(), reason: z.string().max(500).default('') }),
      output: answered,
    }),
    extend: change({
      name: 'hold.extend',
      area: 'calendar',
      effect: 'change',
      says: 'Hold the times longer, or nudge at another time',
      input: z.object({ groupId, expiresAt: instantText.optional(), nudgeAt: instantText.nullable().optional() }),
      output: answered,
    }),
    redirect: change({
      name: 'hold.redirect',
      area: 'calendar',
      effect: 'change',
      says: 'Say who reads an offer that is out: another assistant, or whoever it is for',
      input: z.object({ groupId, through: offerDraft.shape.through.unwrap() }),
      output: answered,
    }),
    add: change({
      name: 'hold.add',
      area: 'calendar',
      effect: 'change',
      says: 'Offer fresh times to somebody who was offered some before',
      input: z.object({
        groupId,
        times: z.array(timeOffered).min(1).max(20),
        /** Where everything was freed, until when the fresh ones are held. */
        expiresAt: instantText.optional(),
        anyway,
      }),
      output: answered,
    }),
    nudged: change({
      name: 'hold.nudged',
      area: 'calendar',
      effect: 'change',
      says: 'Say that they were nudged, or told of a time that was lost',
      input: z.object({ groupId }),
      output: answered,
    }),
    propose: change({
      name: 'hold.propose',
      area: 'calendar',
      effect: 'change',
      says: 'Write down times the other side proposes instead',
      input: z.object({
        groupId,
        who,
        times: z.array(timeOffered).min(1).max(5),
        note: z.string().max(2000).default(''),
      }),
      output: answered,
    }),
    accept: change({
      name: 'hold.accept',
      area: 'calendar',
      effect: 'change',
      says: 'Take a time the other side proposed, and free the others',
      input: z.object({ groupId, proposalId: z.uuid(), anyway }),
      output: answered,
    }),
    page: change({
      name: 'hold.page',
      area: 'calendar',
      effect: 'send',
      says: 'Make a new secret address for the other side; an earlier one closes',
      final: 'Close the address instead.',
      input: z.object({ groupId }),
      output: withAddress,
    }),
    shut: change({
      name: 'hold.shut',
      area: 'calendar',
      effect: 'change',
      says: 'Close the other side’s secret address',
      final: 'A closed address stays closed; make another.',
      input: z.object({ groupId }),
      output: answered,
    }),
    /** Due of itself at the earliest time one of its holds frees itself; nothing happens before. */
    expire: change({
      name: 'hold.expire',
      area: 'calendar',
      effect: 'change',
      says: 'Free what nobody took in time',
      final: 'What nobody took in time is free; offer fresh times instead.',
      input: z.object({ id: groupId }),
      output: z.object({ freed: z.int() }),
    }),
    refill: change({
      name: 'hold.refill',
      area: 'calendar',
      effect: 'change',
      says: 'Hold fresh times for somebody who lost some to another',
      input: z.object({ id: groupId }),
      output: z.object({ held: z.int() }),
    }),
    /** What the outsider sees, for the assistant who wants to look first. */
    preview: read({
      name: 'hold.preview',
      area: 'calendar',
      says: 'What the other side sees of an offer',
      input: z.object({ groupId, zone: zoneName.optional() }),
      output: z.object({ page: pageView }),
    }),
  },
}
