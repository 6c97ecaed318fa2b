import { describe, expect, test } from 'vitest'
import { judge } from '../judge.ts'
import type { PlanItem } from '../plan.ts'
import { guest, instant, planOf, ruleOf, said, thing } from '../testing.ts'
import { kinds } from './kinds.ts'

const meeting = (more: Partial<PlanItem> = {}) => ({
  ...thing('Terms', '2026-11-24 10:00', '11:00', { people: [guest('Camille')] }),
  ...more,
})

describe('notice', () => {
  const known = (at: string) => said('notice', { minutes: 1440 }, [meeting({ knownAt: instant(at) })])
  test('is the time between knowing of a meeting and its start', () => {
    expect(known('2026-11-24T08:00:00Z')).toEqual(['“Terms” was known of 2 h before it begins; 24 h are wanted'])
    expect(known('2026-11-23T10:00:00Z')).toEqual([])
  })

  test('is not asked of what was written down afterwards, nor where nothing says', () => {
    expect(known('2026-11-24T10:00:00Z')).toEqual([])
    expect(said('notice', { minutes: 1440 }, [meeting()])).toEqual([])
  })
})

describe('length', () => {
  test('is limited for meetings, or for one kind', () => {
    expect(said('length', { minutes: 45 }, [meeting()])).toEqual(['“Terms” lasts 1 h; 45 min is the longest'])
    expect(said('length', { minutes: 45, kind: 'one-to-one' }, [meeting()])).toEqual([])
    expect(said('length', { minutes: 45 }, [meeting({ kind: 'focus' })])).toEqual([])
  })
})

describe('moves', () => {
  test('of all meetings with one person count together', () => {
    const items = [meeting({ moves: 2 }), meeting({ key: 'b', moves: 1 }), meeting({ key: 'c', moves: 9, people: [] })]
    expect(said('move-limit', { moves: 2 }, items)).toEqual(['Camille was moved 3 times; 2 is the most'])
    expect(said('move-limit', { moves: 3 }, items)).toEqual([])
  })
})

describe('a series that was moved', () => {
  const weekly = (dates: readonly string[], moves: number) =>
    dates.map((date) => ({
      ...thing('Sync', `${date} 09:30`, '10:15', { people: [guest('Camille')], moves }),
      key: `sync/${date}`,
      uid: 'sync',
      recurrenceId: `${date}T09:30:00`,
    }))
  const series = weekly(['2026-11-03', '2026-11-10', '2026-11-17'], 1)

  test('was moved once, however many occurrences it has', () => {
    expect(said('move-limit', { moves: 1 }, series)).toEqual([])
    expect(said('move-limit', { moves: 0 }, series)).toEqual(['Camille was moved once; 0 is the most'])
  })

  test('and one of it that was moved again was moved twice', () => {
    const again = {
      ...thing('Sync', '2026-11-24 11:00', '12:00', { people: [guest('Camille')], moves: 2 }),
      uid: 'sync',
      recurrenceId: '2026-11-24T09:30:00',
    }
    expect(said('move-limit', { moves: 1 }, [...series, again])).toEqual(['Camille was moved 2 times; 1 is the most'])
  })
})

describe('a way out', () => {
  const at = instant('2026-11-23T08:00:00Z')
  const fixes = (kind: string, params: unknown, items: readonly PlanItem[]) =>
    judge(planOf(items, { at }), [ruleOf(kind, params)]).flatMap((finding) => finding.fixes)
  const alone = meeting({ people: [] })

  test('of a length is an earlier end, which guests are asked for', () => {
    expect(fixes('length', { minutes: 45 }, [alone])).toMatchObject([
      {
        reach: 'desk',
        operation: 'event.move',
        words: 'End “Terms” at 10:45',
        input: { when: { end: '2026-11-24T10:45:00' } },
      },
    ])
    expect(fixes('length', { minutes: 45 }, [meeting()])).toMatchObject([
      { reach: 'world', words: 'Ask to end at 10:45' },
    ])
  })

  test('of a day without meetings is not another such day', () => {
    const [fix] = fixes('no-meetings', { days: ['TU', 'WE', 'TH'] }, [alone])
    expect(fix?.words).toBe('Move “Terms” to Fri 27, 10:00–11:00')
  })

  test('is nothing to move for what is the assistant’s own', () => {
    const rule = ruleOf('length', { minutes: 30 }, { scope: { owner: 'assistant' } })
    const [finding] = judge(planOf([{ ...alone, owner: 'assistant' }], { at }), [rule])
    expect(finding?.fixes).toEqual([])
  })
})

describe('a weekday', () => {
  test('is another for who lives far enough away', () => {
    const friday = thing('Close of week', '2026-11-27 20:00', '21:00', { zone: 'America/New_York' })
    expect(said('stays-in-weekday', {}, [friday])).toEqual([
      '“Close of week” is on Friday in New York and on Saturday at 01:00 in London',
    ])
    expect(said('stays-in-weekday', {}, [thing('By a program', '2026-06-27 23:30', '23:45', { zone: 'UTC' })])).toEqual(
      [],
    )
    expect(said('stays-in-weekday', {}, [meeting()])).toEqual([])
  })
})

