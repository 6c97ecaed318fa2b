import { isTrouble, parseRule } from '../../../plan/recurrence/parse.ts'
import { rruleWords } from '../../../plan/recurrence/words.ts'
import { zonedText } from '../../../plan/text.ts'
import { asInstant } from '../../../plan/time.ts'
import { type Act, type Refused, refuse } from '../../act.ts'
import { eventsById } from '../../calendar/events/queries.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { headOf } from '../../calendar/series/model.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import { type Check, sameKind } from '../standards/model.ts'
import { standards } from '../standards/queries.ts'
import { checksOf, nothingSeen, type Seen, toStandard } from './checks.ts'
import type { KeptWork, Work, WorkView } from './model.ts'
import { saveWork, workById, worksById } from './queries.ts'
import { dueText } from './when.ts'

export const noWork = refuse('not-there', 'There is no such work.', [], 'id')

/** The work as it stands, where whoever acts may know of it. */
export const workFor = async (act: Act, id: string): Promise<KeptWork | Refused> => {
  const found = await workById(act.db, act.desk.id, id)
  return found && maySee(found.label, readerOf(act)) ? found : noWork
}

/** Writes the next version of a piece of work. */
export const keepWork = async (act: Act, before: KeptWork | null, after: Work): Promise<KeptWork> => {
  const kept: KeptWork = { ...after, version: (before?.version ?? 0) + 1 }
  await saveWork(act.db, act.desk.id, kept, { entry: act.entry, at: act.at })
  return kept
}

type Hanging = {
  readonly seen: Seen
  readonly named: WorkView['hanging']
}

/** What pieces of work hang on, as whoever acts may know it. */
async function hangingOf(act: Act, works: readonly KeptWork[]): Promise<(work: KeptWork) => Hanging> {
  const ids = [...new Set(works.flatMap(({ terms }) => terms.hangsOn))]
  const reader = readerOf(act)
  const [events, others] = [await eventsById(act.db, act.desk.id, ids), await worksById(act.db, act.desk.id, ids)]
  const eventOf = new Map(events.map((event) => [event.id, event]))
  const workOf = new Map(others.map((work) => [work.id, work]))
  const named = (id: string): WorkView['hanging'][number] => {
    const [event, work] = [eventOf.get(id), workOf.get(id)]
    if (event) {
      const { title, saidLabel, label } = headOf(event)
      const said = saidLabel ?? label ?? 'desk'
      const open = !event.hidden && maySee(said, reader)
      if (open) act.looked([{ id, label: said }])
      return { id, what: 'event', title: open ? title : null }
    }
    if (!work) return { id, what: 'other', title: null }
    if (!maySee(work.label, reader)) return { id, what: 'work', title: null }
    act.looked([work])
    return { id, what: 'work', title: work.terms.title }
  }
  return ({ terms: { hangsOn } }) => ({
    seen: {
      events: hangsOn.flatMap((id) => {
        const event = eventOf.get(id)
        if (!event) return []
        const { place, link, people } = headOf(event)
        const isAnswered = people.every(({ required, answer }) => !required || answer === 'accepted')
        return [{ hasPlace: place !== null || link !== null, isAnswered }]
      }),
      isWaiting: hangsOn.some((id) => workOf.get(id)?.state === 'open'),
    },
    named: hangsOn.map(named),
  })
}

/** The checks each piece of work is held to, as they stand now. */
export async function standing(act: Act, works: readonly KeptWork[]) {
  const [held, hanging] = [await standards(act.db, act.desk.id), await hangingOf(act, works)]
  const checksFor = ({ kind }: KeptWork): readonly Check[] =>
    held.find((standard) => sameKind(standard.kind, kind))?.checks ?? []
  return (work: KeptWork) => {
    const { seen, named } = work.terms.hangsOn.length === 0 ? { seen: nothingSeen, named: [] } : hanging(work)
    return { checks: checksOf(work, checksFor(work), seen, act.at.epochMilliseconds), named }
  }
}

/** Pieces of work as whoever acts reads them. */
export async function viewsOf(act: Act, works: readonly KeptWork[]): Promise<WorkView[]> {
  const stands = await standing(act, works)
  act.looked(works)
  const zoned = (at: number) => zonedText(asInstant(at), homeZone(act.desk))
  return works.map((work) => {
    const { checks, named } = stands(work)
    const { ticks: _, since: __, askedAt, closing, cancelled, ...terms } = work.terms
    return {
      id: work.id,
      version: work.version,
      state: work.state,
      kind: work.kind,
      label: work.label,
      ...terms,
      due: dueText(work.terms),
      late: work.state === 'open' && work.dueAt !== null && work.dueAt <= act.at.epochMilliseconds,
      repeatWords: repeatWords(terms.repeat),
      askedAt: zoned(askedAt),
      mistake: work.mistake,
      hanging: named,
      checks,
      closed: closing && {
        at: zoned(closing.at),
        by: closing.by,
        onTime: work.dueAt === null ? null : closing.at <= work.dueAt,
        toStandard: toStandard(checks),
        late: closing.late,
        note: closing.note,
        skipped: [...closing.skipped],
      },
      cancelled: cancelled && { ...cancelled, at: zoned(cancelled.at) },
    }
  })
}

export const viewOf = async (act: Act, work: KeptWork): Promise<WorkView> => {
  const [view] = await viewsOf(act, [work])
  if (!view) throw new Error('work without a view')
  return view
}

const repeatWords = (repeat: string | null): string => {
  const rule = repeat === null ? null : parseRule(repeat)
  return rule === null || isTrouble(rule) ? '' : rruleWords(rule)
}

/** What takes an entry about work back. */
export const undoOf = (act: Act) => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })
