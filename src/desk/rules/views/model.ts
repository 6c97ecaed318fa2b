import { idOfDue, type PlanDue } from '../../../plan/due.ts'
import type { Finding } from '../../../plan/finding.ts'
import { dayText } from '../../../plan/text.ts'
import { dayOf, type Instant } from '../../../plan/time.ts'
import { utc, zoneOf } from '../../../plan/zone.ts'
import type { OccurrenceView } from '../../calendar/model.ts'
import { type KindOf, sentenceOf } from '../draft/model.ts'
import { byNeed, type Dealt, type State, stateOf } from '../findings/model.ts'
import { askedWords, privateWords } from '../findings/words.ts'
import type { FindingView, RuleDraft } from '../model.ts'
import { askedSince, idOfThing, type TripThing } from '../trips/model.ts'

/** Everything a finding is told with: the rules by id, what this reader sees of the plan's items, and what was done about it. */
export type Telling = {
  readonly rules: ReadonlyMap<string, RuleDraft>
  readonly kindOf: KindOf
  /** By the plan's key; what a reader may not know of is not in it. */
  readonly seen: ReadonlyMap<string, OccurrenceView>
  /** What is due and this reader may know of, by the plan's key. */
  readonly dues: ReadonlyMap<string, PlanDue>
  /** What of trips this reader may know, by the plan's key. */
  readonly trips: ReadonlyMap<string, TripThing>
  /** Whether this reader may have the words of a finding: those of everything it is about. */
  readonly mayTell: (finding: Pick<Finding, 'label' | 'items'>) => boolean
  readonly dealt: Dealt
  readonly now: Temporal.ZonedDateTime
  readonly zoneAt: (at: Instant) => string
  readonly fixesOf: (finding: Finding) => FindingView['fixes']
}

/** Findings as a reader may know them, what needs somebody first. The verdict is the same for every reader, the words are not. */
export const findingViews = (findings: readonly Finding[], telling: Telling): FindingView[] =>
  findings.flatMap((finding) => findingView(finding, telling) ?? []).sort(byNeed)

/** A finding in the fewest words, and the date it begins on where the executive is: for days that only say how they stand. */
export type Brief = Pick<FindingView, 'title' | 'weight' | 'state'> & { readonly on: string }

export const briefly = (finding: Finding, telling: Telling): Brief => ({
  title: titleOf(finding, telling),
  weight: finding.weight,
  on: dateOf(finding.span.start, telling.zoneAt),
  state: stateFor(finding, telling).state,
})

/** What has become of a finding; one about a part of a trip is amber while whoever holds it was asked and has not answered. */
export const stateFor = (finding: Finding, { dealt, now, trips }: Telling): State => {
  const state = stateOf(finding, dealt, now)
  const since = state.state === 'open' && state.words === null ? askedSince(finding, trips) : null
  return since === null
    ? state
    : { state: 'asked', words: askedWords(Temporal.Instant.fromEpochMilliseconds(since), now), askId: null }
}

const dateOf = (at: Instant, zoneAt: Telling['zoneAt']): string =>
  dayText(dayOf((zoneOf(zoneAt(at)) ?? utc).toWall(at)))

const titleOf = ({ kind }: Finding, { kindOf }: Telling): string => kindOf(kind)?.title ?? kind

const zoned = (at: Instant, zoneAt: Telling['zoneAt']): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zoneAt(at)).toString({ smallestUnit: 'second' })

const findingView = (finding: Finding, telling: Telling): FindingView | null => {
  const rule = telling.rules.get(finding.ruleId)
  if (!rule) return null
  const open = telling.mayTell(finding)
  const state = stateFor(finding, telling)
  return {
    fingerprint: finding.fingerprint,
    rule: {
      id: finding.ruleId,
      kind: rule.kind,
      words: sentenceOf(rule, telling.kindOf),
      source: rule.source,
      story: rule.story,
    },
    weight: finding.weight,
    title: titleOf(finding, telling),
    words: open ? finding.words : privateWords,
    start: zoned(finding.span.start, telling.zoneAt),
    end: zoned(finding.span.end, telling.zoneAt),
    items: finding.items.flatMap((key) => itemFor(key, telling) ?? []),
    cost: Math.round(finding.cost),
    label: open ? finding.label : 'private',
    fixes: open ? telling.fixesOf(finding) : [],
    state: state.state,
    stateWords: open ? state.words : null,
    askId: state.askId,
  }
}

type ItemView = FindingView['items'][number]

const itemFor = (key: string, { seen, dues, trips }: Telling): ItemView | null =>
  itemOf(seen.get(key), trips) ?? dueOf(dues.get(key)) ?? tripOf(trips.get(key))

const itemOf = (seen: OccurrenceView | undefined, trips: Telling['trips']): ItemView | null =>
  seen
    ? {
        key: seen.key,
        eventId: seen.eventId,
        recurrenceId: seen.recurrenceId,
        title: seen.title,
        due: null,
        segment: partOf([...trips.values()].find(({ segment }) => segment?.item === seen.key)),
      }
    : null

const partOf = (thing: TripThing | undefined): ItemView['segment'] =>
  thing ? { tripId: idOfThing(thing.trip.key), id: thing.segment && idOfThing(thing.segment.key) } : null

const tripOf = (thing: TripThing | undefined): ItemView | null =>
  thing
    ? { key: thing.key, eventId: null, recurrenceId: null, title: thing.title, due: null, segment: partOf(thing) }
    : null

const dueOf = (due: PlanDue | undefined): ItemView | null =>
  due
    ? {
        key: due.key,
        eventId: null,
        recurrenceId: null,
        title: due.title,
        due: { what: due.what, id: idOfDue(due) },
        segment: null,
      }
    : null
