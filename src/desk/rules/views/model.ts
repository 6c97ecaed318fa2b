import { idOfDue, type PlanDue } from '../../../plan/due.ts'
import type { Finding } from '../../../plan/finding.ts'
import { partsOf } from '../../../plan/folded.ts'
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

/**
 * What has become of a finding. One that several rules say is as the one that tells it was dealt with, else as any of them was: who
 * was asked about one was asked about all. It is open again as soon as one of them is worse than what was lived with.
 */
export const stateFor = (finding: Finding, telling: Telling): State => {
  const all = partsOf(finding).map((one) => ({ ...stateOfPart(one, telling), fingerprint: one.fingerprint }))
  const { accepted, asked } = telling.dealt
  const isWorse = ({ state, fingerprint }: (typeof all)[number]) =>
    state === 'open' && (accepted.has(fingerprint) || asked.get(fingerprint)?.answer?.says === 'yes')
  const [told] = all
  const isDealtWith = told && (told.state !== 'open' || told.words !== null)
  const found =
    all.find(isWorse) ??
    (isDealtWith ? told : undefined) ??
    all.find(({ state }) => state !== 'open') ??
    all.find(({ words }) => words !== null)
  const { state, words, askId } = found ?? (told as State)
  return { state, words, askId }
}

/** What has become of what one rule says; about a part of a trip it is amber while whoever holds it was asked and has not answered. */
const stateOfPart = (finding: Finding, { dealt, now, trips }: Telling): State => {
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
  const parts = partsOf(finding)
  const known = parts.filter(telling.mayTell)
  // Whoever may not have the words of the one that tells it has those of the first that they may.
  const told = known[0] ?? finding
  const rule = telling.rules.get(told.ruleId)
  if (!rule) return null
  const open = known.length > 0
  const state = stateFor(finding, telling)
  return {
    fingerprint: told.fingerprint,
    rule: {
      id: told.ruleId,
      kind: rule.kind,
      words: sentenceOf(rule, telling.kindOf),
      source: rule.source,
      story: rule.story,
    },
    weight: finding.weight,
    title: titleOf(told, telling),
    words: open ? told.words : privateWords,
    start: zoned(finding.span.start, telling.zoneAt),
    end: zoned(finding.span.end, telling.zoneAt),
    items: withoutTwins(finding.items, telling.trips).flatMap((key) => itemFor(key, telling) ?? []),
    cost: Math.round(finding.cost),
    label: !open ? 'private' : known.length === parts.length ? finding.label : told.label,
    fixes: open ? telling.fixesOf(told) : [],
    state: state.state,
    // Why somebody lives with it may be said of what this reader may not know.
    stateWords: known.length === parts.length ? state.words : null,
    askId: state.askId,
  }
}

/** Keys of what a finding is about; a part of a trip is said once, as the event that stands for it where that is among them. */
const withoutTwins = (keys: readonly string[], trips: Telling['trips']): readonly string[] => {
  const all = new Set(keys)
  const standing = (key: string): string => {
    const item = trips.get(key)?.segment?.item ?? key
    return all.has(item) ? item : key
  }
  return [...new Set(keys.map(standing))]
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
