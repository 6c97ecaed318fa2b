import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byDue, type PlanDue } from '../due.ts'
import { judge } from '../judge.ts'
import type { Plan, PlanItem } from '../plan.ts'
import type { Rule } from '../rule.ts'
import { instant, planOf, ruleOf, thing } from '../testing.ts'
import { asDay, asInstant, dayMs, minuteMs } from '../time.ts'

/** Monday, 9 in London, which is on UTC then. */
const monday = instant('2026-11-23T09:00:00Z')

const work = (title: string, dueAt: string | null, more: Partial<PlanDue> = {}): PlanDue => {
  const at = dueAt === null ? null : instant(dueAt)
  const askedAt = instant('2026-11-16T09:00:00Z')
  return {
    key: `work:${title}`,
    what: 'work',
    span: { start: askedAt, end: at ?? askedAt },
    label: 'desk',
    title,
    kind: '',
    owner: 'assistant',
    who: 'Ines',
    to: 'Dana Okafor',
    asked: '',
    askedAt,
    dueAt: at,
    chaseAt: null,
    closedAt: null,
    effort: null,
    routine: false,
    project: null,
    hangsOn: [],
    ...more,
  }
}

const plan = (dues: readonly PlanDue[], items: readonly PlanItem[] = [], more: Partial<Plan> = {}): Plan =>
  planOf(items, {
    at: monday,
    window: { start: instant('2026-11-20T00:00:00Z'), end: instant('2026-12-10T00:00:00Z') },
    dues: [...dues].sort(byDue),
    ...more,
  })
const found = (kind: string, of: Plan, params: unknown = {}, more: Partial<Rule> = {}) =>
  judge(of, [ruleOf(kind, params, more)])
const words = (...args: Parameters<typeof found>) => found(...args).map((finding) => finding.words)

describe('late', () => {
  test('speaks of work once its time has passed, and until it is closed', () => {
    const late = work('Board pack', '2026-11-20T16:00:00Z')
    expect(words('late', plan([late]))).toEqual(['“Board pack” was due Fri 20 Nov, 16:00, 2 days ago, and is not done'])
    expect(found('late', plan([late]))[0]?.span).toEqual({ start: late.dueAt, end: monday })
    expect(found('late', plan([{ ...late, closedAt: monday }]))).toEqual([])
    expect(found('late', plan([work('Later', '2026-11-23T09:01:00Z'), work('Some day', null)]))).toEqual([])
    expect(found('late', plan([late], [], { at: null }))).toEqual([])
  })

  test('of a promise or a decision says nothing: those have rules of their own', () => {
    expect(found('late', plan([work('Word', '2026-11-20T16:00:00Z', { what: 'commitment' })]))).toEqual([])
  })

  test('offers the honest note and another date on a working day, at the same hour', () => {
    const friday = plan([work('Figures', '2026-11-26T16:00:00Z')], [], { at: instant('2026-11-27T09:00:00Z') })
    expect(found('late', friday)[0]?.fixes).toMatchObject([
      { reach: 'world', words: 'Tell Dana Okafor when it will be', input: { ask: 'late' } },
      {
        reach: 'desk',
        operation: 'work.edit',
        input: { key: 'work:Figures', set: { dueOn: '2026-11-30', dueTime: '16:00', zone: 'Europe/London' } },
        words: 'Plan it for Mon 30 Nov, 16:00',
      },
    ])
  })

  test('by the end of a day stays by the end of a day', () => {
    const of = plan([work('Minutes', '2026-11-21T00:00:00Z', { to: null })])
    expect(found('late', of)[0]?.fixes).toMatchObject([{ input: { set: { dueOn: '2026-11-24', dueTime: null } } }])
    expect(words('late', of)).toEqual(['“Minutes” was due Fri 20 Nov, 2 days ago, and is not done'])
  })

  test('of what others do can only be asked', () => {
    const theirs = plan([work('Menu', '2026-11-20T16:00:00Z', { owner: 'theirs', who: 'Larch Catering' })])
    expect(words('late', theirs)[0]).toMatch(/Larch Catering does it$/)
    expect(found('late', theirs)[0]?.fixes.map(({ reach }) => reach)).toEqual(['world'])
  })

  test('comes back after it was accepted when another week has passed', () => {
    const badness = (at: string) =>
      found('late', plan([work('A', '2026-11-20T16:00:00Z')], [], { at: instant(at) }))[0]?.badness
    expect([badness('2026-11-21T09:00:00Z'), badness('2026-11-27T09:00:00Z'), badness('2026-11-28T09:00:00Z')]).toEqual(
      [1, 1, 2],
    )
  })
})

