import type { Finding, Weight } from '../../plan/finding.ts'
import type { PlanItem } from '../../plan/plan.ts'
import type { Instant } from '../../plan/time.ts'
import type { Skipped } from '../ics/group.ts'
import type { Whose } from './whose.ts'

/** One trouble between the same events, told once however often it comes. */
export type Told = {
  readonly rule: string
  readonly weight: Weight
  /** The rule's few words, for a heading. */
  readonly title: string
  /** The first time it comes. */
  readonly start: Instant
  readonly end: Instant
  /** How often it comes in the window. */
  readonly times: number
  readonly words: string
  /** UIDs, by start then UID. */
  readonly items: readonly string[]
}

export type Answer = {
  /** The file's name or the address's host. */
  readonly source: string
  readonly whose: Whose
  readonly zone: string
  readonly zoneKnown: string
  /** Dates, both inclusive. */
  readonly window: { readonly from: string; readonly to: string }
  readonly findings: readonly Told[]
  /** Usable VEVENTs in the file. */
  readonly events: number
  /** What lies in the window, free items too. */
  readonly occurrences: number
  readonly skipped: readonly Skipped[]
  readonly remarks: readonly string[]
  /** Pairs of places that follow each other with nothing known of the way between. */
  readonly unknownWays: number
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** UIDs by start, then UID. */
function uidsOf(finding: Finding, items: ReadonlyMap<string, PlanItem>): string[] {
  const found = finding.items.map((key) => items.get(key)).filter((item) => item !== undefined)
  return found.sort((a, b) => a.span.start - b.span.start || byText(a.uid, b.uid)).map(({ uid }) => uid)
}

const order = (a: Told, b: Told) =>
  a.start - b.start || a.end - b.end || byText(a.rule, b.rule) || byText(a.items.join('\n'), b.items.join('\n'))

/**
 * Joins findings of one rule about the same UIDs: the first stands for all of them, `times` counts them.
 * The order is by start, end, rule, items, so that the same file always gives the same answer.
 */
export function tellOnce(
  findings: readonly Finding[],
  items: ReadonlyMap<string, PlanItem>,
  titleOf: (kind: string) => string,
): Told[] {
  const told = new Map<string, Told>()
  const inOrder = [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  for (const finding of inOrder) {
    const uids = uidsOf(finding, items)
    const key = JSON.stringify([finding.ruleId, ...[...uids].sort(byText)])
    const before = told.get(key)
    if (before) {
      told.set(key, { ...before, times: before.times + 1 })
      continue
    }
    const { kind, weight, words, span } = finding
    told.set(key, { rule: kind, weight, title: titleOf(kind), ...span, times: 1, words, items: uids })
  }
  return [...told.values()].sort(order)
}

/** `2026-03-02T09:00:00+01:00[Europe/Zurich]` */
export const zonedText = (at: Instant, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toString()

/** What `--json` prints. */
export const asJson = (answer: Answer) => ({
  window: answer.window,
  zone: answer.zone,
  findings: answer.findings.map(({ rule, weight, start, end, times, words, items }) => ({
    rule,
    weight,
    start: zonedText(start, answer.zone),
    end: zonedText(end, answer.zone),
    times,
    words,
    items,
  })),
  events: answer.events,
  occurrences: answer.occurrences,
  skipped: answer.skipped,
})

/** 1 where something cannot be or should not be; with `strict` also where something is merely not liked. */
export const exitCode = (answer: Answer, strict: boolean): 0 | 1 =>
  answer.findings.some(({ weight }) => strict || weight !== 'prefer') ? 1 : 0
