import * as z from 'zod'
import { dayFromText, dayText, instantFromText, instantText, wallFromText, wallText } from '../text.ts'
import { asInstant, asWall, dayOf, type Instant, midnight, type Wall } from '../time.ts'
import { utc, type Zone, zoneOf } from '../zone.ts'
import { daysOnly } from './check.ts'
import { mostKept, ruleForDates } from './expand.ts'
import { isTrouble, parseRule } from './parse.ts'
import type { RecurrenceRule } from './rule.ts'
import { lastWall, RuleWalls } from './rule-walls.ts'

/** No answer is longer; one that would be says `cut`. */
export const longestAnswer = 1_000_000

const shape = z.strictObject({
  /** `2026-03-02T09:00:00`, with Z in UTC, or a date. */
  start: z.string(),
  /** An IANA zone; null for a clock on no particular wall. */
  zone: z.string().nullish(),
  /** Without `RRULE:`. */
  rrule: z.string(),
  exdate: z.array(z.string()).nullish(),
  rdate: z.array(z.string()).nullish(),
  /** Nothing after it is listed. */
  until: z.string().nullish(),
  limit: z.int().min(0).nullish(),
})

/** What an `equerry expand` answers: UTC instants, local times without a zone, dates from a date. */
export type Answer =
  | { readonly occurrences: readonly string[]; readonly cut?: true }
  | { readonly error: { readonly why: 'bad-input'; readonly words: string; readonly path: string } }

class Unreadable extends Error {
  readonly path: string

  constructor(words: string, path: string) {
    super(words)
    this.path = path
  }
}

type Form = 'date' | 'floating' | 'zoned'

/** A time on the wall, and on the time line where there is a zone (elsewhere the same number). */
type Moment = { readonly wall: Wall; readonly at: number; readonly inUtc: boolean }

type Problem = {
  readonly form: Form
  readonly zone: Zone | null
  readonly start: Wall
  readonly rule: RecurrenceRule
  readonly exdates: readonly Moment[]
  readonly rdates: readonly Moment[]
  readonly until: Moment | null
  readonly limit: number | null
}

/** Everything a rule makes of its start, less EXDATE, plus RDATE, in order, each instant once; or why it cannot be said. */
export function solve(problem: unknown): Answer {
  try {
    return answer(read(problem))
  } catch (error) {
    if (error instanceof Unreadable) return { error: { why: 'bad-input', words: error.message, path: error.path } }
    throw error
  }
}

function read(problem: unknown): Problem {
  const parsed = shape.safeParse(problem)
  if (!parsed.success) throw troubleOf(parsed.error)
  const { start, zone: zoneName, rrule, exdate, rdate, until, limit } = parsed.data
  const named = zoneName == null ? null : zoneOf(zoneName)
  if (zoneName != null && !named) throw new Unreadable(`"${zoneName}" is no zone that IANA knows`, 'zone')
  const day = dayFromText(start)
  const zone = day !== null ? null : (named ?? (start.endsWith('Z') ? utc : null))
  const form = day !== null ? 'date' : zone ? 'zoned' : 'floating'
  const moment = (text: string, path: string): Moment => momentOf(text, form, zone, path)
  return {
    form,
    zone,
    start: moment(start, 'start').wall,
    rule: ruleOf(rrule, form),
    exdates: (exdate ?? []).map((text, n) => moment(text, `exdate[${n}]`)),
    rdates: (rdate ?? []).map((text, n) => moment(text, `rdate[${n}]`)),
    until: until == null ? null : moment(until, 'until'),
    limit: limit ?? null,
  }
}

function troubleOf(error: z.ZodError): Unreadable {
  const [issue] = error.issues
  if (!issue) return new Unreadable('The problem cannot be read', '')
  if (issue.code !== 'unrecognized_keys') return new Unreadable(issue.message, z.core.toDotPath(issue.path))
  const path = z.core.toDotPath([...issue.path, issue.keys[0] ?? ''])
  return new Unreadable(`"${path}" is no part of a problem; it has ${Object.keys(shape.shape).join(', ')}`, path)
}

