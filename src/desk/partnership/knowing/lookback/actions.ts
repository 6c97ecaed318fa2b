import { ordinaryDays } from '../../../../plan/burden.ts'
import { judge } from '../../../../plan/judge.ts'
import { localOf } from '../../../../plan/local.ts'
import { dayOf, type Span } from '../../../../plan/time.ts'
import { standingAt } from '../../../../plan/whereabouts.ts'
import type { Act, Member } from '../../../act.ts'
import { merged } from '../../../authority/board/actions.ts'
import { type Board, mayPerform } from '../../../authority/board/model.ts'
import { decidedProposals, openProposals } from '../../../authority/proposals/queries.ts'
import { type Built, buildPlan } from '../../../calendar/occurrences/actions.ts'
import { mayTell } from '../../../journal/actions.ts'
import { elsewhere } from '../../../journal/words.ts'
import { operations } from '../../../registry.ts'
import { ruleOf } from '../../../rules/draft/model.ts'
import { findingsTold, tellingFor } from '../../../rules/findings/actions.ts'
import { daysSpan, type Judgement, todayOf } from '../../../rules/judging/actions.ts'
import { zonedIn } from '../../../shapes.ts'
import type { LookBack } from '../model.ts'
import type { Makes, Question } from '../parts/model.ts'
import { doneSince, newestBut } from '../queries.ts'
import { levelLookedWords, lookedWords, nobodyLooked } from '../words.ts'

/** How far back an answer is tried. */
const length = 60
const mostShown = 100
const mostRead = 2000

type Window = { readonly from: string; readonly to: string; readonly span: Span }

const lately = (act: Act): Window => {
  const today = todayOf(act)
  const [from, to] = [today.subtract({ days: length }), today.subtract({ days: 1 })]
  return { from: from.toString(), to: to.toString(), span: daysSpan(act, from, to) }
}

const nothing = { findings: [], entries: [] }

/** What an answer would have done to the last sixty days of this desk; null for what does nothing by itself. */
export const lookBackOf = (act: Act, question: Question, makes: Makes): Promise<LookBack | null> =>
  makes.as === 'rule'
    ? ruleBack(act, question, makes)
    : makes.as === 'level'
      ? levelBack(act, makes)
      : Promise.resolve(null)

/** Operations that change nothing of the calendar: answers, and what comes of them. */
const beside = (): string[] => [...operations.keys()].filter((name) => /^(knowing|rule|board)\./.test(name))

type Kept = { readonly head: number; readonly built: Built }
const kept = new Map<string, Kept>()
const mostKept = 8

/**
 * The plan of the days behind us as it came to pass, read as the desk itself; as this process last built it while somebody
 * tries and keeps one answer after another, unless anything else has changed at the desk since, or the day has.
 */
async function builtLately(act: Act, span: Span): Promise<Built> {
  const head = await newestBut(act.db, act.desk.id, beside())
  const name = `${act.desk.id} ${span.start} ${span.end}`
  const before = kept.get(name)
  if (before?.head === head) return before.built
  const built = await act.asDesk(() => buildPlan(act.db, act.desk, { window: span }))
  kept.delete(name)
  kept.set(name, { head, built })
  for (const [oldest] of kept) {
    if (kept.size <= mostKept) break
    kept.delete(oldest)
  }
  return built
}

/** The plan of the days behind us, judged by this rule alone. */
async function ruleBack(act: Act, { counts }: Question, { draft }: Extract<Makes, { as: 'rule' }>): Promise<LookBack> {
  const { span, ...dates } = lately(act)
  const built = await builtLately(act, span)
  const { plan } = built
  const row = { ...draft, story: '', id: 'draft', meaning: 0 }
  const found = judge(plan, [ruleOf(row)]).filter((one) => one.span.start >= span.start && one.span.start < span.end)
  const { wallAt } = localOf(plan)
  const flagged = new Set(found.map((one) => dayOf(wallAt(one.span.start)))).size
  const days = ordinaryDays(plan).size
  const shown = [...found].sort((a, b) => a.span.start - b.span.start).slice(0, mostShown)
  const keys = new Set(shown.flatMap(({ items }) => items))
  const judgement: Judgement = {
    plan,
    items: built.items.filter(({ item }) => keys.has(item.key)),
    rules: [],
    findings: found,
    dealt: { accepted: new Map(), asked: new Map() },
    zoneAt: (at) => standingAt(plan, at)?.zone ?? act.desk.zone,
  }
  // A rule that is not kept can do nothing yet: its ways out are shown once it is.
  const told = { ...tellingFor(act, judgement), rules: new Map([['draft', row]]), fixesOf: () => [] }
  const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
  return {
    ...dates,
    ...nothing,
    days,
    flagged,
    count: found.length,
    says: lookedWords({ days, flagged, length, counts }),
    findings: findingsTold(act, judgement, shown, told).sort((a, b) => at(a.start) - at(b.start)),
  }
}