describe('a series', () => {
  const weekly = (dates: readonly string[], hour = '09:30', zone = 'America/New_York') =>
    dates.map((date) => ({
      ...thing('One-to-one', `${date} ${hour}`, '10:15', { zone }),
      key: date,
      uid: 'series',
      recurrenceId: `${date}T${hour}:00`,
    }))
  const autumn = weekly(['2026-10-15', '2026-10-22', '2026-10-29', '2026-11-05'])

  test('drifts where clocks change on another day', () => {
    expect(said('drift', { zone: 'Europe/London' }, autumn)).toEqual([
      '“One-to-one” is at 14:30 in London but once at 13:30: 1 h off',
    ])
  })

  test('does not drift in its own zone', () => {
    expect(said('drift', { zone: 'America/New_York' }, autumn)).toEqual([])
  })

  test('has not drifted because somebody moved one of it', () => {
    const moved = weekly(['2026-10-22'], '08:00')
    const kept = weekly(['2026-10-01', '2026-10-08', '2026-10-15'])
    expect(said('drift', { zone: 'Europe/London' }, [...kept, ...moved])).toEqual([])
  })
})

describe('where a meeting is', () => {
  test('is asked when there are guests and neither place nor link', () => {
    expect(said('has-place', {}, [meeting()])).toEqual(['“Terms” has no place and no link'])
    expect(said('has-place', {}, [meeting({ link: 'https://meet.example' })])).toEqual([])
    expect(said('has-place', {}, [meeting({ people: [] })])).toEqual([])
  })
})

describe('who is coming', () => {
  const at = instant('2026-11-23T12:00:00Z')
  const people = [guest('Camille', 'needs-action'), guest('Marc', 'declined'), guest('Odile', 'needs-action', false)]
  test('is asked in time, of those who are needed', () => {
    expect(said('unanswered', { minutes: 1440 }, [meeting({ people })], { at })).toEqual([
      '“Terms”: Marc declined; Camille has not answered',
    ])
  })

  test('is not asked too early, nor of the past, nor when nobody says what time it is', () => {
    expect(said('unanswered', { minutes: 60 }, [meeting({ people })], { at })).toEqual([])
    const later = instant('2026-11-25T12:00:00Z')
    expect(said('unanswered', { minutes: 1440 }, [meeting({ people })], { at: later })).toEqual([])
    expect(said('unanswered', { minutes: 1440 }, [meeting({ people })])).toEqual([])
  })

  test('is found out by asking those who were silent', () => {
    const [finding] = judge(planOf([meeting({ people })], { at }), [ruleOf('unanswered', { minutes: 1440 })])
    expect(finding?.fixes).toMatchObject([{ reach: 'world', words: 'Ask Camille', input: { key: 'Terms' } }])
  })
})

describe('a rule', () => {
  test('speaks only of the kinds, people and days of its scope', () => {
    const judged = (scope: object) =>
      judge(planOf([meeting({ kind: 'external' })]), [ruleOf('length', { minutes: 30 }, { scope })]).length
    expect(judged({ kinds: ['external'] })).toBe(1)
    expect(judged({ kinds: ['board'] })).toBe(0)
    expect(judged({ people: ['CAMILLE@guests.example'] })).toBe(1)
    expect(judged({ people: ['marc@guests.example'] })).toBe(0)
    const day = 20_781
    expect([judged({ from: day, until: day }), judged({ from: day + 1 }), judged({ until: day - 1 })]).toEqual([
      1, 0, 0,
    ])
  })

  test('says more when it may cost less: its own cost goes before its weight’s', () => {
    const plan = planOf([meeting()])
    const cost = (more: object) => judge(plan, [ruleOf('length', { minutes: 30 }, more)])[0]?.cost
    expect([cost({ weight: 'prefer' }), cost({ weight: 'never' }), cost({ cost: 7 })]).toEqual([10, 1000, 7])
  })

  test('of a new version gives a new fingerprint', () => {
    const print = (version: number) =>
      judge(planOf([meeting()]), [ruleOf('length', { minutes: 30 }, { version })])[0]?.fingerprint
    expect(print(1)).not.toBe(print(2))
  })
})

test('every kind of the list says itself in words, and refuses a parameter it does not know', () => {
  expect(kinds.map((kind) => kind.kind).sort()).toEqual(
    [
      'overlap travel buffer hours protected day-limit stretch notice no-meetings length move-limit',
      'stays-in-weekday drift night private-dates public-holidays has-place unanswered',
      'late ready-before hours-left routine-slips promise-late chase-due due-in-hours on-leave load first-short',
      'as-asked as-wished connection ride-fits bed-every-night arrive-in-time deadline-ahead papers-valid visa-looked-at',
      'rest-after-night-flight nothing-in-the-air way-home fare-open points-owned confirmed-in-time zone-known',
    ]
      .join(' ')
      .split(' ')
      .sort(),
  )
  for (const kind of kinds) {
    expect(kind.title).not.toBe('')
    expect(kind.says).toMatch(/^[A-Z].*[^.]$/)
    expect(kind.params.safeParse({ nobodyKnowsThis: 1 }).success).toBe(false)
  }
})
