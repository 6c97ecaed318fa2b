import type { Answer, Ask, Asked, Key } from '../../../plan/offers/ask.ts'
import { findOffers } from '../../../plan/offers/find.ts'
import { weekdayWords } from '../../../plan/offers/words.ts'
import type { PlanItem } from '../../../plan/plan.ts'
import type { Rule } from '../../../plan/rule.ts'
import { kindOf } from '../../../plan/rules/kinds.ts'
import { asInstant, type Span } from '../../../plan/time.ts'
import { standingAt } from '../../../plan/whereabouts.ts'
import { zoneOf } from '../../../plan/zone.ts'
import { type Act, type Refused, refuse } from '../../act.ts'
import { members } from '../../authority/queries.ts'
import { homeZone } from '../../calendar/occurrences/actions.ts'
import { type DeskReader, maySee, readerOf } from '../../calendar/views/model.ts'
import type { ActionsFor } from '../../registry.ts'
import { ruleOf, sentenceOf } from '../../rules/draft/model.ts'
import { privateOf, tellingFor } from '../../rules/findings/actions.ts'
import { privateWords } from '../../rules/findings/words.ts'
import { daysSpan, type Judgement, judgedIn } from '../../rules/judging/actions.ts'
import type { RuleRow } from '../../rules/model.ts'
import type { holdsContract } from '../contract.ts'
import { heldIn, peopleOf } from '../group/model.ts'
import { now } from '../keeping/actions.ts'
import { groups } from '../keeping/queries.ts'
import type { OffersView, Outsider, Whose } from '../model.ts'
import { spanWords, theirsWords } from '../texts/words.ts'
import { zoned } from '../views/model.ts'
import { type Holidays, holidaysOf } from './holidays.ts'
import { apart, givingWay, heldSpans, meetingFrom, type Ours, ourRules, planOf, theirRules } from './model.ts'
import { busyWords, givesWords, theirHoursWords } from './words.ts'

const longestWindow = 400
/** Of so many of the cheapest the best are chosen that do not lie over each other. */
const mostLooked = 1000

/** What times are sought for, whoever asks: a person at the desk, or the desk for somebody who lost a time. */
export type Wanted = {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly minutes: number
  readonly limit: number
  readonly perDay: number | null
  readonly whose: Whose
  readonly kind: string
  readonly by: string
  readonly place: string | null
  readonly them: Pick<Outsider, 'name' | 'address' | 'zone' | 'country'>
  readonly overHolds: boolean
  /** Events whose time counts as free. */
  readonly free: readonly string[]
  readonly give: ReadonlySet<Key>
}

/** What was found, and what tells it. */
export type Sought = {
  readonly answer: Answer
  readonly judgement: Judgement
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly rules: ReadonlyMap<Key, readonly Rule[]>
  readonly holidays: { readonly ours: Holidays | null; readonly theirs: Holidays | null }
}

/**
 * The desk's plan, its rules, the other side's hours and the holidays of both: everything that counts, sought through.
 * A change that has written something already judges anew.
 */
export async function seek(act: Act, wanted: Wanted, judging = judgedIn): Promise<Sought> {
  const { from, to, them } = wanted
  const judgement = await judging(act, daysSpan(act, from.subtract({ days: 2 }), to.add({ days: 2 })))
  const years = Array.from({ length: to.year - from.year + 1 }, (_, n) => from.year + n)
  const holidays = {
    ours: await holidaysOf(act.desk.country, act.desk.zone, years),
    theirs: them.zone === null && them.country === null ? null : await holidaysOf(them.country, them.zone, years),
  }
  const ours = await oursOf(act, wanted.whose)
  const people = givingWay(await askedOf(act, wanted, judgement, ours, holidays), wanted.give)
  const ask: Ask = {
    window: windowOf(act, wanted),
    zone: act.desk.zone,
    durationMinutes: wanted.minutes,
    granularityMinutes: 15,
    limit: mostLooked,
    people,
    rules: [],
    spread: null,
    meeting: meetingFrom(wanted, invited(them)),
    at: now(act),
  }
  const rules = Map.groupBy(
    people.flatMap((person) => person.rules),
    (rule) => rule.kind,
  )
  const answer = findOffers(ask)
  const offers = apart(answer.offers, wanted, homeZone(act.desk))
  return {
    answer: { ...answer, offers },
    judgement,
    people: [...ours, { id: 'them', name: them.name }],
    rules,
    holidays,
  }
}