/**
 * Of what somebody did in these days, what would have had to wait for a yes; of what they asked for, what would have been
 * done without.
 */
async function levelBack(act: Act, { member, set }: Extract<Makes, { as: 'level' }>): Promise<LookBack> {
  const { span, ...dates } = lately(act)
  const who = await act.memberBy(member)
  const after = who && { ...who, board: merged(who.board, set) }
  const since = Temporal.Instant.fromEpochMilliseconds(span.start)
  const waits = who && after ? await wouldWait(act, who, after.board, since, set.move ?? null) : { count: 0, lines: [] }
  const freed = after ? await wouldBeDone(act, after, since) : []
  return {
    ...dates,
    ...nothing,
    days: null,
    flagged: null,
    count: waits.count + freed.length,
    says: who ? levelLookedWords(who.name, waits.count, freed.length, length) : nobodyLooked,
    entries: [...waits.lines, ...freed].slice(0, mostShown),
  }
}

type Line = LookBack['entries'][number]

/** What leaves the desk with an operation, as far as its name tells. */
const sending = ['hold.offer']
const moving = ['event.move', 'event.cancel', 'event.edit']

const doesAlone = (kind: Member['kind'], board: Board, name: string, isMoved = false): boolean => {
  const operation = operations.get(name)
  const asked = { ...(sending.includes(name) && { sends: true }), ...(isMoved && { moves: board.move }) }
  return operation !== undefined && mayPerform({ kind, board, frozen: false }, operation, asked).may === 'yes'
}

/** Entries that the member made alone and would not have made alone under another board. */
async function wouldWait(act: Act, who: Member, board: Board, since: Temporal.Instant, move: string[] | null) {
  const names = [...operations.values()]
    .filter(({ effect, everyone }) => effect !== 'read' && !everyone)
    .map(({ name }) => name)
    .filter(
      (name) =>
        doesAlone(who.kind, who.board, name) &&
        !doesAlone(who.kind, board, name, move !== null && moving.includes(name)),
    )
  if (names.length === 0) return { count: 0, lines: [] }
  const items = move === null ? null : await eventsOfKinds(act, move)
  const wanted = { member: who.id, since, operations: names, items }
  const { count, newest } = await doneSince(act.db, act.desk.id, wanted, mostShown)
  const lines = newest.map((row): Line => {
    const content = row.content === null ? null : (JSON.parse(row.content) as { values: Parameters<typeof mayTell>[2] })
    const told = content && mayTell(act, row.operation, content.values)
    const words = told ? act.sentence(row.operation, content.values) : elsewhere
    return { id: row.id, at: zonedIn(row.at, act.desk.zone), words, as: 'entry', about: told ? row.about : null }
  })
  return { count, lines }
}

/** Events of these kinds that lie in the days behind us or ahead. */
async function eventsOfKinds(act: Act, kinds: readonly string[]): Promise<string[]> {
  const today = todayOf(act)
  const window = daysSpan(act, today.subtract({ days: length }), today.add({ days: length }))
  const { items } = await builtLately(act, window)
  return [...new Set(items.filter(({ item }) => kinds.includes(item.kind)).map(({ eventId }) => eventId))]
}

/** What the member asked a yes for in these days and could have done alone with this board. */
async function wouldBeDone(act: Act, after: Member, since: Temporal.Instant): Promise<Line[]> {
  const all = [
    ...(await openProposals(act.db, act.desk.id)),
    ...(await decidedProposals(act.db, act.desk.id, mostRead)),
  ]
  const theirs = all.filter(
    ({ member_id, made_at }) => member_id === after.id && Temporal.Instant.compare(made_at, since) >= 0,
  )
  const lines: Line[] = []
  for (const row of theirs) {
    if ((await act.may(row.operation, row.input, after)).may !== 'yes') continue
    const told = mayTell(act, row.operation, row.outcome.values)
    const words = told ? act.sentence(row.operation, row.outcome.values) : elsewhere
    const about = told ? (row.items[0] ?? null) : null
    lines.push({ id: row.id, at: zonedIn(row.made_at, act.desk.zone), words, as: 'proposal', about })
  }
  return lines
}
