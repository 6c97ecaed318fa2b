import { expect, test } from 'vitest'
import { judge } from '../../../plan/judge.ts'
import { kindOf } from '../../../plan/rules/kinds.ts'
import { instant, planOf, ruleOf, thing } from '../../../plan/testing.ts'
import { zoneOf } from '../../../plan/zone.ts'
import { type CalendarItem, maySee, type Reader, viewsOf } from '../../calendar/views/model.ts'
import { findingViews } from './model.ts'

const plan = planOf(
  [
    thing('Board', '2026-11-24 09:00', '10:30'),
    thing('Clinic', '2026-11-24 10:00', '11:00', { key: 'k2', uid: 'k2', label: 'private' }),
  ],
  { at: instant('2026-11-23T09:00:00Z') },
)
const home = zoneOf('Europe/London')
const found = plan.items.map(
  (item): CalendarItem => ({
    item,
    eventId: '01900000-0000-7000-8000-000000000001',
    calendarId: '01900000-0000-7000-8000-000000000002',
    version: 1,
    kindGuessed: false,
    zoned: true,
    readers: [],
    publicReason: null,
    hidden: false,
  }),
)
const findings = judge(plan, [ruleOf('overlap')])
const toldTo = (sees: Reader['sees']) => {
  if (!home) throw new Error('no London')
  return findingViews(findings, {
    rules: new Map([
      ['overlap', { kind: 'overlap', params: {}, weight: 'never', scope: {}, source: 'physics', story: '' }],
    ]),
    kindOf,
    seen: viewsOf(found, home, { sees, member: null }),
    trips: new Map(),
    dues: new Map(),
    mayTell: ({ label }) => maySee(label, { sees, member: null }),
    dealt: { accepted: new Map(), asked: new Map() },
    now: Temporal.ZonedDateTime.from('2026-11-23T09:00:00+00:00[Europe/London]'),
    zoneAt: () => 'Europe/London',
    fixesOf: (finding) => finding.fixes.map((fix) => ({ ...fix, message: null, may: 'yes' as const, because: '' })),
  })
}

test('who may not see a private thing is told that something is there, at what time, and nothing of it', () => {
  const [told] = toldTo('desk')
  expect(told).toMatchObject({
    words: 'Something private at this time',
    start: '2026-11-24T10:00:00+00:00[Europe/London]',
    label: 'private',
    fixes: [],
  })
  expect(JSON.stringify(told)).not.toContain('Clinic')
})

test('who may see it is told everything, and the verdict is the same', () => {
  const [told, other] = [toldTo('all')[0], toldTo('desk')[0]]
  expect(told?.words).toContain('Clinic')
  expect(told?.fixes.length).toBeGreaterThan(0)
  for (const key of ['fingerprint', 'weight', 'start', 'end', 'cost', 'state'] as const)
    expect(told?.[key]).toBe(other?.[key])
})
