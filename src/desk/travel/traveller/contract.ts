import * as z from 'zod'
import { change, read } from '../../operation.ts'
import {
  loyaltyChanges,
  loyaltyDraft,
  loyaltyView,
  numberText,
  paperChanges,
  paperDraft,
  paperView,
  travellerBrief,
  travellerView,
  whose,
} from './model.ts'
import { wishSet, wishView } from './wishes/model.ts'

const id = z.uuid()
/** The version that was read; moved-on where it is another by now. */
const version = z.int().optional()
const sealed = ['number']
const numberGiven = numberText.nullable().default(null)
const aPaper = z.object({ paper: paperView })
const aCard = z.object({ loyalty: loyaltyView })
const theNumber = z.object({ number: z.string() })

/** Who travels, with papers, programmes and wishes. Numbers come in and go out by themselves, sealed on the way between. */
export const travellerContract = {
  traveller: {
    list: read({
      name: 'traveller.list',
      area: 'travel',
      says: 'The executive and everybody of whom something is on file for travelling',
      input: z.object({}),
      output: z.object({ travellers: z.array(travellerBrief) }),
    }),
    show: read({
      name: 'traveller.show',
      area: 'travel',
      says: 'What is on file of somebody who travels: the name in the passport, papers, programmes and wishes',
      input: z.object({ personId: id.optional() }),
      output: z.object({ traveller: travellerView }),
    }),
    edit: change({
      name: 'traveller.edit',
      area: 'travel',
      effect: 'change',
      says: 'Write down the name of somebody as it stands in the passport',
      input: z.object({ personId: whose, version, passportName: z.string().trim().min(1).max(200).nullable() }),
      output: z.object({ traveller: travellerView }),
    }),
  },
  paper: {
    add: change({
      name: 'paper.add',
      area: 'travel',
      effect: 'change',
      sealed,
      says: 'Put a passport, a visa or another paper on file; it is private, and its number is sealed',
      input: paperDraft.extend({ personId: whose, number: numberGiven }),
      output: aPaper,
    }),
    edit: change({
      name: 'paper.edit',
      area: 'travel',
      effect: 'change',
      sealed,
      says: 'Change a paper on file, or give it another number',
      input: z.object({ id, version, set: paperChanges }),
      output: aPaper,
    }),
    remove: change({
      name: 'paper.remove',
      area: 'travel',
      effect: 'delete',
      says: 'Take a paper off file; its number is forgotten, and does not come back with it',
      input: z.object({ id }),
      output: z.object({}),
    }),
    number: read({
      name: 'paper.number',
      area: 'travel',
      says: 'The number of a paper, for whoever may read what is private; that they looked is noted',
      input: z.object({ id }),
      output: theNumber,
    }),
  },
  loyalty: {
    add: change({
      name: 'loyalty.add',
      area: 'travel',
      effect: 'change',
      sealed,
      says: 'Put a loyalty programme on file; its number is sealed',
      input: loyaltyDraft.extend({ personId: whose, number: numberGiven }),
      output: aCard,
    }),
    edit: change({
      name: 'loyalty.edit',
      area: 'travel',
      effect: 'change',
      sealed,
      says: 'Change a loyalty programme, or give it another number',
      input: z.object({ id, version, set: loyaltyChanges }),
      output: aCard,
    }),
    remove: change({
      name: 'loyalty.remove',
      area: 'travel',
      effect: 'delete',
      says: 'Take a loyalty programme off file; its number is forgotten, and does not come back with it',
      input: z.object({ id }),
      output: z.object({}),
    }),
    number: read({
      name: 'loyalty.number',
      area: 'travel',
      says: 'The number of a loyalty programme, for whoever may read what is private; that they looked is noted',
      input: z.object({ id }),
      output: theNumber,
    }),
  },
  wish: {
    set: change({
      name: 'wish.set',
      area: 'travel',
      effect: 'change',
      reaches: true,
      says: 'Say what somebody wishes of their journeys; it becomes a rule, or changes the one it became',
      input: wishSet.extend({ personId: whose }),
      output: z.object({ wish: wishView }),
    }),
    remove: change({
      name: 'wish.remove',
      area: 'travel',
      effect: 'delete',
      reaches: true,
      says: 'Take a wish back, with the rule it became',
      input: z.object({ id }),
      output: z.object({}),
    }),
  },
}
