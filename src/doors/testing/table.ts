import type { Level, MemberKind } from '../../desk/authority/board/model.ts'
import { operations } from '../../desk/registry.ts'

/* What the board's table says of every operation, written here again as people read it and not taken from the code. */

/** Reads with a view of busy times alone. */
const busyViews = ['calendar.list', 'event.list', 'event.show', 'plan.show', 'sheet.show', 'today.show']
/** About oneself, or with rules of their own that stand in their own tests. */
const everybodys = [
  'desk.me',
  'proposal.list',
  'proposal.show',
  'proposal.yes',
  'proposal.no',
  'proposal.withdraw',
  'proposal.explain',
  'agent.freeze',
  'member.leave',
  'member.keys',
  'cover.list',
  'cover.plan',
  'cover.note',
  'agreement.write',
  'agreement.sign',
  'oneToOne.begin',
  'oneToOne.settle',
  'oneToOne.reopen',
  'oneToOne.end',
  'oneToOne.resume',
  'oneToOne.cancel',
  'feedback.give',
  'feedback.withdraw',
]
/** The executive’s own word: whoever else gives it asks for it, whatever their level. */
export const executives: readonly string[] = ['knowing.keep', 'knowing.takeBack']
/** A file does not wait for a yes. */
const cannotWait = ['calendar.import']

export const kinds = ['assistant', 'cover', 'agent', 'observer'] as const satisfies readonly MemberKind[]
export type Kind = (typeof kinds)[number]

export type Outcome = 'refused' | 'answered' | 'proposed' | 'done'

/** What comes of an operation for somebody with this level in every area and no limit. */
export function expected(name: string, level: Level): Outcome {
  const { effect } = operations.get(name) ?? { effect: 'read' }
  if (effect === 'read')
    return level === 'none' || (level === 'busy' && !busyViews.includes(name)) ? 'refused' : 'answered'
  if (level === 'act' || level === 'tell') return executives.includes(name) ? 'proposed' : 'done'
  return level === 'propose' && !cannotWait.includes(name) ? 'proposed' : 'refused'
}

/** Every operation the table speaks of. */
export const asked = (): string[] => [...operations.keys()].filter((name) => !everybodys.includes(name))

/** What these deadlines and internal steps answer to whoever calls them too early or twice; the board has nothing to say. */
export const ownNo: readonly string[] = [
  'mistake.close',
  'mistake.reopen',
  'mistake.look',
  'text.release',
  'sheet.release',
  'cover.change',
  'cover.end',
  'cover.begin',
  'cover.finish',
  'cover.seen',
  'cover.settings',
  'board.change',
  'member.invite',
  'member.link',
  'member.remove',
  'agent.add',
  'agent.token',
  'agent.thaw',
  'proposal.expire',
  'hold.expire',
  'hold.refill',
  'decision.answer',
  'decision.leave',
  'decision.hand',
  'decision.lapse',
  'desk.sample',
  'told.seen',
  'told.unseen',
  'ask.reopen',
  'calendar.reinstate',
  'journal.undo',
  'journal.erase',
]
