import type { PlanDue, Thing } from './due.ts'
import type { Evidence } from './finding.ts'
import { duesSpeakOf, segmentsSpeakOf, speaksOf, tripsSpeakOf } from './found.ts'
import { isMeeting, type Lane, type Local, localOf, type Timed } from './local.ts'
import type { Plan, PlanItem } from './plan.ts'
import type { Rule, Scope } from './rule.ts'
import type { PlanSegment, PlanTrip } from './segment.ts'
import type { Span } from './time.ts'

/**
 * A plan, or a part of it, as one rule sees it. Here a scope is applied, once for all kinds: `owner` chooses whose
 * time it is, kinds, people and days choose what is asked.
 */
export type View = Pick<Local, 'zoneAt' | 'wallAt' | 'instantOf'> & {
  readonly plan: Plan
  /** Everything timed that takes their time, by start. */
  readonly busy: readonly Timed[]
  /** Everything all-day that takes their time, by start. */
  readonly allDay: readonly PlanItem[]
  /** Of `busy`, what the rule speaks about. */
  readonly asked: readonly Timed[]
  /** Of `asked`, the meetings; everything asked where the rule names kinds itself. */
  readonly meetings: readonly Timed[]
  /** Whether the rule names kinds itself, so that no kind is left out as a matter of course. */
  readonly namesKinds: boolean
  readonly speaks: (item: PlanItem) => boolean
  /** Whose time a rule about what is asked of people is about; the assistant's unless its scope tells. */
  readonly owner: PlanItem['owner']
  /** What is due and the rule speaks about: of its kinds, its owner and its days, where it names them. */
  readonly dues: readonly PlanDue[]
  /** Trips the rule speaks about: of its owner and its days, where it names them. Each with all its segments. */
  readonly trips: readonly PlanTrip[]
  /** Whether the rule speaks about a part of a trip: by its kind ("flight", or "travel" for all that carries) and who is expected. */
  readonly speaksOfSegment: (segment: PlanSegment) => boolean
}

/** What a rule asks about without private life, unless it names kinds itself. */
export const atWork = ({ asked, namesKinds }: View): readonly Timed[] =>
  namesKinds ? asked : asked.filter(({ item }) => item.kind !== 'personal')

/** What a rule found wrong, before it is told. */
export type Found = {
  readonly span: Span
  readonly items: readonly Thing[]
  readonly code: string
  /** Made only when somebody asks for words: most of a year's findings are only counted. */
  readonly values: () => Evidence['values']
  /** How bad it is, in the rule's own unit; above nothing. */
  readonly badness: number
  /** What tells two troubles with the same items apart: a day, a person. */
  readonly about?: string
  /** It is about a series or a person for as long as it lasts, whichever of its items the plan happens to hold. */
  readonly lasting?: true
}

const hasScope = ({ kinds, people, from, until }: Scope): boolean =>
  kinds !== undefined || people !== undefined || from !== undefined || until !== undefined

/** Whose time a rule is about. */
export const laneOf = (plan: Plan, rule: Pick<Rule, 'scope'>): Lane =>
  localOf(plan).lanes[rule.scope.owner ?? 'executive']

/** The view of a rule; `part` of its lane, or of the trips, where only that has to be judged again. */
export const viewOf = (plan: Plan, rule: Rule, part?: Lane, trips = plan.trips ?? []): View => {
  const { zoneAt, wallAt, instantOf } = localOf(plan)
  const { timed, allDay } = part ?? laneOf(plan, rule)
  const speaks = speaksOf(rule.scope, plan)
  const asked = hasScope(rule.scope) ? timed.filter(({ item }) => speaks(item)) : timed
  const namesKinds = rule.scope.kinds !== undefined
  return {
    zoneAt,
    wallAt,
    instantOf,
    plan,
    busy: timed,
    allDay,
    asked,
    get meetings() {
      return namesKinds ? asked : asked.filter(({ item }) => isMeeting(item))
    },
    namesKinds,
    speaks,
    owner: rule.scope.owner ?? 'assistant',
    get dues() {
      return (plan.dues ?? []).filter(duesSpeakOf(rule.scope, plan))
    },
    get trips() {
      return trips.filter(tripsSpeakOf(rule.scope))
    },
    speaksOfSegment: segmentsSpeakOf(rule.scope),
  }
}
