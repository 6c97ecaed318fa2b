import type { Other, Way } from '../../../../plan/asks.ts'
import type { PlanDue } from '../../../../plan/due.ts'
import { dueOnOf } from '../../../../plan/owed.ts'
import { asInstant, type Instant } from '../../../../plan/time.ts'
import { type Zone, zoneOf } from '../../../../plan/zone.ts'
import type { Act } from '../../../act.ts'
import { members } from '../../../authority/queries.ts'
import type { DecisionDraft } from '../../../decisions/model.ts'
import { capture } from '../../../work/commitments/capture/model.ts'
import { type CommitmentDraft, folded, dueAtOf as promisedAtOf } from '../../../work/commitments/model.ts'
import { nowOf } from '../../../work/commitments/showing/actions.ts'
import type { WorkDraft } from '../../../work/tasks/model.ts'
import { dueAtOf } from '../../../work/tasks/when.ts'
import type { AskView } from '../model.ts'

type Instead = Pick<AskView['ways'][number], 'operation' | 'input'>

/** Something asked of whoever assists: what it would be in the plan, who else could be asked, and the same asked another way. */
export type Ask = {
  readonly who: string
  readonly due: PlanDue
  readonly others: readonly Other[]
  readonly inputOf: (way: Way, zone: Zone) => Instead
}

export type Helper = { readonly id: string; readonly name: string }

/** Those who assist here, longest first. */
export const helpers = async (act: Act): Promise<Helper[]> =>
  (await members(act.db, act.desk.id)).filter(({ kind, left_at }) => kind === 'assistant' && left_at === null)

const isSame = (a: string, b: string): boolean => folded(a) === folded(b)

/** Who could do it instead: others who assist, then the executive. */
const othersThan = (act: Act, who: string, here: readonly Helper[]): Other[] => [
  ...here
    .filter(({ name }) => !isSame(name, who))
    .map(({ name }) => ({ by: 'person', who: name, owner: 'assistant' }) as const),
  { by: 'person', who: act.desk.executive, owner: 'executive' },
]

type Said = Pick<PlanDue, 'what' | 'title' | 'who' | 'effort' | 'label'> & {
  readonly dueAt: Instant
  readonly allDay: boolean
}

const dueFrom = (act: Act, { allDay, ...said }: Said): PlanDue => {
  const askedAt = asInstant(act.at.epochMilliseconds)
  const contact = { name: '', address: null, zone: null, asked: 0, allDay, dueZone: null }
  return {
    ...said,
    key: `${said.what}:asked`,
    kind: '',
    owner: 'assistant',
    to: act.member.name,
    asked: said.title,
    askedAt,
    chaseAt: null,
    closedAt: null,
    routine: false,
    project: null,
    hangsOn: [],
    span: { start: askedAt, end: asInstant(Math.max(said.dueAt, askedAt + 1)) },
    contact,
  }
}

export const clockOf = (way: Extract<Way, { by: 'date' }>, zone: Zone) =>
  dueOnOf({ wallAt: (at) => zone.toWall(at), zoneAt: () => zone }, way.dueAt)

/** Work for whoever assists that somebody else gives them, or that they write down for somebody else. */
export function workAsked(act: Act, here: readonly Helper[], draft: WorkDraft): Ask | null {
  const { owner, askedBy: by, title, effort, label, dueTime } = draft
  const dueAt = dueAtOf({ ...draft, zone: draft.zone ?? act.desk.zone })
  if (owner !== 'assistant' || dueAt === null) return null
  const [only] = here
  const me = here.find(({ id }) => id === act.member.id)
  const who = draft.who !== '' ? draft.who : (me?.name ?? (here.length === 1 && only ? only.name : ''))
  const isOwn = me !== undefined && isSame(me.name, who) && (by === '' || isSame(by, who))
  if (isOwn || (who !== '' && !here.some(({ name }) => isSame(name, who)))) return null
  return {
    who: who === '' ? 'whoever assists' : who,
    due: dueFrom(act, { what: 'work', title, who, effort, label, dueAt, allDay: dueTime === null }),
    others: othersThan(act, who, here),
    inputOf: (way, zone) => ({ operation: 'work.add', input: { ...draft, ...workWith(way, zone) } }),
  }
}

export const workWith = (way: Way, zone: Zone) => {
  if (way.by === 'date') return clockOf(way, zone)
  return way.by === 'less' ? { effort: way.effort } : { who: way.who, owner: way.owner }
}

type QuestionDraft = Pick<DecisionDraft, 'question' | 'decider' | 'neededBy' | 'label'>

/** A question put to whoever assists. */
export function decisionAsked(act: Act, here: readonly Helper[], draft: QuestionDraft): Ask | null {
  const decider = here.find(({ id }) => id === draft.decider)
  if (!decider || decider.id === act.member.id) return null
  const { on, time, zone = act.desk.zone } = draft.neededBy
  const dueAt = dueAtOf({ dueOn: on, dueTime: time, zone })
  if (dueAt === null) return null
  const { name: who } = decider
  return {
    who,
    due: dueFrom(act, {
      what: 'decision',
      title: draft.question,
      who,
      effort: null,
      label: draft.label,
      dueAt,
      allDay: false,
    }),
    others: othersThan(act, who, here),
    inputOf: (way, there) => ({
      operation: 'decision.ask',
      input: { ...draft, ...(way.by === 'date' ? neededBy(way, there) : { decider: deciderOf(way, here) }) },
    }),
  }
}

export const neededBy = (way: Extract<Way, { by: 'date' }>, zone: Zone) => {
  const { dueOn, dueTime } = clockOf(way, zone)
  return { neededBy: { on: dueOn, time: dueTime ?? '23:59', zone: zone.id } }
}
export const deciderOf = (way: Way, here: readonly Helper[]): string | null =>
  way.by === 'person' ? (here.find(({ name }) => name === way.who)?.id ?? null) : null

export type Line = { readonly text: string; readonly saidWhere?: CommitmentDraft['saidWhere'] | undefined }

export const captured = (act: Act, { text, saidWhere }: Line): CommitmentDraft | null => {
  const { draft } = capture(text, { now: nowOf(act), me: act.member.name, executive: act.desk.executive })
  const rest = { saidAt: null, words: text, chaseOn: null, hangsOn: [], label: null }
  const where = saidWhere ?? { by: 'elsewhere' as const, eventId: null, noteId: null, lineId: null }
  return draft && { ...draft, ...rest, saidWhere: where }
}

/** A promise that somebody else writes down for whoever assists to keep. */
export function promiseAsked(act: Act, here: readonly Helper[], draft: CommitmentDraft | null): Ask | null {
  if (draft === null) return null
  const helper = here.find(({ name }) => isSame(name, draft.by.name))
  if (!helper || helper.id === act.member.id || zoneOf(draft.zone ?? act.desk.zone) === null) return null
  const dueAt = promisedAtOf(draft, act.desk.zone)
  if (dueAt === null) return null
  const { name: who } = helper
  const said = { what: 'commitment', title: draft.what, who, effort: null, label: draft.label ?? 'desk' } as const
  return {
    who,
    due: dueFrom(act, { ...said, dueAt, allDay: draft.time === null }),
    others: othersThan(act, who, here),
    inputOf: (way, zone) => ({ operation: 'commitment.add', input: { ...draft, ...promiseWith(way, zone) } }),
  }
}

export function promiseWith(way: Way, zone: Zone) {
  if (way.by === 'person') return { by: { name: way.who } }
  if (way.by === 'less') return {}
  const { dueOn, dueTime } = clockOf(way, zone)
  return { dueOn, time: dueTime, zone: zone.id }
}
