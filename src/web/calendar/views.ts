/** How much of the calendar is on screen. */
export type CalendarView = 'day' | 'workweek' | 'week' | 'month'

export const viewNames: Record<CalendarView, string> = {
  day: 'Day',
  workweek: 'Work week',
  week: 'Week',
  month: 'Month',
}
export const viewKeys: Record<CalendarView, string> = { day: '1', workweek: '2', week: '3', month: '4' }
export const isView = (text: unknown): text is CalendarView =>
  typeof text === 'string' && Object.hasOwn(viewNames, text)

/** The Monday of the week a date is in (ISO 8601). */
export const mondayOf = (on: Temporal.PlainDate): Temporal.PlainDate => on.subtract({ days: on.dayOfWeek - 1 })

/** The days a view shows: the first, and how many. A month is whole weeks. */
export function daysShown(view: CalendarView, on: Temporal.PlainDate): { first: Temporal.PlainDate; days: number } {
  if (view === 'day') return { first: on, days: 1 }
  if (view === 'workweek') return { first: mondayOf(on), days: 5 }
  if (view === 'week') return { first: mondayOf(on), days: 7 }
  const first = mondayOf(on.with({ day: 1 }))
  const last = mondayOf(on.with({ day: on.daysInMonth })).add({ days: 6 })
  return { first, days: first.until(last).days + 1 }
}

/** The day a step to the next or the last view starts from. */
export const stepped = (view: CalendarView, on: Temporal.PlainDate, steps: number): Temporal.PlainDate =>
  view === 'day'
    ? on.add({ days: steps })
    : view === 'month'
      ? on.with({ day: 1 }).add({ months: steps })
      : on.add({ weeks: steps })

/** "Tuesday 24 November", "23 – 27 November", "November 2026". */
export function viewWords(view: CalendarView, on: Temporal.PlainDate): string {
  if (view === 'month') return on.toLocaleString('en-GB', { month: 'long', year: 'numeric' })
  if (view === 'day')
    return on.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')
  const { first, days } = daysShown(view, on)
  return weekWords(first, days)
}

/** "23 – 27 November", "30 November – 4 December", with the years when it crosses one. */
function weekWords(first: Temporal.PlainDate, days: number): string {
  const last = first.add({ days: days - 1 })
  const month = (day: Temporal.PlainDate) => day.toLocaleString('en-GB', { month: 'long' })
  const year = last.year === first.year ? '' : ` ${first.year}`
  if (first.month === last.month) return `${first.day} – ${last.day} ${month(last)}`
  return `${first.day} ${month(first)}${year} – ${last.day} ${month(last)}${year ? ` ${last.year}` : ''}`
}