describe('ready before', () => {
  const pack = work('Board pack', '2026-11-26T16:00:00Z', { kind: 'Board papers' })
  const at = (text: string, of = pack) =>
    words('ready-before', plan([of], [], { at: instant(text) }), { minutes: 1440 })

  test('finds on the day before, in the plan of that day, that it is still open', () => {
    expect(at('2026-11-24T18:00:00Z')).toEqual([])
    expect(at('2026-11-25T08:00:00Z')).toEqual([
      '“Board pack” must be ready by Wed 25 Nov, 16:00; it is due Thu 26 Nov, 16:00',
    ])
    expect(at('2026-11-25T17:00:00Z')).toEqual([
      '“Board pack” was to be ready by Wed 25 Nov, 16:00 and is open; it is due Thu 26 Nov, 16:00',
    ])
    expect(at('2026-11-25T17:00:00Z', { ...pack, closedAt: instant('2026-11-25T10:00:00Z') })).toEqual([])
  })

  test('speaks only of the kinds of work it names', () => {
    const only = (kind: string) =>
      found(
        'ready-before',
        plan([pack], [], { at: instant('2026-11-26T08:00:00Z') }),
        { minutes: 60 },
        { scope: { kinds: [kind] } },
      )
    expect(only('Board papers')).toHaveLength(1)
    expect(only('Minutes')).toEqual([])
  })
})

