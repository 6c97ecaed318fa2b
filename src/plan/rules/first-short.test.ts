import { describe, expect, test } from 'vitest'
import type { PlanDue } from '../due.ts'
import { judge } from '../judge.ts'
import type { PlanItem } from '../plan.ts'
import { instant, planOf, ruleOf, thing } from '../testing.ts'
import { asInstant, dayMs } from '../time.ts'

/** Monday, 9 in London. */
const monday = instant('2026-11-23T09:00:00Z')

/** What comes first, with the shares of the weeks that are over, the oldest first. */
const first = (shares: readonly (number | null)[], more: Partial<PlanDue> = {}): PlanDue => {
  const start = instant('2026-11-23T00:00:00Z')
  const weeks = shares.map((share, n) => {
    const from = start - (shares.length - n) * 7 * dayMs
    return { span: { start: asInstant(from), end: asInstant(from + 7 * dayMs) }, share }
  })
  return {
    key: 'priority:board',
    what: 'priority',
    span: { start: monday, end: monday },
    label: 'desk',
    title: 'Board preparation',
    kind: '',
    owner: 'executive',
    who: '',
    to: null,
    asked: '',
    askedAt: monday,
    dueAt: null,
    chaseAt: null,
    closedAt: null,
    effort: null,
    routine: false,
    project: null,
    hangsOn: [],
    lived: { meant: 0.25, horizon: 'quarter', weeks },
    ...more,
  }
}

const found = (due: PlanDue, items: readonly PlanItem[] = [], params: object = {}) =>
  judge(planOf(items, { at: monday, dues: [due] }), [ruleOf('first-short', params)])

describe('what comes first', () => {
  test('got less than was meant for some weeks in a row: it is said with its numbers', () => {
    expect(found(first([0.3, 0.1, 0.02, 0])).map(({ words }) => words)).toEqual([
      '“Board preparation” comes first this quarter, with 25 % of the hours meant for it. It got 4 % a week over the last 3 weeks, nothing in the newest',
    ])
  })

  test('is fine where one of the last weeks was as meant, or too few have passed since it was', () => {
    expect(found(first([0.1, 0.25, 0.1, 0.1]))).toEqual([])
    expect(found(first([0.1, 0.1]))).toEqual([])
    expect(found(first([0.1, 0.1]), [], { weeks: 2 })).toHaveLength(1)
    expect(found(first([0.1, 0.1, 0.1], { what: 'work' }))).toEqual([])
  })

  test('is held to no week that nothing is known of: it neither counts nor parts the others', () => {
    expect(found(first([0.1, null, 0.1, null]))).toEqual([])
    expect(found(first([0.1, null, 0.1, null, 0.1]))).toHaveLength(1)
  })

  test('grows worse by what is missing, and not with every week that goes by', () => {
    const badness = (shares: readonly number[]) => found(first(shares))[0]?.badness
    expect(badness([0.24, 0.24, 0.24, 0.24])).toBe(badness([0.24, 0.24, 0.24]))
    expect(badness([0, 0, 0, 0, 0])).toBeGreaterThan(badness([0, 0, 0]) ?? 0)
  })

  test('can be given time that is free: the longest of the next two weeks from tomorrow on, or the same hours every week', () => {
    const due = first([0, 0, 0])
    const day = (on: string, from: string, to: string) => thing(`Busy ${on}`, `${on} ${from}`, to)
    const items = [day('2026-11-24', '09:00', '16:50'), day('2026-11-25', '10:05', '17:30')]
    expect(found(due, items)[0]?.fixes.map(({ words, input }) => [words, input.start ?? input.params])).toEqual([
      ['Keep 2 h for it: Thu 26 Nov, 09:00', '2026-11-26T09:00:00+00:00[Europe/London]'],
      ['Keep 09:00–11:00 free every Thursday', { days: ['TH'], from: '09:00', to: '11:00' }],
    ])
    expect(found(due)[0]?.fixes[0]?.words).toBe('Keep 2 h for it: Tue 24 Nov, 09:00')
    const full = Array.from({ length: 20 }, (_, n) => {
      const on = Temporal.PlainDate.from('2026-11-23').add({ days: n }).toString()
      return day(on, '08:00', '18:00')
    })
    expect(found(due, full)[0]?.fixes).toEqual([])
  })
})
