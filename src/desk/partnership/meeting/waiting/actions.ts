import type { Act } from '../../../act.ts'
import { proposalActions } from '../../../authority/proposals/actions.ts'
import { openProposals } from '../../../authority/proposals/queries.ts'
import { members } from '../../../authority/queries.ts'
import { maySee, maySeeOfDesk, readerOf } from '../../../calendar/views/model.ts'
import type { DecisionView } from '../../../decisions/model.ts'
import { openDecisions } from '../../../decisions/queries.ts'
import { viewsOf } from '../../../decisions/showing/actions.ts'
import { byDue, type Commitment, folded } from '../../../work/commitments/model.ts'
import { commitments } from '../../../work/commitments/queries.ts'
import { viewOf } from '../../../work/commitments/showing/actions.ts'
import { promiseWords } from '../../../work/commitments/words.ts'
import type { Pair } from '../../pair/model.ts'
import { type Drawing, drawing, type Line, lineOf, type Way, wayOf } from '../model.ts'
import { at, firstName } from '../words.ts'

const daysAhead = 14

/** One button each way to answer; recorded for whoever decides where it is not whoever reads. */
function answersTo(decision: DecisionView): Way[] {
  const { id, version, options, mine, mayRecord, decider } = decision
  if (!mine && !mayRecord) return []
  const said = mine ? {} : { saidBy: `${decider.name}, in the one-to-one` }
  const by = mine ? '' : `${firstName(decider.name)}: `
  const answer = (words: string, option: number | null, main: boolean) =>
    wayOf(`${by}${words}`, 'decision.answer', { id, version, option, ...said }, { main })
  return [
    ...options.map(({ number, words, recommended }) => answer(words, number, recommended)),
    answer('None of them', null, false),
  ]
}

const decisionLine = (decision: DecisionView): Line =>
  lineOf({
    key: `decision:${decision.id}`,
    words: decision.question,
    detail: decision.silenceWords,
    tone: 'soon',
    label: decision.label,
    ways: answersTo(decision),
    opens: { page: 'decisions', id: decision.id },
  })

/** What waits for an answer, and for a yes: each in one tap. */
export async function decisionsWaiting(act: Act): Promise<Line[]> {
  const reader = readerOf(act)
  const open = await openDecisions(act.db, act.desk.id)
  const known = open.filter(({ decider }) => reader.desk || decider === act.member.id)
  const decisions = (await viewsOf(act, known)).map(decisionLine)
  const rows = new Map((await openProposals(act.db, act.desk.id)).map((row) => [row.id, row]))
  const asked = await proposalActions.proposal.list({}, act)
  if ('refused' in asked) return decisions
  const proposals = asked.proposals
    .filter(({ id }) => maySee(rows.get(id)?.label ?? 'private', reader))
    .map((one) =>
      lineOf({
        key: `proposal:${one.id}`,
        words: `${one.by.name} asks: ${one.words}`,
        detail: [one.why, one.because].filter((part) => part !== '').join(' '),
        tone: 'soon',
        label: rows.get(one.id)?.label ?? 'private',
        ways: one.mayDecide
          ? [
              wayOf('Yes', 'proposal.yes', { id: one.id }, { main: true }),
              wayOf(
                'No…',
                'proposal.no',
                { id: one.id },
                { asks: { field: 'reason', what: 'words', words: 'Why not?' } },
              ),
            ]
          : [],
        opens: { page: 'proposals', id: one.id },
      }),
    )
  return [...decisions, ...proposals]
}

const ending = (id: string, isTheirs: boolean): Way[] => [
  wayOf(isTheirs ? 'They kept it' : 'Kept', 'commitment.keep', { id }, { main: true }),
  wayOf('New date…', 'commitment.renegotiate', { id }, { asks: { field: 'dueOn', what: 'day', words: 'Now due on' } }),
  wayOf(
    'Let go…',
    'commitment.forgive',
    { id },
    { asks: { field: 'why', what: 'words', words: 'Why it is not wanted any more' } },
  ),
]

function promiseLine(act: Act, one: Commitment, pair: Pair): Line {
  const view = viewOf(act, one)
  const mine = folded(one.terms.by.name) === folded(pair.executive.name)
  return lineOf({
    key: `promise:${one.id}`,
    words: view.words,
    written: promiseWords(one, { name: '', executive: act.desk.executive }),
    detail: [view.dueWords, view.saidWords, view.chaseWords].filter((part) => part !== '').join(' · '),
    tone: view.isLate ? 'late' : 'plain',
    label: one.label,
    told: [one],
    ways: ending(one.id, one.side === 'theirs' && !mine),
    opens: { page: 'commitments', id: one.id },
  })
}

export type Promises = { readonly between: Drawing; readonly owed: Drawing }

/** Promises that are late, due within two weeks or to be asked after; apart from them what the executive owes somebody here. */
export async function promisesOf(act: Act, pair: Pair): Promise<Promises> {
  const reader = readerOf(act)
  const soon = act.at.add({ hours: daysAhead * 24 }).epochMilliseconds
  const seats = new Set((await members(act.db, act.desk.id)).map(({ name }) => folded(name)))
  const open = (await commitments(act.db, act.desk.id, null))
    .filter(({ label }) => maySeeOfDesk(label, reader))
    .sort(byDue)
  const isOwed = ({ terms: { by, to } }: Commitment) =>
    folded(by.name) === folded(pair.executive.name) && seats.has(folded(to.name))
  const isNear = ({ side, dueAt, chaseAt }: Commitment) =>
    (dueAt !== null && dueAt < soon) || (side === 'theirs' && chaseAt <= act.at.epochMilliseconds)
  const line = (one: Commitment) => promiseLine(act, one, pair)
  return {
    between: drawing(
      open.filter((one) => !isOwed(one) && isNear(one)),
      line,
    ),
    owed: drawing(open.filter(isOwed), line),
  }
}

/** How long answers have waited that the assistant asked for, in one line; none while nothing has waited two days. */
export async function answersOwed(act: Act, { assistant, executive }: Pair): Promise<Line[]> {
  const old = act.at.subtract({ hours: 48 })
  const reader = readerOf(act)
  const waiting = (await openDecisions(act.db, act.desk.id)).filter(
    ({ askedBy, decider, askedAt, label }) =>
      askedBy === assistant.id &&
      decider === executive.id &&
      maySeeOfDesk(label, reader) &&
      Temporal.Instant.compare(askedAt, old) < 0,
  )
  const first = waiting.map(({ askedAt }) => askedAt).sort(Temporal.Instant.compare)[0]
  if (!first) return []
  const n = waiting.length
  return [
    lineOf({
      key: 'owed:answers',
      words: `${firstName(assistant.name)} waits for ${n === 1 ? 'an answer' : `${n} answers`} that can be given above`,
      detail: `${n === 1 ? 'Asked' : 'The first was asked'} ${at(first, act.desk.zone)}`,
      tone: 'soon',
      opens: { page: 'decisions', id: waiting[0]?.id ?? '' },
    }),
  ]
}
