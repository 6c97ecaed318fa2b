import { toStandard } from '../tasks/checks.ts'
import type { KeptWork } from '../tasks/model.ts'
import type { Counted, RecordView, Tally } from './model.ts'

type Marked = { readonly counted: Counted; readonly stretch: boolean }

/**
 * What a piece of work counts for: once closed, and for every turn that was never done; while it is open, once it is late.
 * What has neither a date nor a standard has nothing to be held to, and what others do is theirs.
 */
export function countedFrom(work: KeptWork, now: number, dateIn: (at: number) => string): Marked[] {
  const { id, kind, dueAt, closedAt, terms } = work
  if (terms.owner === 'theirs') return []
  const met = terms.closing && toStandard(terms.closing.checks)
  const mark = (on: string, more: Pick<Counted, 'onTime' | 'toStandard' | 'what'>): Marked => ({
    counted: { id, title: terms.title, kind, who: terms.who, month: on.slice(0, 7), on, ...more },
    stretch: terms.stretch,
  })
  if (closedAt === null)
    return dueAt !== null && dueAt <= now && terms.dueOn !== null
      ? [mark(terms.dueOn, { onTime: false, toStandard: false, what: 'late' })]
      : []
  const skipped = (terms.closing?.skipped ?? []).map((on) =>
    mark(on, { onTime: false, toStandard: false, what: 'missed' }),
  )
  if (dueAt === null && met === null) return skipped
  const onTime = dueAt === null || closedAt <= dueAt
  const counted = mark(terms.dueOn ?? dateIn(closedAt), { onTime, toStandard: met ?? true, what: 'closed' })
  return [counted, ...skipped]
}

const tally = (items: readonly Counted[]): Tally => ({
  both: items.filter((one) => one.onTime && one.toStandard).length,
  onTime: items.filter((one) => one.onTime).length,
  toStandard: items.filter((one) => one.toStandard).length,
  of: items.length,
})

export const tallyWords = ({ both, of }: Pick<Tally, 'both' | 'of'>): string =>
  of === 0 ? 'Nothing was due yet' : `On time and to standard ${both} of ${of}`

/** The whole record: every number is that of the items with its kind or its month. */
export function recordOf(marked: readonly Marked[], { from, to }: Pick<RecordView, 'from' | 'to'>): RecordView {
  const newest = [...marked].sort((a, b) => (a.counted.on < b.counted.on ? 1 : a.counted.on > b.counted.on ? -1 : 0))
  const items = newest.filter(({ stretch }) => !stretch).map(({ counted }) => counted)
  const kinds = [...Map.groupBy(items, ({ kind }) => kind)].sort(([a], [b]) => (a < b ? -1 : 1))
  const months = [...Map.groupBy(items, ({ month }) => month)].sort(([a], [b]) => (a < b ? 1 : -1))
  const all = tally(items)
  return {
    from,
    to,
    words: tallyWords(all),
    all,
    kinds: kinds.map(([kind, those]) => ({ kind, ...tally(those) })),
    months: months.map(([month, those]) => ({ month, ...tally(those) })),
    items,
    stretch: newest.filter(({ stretch }) => stretch).map(({ counted }) => counted),
  }
}
