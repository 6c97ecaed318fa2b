import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFrom } from '../civil.ts'
import { wallText } from '../text.ts'
import { asDay, asWall, dayMs, dayOf, midnight, type Wall } from '../time.ts'
import { zoneOf } from '../zone.ts'
import { expandSeries, type SeriesProblem } from './expand.ts'
import { isTrouble, parseRule } from './parse.ts'
import { type Frequency, frequencies, type RecurrenceRule } from './rule.ts'
import { lastWall, RuleWalls } from './rule-walls.ts'
import { byHand } from './testing/by-hand.ts'
import { anyRuleText, ruleText } from './testing/rules.ts'

const ruleFrom = (text: string): RecurrenceRule => {
  const rule = parseRule(text)
  if (isTrouble(rule)) throw new Error(rule.words)
  return rule
}

/** How many days a walk by hand takes in, and how often it is made. */
const walks: Readonly<Record<Frequency, readonly [days: number, runs: number]>> = {
  SECONDLY: [2, 100],
  MINUTELY: [40, 200],
  HOURLY: [300, 300],
  DAILY: [900, 400],
  WEEKLY: [1500, 400],
  MONTHLY: [2500, 500],
  YEARLY: [4400, 700],
}

const starts = fc
  .integer({ min: dayFrom(1995, 1, 1) * 86_400, max: dayFrom(2032, 12, 31) * 86_400 })
  .map((second) => asWall(second * 1000))

const between = (rule: RecurrenceRule, start: Wall, from: number, to: number): Wall[] =>
  new RuleWalls(rule, start, null).between(from, to, 1e7).walls

