import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { asInstant, hourMs, type Instant } from '../../../plan/time.ts'
import { meeting, outsider } from '../model.ts'
import {
  add,
  cancel,
  decline,
  expire,
  extend,
  freesAt,
  type Group,
  type Hold,
  heldIn,
  lose,
  nextAt,
  open,
  release,
  take,
} from './model.ts'

const hour = (n: number): Instant => asInstant(n * hourMs)
const held = (n: number, start: number, latest = start): Hold => ({
  id: `hold ${n}`,
  rank: n,
  state: 'out',
  freedBy: null,
  span: { start: hour(start), end: hour(start + 1) },
  latest: hour(latest),
  knowing: [],
})
const groupOf = (holds: readonly Hold[], onSilence: Group['terms']['onSilence'], expires = 50): Group => ({
  id: 'group',
  state: 'out',
  calendarId: 'calendar',
  eventId: null,
  recurrenceId: null,
  expiresAt: hour(expires),
  nudgeAt: null,
  holds,
  terms: {
    to: outsider.parse({ name: 'Camille Aubry' }),
    through: null,
    behalf: 'Dana Okafor',
    meeting: meeting.parse({ title: 'Terms' }),
    whose: 'executive',
    busy: true,
    onSilence,
    by: 'Ines',
    offeredAt: hour(0),
    nudgedAt: null,
    silentAt: null,
    settled: null,
    proposals: [],
    lost: [],
    refilled: 0,
  },
})

type Step = (group: Group, at: Instant) => Group
const said = (at: Instant) => ({ who: 'Noor', note: '', at })
const nth = (group: Group, n: number, at: Instant): Hold | undefined =>
  open(group, at)[n % Math.max(1, open(group, at).length)]

/** What anybody may do at any time; each step does nothing where the desk would refuse it. */
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.nat(9).map(
    (n): Step =>
      (group, at) => {
        const hold = nth(group, n, at)
        return hold ? take(group, hold.id, said(at)) : group
      },
  ),
  fc.constant<Step>((group, at) => (group.state === 'out' ? decline(group, said(at)) : group)),
  fc.nat(9).map(
    (n): Step =>
      (group, at) => {
        const hold = nth(group, n, at)
        return hold ? release(group, hold.id) : group
      },
  ),
  fc.constant<Step>((group) => (group.state === 'out' ? cancel(group) : group)),
  fc.nat(9).map(
    (n): Step =>
      (group, at) => {
        const hold = nth(group, n, at)
        return hold ? lose(group, hold.span, at) : group
      },
  ),
  fc.constant<Step>((group, at) => expire(group, at)),
  fc.nat(40).map(
    (n): Step =>
      (group, at) => {
        if (group.state === 'taken' || group.state === 'cancelled') return group
        const start = Math.ceil(at / hourMs) + 1 + n
        return add(group, [held(group.holds.length + 1, start)], asInstant(Math.max(group.expiresAt, at + hourMs)))
      },
  ),
  fc.nat(40).map(
    (n): Step =>
      (group, at) =>
        group.state === 'out' ? extend(group, { expiresAt: asInstant(at + (n + 1) * hourMs), nudgeAt: null }) : group,
  ),
)
const groups = fc
  .record({
    starts: fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.nat(30)), { minLength: 1, maxLength: 6 }),
    onSilence: fc.constantFrom('free' as const, 'nudge' as const, 'keep-first' as const),
    expires: fc.integer({ min: 1, max: 80 }),
  })
  .map(({ starts, onSilence, expires }) =>
    groupOf(
      starts.map(([start, notice], n) => held(n + 1, start, Math.max(1, start - notice))),
      onSilence,
      expires,
    ),
  )

test('whatever happens in whatever order, at most one time is ever taken, and then all others are free', () => {
  fc.assert(
    fc.property(
      groups,
      fc.array(fc.tuple(steps, fc.integer({ min: 0, max: 12 })), { maxLength: 25 }),
      (group, done) => {
        let [now, at] = [group, 0]
        for (const [step, hours] of done) {
          at += hours
          now = step(now, hour(at))
          const taken = now.holds.filter((hold) => hold.state === 'taken')
          expect(taken.length).toBeLessThanOrEqual(1)
          expect(now.state === 'taken').toBe(taken.length === 1)
          if (now.state !== 'out') expect(heldIn(now)).toEqual([])
          for (const hold of now.holds) expect(hold.freedBy !== null).toBe(hold.state === 'freed')
        }
      },
    ),
  )
})

test('after the sweeper has been, nothing is held whose time to be freed has come, and what is settled is left alone', () => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 130 }), (group, hours) => {
      const after = expire(group, hour(hours))
      for (const hold of heldIn(after)) expect(freesAt(after, hold)).toBeGreaterThan(hour(hours))
      expect(heldIn(after)).toEqual(open(after, hour(hours)))
      expect(expire(after, hour(hours))).toEqual(after)
      const taken = take(group, 'hold 1', said(hour(0)))
      expect(expire(taken, hour(hours))).toBe(taken)
    }),
  )
})

test('looked at only when it asks to be, a group ends as if somebody had looked all the time', () => {
  fc.assert(
    fc.property(groups, (group) => {
      let asked = group
      for (let looks = 0; looks < 20; looks++) {
        const next = nextAt(asked)
        if (next === null) break
        asked = expire(asked, next)
      }
      let watched = group
      for (let at = 0; at <= 130; at++) watched = expire(watched, hour(at))
      expect(asked.state).toBe('expired')
      expect(asked.holds).toEqual(watched.holds)
      expect(asked.state).toBe(watched.state)
    }),
  )
})
