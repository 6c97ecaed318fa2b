import * as z from 'zod'
import { change, read } from '../../operation.ts'
import { changesOf } from '../../shapes.ts'
import { cardDraft, emergencyView } from './model.ts'

const card = cardDraft.extend({
  /** 0 while nothing is on file. */
  version: z.int(),
})

export const emergencyContract = {
  emergency: {
    show: read({
      name: 'emergency.show',
      area: 'travel',
      says: 'What somebody needs who has to find, help or replace a traveller of a trip',
      input: z.object({ tripId: z.uuid() }),
      output: z.object({ sheet: emergencyView }),
    }),
    card: read({
      name: 'emergency.card',
      area: 'travel',
      says: 'What is on file for an emergency on any trip: insurance, next of kin, embassies, whom to ring',
      input: z.object({}),
      output: z.object({ card }),
    }),
    keep: change({
      name: 'emergency.keep',
      area: 'travel',
      effect: 'change',
      says: 'Put on file what is needed in an emergency on any trip',
      input: z.object({ version: z.int().optional(), set: changesOf(cardDraft) }),
      output: z.object({ card }),
    }),
  },
}