/** Whole days, but nothing that has begun. */
const windowOf = (act: Act, { from, to }: Wanted): Span => {
  const { start, end } = daysSpan(act, from, to)
  return { start: asInstant(Math.max(start, now(act))), end }
}

const invited = ({ name, address }: Wanted['them']): PlanItem['people'] =>
  address === null ? [] : [{ address: address.toLowerCase(), name, answer: 'accepted', required: true }]

async function oursOf(act: Act, whose: Whose): Promise<Ours[]> {
  const sitting = await members(act.db, act.desk.id)
  return peopleOf(whose).map((id) => ({
    id,
    name: id === 'executive' ? act.desk.executive : (sitting.find(({ kind }) => kind === id)?.name ?? 'the assistant'),
  }))
}

async function askedOf(
  act: Act,
  wanted: Wanted,
  judgement: Judgement,
  ours: readonly Ours[],
  holidays: Sought['holidays'],
): Promise<Asked[]> {
  const held = (await groups(act.db, act.desk.id, null)).flatMap((group) =>
    heldIn(group).map((hold) => ({ id: hold.id, span: hold.span, busy: group.terms.busy })),
  )
  const isFree = new Set([...wanted.free, ...(wanted.overHolds ? held.map(({ id }) => id) : [])])
  const eventOf = new Map(judgement.items.map((found) => [found.item.key, found.eventId]))
  const without = (item: PlanItem) => isFree.has(eventOf.get(item.key) ?? '')
  const inForce = judgement.rules.filter((rule) => rule.on).map(ruleOf)
  const at = ours.map(
    (one): Asked => ({
      id: one.id,
      zone: act.desk.zone,
      required: true,
      busy: heldSpans(held.filter(({ id }) => !isFree.has(id))),
      label: 'desk',
      rules: ourRules(inForce, one, holidays.ours),
      plan: planOf(judgement.plan, one, without),
    }),
  )
  const { zone, name } = wanted.them
  const rules = theirRules({ name, zone, holidays: holidays.theirs })
  const them: Asked = { id: 'them', zone: zone ?? act.desk.zone, required: true, busy: [], rules }
  return rules.length === 0 ? at : [...at, them]
}

/** What a key is called, to whoever may know of it. */
const keyWords = (key: Key, { people, rules, judgement }: Sought): string => {
  const busy = people.find(({ id }) => key === `busy:${id}`)
  if (busy) return busyWords(busy.name)
  const kept = new Map(judgement.rules.map((rule) => [rule.id, rule]))
  const said = (rules.get(key) ?? [])
    .filter(({ weight }) => weight === 'never')
    .map((rule) => ruleWords(rule, kept, people))
  return said.length === 0 ? (kindOf(key)?.title ?? key) : [...new Set(said)].join('; ')
}

const ruleWords = (rule: Rule, kept: ReadonlyMap<string, RuleRow>, people: Sought['people']): string => {
  const row = kept.get(rule.id)
  if (row) return sentenceOf(row, kindOf)
  const kind = kindOf(rule.kind)
  const them = people.find(({ id }) => id === 'them')?.name ?? ''
  const words = kind?.sentence(rule.params) ?? rule.kind
  return rule.id === 'their-hours' ? theirHoursWords(them, words) : words
}

