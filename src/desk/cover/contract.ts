import * as z from 'zod'
import { areaLevels, board } from '../authority/board/model.ts'
import { change, read } from '../operation.ts'
import { dayGiven } from '../shapes.ts'
import { coverDraft, coverSettings, coverView, handover, report } from './model.ts'

const id = z.uuid()
const set = board.omit({ areas: true }).partial().extend({ areas: areaLevels.partial().optional() })

export const coverContract = {
  cover: {
    list: read({
      name: 'cover.list',
      area: 'desk',
      everyone: true,
      says: 'Who is away and who covers, now and planned',
      input: z.object({ past: z.stringbool().optional() }),
      output: z.object({ covers: z.array(coverView), settings: coverSettings, mayStart: z.boolean() }),
    }),
    plan: change({
      name: 'cover.plan',
      area: 'desk',
      effect: 'change',
      everyone: true,
      says: 'Say who is away and who covers; it begins and ends by itself',
      input: coverDraft.extend({ set: set.optional() }),
      output: z.object({ cover: coverView }),
    }),
    change: change({
      name: 'cover.change',
      area: 'desk',
      effect: 'change',
      says: 'Change until when somebody covers, or what they may do',
      input: z.object({
        id,
        toOn: dayGiven.optional(),
        set: set.optional(),
        reason: z.string().trim().min(1).max(500),
      }),
      output: z.object({ cover: coverView }),
    }),
    end: change({
      name: 'cover.end',
      area: 'desk',
      effect: 'change',
      says: 'End a cover now, or call it off before it begins',
      final: 'Plan it again instead.',
      input: z.object({ id, reason: z.string().trim().max(500).default('') }),
      output: z.object({ cover: coverView }),
    }),
    /** Due of itself when its time has come; nothing happens before. */
    begin: change({
      name: 'cover.begin',
      area: 'desk',
      effect: 'change',
      says: 'Begin a cover whose time has come',
      final: 'It came by the clock; change the cover instead.',
      input: z.object({ id }),
      output: z.object({}),
    }),
    finish: change({
      name: 'cover.finish',
      area: 'desk',
      effect: 'change',
      says: 'End a cover whose time is over',
      final: 'It came by the clock; change the cover instead.',
      input: z.object({ id }),
      output: z.object({}),
    }),
    note: read({
      name: 'cover.note',
      area: 'desk',
      everyone: true,
      says: 'What is handed over to whoever covers, as it stands now',
      input: z.object({ id }),
      output: handover,
    }),
    report: read({
      name: 'cover.report',
      area: 'desk',
      says: 'What was done, refused and put off while somebody was away',
      input: z.object({ id }),
      output: report,
    }),
    seen: change({
      name: 'cover.seen',
      area: 'desk',
      effect: 'change',
      says: 'Say that you have seen what was done while you were away',
      final: 'The report stays on the Cover page.',
      input: z.object({ id }),
      output: z.object({}),
    }),
    settings: change({
      name: 'cover.settings',
      area: 'desk',
      effect: 'change',
      says: 'Say whether a cover may begin by themselves, and what outsiders are told of an absence',
      input: coverSettings,
      output: z.object({ settings: coverSettings }),
    }),
  },
}
