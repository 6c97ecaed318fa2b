import { judged } from '../../../plan/judge.ts'
import type { PlanItem } from '../../../plan/plan.ts'
import { asInstant, type Span } from '../../../plan/time.ts'
import { type Weighed, weigh } from '../../../plan/weigh.ts'
import { zoneOf } from '../../../plan/zone.ts'
import type { Act } from '../../act.ts'
import { ruleOf } from '../../rules/draft/model.ts'
import { privateOf, tellingFor } from '../../rules/findings/actions.ts'
import { privateWords } from '../../rules/findings/words.ts'
import { daysSpan, type Judgement, judgedNow } from '../../rules/judging/actions.ts'
import type { Group, Terms } from '../group/model.ts'
import { now } from '../keeping/actions.ts'
import type { GroupView } from '../model.ts'
import { spanWords, theirsWords } from '../texts/words.ts'
import { zoned } from '../views/model.ts'

/** The meeting as a thing of the plan, at a time it might have. */
export const itemAt = (act: Act, { meeting, to, whose }: Terms, span: Span): PlanItem => {
  const home = zoneOf(act.desk.zone)
  if (!home) throw new Error('a desk without a zone')
  const invited = to.address ? [{ address: to.address.toLowerCase(), name: to.name }] : []
  return {
    key: 'asked',
    uid: 'asked',
    recurrenceId: null,
    calendar: '',
    owner: whose === 'assistant' ? 'assistant' : 'executive',
    span,
    allDay: null,
    zone: home.id,
    endZone: null,
    wallStart: home.toWall(span.start),
    wallEnd: home.toWall(span.end),
    title: meeting.title,
    kind: meeting.kind,
    busy: true,
    cancelled: false,
    place: meeting.place === null ? null : { name: meeting.place, geo: null },
    link: meeting.link,
    people: [...invited.map((one) => ({ ...one, answer: 'accepted' as const, required: true })), ...meeting.people],
    label: meeting.label ?? 'desk',
    moves: 0,
    knownAt: now(act),
  }
}

/** The desk's plan around some times, without what is the group's own: its holds, and the meeting it moves. */
async function planAround(act: Act, group: Pick<Group, 'holds' | 'eventId'>, spans: readonly Span[]) {
  const day = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(act.desk.zone).toPlainDate()
  const from = day(Math.min(...spans.map(({ start }) => start))).subtract({ days: 8 })
  const to = day(Math.max(...spans.map(({ end }) => end))).add({ days: 8 })
  const judgement = await judgedNow(act, daysSpan(act, from, to))
  const own = new Set([...group.holds.map(({ id }) => id), group.eventId])
  const keys = new Set(judgement.items.filter(({ eventId }) => own.has(eventId)).map(({ item }) => item.key))
  const plan = { ...judgement.plan, items: judgement.plan.items.filter(({ key }) => !keys.has(key)) }
  const rules = judgement.rules.filter((rule) => rule.on).map(ruleOf)
  return { judgement, before: judged(plan, rules) }
}

/** What each of some times would cost, as the plan is now. */
export async function priced(
  act: Act,
  group: Pick<Group, 'holds' | 'eventId' | 'terms'>,
  spans: readonly Span[],
): Promise<{ readonly weighed: Weighed; readonly judgement: Judgement }[]> {
  if (spans.length === 0) return []
  const { judgement, before } = await planAround(act, group, spans)
  return spans.map((span) => ({ weighed: weigh(before, itemAt(act, group.terms, span)), judgement }))
}

/** What was found of a time, as whoever reads may know it. */
export const findingsOf = (act: Act, { worse }: Pick<Weighed, 'worse'>, judgement: Judgement) => {
  const telling = tellingFor(act, judgement)
  const { rules, kindOf, mayTell } = telling
  act.looked(privateOf(judgement, worse, telling))
  return worse.map((finding) => ({
    rule: finding.ruleId,
    title: kindOf(rules.get(finding.ruleId)?.kind ?? finding.kind)?.title ?? finding.kind,
    weight: finding.weight,
    cost: Math.round(finding.cost),
    words: mayTell(finding) ? finding.words : privateWords,
  }))
}

/** The times the other side proposed and nobody has answered, each with what it would cost now. */
export async function proposalsOf(act: Act, group: Group): Promise<GroupView['proposals']> {
  const open = group.terms.proposals.filter((one) => !one.answered)
  const prices = await priced(
    act,
    group,
    open.map(({ span }) => span),
  )
  const { zone } = act.desk
  return open.map(({ id, span, by, note, at }, n) => {
    const price = prices[n]
    return {
      id,
      start: zoned(span.start, zone),
      end: zoned(span.end, zone),
      words: spanWords(span, zone),
      theirs: theirsWords(span, zone, group.terms.to.zone),
      by,
      note,
      at: zoned(asInstant(at), zone),
      cost: Math.round(price?.weighed.cost ?? 0),
      findings: price ? findingsOf(act, price.weighed, price.judgement) : [],
    }
  })
}
