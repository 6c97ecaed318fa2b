import { byDue, type PlanDue } from '../../../plan/due.ts'
import { asInstant, dayMs, type Span } from '../../../plan/time.ts'
import type { DuesOf } from '../../act.ts'
import type { KeptWork } from '../tasks/model.ts'
import { worksKnown } from '../tasks/queries.ts'

/** For how long what was closed is remembered: a rate that falls is seen against the weeks before. */
const remembered = 12 * 7 * dayMs

/** Work as the plan sees it. */
export const dueOf = ({ id, kind, label, dueAt, closedAt, terms }: KeptWork): PlanDue => {
  const due = dueAt === null ? null : asInstant(dueAt)
  return {
    key: `work:${id}`,
    what: 'work',
    span: { start: asInstant(Math.min(terms.askedAt, dueAt ?? terms.askedAt)), end: due ?? asInstant(terms.askedAt) },
    label,
    title: terms.title,
    kind,
    owner: terms.owner,
    who: terms.who,
    to: terms.askedBy === '' ? null : terms.askedBy,
    asked: terms.asked,
    askedAt: asInstant(terms.askedAt),
    dueAt: due,
    chaseAt: null,
    closedAt: closedAt === null ? null : asInstant(closedAt),
    effort: terms.effort,
    routine: terms.repeat !== null && !terms.stretch,
    project: terms.project === '' ? null : terms.project,
    hangsOn: terms.hangsOn,
    ...contactOf(terms),
  }
}

/** Whom to write to about it: who asked, or who does it where the desk can only ask. */
const contactOf = ({ owner, who, askedBy, dueTime, zone }: KeptWork['terms']): Pick<PlanDue, 'contact'> => {
  const name = owner === 'theirs' ? who : askedBy
  const contact = { name, address: null, zone: null, asked: 0, allDay: dueTime === null, dueZone: zone }
  return name === '' ? {} : { contact }
}

const isIn = (at: number | null, { start, end }: Span) => at !== null && at >= start && at < end

/** Open work that is due before the window ends or has no date; what was closed where it was due in it, or tells a rate. */
export const workDues: DuesOf = async (act, { window, asOf = null }) => {
  const now = (asOf ?? act.at).epochMilliseconds
  const since = Math.min(window.start, now) - remembered
  const found = await act.asDesk(() =>
    worksKnown(act.db, act.desk.id, {
      until: Temporal.Instant.fromEpochMilliseconds(window.end),
      since: Temporal.Instant.fromEpochMilliseconds(since),
      asOf,
    }),
  )
  return found
    .filter(
      ({ state, dueAt, terms }) =>
        state === 'open' || isIn(dueAt, window) || terms.repeat !== null || terms.project !== '',
    )
    .map(dueOf)
    .sort(byDue)
}