/** Whoever is told what a time would cost in the words of something private is noted at it. */
function lookedAt(act: Act, { answer, judgement }: Sought, reader: DeskReader): void {
  const told = answer.offers.flatMap(({ findings }) =>
    findings.filter(({ label }) => label === 'private' && maySee(label, reader)),
  )
  if (told.length > 0) act.looked(privateOf(judgement, told, tellingFor(act, judgement, reader)))
}

/** The zone the executive is in by then, where its clocks read otherwise than at home. */
function awayAt({ judgement }: Sought, { start }: Span, home: string): string | null {
  const zone = standingAt(judgement.plan, start)?.zone ?? home
  return (zoneOf(zone)?.offsetAt(start) ?? null) === (zoneOf(home)?.offsetAt(start) ?? null) ? null : zone
}

const told = (act: Act, sought: Sought, theirZone: string | null): OffersView => {
  const [home, reader] = [homeZone(act.desk), readerOf(act)]
  const { answer, holidays } = sought
  lookedAt(act, sought, reader)
  const times = ({ start, end }: Span) => ({ start: zoned(start, home.id), end: zoned(end, home.id) })
  return {
    zone: act.desk.zone,
    theirZone,
    holidays: { ours: holidays.ours?.where ?? null, theirs: holidays.theirs?.where ?? null },
    offers: answer.offers.map(({ span, cost, findings }) => ({
      ...times(span),
      weekday: weekdayWords(span.start, home),
      words: spanWords(span, home.id),
      theirs: theirsWords(span, home.id, theirZone),
      there: awayAt(sought, span, home.id),
      cost: Math.round(cost),
      findings: findings.map(({ rule, key, weight, cost: each, words, label }) => ({
        rule: rule?.id ?? key,
        title: kindOf(rule?.kind ?? '')?.title ?? keyWords(key, sought),
        weight,
        cost: Math.round(each),
        words: maySee(label, reader) ? words : privateWords,
      })),
    })),
    removed: [...answer.removed].map(([key, { count, label }]) => ({
      key,
      words: maySee(label, reader) || key.startsWith('busy:') ? keyWords(key, sought) : privateWords,
      times: count,
    })),
    standsInTheWay: answer.standsInTheWay.slice(0, 20).map(({ give, opens, first }) => ({
      give: [...give],
      words: givesWords(give.map((key) => keyWords(key, sought))),
      opens,
      first: { ...times(first.span), words: spanWords(first.span, home.id), cost: Math.round(first.cost) },
    })),
  }
}

const badWindow = (from: Temporal.PlainDate, to: Temporal.PlainDate, today: Temporal.PlainDate): Refused | null => {
  if (Temporal.PlainDate.compare(to, from) < 0)
    return refuse('bad-input', 'The last day is before the first.', [], 'to')
  if (Temporal.PlainDate.compare(to, today) < 0) return refuse('bad-input', 'Those days have passed.', [], 'to')
  return from.until(to).days > longestWindow
    ? refuse('bad-input', `At most ${longestWindow} days can be looked through at once.`, [], 'to')
    : null
}

type Find = ActionsFor<typeof holdsContract>['offer']['find']

export const find: Find = async (asked, act) => {
  const zone = asked.zone ?? null
  if (zone !== null && !zoneOf(zone)) return refuse('bad-input', `There is no zone called ${zone}.`, [], 'zone')
  const today = act.at.toZonedDateTimeISO(act.desk.zone).toPlainDate()
  const [from, to] = [Temporal.PlainDate.from(asked.from), Temporal.PlainDate.from(asked.to)]
  const trouble = badWindow(from, to, today)
  if (trouble) return trouble
  const sought = await seek(act, {
    ...asked,
    from: Temporal.PlainDate.compare(from, today) < 0 ? today : from,
    to,
    perDay: asked.perDay ?? null,
    place: asked.place ?? null,
    them: { name: asked.name ?? 'They', address: asked.address ?? null, zone, country: asked.country ?? null },
    free: asked.eventId === undefined ? [] : [asked.eventId],
    give: new Set(asked.give.split(',').filter((key) => key !== '')),
  })
  return told(act, sought, zone)
}
