import * as z from 'zod'
import { asks, change, read } from '../operation.ts'
import { changesOf } from '../shapes.ts'
import { understood } from './contacts/model.ts'
import {
  address,
  assists,
  contactDraft,
  contactView,
  name,
  personDraft,
  personView,
  suggestion,
  throughView,
} from './model.ts'

const id = z.uuid()
/** What was read; moved-on where it is another by now. */
const version = z.int().optional()
const one = z.object({ person: personView })
const line = z.object({ line: contactView })
/** Somebody known by id, or by name and address; who is not known yet is written down. */
const somebody = z.object({
  name,
  address: address.nullable().default(null),
  zone: personDraft.shape.zone,
})

export const peopleContract = {
  person: {
    list: read({
      name: 'person.list',
      area: 'people',
      says: 'The people this desk knows, who assists them, and what was noted last; searched in everything that is known',
      input: z.object({
        text: z.string().trim().max(200).default(''),
        /** How many of the pairs and of the others; a GET, so it may come as text. */
        most: z.coerce.number().int().min(1).max(2000).default(200),
      }),
      output: z.object({
        /** By name; with everybody who assists one of them, or whom they assist. */
        people: z.array(personView),
        /** How many there are that are not shown. */
        more: z.int(),
        /** Lines that have the words that were searched for. */
        lines: z.array(contactView),
        /** Nobody was written down yet. */
        isEmpty: z.boolean(),
      }),
    }),
    show: read({
      name: 'person.show',
      area: 'people',
      says: 'One person: their assistants, whom they assist, how they work, and every line noted about them',
      input: z.object({ id }),
      output: one.extend({ lines: z.array(contactView) }),
    }),
    through: read({
      name: 'person.through',
      area: 'people',
      says: 'Who a letter for somebody goes to: their assistant of that day or matter, how they work, and what was noted',
      input: z.object({
        name: z.string().trim().max(200).default(''),
        address: z.string().trim().max(320).default(''),
        title: z.string().max(500).default('').describe('what it is about'),
        kind: z.string().max(40).default(''),
      }),
      output: throughView,
    }),
    suggestions: read({
      name: 'person.suggestions',
      area: 'people',
      says: 'Assistants that invitations speak of and the desk does not know yet',
      input: z.object({}),
      output: z.object({ suggestions: z.array(suggestion) }),
    }),
    read: asks({
      name: 'person.read',
      area: 'people',
      says: 'Who says in a pasted text that they assist somebody, with the words they say it in; nothing is written down',
      input: z.object({ text: z.string().max(50_000) }),
      output: z.object({ suggestions: z.array(suggestion) }),
    }),
    introduce: read({
      name: 'person.introduce',
      area: 'people',
      says: 'A letter that introduces whoever writes to an assistant, made of what is known',
      input: z.object({
        to: name,
        address: z.string().trim().max(320).default(''),
        assisted: name,
        assistedAddress: z.string().trim().max(320).default(''),
      }),
      output: z.object({ letter: z.string(), subject: z.string(), address: z.string().nullable() }),
    }),
    add: change({
      name: 'person.add',
      area: 'people',
      effect: 'change',
      says: 'Write somebody down: names, addresses, zone, and how they work',
      input: personDraft,
      output: one,
    }),
    edit: change({
      name: 'person.edit',
      area: 'people',
      effect: 'change',
      says: 'Change what is known of somebody',
      input: changesOf(personDraft).extend({ id, version }),
      output: one,
    }),
    remove: change({
      name: 'person.remove',
      area: 'people',
      effect: 'delete',
      says: 'Take somebody from the people the desk knows, with the lines about them',
      input: z.object({ id }),
      output: z.object({}),
    }),
    assist: change({
      name: 'person.assist',
      area: 'people',
      effect: 'change',
      says: 'Say who assists somebody, on which days or for what',
      input: assists.omit({ id: true }).extend({
        id: id.optional(),
        /** Whom they assist, where the desk has no id for them. */
        person: somebody.optional(),
        assistantId: id.optional(),
        assistant: somebody.optional(),
      }),
      output: one,
    }),
    unassist: change({
      name: 'person.unassist',
      area: 'people',
      effect: 'change',
      says: 'Say that somebody does not assist a person any more',
      input: z.object({ id, assistantId: id }),
      output: one,
    }),
    dismiss: change({
      name: 'person.dismiss',
      area: 'people',
      effect: 'change',
      says: 'Say that a suggested assistant is none',
      input: z.object({ key: z.string().min(1).max(700) }),
      output: z.object({}),
    }),
  },
  contact: {
    understand: read({
      name: 'contact.understand',
      area: 'people',
      says: 'Whom one typed line would be about, and what it would be kept as',
      input: z.object({ text: z.string().max(500) }),
      output: understood,
    }),
    note: change({
      name: 'contact.note',
      area: 'people',
      effect: 'change',
      says: 'Note one line after a contact: a tip, a favour either way, thanks',
      input: contactDraft,
      output: line,
    }),
    edit: change({
      name: 'contact.edit',
      area: 'people',
      effect: 'change',
      says: 'Change a line that was noted',
      input: changesOf(contactDraft.omit({ personId: true })).extend({ id, version }),
      output: line,
    }),
    remove: change({
      name: 'contact.remove',
      area: 'people',
      effect: 'delete',
      says: 'Take back a line that was noted',
      input: z.object({ id }),
      output: z.object({}),
    }),
  },
}
