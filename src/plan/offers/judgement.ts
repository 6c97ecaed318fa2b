import type { Label } from '../plan.ts'
import type { Rule } from '../rule.ts'
import { kindOf } from '../rules/kinds.ts'
import { asInstant, dayMs } from '../time.ts'
import type { Ask } from './ask.ts'
import { type Bits, some } from './bits.ts'
import { type Calendar, readAtHome, readIn } from './calendar.ts'
import { type CandidateAt, candidateFor } from './candidate.ts'
import { canonical } from './canonical.ts'
import type { Grid } from './grid.ts'
import { foundWith, type Ready } from './judging.ts'
import { labelBetween, strictest } from './labels.ts'
import { brokenBy, needsNoCalendar } from './swift/swift.ts'

/** One rule, asked about one person's time. */
export type Judgement = { readonly ready: Ready; readonly calendar: Calendar }

const read = new WeakMap<Rule, Ready>()

/** Read once for a rule, however often times are sought under it. */
const readyOf = (rule: Rule): Ready => {
  const before = read.get(rule)
  if (before) return before
  const kind = kindOf(rule.kind)
  if (!kind) throw new RangeError(`no kind of rule is called ${rule.kind}`)
  const params = kind.params.parse(rule.params)
  const ready = { rule, kind, params, text: canonical(params) }
  read.set(rule, ready)
  return ready
}

/** Top-level rules of everybody required, in the ask's zone; everybody's own in theirs. Throws as `judge` does. */
export const judgementsOf = (ask: Ask): readonly Judgement[] => {
  const common = ask.rules.map(readyOf)
  return ask.people.flatMap((person) => [
    ...judgedOn(person.required ? common : [], () => readIn(ask, person, ask.zone)),
    ...judgedOn(person.rules.map(readyOf), () => readAtHome(ask, person)),
  ])
}

const judgedOn = (rules: readonly Ready[], read: () => Calendar): Judgement[] => {
  if (rules.length === 0) return []
  const calendar = read()
  return rules.map((ready) => ({ ready, calendar }))
}

/** Tells which of the `wanted` candidates break a rule of somebody; of the others it may say anything. */
export type Broken = (judgement: Judgement, wanted: Bits | null) => Bits

/** What hangs on the clock alone is asked once for all who share it. */
export const brokenIn = (grid: Grid, candidate: CandidateAt): Broken => {
  const shared = new Map<Ready, Map<string, Bits>>()
  return ({ ready, calendar }, wanted) => {
    if (!needsNoCalendar.has(ready.rule.kind)) return brokenBy({ calendar, ready, grid, candidate, wanted })
    const byClock = shared.get(ready) ?? new Map<string, Bits>()
    const bits = byClock.get(calendar.clockName) ?? brokenBy({ calendar, ready, grid, candidate, wanted: null })
    shared.set(ready, byClock.set(calendar.clockName, bits))
    return bits
  }
}

/** The candidates that break a rule of somebody. */
export type Breach = { readonly judgement: Judgement; readonly bits: Bits }

/** The strictest label among the items that are named with the candidates. Sought no longer than it can become stricter. */
export const labelOf = (ask: Ask, grid: Grid, breaches: readonly Breach[]): Label => {
  const candidate = candidateFor(ask)
  let label = ask.meeting.label
  for (const { judgement, bits } of breaches) {
    const { ready, calendar } = judgement
    const most = strictest(label, mostLabel(ask, judgement))
    if (calendar.isPlain) label = most
    else
      some(bits, (i) => {
        if (label === most) return true
        for (const { items } of foundWith(calendar, ready, candidate(grid.spanOf(i))))
          for (const item of items) label = strictest(label, item.label)
        return false
      })
  }
  return label
}

/** Rules look no further than a day and a night around a window. */
const aroundMs = 2 * dayMs

/** No item that a verdict can hang on has a stricter label. */
const mostLabel = ({ meeting, window }: Ask, { ready, calendar }: Judgement): Label => {
  if (ready.kind.reach(ready.params, calendar.plan).by === 'thing') return meeting.label
  const around = { start: asInstant(window.start - aroundMs), end: asInstant(window.end + aroundMs) }
  return labelBetween(calendar.person, around)
}
