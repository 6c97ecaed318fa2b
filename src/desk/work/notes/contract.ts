import * as z from 'zod'
import { change, read } from '../../operation.ts'
import { noteDraft, noteView } from './model.ts'

const id = z.uuid()
const one = z.object({ note: noteView })

export const notesContract = {
  note: {
    list: read({
      name: 'note.list',
      area: 'desk',
      says: 'The newest meeting notes',
      input: z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
      output: z.object({ notes: z.array(noteView) }),
    }),
    show: read({
      name: 'note.show',
      area: 'desk',
      says: 'The notes of a meeting, and what was promised in it',
      input: z.object({ id: id.optional(), eventId: id.optional(), recurrenceId: z.string().max(40).optional() }),
      /** Null: nothing was noted of that meeting yet. */
      output: z.object({ note: noteView.nullable() }),
    }),
    add: change({
      name: 'note.add',
      area: 'desk',
      effect: 'change',
      says: 'Take notes of a meeting, on a calendar or on none',
      input: noteDraft,
      output: one,
    }),
    edit: change({
      name: 'note.edit',
      area: 'desk',
      effect: 'change',
      says: 'Change the notes of a meeting',
      input: noteDraft
        .pick({ title: true, people: true, lines: true, label: true })
        .partial()
        .extend({ id, version: z.int().optional() }),
      output: one,
    }),
  },
}
