import * as z from 'zod'
import { anyway } from '../../calendar/model.ts'
import { asks, change, read } from '../../operation.ts'
import { zonedText } from '../../shapes.ts'
import { emergencyView } from '../emergency/model.ts'
import { amounts, readers } from './lists/model.ts'
import { itineraryView, wantedFor } from './model.ts'

const id = z.uuid()

export const linkView = z.object({
  id,
  tripId: id,
  number: z.int(),
  for: z.enum(readers),
  to: z.string(),
  shows: z.enum(amounts),
  segments: z.array(z.uuid()),
  reach: z.string().nullable(),
  needs: z.string().nullable(),
  /** The sheet for an emergency can be opened from it. */
  emergency: z.boolean(),
  /** out: it is shown; replaced: out of date, another was given out since; withdrawn; over: its time has passed. */
  state: z.enum(['out', 'replaced', 'withdrawn', 'over']),
  stateWords: z.string(),
  issuedAt: zonedText,
  issuedBy: z.string(),
  /** What says something else by now than when it was given out, by title; the address itself always shows the newest. */
  changed: z.array(z.string()),
})
export type LinkView = z.infer<typeof linkView>

const wanted = wantedFor.extend({ tripId: id })
const answered = z.object({ link: linkView })

export const itineraryContract = {
  itinerary: {
    preview: asks({
      name: 'itinerary.preview',
      area: 'travel',
      says: 'What somebody would see of a trip, word for word',
      input: wanted,
      /** `text`: all that leaves in words, as it is read for what is private. */
      output: z.object({
        page: itineraryView,
        text: z.string(),
        /** What of the trip does not hold together and nobody has dealt with, in words; empty where nothing would be shown. */
        broken: z.array(z.string()),
      }),
    }),
    read: read({
      name: 'itinerary.read',
      area: 'travel',
      says: 'The itinerary of a trip as you may read it, to print or to put in a calendar',
      input: z.object({ tripId: id, for: z.enum(readers).default('traveller') }),
      output: z.object({ page: itineraryView, zone: z.string() }),
    }),
    issue: change({
      name: 'itinerary.issue',
      area: 'travel',
      effect: 'send',
      says: 'Make a secret address at which somebody reads their part of a trip; an earlier one of theirs is out of date',
      final: 'Withdraw it instead.',
      input: wanted.extend({
        to: z.string().trim().min(1).max(200).describe('who it is given to, by name'),
        emergency: z.boolean().default(false).describe('with the sheet for an emergency'),
        /** Why it goes out though something of the trip does not hold together. */
        anyway,
      }),
      output: answered.extend({ address: z.url() }),
    }),
    list: read({
      name: 'itinerary.list',
      area: 'travel',
      says: 'What of a trip was given out, to whom, and what has changed since',
      input: z.object({ tripId: id }),
      output: z.object({ links: z.array(linkView) }),
    }),
    show: read({
      name: 'itinerary.show',
      area: 'travel',
      says: 'What whoever has an address of a trip sees at this moment',
      input: z.object({ id }),
      output: answered.extend({ page: itineraryView, zone: z.string(), emergency: emergencyView.nullable() }),
    }),
    shows: change({
      name: 'itinerary.shows',
      area: 'travel',
      effect: 'send',
      says: 'Show more or less of a trip at an address that is out',
      final: { more: 'What was shown may have been read; show less of it instead.' },
      input: z.object({ id, shows: z.enum(amounts) }),
      output: answered,
    }),
    revoke: change({
      name: 'itinerary.revoke',
      area: 'travel',
      effect: 'change',
      says: 'Withdraw an address of a trip: whoever opens it reads that it was withdrawn',
      final: 'A withdrawn address stays withdrawn; make another.',
      input: z.object({ id }),
      output: answered,
    }),
  },
}
