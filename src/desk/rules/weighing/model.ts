import * as z from 'zod'
import { weights } from '../../../plan/finding.ts'
import type { Plan, PlanItem } from '../../../plan/plan.ts'
import { type Rule, sources } from '../../../plan/rule.ts'
import { labels, zonedText } from '../../shapes.ts'
import { findingView } from '../model.ts'
import { tripShape } from './trips/model.ts'

/** A new thing or a moved one, by the clocks where the executive is then. */
export const asked = z.object({
  /** The event to move; without it a new thing is weighed. */
  eventId: z.uuid().optional(),
  recurrenceId: z.string().optional(),
  start: z.iso.datetime({ local: true, offset: true }).describe('with an offset, or local on the executive’s clock'),
  minutes: z.coerce.number().int().min(1).max(10_080).optional().describe('its length; a moved event keeps its own'),
  title: z.string().max(300).optional(),
  kind: z.string().max(60).optional(),
  place: z.string().max(300).optional(),
})

export const weighed = z.object({
  /** What becomes wrong less what it puts right: never 1000, avoid 100, prefer 10, unless a rule says otherwise. */
  cost: z.int(),
  worse: z.array(findingView),
  better: z.array(findingView),
  /** The cheapest other time that week; null where none costs less. */
  instead: z
    .object({ start: zonedText, end: zonedText, words: z.string(), cost: z.int(), worse: z.array(findingView) })
    .nullable(),
})

const ms = z.int()
const span = z.object({ start: ms, end: ms })
const item = z.object({
  key: z.string(),
  uid: z.string(),
  recurrenceId: z.string().nullable(),
  calendar: z.string(),
  owner: z.enum(['executive', 'assistant']),
  span,
  allDay: z.object({ from: z.int(), to: z.int() }).nullable(),
  zone: z.string().nullable(),
  endZone: z.string().nullable(),
  wallStart: ms,
  wallEnd: ms,
  title: z.string(),
  kind: z.string(),
  busy: z.boolean(),
  cancelled: z.boolean(),
  place: z.object({ name: z.string(), geo: z.tuple([z.number(), z.number()]).nullable() }).nullable(),
  link: z.string().nullable(),
  people: z.array(
    z.object({
      address: z.string(),
      name: z.string().nullable(),
      answer: z.enum(['accepted', 'declined', 'tentative', 'needs-action']),
      required: z.boolean(),
    }),
  ),
  label: labels,
  moves: z.int(),
  knownAt: ms.nullable(),
})

/** The plan as a value that `judge` reads, wherever it runs: times are whole milliseconds since 1970. */
export const planShape = z.object({
  window: span,
  at: ms.nullable(),
  items: z.array(item),
  whereabouts: z.array(z.object({ from: ms, place: z.string().nullable(), zone: z.string() })),
  travelMinutes: z.record(z.string(), z.record(z.string(), z.number())),
  /** For whoever reads trips: what a thing that is dragged would cost by rules about them. Nobody's papers are in it. */
  trips: z.array(tripShape).optional(),
})

/** A rule in force with the sentence and the counts that a person knows it by. */
export const ruleInForce = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.string(),
  params: z.unknown(),
  weight: z.enum(weights),
  scope: z.record(z.string(), z.unknown()),
  source: z.enum(sources),
  story: z.string(),
  cost: z.number().optional(),
  words: z.string(),
})

/** What crosses the wire is what the plan is made of; only the names of its numbers are lost on the way. */
export const planFrom = (shape: z.infer<typeof planShape>): Plan => shape as unknown as Plan
export const rulesFrom = (shapes: readonly z.infer<typeof ruleInForce>[]): readonly Rule[] =>
  shapes as unknown as readonly Rule[]

/** An item as somebody may know it who may not see what it is: when it is, and nothing else. */
export const hidden = (item: PlanItem, title: string, busyOnly: boolean): PlanItem => ({
  ...item,
  ...(busyOnly && { kind: 'other', label: 'open', moves: 0 }),
  uid: item.key,
  calendar: '',
  title,
  place: null,
  link: null,
  people: [],
})

/** A plan with the ways between those places alone that a reader has seen in it: the names of others may be private. */
export function placesSeen(plan: Plan): Plan {
  const seen = new Set(
    plan.items.flatMap(({ place }) => (place ? [place.name.trim().toLowerCase().replace(/\s+/g, ' ')] : [])),
  )
  const kept = <T>(ways: Readonly<Record<string, T>>) => Object.entries(ways).filter(([name]) => seen.has(name))
  return {
    ...plan,
    whereabouts: plan.whereabouts.map((one) => ({ ...one, place: null })),
    travelMinutes: Object.fromEntries(
      kept(plan.travelMinutes).map(([from, ways]) => [from, Object.fromEntries(kept(ways))]),
    ),
  }
}
