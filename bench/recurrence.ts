import rrule from 'rrule'
import { RRuleSet } from 'rrule-rust'
import { RRuleTemporal } from 'rrule-temporal'
import { always, expandSeries } from '../src/plan/recurrence/expand.ts'
import { isTrouble, parseRule } from '../src/plan/recurrence/parse.ts'
import { lastWall, RuleWalls } from '../src/plan/recurrence/rule-walls.ts'
import { wallFromText, wallText } from '../src/plan/text.ts'
import type { Wall } from '../src/plan/time.ts'
import { type Zone, zoneOf } from '../src/plan/zone.ts'
import { type Contender, median, takeTurns } from './measure.ts'
import { duration, type Section, times } from './section.ts'

const zone = zoneOf('Europe/Zurich') as Zone
const start = wallFromText('2024-01-01T09:00:00') as Wall

/** Rules by class, each with how many occurrences are asked of it: about four years, or what a day view needs. */
const classes: readonly (readonly [name: string, most: number, rules: readonly string[]])[] = [
  [
    'weekly',
    600,
    [
      'FREQ=WEEKLY',
      'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
      'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      'FREQ=WEEKLY;INTERVAL=3;WKST=SU;BYDAY=SU,MO',
      'FREQ=WEEKLY;COUNT=200;BYDAY=TH',
      'FREQ=WEEKLY;UNTIL=20300630T070000Z;BYDAY=FR',
    ],
  ],
  ['weekly, the first ten', 10, ['FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH']],
  ['weekly in some months', 200, ['FREQ=WEEKLY;BYMONTH=1,2,3;BYDAY=MO', 'FREQ=WEEKLY;BYMONTH=9;BYDAY=TU,TH']],
  [
    'daily',
    1400,
    ['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'FREQ=DAILY;BYHOUR=9,13;BYMINUTE=0,30'],
  ],
  ['daily in some months', 400, ['FREQ=DAILY;BYMONTH=7,8', 'FREQ=DAILY;BYMONTHDAY=1,15']],
  ['monthly by date', 100, ['FREQ=MONTHLY', 'FREQ=MONTHLY;BYMONTHDAY=15,-1', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1']],
  [
    'monthly by weekday',
    100,
    ['FREQ=MONTHLY;BYDAY=-1FR', 'FREQ=MONTHLY;BYDAY=1MO,3MO', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13'],
  ],
  [
    'monthly by position',
    100,
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,2'],
  ],
  [
    'yearly',
    40,
    ['FREQ=YEARLY', 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', 'FREQ=YEARLY;BYMONTH=6,7', 'FREQ=YEARLY;BYYEARDAY=1,100,200'],
  ],
  ['yearly by weekday or week', 40, ['FREQ=YEARLY;BYDAY=20MO', 'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO']],
  ['hourly', 1000, ['FREQ=HOURLY', 'FREQ=HOURLY;INTERVAL=3', 'FREQ=HOURLY;BYHOUR=9,10,11;BYDAY=MO,TU']],
  [
    'minutely',
    1000,
    ['FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10', 'FREQ=MINUTELY;INTERVAL=90', 'FREQ=MINUTELY;INTERVAL=7;BYDAY=MO'],
  ],
  [
    'secondly',
    1000,
    ['FREQ=SECONDLY;INTERVAL=30', 'FREQ=SECONDLY;BYMONTH=1;BYHOUR=9', 'FREQ=SECONDLY;INTERVAL=7;BYDAY=MO'],
  ],
]

/** Rules made to hurt: they never come, come almost never, come always, or begin in the year 1. */
const hurtful: readonly (readonly [start: string, rule: string])[] = [
  ['2026-01-01T09:00:00', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
  ['2026-01-01T09:00:00', 'FREQ=DAILY;BYMONTHDAY=-1,-2'],
  ['0001-01-01T09:00:00', 'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'],
  ['0001-01-01T09:00:00', 'FREQ=SECONDLY;INTERVAL=86399;BYHOUR=3;BYMINUTE=0;BYSECOND=0'],
  ['0001-01-01T09:00:00', 'FREQ=SECONDLY;INTERVAL=86399;BYSECOND=7'],
  ['0001-01-01T09:00:00', 'FREQ=SECONDLY;INTERVAL=7;BYMONTH=2;BYMONTHDAY=29;COUNT=999999999'],
  ['0001-01-01T09:00:00', 'FREQ=MINUTELY;INTERVAL=1441;BYDAY=MO;BYMONTHDAY=31;BYMONTH=2'],
  ['0001-01-01T09:00:00', 'FREQ=WEEKLY;BYMONTH=2;BYDAY=MO,TU;BYSETPOS=7'],
  ['0001-01-01T09:00:00', 'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6'],
  ['0001-01-01T09:00:00', 'FREQ=YEARLY;BYYEARDAY=366;BYMONTHDAY=30'],
  ['0001-01-01T09:00:00', `FREQ=YEARLY;BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)};BYSETPOS=-1,1,366`],
  ['0001-01-01T09:00:00', 'FREQ=DAILY;COUNT=999999999999999'],
  ['2026-01-01T09:00:00', 'FREQ=DAILY;INTERVAL=999999999999999'],
  ['0001-01-01T09:00:00', 'FREQ=HOURLY;BYYEARDAY=-366;BYDAY=TU'],
]

function upTo(n: number): string {
  return Array.from({ length: n }, (_, i) => i).join(',')
}

function ruleOf(text: string) {
  const rule = parseRule(text)
  if (isTrouble(rule)) throw new Error(`${text}: ${rule.words}`)
  return rule
}

const ics = (text: string): string =>
  `DTSTART;TZID=${zone.id}:${wallText(start).replaceAll(/[-:]/g, '')}\nRRULE:${text}`

/** Everybody gets the parsed rule and answers instants; nobody may remember. */
function asked(text: string, most: number): Record<string, () => number[]> {
  const rule = ruleOf(text)
  const rust = RRuleSet.fromString(ics(text))
  rust.cache.disable()
  const temporal = new RRuleTemporal({ rruleString: ics(text), cache: false })
  const options = { ...rrule.RRule.parseString(text), dtstart: new Date(start), tzid: zone.id }
  return {
    equerry: () => zone.toInstants(new RuleWalls(rule, start, zone).between(start, lastWall, most).walls),
    'rrule-rust': () => rust.all(most) as unknown as number[],
    'rrule-temporal': () => temporal.all((_, n) => n < most) as unknown as number[],
    rrule: () => new rrule.RRule(options).all((_, n) => n < most) as unknown as number[],
  }
}

const instantOf: Readonly<Record<string, (one: never) => number>> = {
  equerry: (at: number) => at,
  'rrule-rust': (date: { toDate(): Date }) => date.toDate().getTime(),
  'rrule-temporal': (date: Temporal.ZonedDateTime) => date.epochMilliseconds,
}

/** Those who answer otherwise than we do are told, and not compared. */
function agreeing(rules: readonly string[], most: number): Map<string, Contender> {
  const questions = rules.map((text) => asked(text, most))
  const agree = Object.keys(instantOf).filter((name) =>
    questions.every((question) => {
      const read = instantOf[name] as (one: number) => number
      const [ours, theirs] = [question.equerry?.() ?? [], question[name]?.().map((one) => read(one)) ?? []]
      return ours.length === theirs.length && ours.every((at, n) => at === theirs[n])
    }),
  )
  const run = (name: string) => () => questions.map((question) => question[name]?.())
  return new Map([...agree, 'rrule'].map((name) => [name, { name, run: run(name) }]))
}

type Measured = { readonly row: string[]; readonly name: string; readonly ratio: number }

function measured([name, most, rules]: (typeof classes)[number]): Measured {
  const contenders = agreeing(rules, most)
  if (!contenders.has('rrule-rust')) throw new Error(`rrule-rust answers otherwise: ${name}`)
  const fast = takeTurns([...contenders.values()].filter((one) => ['equerry', 'rrule-rust'].includes(one.name)))
  const slow = takeTurns(
    [...contenders.values()].filter((one) => !fast.has(one.name)),
    { rounds: 3, fillMs: 1 },
  )
  const found = rules.reduce((sum, text) => sum + (asked(text, most).equerry?.().length ?? 0), 0)
  const ours = fast.get('equerry') ?? Number.NaN
  const against = (other: string): number => (fast.get(other) ?? slow.get(other) ?? Number.NaN) / ours
  const shown = (other: string): string => (contenders.has(other) ? times(against(other)) : 'differs')
  const row = [name, `${found}`, duration(ours / found), shown('rrule-rust'), shown('rrule-temporal'), shown('rrule')]
  return { row, name, ratio: against('rrule-rust') }
}

function expandedIn(from: string, text: string): number {
  const begin = performance.now()
  const series = {
    start: wallFromText(from) as Wall,
    isDate: false,
    zone,
    rules: [ruleOf(text)],
    rdates: [],
    exdates: [],
  }
  expandSeries({ ...series, ...always })
  return performance.now() - begin
}

/** The longest that a hurtful rule takes, in milliseconds, and which one it is: medians of the first five times. */
function worst(): { ms: number; rule: string } {
  const spent = hurtful.map(([from, text]) => ({
    ms: median(Array.from({ length: 5 }, () => expandedIn(from, text))),
    rule: text,
  }))
  return spent.reduce((a, b) => (a.ms > b.ms ? a : b))
}

export default function recurrence(): Section {
  const hardest = worst()
  const all = classes.map(measured)
  const weekly = all[0]?.ratio ?? 0
  const slowest = all.reduce((a, b) => (a.ratio < b.ratio ? a : b))
  return {
    title: 'Recurrence',
    about:
      'Occurrences as instants in Europe/Zurich, from parsed rules, nothing remembered between runs. The last columns say how many ' +
      'times longer others take for the same; rrule is asked as it documents, with `tzid`, and its wrong answers are not held against it.',
    columns: ['class', 'occurrences', 'one of them', 'rrule-rust', 'rrule-temporal', 'rrule'],
    rows: all.map(({ row }) => row),
    targets: [
      { words: `weekly rules at least 20 times the fastest library (${times(weekly)})`, met: weekly >= 20 },
      {
        words: `never slower than it on any class (least: ${slowest.name}, ${times(slowest.ratio)})`,
        met: slowest.ratio >= 1,
      },
      {
        words: `no rule over 50 ms of ${hurtful.length} made to hurt (most: ${duration(hardest.ms)}, \`${hardest.rule.slice(0, 60)}\`)`,
        met: hardest.ms <= 50,
      },
    ],
  }
}