describe('A rule', () => {
  test.each(frequencies)('%s produces what a walk through the calendar finds', (frequency) => {
    const [days, numRuns] = walks[frequency]
    fc.assert(
      fc.property(ruleText(frequency), starts, (text, start) => {
        const rule = ruleFrom(text)
        const last = dayOf(start) + days
        const found = between(rule, start, start, midnight(asDay(last + 1)) - 1)
        expect(found.map(wallText)).toEqual(byHand(rule, start, last).map(wallText))
      }),
      { numRuns },
    )
  })

  test('produces in a window what it produces there altogether, and counts as many', () => {
    const edges = fc.tuple(fc.integer({ min: -50, max: 3000 }), fc.integer({ min: 0, max: 3000 }), starts)
    fc.assert(
      fc.property(anyRuleText, edges, (text, [after, length, start]) => {
        const rule = ruleFrom(text)
        const scale = rule.frequency === 'SECONDLY' ? 1000 : rule.frequency === 'MINUTELY' ? 60_000 : dayMs
        const from = start + after * scale + 500
        const to = from + length * scale
        const whole = between(rule, start, start, to)
        expect(between(rule, start, from, to)).toEqual(whole.filter((wall) => wall >= from))
        expect(new RuleWalls(rule, start, null).count(from, to)).toBe(whole.filter((wall) => wall >= from).length)
        expect(whole.every((wall, n) => n === 0 || wall > (whole[n - 1] as number))).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  test('gives the first few of what it gives altogether, and says that there are more', () => {
    fc.assert(
      fc.property(anyRuleText, starts, fc.integer({ min: 0, max: 30 }), (text, start, most) => {
        const walls = new RuleWalls(ruleFrom(text), start, null)
        const more = walls.between(start, lastWall, 31).walls
        const few = walls.between(start, lastWall, most)
        expect(few.walls).toEqual(more.slice(0, most))
        expect(few.more).toBe(more.length > most)
      }),
      { numRuns: 1500 },
    )
  })
})

describe('A rule that steps within the day and does not divide it', () => {
  const units = { HOURLY: 3_600_000, MINUTELY: 60_000, SECONDLY: 1000 } as const
  const list = (most: number) => fc.uniqueArray(fc.integer({ min: 0, max: most }), { minLength: 1, maxLength: 3 })

  test('is found where a walk of its steps finds it, however long they are', () => {
    const steps = fc.oneof(
      fc.integer({ min: 2, max: 200 }),
      fc.integer({ min: 80_000, max: 90_000 }),
      fc.nat(5_000_000),
    )
    const frequencyOf = fc.constantFrom('HOURLY', 'MINUTELY', 'SECONDLY')
    const onDays = fc.constantFrom('', ';BYDAY=MO,TH', ';BYMONTHDAY=31')
    fc.assert(
      fc.property(
        frequencyOf,
        steps,
        list(23),
        list(59),
        onDays,
        starts,
        (frequency, interval, hours, minutes, days, start) => {
          const limits = frequency === 'HOURLY' ? `;BYHOUR=${hours}` : `;BYHOUR=${hours};BYMINUTE=${minutes}`
          const rule = ruleFrom(`FREQ=${frequency};INTERVAL=${interval + 1}${limits}${days}`)
          const step = units[frequency] * (interval + 1)
          const walked: number[] = []
          for (let n = 0; n < 5000; n++) {
            const at = start + n * step
            if (at > lastWall) break
            const clock = new Temporal.PlainTime().add({ milliseconds: at - midnight(dayOf(asWall(at))) })
            if (!hours.includes(clock.hour)) continue
            if (frequency !== 'HOURLY' && !minutes.includes(clock.minute)) continue
            if (days === '' || byHandAllows(rule, dayOf(asWall(at)))) walked.push(at)
          }
          const last = Math.min(lastWall, start + 4999 * step)
          expect(between(rule, start, start, last)).toEqual(walked)
          expect(new RuleWalls(rule, start, null).count(start + 1, last)).toBe(walked.filter((at) => at > start).length)
        },
      ),
      { numRuns: 300 },
    )
  })

  const byHandAllows = (rule: RecurrenceRule, day: number): boolean => {
    const date = Temporal.PlainDate.from('1970-01-01').add({ days: day })
    if (rule.byMonthDay.length > 0) return date.day === 31
    return date.dayOfWeek === 1 || date.dayOfWeek === 4
  }
})

const series = (text: string, start: Wall, zone: string | null): Omit<SeriesProblem, 'from' | 'to'> => ({
  start,
  isDate: false,
  zone: zone === null ? null : zoneOf(zone),
  rules: [ruleFrom(text)],
  rdates: [],
  exdates: [],
})

describe('A series', () => {
  test('keeps the occurrences nearest to a day when there are too many, and says that it was cut', () => {
    const zones = fc.constantFrom(null, 'Europe/Zurich', 'America/St_Johns')
    const near = fc.tuple(fc.integer({ min: -30, max: 400 }), fc.integer({ min: 1, max: 60 }))
    fc.assert(
      fc.property(anyRuleText, starts, zones, near, (text, start, zone, [days, most]) => {
        const scale = text.includes('SECONDLY') ? 60_000 : text.includes('MINUTELY') ? 3_600_000 : dayMs
        const [from, to] = [asWall(start - 3 * scale), asWall(start + 400 * scale)]
        const nearest = asWall(start + days * scale)
        const problem = { ...series(text, start, zone), from, to }
        const whole = expandSeries({ ...problem, most: 1e6 }).walls
        const kept = expandSeries({ ...problem, most, nearest })
        expect(kept.cut).toBe(whole.length > most)
        const distances = (walls: readonly Wall[]) =>
          walls.map((wall) => Math.abs(wall - nearest)).sort((a, b) => a - b)
        expect(distances(kept.walls)).toEqual(distances(whole).slice(0, most))
        expect(whole).toEqual(expect.arrayContaining([...kept.walls]))
      }),
      {
        numRuns: 600,
        // The nearest end at an hour that the clocks skip.
        examples: [
          [
            'FREQ=HOURLY;BYMONTHDAY=-18;BYMINUTE=0;BYSECOND=0;BYSETPOS=1;WKST=MO;BYDAY=SU',
            asWall(1_774_787_400_000),
            'America/St_Johns',
            [259, 3],
          ],
        ],
      },
    )
  })
})
