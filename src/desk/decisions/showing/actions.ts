import { type Act, type Refused, refuse } from '../../act.ts'
import { members } from '../../authority/queries.ts'
import { maySee, readerOf } from '../../calendar/views/model.ts'
import { type Decision, wantsMore } from '../brief/model.ts'
import type { DecisionView } from '../model.ts'
import { decisionById, settledDecisions } from '../queries.ts'
import { followed } from '../record/model.ts'
import { followedWords, silenceWords, stateWords } from '../words.ts'

type Person = Awaited<ReturnType<typeof members>>[number]

/** Everything views of one desk's decisions are made with; read once for all of them. */
type Telling = {
  readonly people: ReadonlyMap<string, Person>
  readonly mayRecord: boolean
  readonly past: readonly Decision[]
}

/** As far back as it is counted how often a recommendation was taken. */
const mostCounted = 200

const tellingFor = async (act: Act): Promise<Telling> => ({
  people: new Map((await members(act.db, act.desk.id)).map((one) => [one.id, one])),
  mayRecord: act.member.kind !== 'agent' && (await act.may('decision.answer', {})).may === 'yes',
  past: await settledDecisions(act.db, act.desk.id, mostCounted),
})

const zoned = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toString({ smallestUnit: 'second' })

const personOf = ({ people }: Telling, id: string) => {
  const { name = 'Somebody', kind = 'observer' } = people.get(id) ?? {}
  return { id, name, kind }
}

function view(act: Act, decision: Decision, telling: Telling): DecisionView {
  act.looked([decision])
  const { brief, outcome } = decision
  const name = (id: string) => personOf(telling, id).name
  const mine = decision.decider === act.member.id
  const recommended = followed(telling.past, decision.decider)
  return {
    id: decision.id,
    version: decision.version,
    state: decision.state,
    stateWords: stateWords(decision, name(outcome?.by ?? decision.decider)),
    question: brief.question,
    context: brief.context,
    options: brief.options.map(({ deed, ...option }, n) => ({
      ...option,
      number: n + 1,
      recommended: brief.recommended === n + 1,
      deedWords: deed,
    })),
    confidence: brief.confidence,
    neededBy: zoned(decision.dueAt, brief.zone),
    silenceWords: silenceWords(decision),
    onSilence: brief.onSilence,
    decider: personOf(telling, decision.decider),
    askedBy: personOf(telling, decision.askedBy),
    askedAt: zoned(decision.askedAt, act.desk.zone),
    consulted: [...brief.consulted],
    disagrees: [...brief.disagrees],
    sources: [...brief.sources],
    hangsOn: [...brief.hangsOn],
    label: decision.label,
    reviewOn: decision.reviewOn,
    talk: decision.talk.map(({ kind, by, at, words }) => ({
      kind,
      by: name(by),
      at: zoned(Temporal.Instant.from(at), act.desk.zone),
      words,
    })),
    wantsMore: wantsMore(decision),
    outcome: outcome && {
      option: outcome.option,
      by: outcome.saidBy ?? name(outcome.by),
      byDefault: outcome.byDefault,
      at: zoned(Temporal.Instant.from(outcome.at), act.desk.zone),
      words: outcome.words,
      entry: outcome.entry,
      trouble: outcome.trouble,
      review: outcome.review,
    },
    mine,
    mayRecord: telling.mayRecord,
    followedWords: followedWords(recommended, mine ? null : name(decision.decider)),
  }
}

/** Whether this member may know of a decision: its label allows it, or it is theirs to take. */
const mayKnow = (act: Act, { label, decider }: Decision): boolean =>
  decider === act.member.id || maySee(label, readerOf(act))

/** Decisions as whoever acts may know them. */
export async function viewsOf(act: Act, decisions: readonly Decision[]): Promise<DecisionView[]> {
  const known = decisions.filter((one) => mayKnow(act, one))
  if (known.length === 0) return []
  const telling = await tellingFor(act)
  return known.map((one) => view(act, one, telling))
}

export async function viewOf(act: Act, decision: Decision): Promise<DecisionView> {
  return view(act, decision, await tellingFor(act))
}

const noDecision = (id: string) => refuse('not-there', 'There is no such decision.', [id])

/** A decision this member may know of. */
export async function decisionFor(act: Act, id: string): Promise<Decision | Refused> {
  const found = await decisionById(act.db, act.desk.id, id)
  return found && mayKnow(act, found) ? found : noDecision(id)
}
