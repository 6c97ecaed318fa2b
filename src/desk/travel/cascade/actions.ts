import { type CascadeStep, cascade as cascadeOf } from '../../../plan/cascade/cascade.ts'
import { changedPlan, type SegmentChange } from '../../../plan/cascade/changed.ts'
import { partsOf } from '../../../plan/folded.ts'
import type { Plan } from '../../../plan/plan.ts'
import type { PlanSegment } from '../../../plan/segment.ts'
import { zonedText } from '../../../plan/text.ts'
import { utc, zoneOf } from '../../../plan/zone.ts'
import { type Act, isRefused, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import { ruleOf } from '../../rules/draft/model.ts'
import { findingsTold, tellingFor } from '../../rules/findings/actions.ts'
import { privateWords } from '../../rules/findings/words.ts'
import { daysSpan, type Judgement, judgedIn } from '../../rules/judging/actions.ts'
import type { Telling } from '../../rules/views/model.ts'
import { withLimits } from '../../rules/ways/actions.ts'
import type { CascadeView, travelContract } from '../contract.ts'
import { atOf, endWords } from '../ends/model.ts'
import { planSegmentOf } from '../plans/actions.ts'
import { segmentKey } from '../plans/model.ts'
import { segmentVersions } from '../queries.ts'
import { changed } from '../segments/actions.ts'
import { type Segment, saysOtherwise, titleOf } from '../segments/model.ts'
import { segmentFor, tripOf } from '../showing/actions.ts'

/** What comes behind a trip can still hang on it: the week after is looked at with it. */
const [daysBefore, daysAfter] = [2, 8]

async function judgementFor(act: Act, segment: Segment): Promise<Judgement> {
  const { firstOn, lastOn } = await tripOf(act, segment.tripId)
  const [first, last] = [Temporal.PlainDate.from(firstOn), Temporal.PlainDate.from(lastOn)]
  return judgedIn(act, daysSpan(act, first.subtract({ days: daysBefore }), last.add({ days: daysAfter })))
}

const changeTo = ({ key: _, trip: __, span: ___, item: ____, ...said }: PlanSegment): SegmentChange => said

/** The plan with a segment as it was, or as it would be. */
const withSegment = async (act: Act, plan: Plan, segment: Segment): Promise<Plan> =>
  changedPlan(plan, segmentKey(segment.id), changeTo(await planSegmentOf(act, segment)))

/** As it was before it last came to say what it says; null where it never said anything else. */
const saidBefore = async (act: Act, segment: Segment): Promise<Segment | null> =>
  (await segmentVersions(act.db, act.desk.id, segment.id)).find((one) => saysOtherwise(one, segment)) ?? null

type Told = { readonly act: Act; readonly judgement: Judgement; readonly steps: readonly CascadeStep[] }

/** What gives way can be another thing than what a part of the trouble is about that may be told. */
const isShut = ({ seen, trips }: Telling, key: string): boolean =>
  seen.get(key)?.hidden === true || (/^(segment|trip|point):/.test(key) && !trips.has(key))

/** Each step as whoever acts may know it, in its place of the order. */
async function stepsTold({ act, judgement, steps }: Told): Promise<CascadeView['steps']> {
  const telling = tellingFor(act, judgement)
  const told: CascadeView['steps'] = []
  for (const [n, { finding, key, title, was, would }] of steps.entries()) {
    const [view] = await withLimits(act, findingsTold(act, judgement, [finding], telling))
    if (!view) continue
    const about =
      partsOf(finding).some(telling.mayTell) && !isShut(telling, key)
        ? { title, was, would }
        : { title: privateWords, was: null, would: null }
    told.push({ order: n + 1, finding: view, about })
  }
  return told
}

const whenOf = ({ terms: { from } }: Segment): string | null => endWords(from)

function changedWords(before: Segment, after: Segment): CascadeView['changed'] {
  const at = atOf(after.terms.from)
  return {
    title: titleOf(after),
    was: whenOf(before),
    now: whenOf(after),
    at: at === null ? null : zonedText(at, zoneOf(after.terms.from.zone ?? '') ?? utc),
  }
}

/**
 * Everything behind a change that no longer works. With a change asked, the plan is judged as it would be, and nothing is kept;
 * without one, what its last change left behind.
 */
export const cascade: ActionsFor<typeof travelContract>['segment']['cascade'] = async ({ id, set }, act) => {
  const segment = await segmentFor(act, id)
  if (isRefused(segment)) return segment
  if (set && segment.status === 'cancelled') return refuse('moved-on', 'It was called off already.', [id])
  const next = set ? await changed(act, segment, set) : segment
  if (isRefused(next)) return next
  const was = set ? segment : ((await saidBefore(act, segment)) ?? segment)
  const judgement = await judgementFor(act, segment)
  const { plan, rules } = judgement
  const [before, after] = set ? [plan, await withSegment(act, plan, next)] : [await withSegment(act, plan, was), plan]
  const found = cascadeOf(before, after, rules.filter((rule) => rule.on).map(ruleOf))
  act.looked([segment])
  const telling = tellingFor(act, { ...judgement, plan: after })
  return {
    changed: changedWords(was, next),
    steps: await stepsTold({ act, judgement: { ...judgement, plan: after }, steps: found.steps }),
    gone: findingsTold(
      act,
      { ...judgement, plan: before },
      found.gone,
      tellingFor(act, { ...judgement, plan: before }),
    ),
    stands: found.stands.filter(({ key }) => telling.trips.has(key)).map(({ title }) => title),
  }
}