describe('hours left', () => {
  const busy = (day: string, from: string, to: string, more: Partial<PlanItem> = {}) =>
    thing(`${day} ${from}`, `${day} ${from}`, to, { owner: 'assistant', ...more } as never)

  test('says before its date that work does not fit between the meetings', () => {
    const pack = work('Board pack', '2026-11-24T16:00:00Z', { effort: 360 })
    const meetings = [busy('2026-11-23', '09:00', '17:30'), busy('2026-11-24', '11:00', '13:30')]
    expect(words('hours-left', plan([pack], meetings))).toEqual([
      '“Board pack”: 6 h are left, 4 h 30 min are free before Tue 24 Nov, 16:00',
    ])
    expect(words('hours-left', plan([{ ...pack, effort: 270 }], meetings))).toEqual([])
  })

  test('counts leave as no time at all, and time kept for work as time for it', () => {
    const pack = work('Board pack', '2026-11-24T17:30:00Z', { effort: 60 })
    const off = (day: number) => ({ from: asDay(day), to: asDay(day + 1) })
    const first = monday / dayMs
    const leave = [0, 1].map((n) => {
      const day = Math.floor(first) + n
      const span = { start: asInstant(day * dayMs), end: asInstant((day + 1) * dayMs) }
      return busy('2026-11-23', '00:00', '23:59', { key: `leave ${n}`, allDay: off(day), span })
    })
    expect(words('hours-left', plan([pack], leave))).toEqual([
      '“Board pack”: 1 h is left, none is free before Tue 24 Nov, 17:30',
    ])
    const focus = [busy('2026-11-23', '09:00', '17:30', { kind: 'focus' })]
    expect(words('hours-left', plan([{ ...pack, effort: 1020 }], focus))).toEqual([])
  })

  test('gives what is due first its share first, and each person their own hours', () => {
    const first = work('Agenda', '2026-11-23T17:30:00Z', { effort: 300 })
    const second = work('Board pack', '2026-11-23T17:30:00Z', { effort: 240 })
    expect(words('hours-left', plan([first, second]))).toEqual([
      '“Board pack”: 4 h are left after 5 h of work that is due first, 8 h 30 min are free before Mon 23 Nov, 17:30',
    ])
    expect(words('hours-left', plan([first, { ...second, owner: 'executive' }]))).toEqual([])
  })

  test('what is late takes hours too, and what others do takes none', () => {
    const late = work('Late', '2026-11-20T17:00:00Z', { effort: 500 })
    const next = work('Next', '2026-11-23T17:30:00Z', { effort: 60 })
    expect(found('hours-left', plan([late, next]))).toHaveLength(1)
    expect(found('hours-left', plan([{ ...late, owner: 'theirs' }, next]))).toEqual([])
  })

  test('offers the note, the date it can hold, and other hands', () => {
    const pack = work('Board pack', '2026-11-23T17:30:00Z', { effort: 600, owner: 'executive', to: 'Jo Park' })
    expect(found('hours-left', plan([pack]))[0]?.fixes).toMatchObject([
      { reach: 'world', words: 'Tell Jo Park now', input: { ask: 'short', left: 600, free: 510 } },
      {
        words: 'Make it due Tue 24 Nov, 10:30, when it can be done',
        input: { set: { dueOn: '2026-11-24', dueTime: '10:30' } },
      },
      { words: 'Hand it to the assistant', input: { set: { owner: 'assistant' } } },
    ])
  })

  test('is silent where nothing is known: no effort, no date, no now, a plan that begins later', () => {
    const pack = work('Board pack', '2026-11-23T10:00:00Z', { effort: 600 })
    expect(found('hours-left', plan([{ ...pack, effort: null }, work('Some day', null, { effort: 600 })]))).toEqual([])
    expect(found('hours-left', plan([pack], [], { at: null }))).toEqual([])
    const later = { start: instant('2026-11-24T00:00:00Z'), end: instant('2026-12-10T00:00:00Z') }
    expect(found('hours-left', plan([pack], [], { window: later }))).toEqual([])
  })

  /** A day of eight slots of an hour; each piece of work takes whole slots. */
  const hour = 60 * minuteMs
  const slots = 8
  const job = fc.record({ length: fc.integer({ min: 1, max: 3 }), by: fc.integer({ min: 1, max: slots }) })

  /** Whether any order of doing them, slot by slot, ends each in time: every order is tried. */
  const anyOrderWorks = (jobs: readonly { length: number; by: number }[], free: readonly boolean[]): boolean => {
    const seen = new Set<string>()
    const go = (slot: number, left: readonly number[]): boolean => {
      if (left.every((n) => n === 0)) return true
      if (slot >= slots || jobs.some(({ by }, i) => (left[i] ?? 0) > 0 && by <= slot)) return false
      const state = `${slot} ${left.join()}`
      if (seen.has(state)) return false
      seen.add(state)
      if (!free[slot]) return go(slot + 1, left)
      return left.some(
        (n, i) =>
          n > 0 &&
          go(
            slot + 1,
            left.map((m, j) => (j === i ? m - 1 : m)),
          ),
      )
    }
    return go(
      0,
      jobs.map(({ length }) => length),
    )
  }

  test('finds something exactly where no order of doing the work would do', () => {
    fc.assert(
      fc.property(
        fc.array(job, { minLength: 1, maxLength: 4 }),
        fc.array(fc.boolean(), { minLength: slots, maxLength: slots }),
        (jobs, free) => {
          const dues = jobs.map(({ length, by }, i) =>
            work(`w${i}`, Temporal.Instant.fromEpochMilliseconds(monday + by * hour).toString(), {
              effort: length * 60,
            }),
          )
          const meetings = free.flatMap((isFree, slot) =>
            isFree
              ? []
              : [
                  busy(
                    '2026-11-23',
                    `${String(9 + slot).padStart(2, '0')}:00`,
                    `${String(10 + slot).padStart(2, '0')}:00`,
                  ),
                ],
          )
          const none =
            found('hours-left', plan(dues, meetings), { days: ['MO'], from: '09:00', to: '17:00' }).length === 0
          expect(none).toBe(anyOrderWorks(jobs, free))
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('routine work that slips', () => {
  const turn = (weeksAgo: number, onTime: boolean): PlanDue => {
    const at = asInstant(monday - weeksAgo * 7 * dayMs + dayMs)
    const due = Temporal.Instant.fromEpochMilliseconds(at).toString()
    const closedAt = asInstant(at + (onTime ? -1 : 1) * 3_600_000)
    return work(`Minutes ${weeksAgo}`, due, { kind: 'Minutes', routine: true, closedAt })
  }
  const fair = (weeksAgo: number, effort: number) =>
    work(`Fair ${weeksAgo}`, null, {
      project: 'Autumn fair',
      effort,
      closedAt: asInstant(monday - weeksAgo * 7 * dayMs),
    })
  const before = [5, 6, 7, 8].map((n) => turn(n, true))

  test('is found while a project takes the hours, with both numbers', () => {
    const now = [1, 2, 3, 4].map((n) => turn(n, n > 2))
    expect(words('routine-slips', plan([...before, ...now, fair(2, 840), fair(6, 180)]))).toEqual([
      'Minutes: on time 2 of 4 in the last 4 weeks, 4 of 4 in the 4 before; “Autumn fair” took 14 h, 3 h before',
    ])
  })

  test('offers to make room in the project, to plan the late turn again, and to ask which comes first', () => {
    const now = [4, 3, 2].map((n) => turn(n, n > 3))
    const late = { ...turn(1, false), closedAt: null }
    const stand = work('Stand design', '2026-11-26T16:00:00Z', {
      project: 'Autumn fair',
      owner: 'executive',
      effort: 300,
    })
    const small = work('Badges', '2026-11-25T16:00:00Z', { project: 'Autumn fair', effort: 30 })
    const [slip] = found('routine-slips', plan([...before, ...now, late, fair(2, 840), fair(6, 180), stand, small]))
    expect(slip?.fixes.map(({ reach, operation, words }) => `${reach} ${operation}: ${words}`)).toEqual([
      'desk work.edit: Move “Stand design” to Thu 3 Dec, 16:00',
      'desk work.edit: Hand “Stand design” to the assistant',
      'desk work.edit: Plan “Minutes 1” for Tue 24 Nov, 09:00',
      'world finding.asked: Tell Dana Okafor that “Stand design” comes a week later',
      'desk decision.ask: Ask the executive which comes first',
    ])
    expect(slip?.fixes.at(-1)?.input).toMatchObject({
      question: 'Which comes first: Minutes, or “Autumn fair”?',
      options: [
        {
          words: 'Minutes: “Stand design” moves to Thu 3 Dec, 16:00',
          does: { operation: 'work.edit', input: { id: 'Stand design', set: { dueOn: '2026-12-03' } } },
        },
        { words: '“Autumn fair”: Minutes may come late' },
      ],
      neededBy: { on: '2026-11-24', time: '12:00', zone: 'Europe/London' },
    })
  })

  test('offers nothing it may not say: private work of the project is no way out', () => {
    const now = [1, 2, 3, 4].map((n) => turn(n, n > 2))
    const hidden = work('Secret', '2026-11-26T16:00:00Z', { project: 'Autumn fair', effort: 300, label: 'private' })
    const [slip] = found('routine-slips', plan([...before, ...now, fair(2, 840), fair(6, 180), hidden]))
    expect(slip?.fixes).toEqual([])
  })

  test('is not found where the rate holds, where no project grew, or where too little is known', () => {
    const slipping = [1, 2, 3, 4].map((n) => turn(n, n > 2))
    const steady = [1, 2, 3, 4].map((n) => turn(n, true))
    expect(found('routine-slips', plan([...before, ...steady, fair(2, 840)]))).toEqual([])
    expect(found('routine-slips', plan([...before, ...slipping, fair(2, 60), fair(6, 180)]))).toEqual([])
    expect(found('routine-slips', plan([...before.slice(2), ...slipping, fair(2, 840)]))).toEqual([])
  })
})