const wanted: Readonly<Record<Form, string>> = {
  date: 'a date (2026-03-02), like start',
  floating: 'a local time (2026-03-02T09:00:00); without a zone there is no UTC',
  zoned: 'a local time (2026-03-02T09:00:00) or one in UTC (2026-03-02T08:00:00Z)',
}

function momentOf(text: string, form: Form, zone: Zone | null, path: string): Moment {
  const day = form === 'date' ? dayFromText(text) : null
  if (day !== null) return { wall: midnight(day), at: midnight(day), inUtc: false }
  const at = zone ? instantFromText(text) : null
  if (zone && at !== null) return { wall: zone.toWall(at), at, inUtc: true }
  const wall = form === 'date' ? null : wallFromText(text)
  if (wall === null) throw new Unreadable(`"${text.slice(0, 40)}" is not ${wanted[form]}`, path)
  return { wall, at: zone ? zone.toInstant(wall) : wall, inUtc: false }
}

function ruleOf(text: string, form: Form): RecurrenceRule {
  const rule = parseRule(text)
  if (isTrouble(rule)) throw new Unreadable(`${rule.words} (character ${rule.at + 1})`, 'rrule')
  const kept = form === 'date' ? ruleForDates(rule) : rule
  if (!kept) throw new Unreadable(daysOnly(rule.frequency), 'rrule')
  return kept
}

function answer(problem: Problem): Answer {
  const { rule, until, limit } = problem
  const endless = rule.count === null && rule.until === null && until === null
  const most = Math.min(limit ?? (endless ? mostKept : longestAnswer), longestAnswer)
  const list = firstOf(problem, most)
  const say = sayer(problem)
  const occurrences = list.slice(0, most).map(say)
  return list.length > most && most !== limit ? { occurrences, cut: true } : { occurrences }
}

function sayer({ form }: Problem): (at: number) => string {
  if (form === 'date') return (at) => dayText(dayOf(asWall(at)))
  if (form === 'floating') return (at) => wallText(asWall(at))
  return (at) => instantText(asInstant(at))
}

/** At least the first `most` of the finished list, and one more when there is one. */
function firstOf(problem: Problem, most: number): number[] {
  const { rule, start, zone, until, exdates } = problem
  const walls = new RuleWalls(rule, start, zone)
  // Two walls on either side of `until` can lie as far apart as the widest change of clocks, which is a day.
  const last = until === null ? lastWall : until.wall + (until.inUtc ? 86_400_000 : 0)
  for (let ask = most + exdates.length + 1; ; ask *= 2) {
    const found = walls.between(start, last, ask)
    const list = finished(found.walls, problem)
    const end = found.walls.at(-1)
    if (!found.more || end === undefined) return list
    const sure = isSkipped(end, zone) ? [] : list.filter((at) => at <= (zone ? zone.toInstant(end) : end))
    if (sure.length > most) return sure
  }
}

/** A change of clocks skips this time: later ones on the wall may come before it. */
const isSkipped = (wall: Wall, zone: Zone | null): boolean =>
  zone !== null && zone.toWall(zone.toInstant(wall)) !== wall

function finished(walls: readonly Wall[], { zone, exdates, rdates, until }: Problem): number[] {
  const outWalls = new Set<number>(exdates.filter(({ inUtc }) => !inUtc).map(({ wall }) => wall))
  const outInstants = new Set<number>(exdates.filter(({ inUtc }) => inUtc).map(({ at }) => at))
  const isIn = (wall: Wall, at: number): boolean =>
    at <= lastWall &&
    !outWalls.has(wall) &&
    !outInstants.has(at) &&
    (!until || (until.inUtc ? at <= until.at : wall <= until.wall))
  const kept: number[] = []
  for (const wall of walls) {
    const at: Instant | Wall = zone ? zone.toInstant(wall) : wall
    if (isIn(wall, at)) kept.push(at)
  }
  for (const { wall, at } of rdates) if (isIn(wall, at)) kept.push(at)
  return inOrder(kept)
}

function inOrder(times: number[]): number[] {
  const ascends = times.every((at, n) => n === 0 || at > (times[n - 1] as number))
  return ascends ? times : [...new Set(times)].sort((a, b) => a - b)
}
