import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { asWall, dayMs, dayOf, type Wall } from '../time.ts'
import { type Zone, zoneOf } from '../zone.ts'
import { isTrouble, parseRule } from './parse.ts'
import type { Frequency, RecurrenceRule } from './rule.ts'
import { RuleWalls } from './rule-walls.ts'
import { byHand } from './testing/by-hand.ts'
import { wallAt } from './testing/compact.ts'
import { type Library, libraries, type Question } from './testing/libraries.ts'
import { type Disputed, reasons } from './testing/reasons.ts'

const most = 25
const spanDays: Readonly<Record<Frequency, number>> = {
  SECONDLY: 0.25,
  MINUTELY: 5,
  HOURLY: 60,
  DAILY: 1000,
  WEEKLY: 2000,
  MONTHLY: 4000,
  YEARLY: 6000,
}

type Case = Question & {
  readonly line: string
  readonly rule: RecurrenceRule
  readonly in: Zone
  readonly ours: Wall[]
}

/** A line is a start, a zone and a rule. */
function caseOf(line: string): Case {
  const [start = '', zone = '', text = ''] = line.split(' ')
  const rule = parseRule(text)
  const known = zoneOf(zone)
  if (isTrouble(rule) || !known) throw new Error(line)
  const at = wallAt(start)
  const last = asWall(at + spanDays[rule.frequency] * dayMs)
  const ours = new RuleWalls(rule, at, known).between(at, last, most).walls
  return { line, text, start: at, zone, last, most, rule, in: known, ours }
}

const corpus = readFileSync(new URL('testing/corpus.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(caseOf)

function theirs(library: Library, question: Question): readonly number[] | string {
  try {
    return libraries[library].ask(question)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function disputes(library: Library): (Disputed & { line: string })[] {
  const { onWall } = libraries[library]
  return corpus.flatMap((one) => {
    const answer = theirs(library, one)
    const instants = [...new Set(one.ours.map((wall) => one.in.toInstant(wall)))].sort((a, b) => a - b)
    const ours = onWall ? one.ours : instants
    const agree = typeof answer !== 'string' && answer.length === ours.length && ours.every((at, n) => at === answer[n])
    return agree
      ? []
      : [{ library, text: one.text, rule: one.rule, start: one.start, zone: one.in, ours: one.ours, line: one.line }]
  })
}

describe('Where libraries disagree', () => {
  let found: (Disputed & { line: string })[] = []
  beforeAll(() => {
    found = (Object.keys(libraries) as Library[]).flatMap(disputes)
  })

  test('a walk through the calendar by hand agrees with us on every rule of the corpus', () => {
    for (const { rule, start, last, ours, line, in: zone } of corpus) {
      const until = rule.until?.form === 'utc' ? rule.until.at : Number.POSITIVE_INFINITY
      const isIn = (wall: Wall) => wall <= last && zone.toInstant(wall) <= until
      const walked = byHand(rule, start, dayOf(last)).filter(isIn)
      expect([line, walked.slice(0, most)]).toEqual([line, ours])
    }
  })

  test('every disagreement has a known reason', () => {
    const unknown = found.filter((one) => !reasons.some((reason) => reason.covers(one)))
    expect(unknown.map(({ library, line }) => `${library}: ${line}`)).toEqual([])
  })

  test('every known reason is still met', () => {
    const unmet = reasons.filter((reason) => !found.some((one) => reason.covers(one)))
    expect(unmet.map(({ words }) => words)).toEqual([])
  })

  test('each library agrees on most of the corpus', () => {
    for (const library of Object.keys(libraries)) {
      expect(found.filter((one) => one.library === library).length / corpus.length).toBeLessThan(0.3)
    }
  })
})
