import type { Label } from '../plan.ts'
import type { Rule } from '../rule.ts'
import { kindOf } from '../rules/kinds.ts'
import { dayMs } from '../time.ts'
import type { Ask, Asked } from './ask.ts'
import type { Bits } from './bits.ts'
import { type Calendar, columnsOf, readAtHome, readIn, strictest } from './calendar.ts'
import { candidateFor } from './candidate.ts'
import { labelIn } from './clash.ts'
import type { Grid } from './grid.ts'
import type { Ready } from './judging.ts'
import { brokenBy, needsNoCalendar } from './swift/swift.ts'

/** One rule, asked about one person's time. */
export type Judgement = { readonly ready: Ready; readonly calendar: Calendar }

const readyOf = (rule: Rule): Ready => {
  const kind = kindOf(rule.kind)
  if (!kind) throw new RangeError(`no kind of rule is called ${rule.kind}`)
  return { rule, kind, params: kind.params.parse(rule.params) }
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

/** Tells which candidates break a rule of somebody. What hangs on the clock alone is asked once for all who share it. */
export const breaking = (ask: Ask, grid: Grid): ((judgement: Judgement) => Bits) => {
  const candidate = candidateFor(ask)
  const shared = new Map<Ready, Map<string, Bits>>()
  return ({ ready, calendar }) => {
    const { whereabouts } = calendar.plan
    const zone = whereabouts.length === 1 ? whereabouts[0]?.zone : undefined
    if (zone === undefined || !needsNoCalendar.has(ready.rule.kind)) return brokenBy(calendar, ready, grid, candidate)
    const before = shared.get(ready)?.get(zone)
    if (before) return before
    const bits = brokenBy(calendar, ready, grid, candidate)
    shared.set(ready, (shared.get(ready) ?? new Map<string, Bits>()).set(zone, bits))
    return bits
  }
}

/** Rules look no further than a day and a night around a window. */
const aroundMs = 2 * dayMs

/** The strictest label of what a verdict on any of the candidates can hang on. */
export const labelOf = (ask: Ask, { ready, calendar }: Judgement): Label =>
  ready.kind.reach(ready.params, calendar.plan).by === 'thing'
    ? ask.meeting.label
    : strictest(ask.meeting.label, labelAround(ask, calendar.person, aroundMs))

/** The strictest label of what somebody does in the window, or that near to it. */
export const labelAround = ({ window }: Ask, person: Asked, ms: number): Label => {
  const span = { start: window.start - ms, end: window.end + ms } as Ask['window']
  return labelIn(columnsOf(person), span, person.label ?? 'open')
}
