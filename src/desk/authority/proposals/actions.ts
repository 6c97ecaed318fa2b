import {
  type Act,
  type Entry,
  type FindingTold,
  isRefused,
  type Json,
  type Member,
  type Refused,
  refuse,
  type Tried,
} from '../../act.ts'
import { lookedThrough, mayTell } from '../../journal/actions.ts'
import { differences } from '../../journal/words.ts'
import { type ActionsFor, final } from '../../registry.ts'
import { type Because, readsDesk, readsTravel, sightOf } from '../board/model.ts'
import { becauseWords } from '../board/words.ts'
import type { authorityContract } from '../contract.ts'
import { isIdle, type Outcome, type ProposalView, stampOf, untilOf } from './model.ts'
import {
  addProposal,
  closeProposal,
  decidedProposals,
  dropToTell,
  explainProposal,
  openProposals,
  type ProposalRow,
  proposalById,
  putToTell,
  sinceThen,
  toTell,
} from './queries.ts'
import { movedWords, privateWords, stateWords, wishOf } from './words.ts'

type Actions = ActionsFor<Pick<typeof authorityContract, 'proposal' | 'told'>>

type Wanted = {
  readonly operation: string
  readonly input: unknown
  readonly because: Because
  readonly why: string
}

const outcomeOf = ({ values, before, after }: Entry): Outcome => ({
  values,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

const wordsOf = (act: Act, operation: string, { values }: Outcome): string => wishOf(act.sentence(operation, values))

/**
 * Writes down what a member wants and may not do alone, with what it would do and what would come of it. What they asked
 * before about the same thing is overtaken. Refused where it could not be done by anybody, and where a file would have to
 * wait.
 */
export async function park(act: Act, wanted: Wanted) {
  const { operation, input, because, why } = wanted
  const no = fileWaiting(act, input, because)
  if (no) return no
  const tried = await act.tryOut(operation, input, act.member)
  if (isRefused(tried)) return tried
  const { entry, foreseen } = tried
  const outcome = outcomeOf(entry)
  if (isIdle(outcome)) return refuse('bad-input', 'That would change nothing.')
  const named = itemsIn(entry.items, input)
  for (const earlier of await openProposals(act.db, act.desk.id)) {
    const same = earlier.member_id === act.member.id && earlier.operation === operation
    if (same && named.some((item) => earlier.items.includes(item)))
      await close(act, earlier.id, 'overtaken', `${act.member.name} asked for something else instead.`)
  }
  const [id, until] = [act.newId(), untilOf(act.at, foreseen.startsAt)]
  const { gone, come, label } = foreseen
  const isPrivate = entry.private !== undefined && entry.private.length > 0
  const findings = { gone, come }
  const hidden = isPrivate ? ('private' as const) : label
  const about = { operation, input, because, why, outcome, findings, items: named, label: hidden, until }
  const row = { id, member: act.member.id, at: act.at, number: await headOf(act), ...about }
  await addProposal(act.db, act.desk.id, row)
  await act.due('proposal.expire', id, until)
  const words = wordsOf(act, operation, outcome)
  return {
    proposed: { id, until: zoned(act, until), words: `Asked for a yes: ${words}` },
    entry: {
      items: [id, ...named],
      values: { words, operation },
      ...(isPrivate && { private: [id] }),
      ...(why === '' ? {} : { why }),
      undo: { operation: 'proposal.withdraw', input: { id } },
    },
  }
}

/** Ids made while trying are nobody's: only what was there, or was named, can be asked about. */
const itemsIn = (items: readonly string[], input: unknown): string[] => {
  const text = JSON.stringify(input)
  const named = items.filter((item) => text.includes(item))
  return named.length > 0 ? named : [...items.slice(0, 1)]
}

/** What is given as a file is not kept until somebody says yes. */
export const fileWaiting = ({ member }: Act, input: unknown, because: Because): Refused | null =>
  hasFile(input) ? refuse('not-yours', `${becauseWords(member.name, because)} A file cannot wait for a yes.`) : null

const hasFile = (input: unknown): boolean =>
  input instanceof Blob || (typeof input === 'object' && input !== null && Object.values(input).some(hasFile))

const headOf = async (act: Act): Promise<number> =>
  (await act.db.selectFrom('desk.desk').where('desk_id', '=', act.desk.id).select('head_number').executeTakeFirst())
    ?.head_number ?? 0

const zoned = (act: Act, at: Temporal.Instant): string =>
  at.toZonedDateTimeISO(act.desk.zone).toString({ smallestUnit: 'second' })

const close = async (act: Act, id: string, state: 'overtaken' | 'expired' | 'withdrawn' | 'refused', why: string) => {
  await closeProposal(act.db, act.desk.id, id, { state, by: act.member.id, at: act.at, why, entry: null })
  await act.due('proposal.expire', id, null)
}

/** Whoever asked is here no more: nothing of theirs waits any longer. @returns what it was. */
export async function takeBackAll(act: Act, who: { readonly id: string }, why: string): Promise<string[]> {
  const asked = (await openProposals(act.db, act.desk.id)).filter((row) => row.member_id === who.id)
  for (const { id } of asked) await close(act, id, 'withdrawn', why)
  return asked.map(({ id }) => id)
}

/** After a change: what asked for something about the same things and is done by now, or cannot be done any more, closes. */
export async function overtake(act: Act, items: readonly string[]): Promise<void> {
  const touched = (await openProposals(act.db, act.desk.id)).filter((row) =>
    row.items.some((item) => items.includes(item)),
  )
  for (const row of touched) {
    const entry = await act.attempt(row.operation, row.input, memberOf(row))
    if (isRefused(entry)) await close(act, row.id, 'overtaken', entry.refused.words)
    else if (isIdle(outcomeOf(entry))) await close(act, row.id, 'overtaken', 'That is so already.')
  }
}

const memberOf = (row: ProposalRow): Member => ({
  id: row.member_id,
  name: row.by_name,
  kind: row.by_kind,
  board: row.by_board,
  frozen: false,
})

/** Whoever may do it alone may say yes to it; not to what they asked for themselves, and no agent. */
const mayDecide = async (act: Act, row: ProposalRow): Promise<boolean> =>
  row.member_id !== act.member.id &&
  act.member.kind !== 'agent' &&
  act.member.kind !== 'desk' &&
  (await act.may(row.operation, row.input)).may === 'yes'

/** Findings with the words a reader may have: what is private, and what is the desk's own, was judged with the rest. */
const toldTo = (act: Act, findings: readonly FindingTold[]): FindingTold[] =>
  findings.map((one) => (mayHave(act, one) ? one : { ...one, label: 'private', words: privateWords }))

/** By label and by area. One that was kept without saying what it is about may be about anything. */
const mayHave = (act: Act, { label, ofDesk, ofTravel }: Pick<FindingTold, 'label'> & Partial<FindingTold>): boolean =>
  maySeeLabel(act, label) &&
  (seesEverything(act) ||
    ((ofDesk === false || readsDesk(act.member.board)) && (!ofTravel || readsTravel(act.member.board))))

const seesEverything = ({ member }: Act): boolean => member.kind === 'executive' || member.kind === 'desk'

const maySeeLabel = (act: Act, label: FindingTold['label']): boolean =>
  seesEverything(act) || sightOf(act.member.board) >= (label === 'private' ? 4 : 2)

async function view(act: Act, row: ProposalRow): Promise<ProposalView> {
  act.looked(row.items.map((id) => ({ id, label: row.label })))
  return {
    id: row.id,
    by: { id: row.member_id, name: row.by_name, kind: row.by_kind, sponsor: row.sponsor_name },
    operation: row.operation,
    words: wordsOf(act, row.operation, row.outcome),
    why: row.why,
    because: becauseWords(row.by_name, row.because),
    changes: differences(row.outcome.before ?? null, row.outcome.after ?? null),
    gone: toldTo(act, row.findings.gone),
    come: toldTo(act, row.findings.come),
    state: row.state,
    madeAt: zoned(act, row.made_at),
    until: zoned(act, row.until),
    items: row.items,
    decided:
      row.decided_at === null
        ? null
        : { by: row.decided_name ?? '', at: zoned(act, row.decided_at), why: row.decided_why },
    mine: row.member_id === act.member.id,
    mayDecide: row.state === 'open' && (await mayDecide(act, row)),
  }
}

/** The proposal as long as it is open and this member may know of it. */
async function openOne(act: Act, id: string): Promise<ProposalRow | Refused> {
  const row = await proposalById(act.db, act.desk.id, id)
  if (!row || !(await mayKnow(act, row))) return noProposal
  if (row.state !== 'open') return refuse('moved-on', stateWords(row.state, row.decided_name, row.decided_why), [id])
  if (Temporal.Instant.compare(row.until, act.at) <= 0)
    return refuse('moved-on', stateWords('expired', null, null), [id])
  return row
}

const noProposal = refuse('not-there', 'Nothing like that waits for a yes.')

const mayKnow = async (act: Act, row: ProposalRow): Promise<boolean> =>
  row.member_id === act.member.id || (await act.may(row.operation, row.input)).may === 'yes'

const mayNotDecide = (id: string) =>
  refuse('not-yours', 'Somebody else has to say yes: whoever may do this alone, and did not ask for it.', [id])

/** What is different now from what was asked for; null where nothing is. */
async function moved(act: Act, row: ProposalRow, tried: Tried, seen: string | undefined): Promise<Refused | null> {
  const now = stampOf(outcomeOf(tried.entry), tried.foreseen.come, row.input)
  const then = stampOf(row.outcome, row.findings.come, row.input)
  const stamp = act.hash(now)
  if (now === then || stamp === seen) return null
  const since = await sinceThen(act.db, act.desk.id, row.items, row.made_number + 1, 5)
  const did = since
    .map((one) => ({ ...one, values: valuesOf(one.content) }))
    .filter(({ label, operation, values }) => maySeeLabel(act, label) && mayTell(act, operation, values))
    .map(({ operation, values, name }) => `${name}: ${act.sentence(operation, values)}`)
  const was = new Set(row.findings.come.map(({ fingerprint }) => fingerprint))
  const come = toldTo(act, tried.foreseen.come)
    .filter(({ fingerprint }) => !was.has(fingerprint))
    .map(({ words }) => words)
  const words = wordsOf(act, row.operation, outcomeOf(tried.entry))
  return refuse('moved-on', movedWords(did, come, words), [row.id, stamp])
}

const yes: Actions['proposal']['yes'] = async ({ id, seen }, act) => {
  const row = await openOne(act, id)
  if (isRefused(row)) return row
  if (!(await mayDecide(act, row))) return mayNotDecide(id)
  const tried = await act.tryOut(row.operation, row.input, memberOf(row))
  if (isRefused(tried)) return refuse('moved-on', movedWords([tried.refused.words], [], null), [id])
  const no = await moved(act, row, tried, seen)
  if (no) return no
  const done = await act.run(row.operation, row.input)
  if (isRefused(done)) return done
  const how = { state: 'done', by: act.member.id, at: act.at, why: '', entry: act.entry } as const
  await closeProposal(act.db, act.desk.id, id, how)
  await act.due('proposal.expire', id, null)
  const words = act.sentence(row.operation, done.entry.values)
  return {
    output: { words },
    entry: {
      ...done.entry,
      items: [id, ...done.entry.items],
      values: { words, by: row.by_name, operation: row.operation },
    },
  }
}

const no: Actions['proposal']['no'] = async ({ id, reason }, act) => {
  const row = await openOne(act, id)
  if (isRefused(row)) return row
  if (!(await mayDecide(act, row))) return mayNotDecide(id)
  await close(act, id, 'refused', reason)
  return closed(act, row, reason, 'proposal.no')
}

const withdraw: Actions['proposal']['withdraw'] = async ({ id }, act) => {
  const row = await openOne(act, id)
  if (isRefused(row)) return row
  if (row.member_id !== act.member.id && !(await mayDecide(act, row)))
    return refuse('not-yours', 'Only who asked can take it back.', [id])
  await close(act, id, 'withdrawn', '')
  return closed(act, row, '', 'proposal.withdraw')
}

const closed = (act: Act, row: ProposalRow, reason: string, operation: string) => ({
  output: {},
  entry: {
    items: [row.id, ...row.items],
    values: { words: wordsOf(act, row.operation, row.outcome), by: row.by_name, operation: row.operation },
    ...(reason === '' ? {} : { why: reason }),
    undo: final(operation),
  },
})

const expire: Actions['proposal']['expire'] = async ({ id }, act) => {
  const row = await proposalById(act.db, act.desk.id, id)
  if (!row) return noProposal
  if (row.state !== 'open') return refuse('moved-on', 'It was decided before.', [id])
  if (Temporal.Instant.compare(row.until, act.at) > 0) return refuse('not-yours', 'There is still time.', [id])
  await close(act, id, 'expired', '')
  return closed(act, row, '', 'proposal.expire')
}

const explain: Actions['proposal']['explain'] = async ({ id, why }, act) => {
  const row = await openOne(act, id)
  if (isRefused(row)) return row
  if (row.member_id !== act.member.id) return refuse('not-yours', 'Only who asked can say why.', [id])
  await explainProposal(act.db, act.desk.id, id, why)
  const undo = { operation: 'proposal.explain', input: { id, why: row.why } }
  const values = { words: wordsOf(act, row.operation, row.outcome), operation: row.operation }
  return { output: {}, entry: { items: [id], values, why, undo } }
}

const valuesOf = (content: string) => (JSON.parse(content) as { values: { [key: string]: Json } }).values

const mostDecided = 50

export const proposalActions: Actions = {
  proposal: {
    list: async ({ decided }, act) => {
      const rows = decided
        ? await decidedProposals(act.db, act.desk.id, mostDecided)
        : (await openProposals(act.db, act.desk.id)).filter((row) => Temporal.Instant.compare(row.until, act.at) > 0)
      const proposals: ProposalView[] = []
      for (const row of rows) if (await mayKnow(act, row)) proposals.push(await view(act, row))
      return { proposals }
    },
    show: async ({ id }, act) => {
      const row = await proposalById(act.db, act.desk.id, id)
      return row && (await mayKnow(act, row)) ? { proposal: await view(act, row) } : noProposal
    },
    yes,
    no,
    withdraw,
    explain,
    expire,
  },
  told: {
    list: async (_, act) => {
      const rows = (await toTell(act.db, act.desk.id))
        .filter((row) => row.member !== act.member.id && row.content !== null)
        .map((row) => ({ ...row, values: valuesOf(row.content ?? '') }))
        .filter(({ operation, values }) => mayTell(act, operation, values))
      await lookedThrough(act, rows)
      return {
        told: rows.map(({ values, ...row }) => ({
          entry: row.id,
          at: zoned(act, row.at),
          by: { name: row.name, kind: row.kind },
          words: act.sentence(row.operation, values),
          undone: row.undoneBy !== null,
        })),
      }
    },
    seen: async ({ entries }, act) => {
      if (act.member.kind === 'agent') return refuse('not-yours', 'A human sees what was done.', entries)
      const mine = (await toTell(act.db, act.desk.id)).filter((row) => row.member === act.member.id)
      const own = mine.find(({ id }) => entries.includes(id))
      if (own) return refuse('not-yours', 'Somebody else has to see what you did.', [own.id])
      const seen = await dropToTell(act.db, act.desk.id, entries)
      if (seen.length === 0) return refuse('moved-on', 'Somebody has seen that already.', entries)
      return {
        output: { seen: seen.length },
        entry: {
          items: seen,
          values: { count: seen.length },
          undo: { operation: 'told.unseen', input: { entries: seen } },
        },
      }
    },
    unseen: async ({ entries }, act) => {
      const again = await putToTell(act.db, act.desk.id, entries)
      if (again.length === 0) return refuse('moved-on', 'They are told of already, or are not on the record.', entries)
      const undo = { operation: 'told.seen', input: { entries: again } }
      return { output: {}, entry: { items: again, values: { count: again.length }, undo } }
    },
  },
}
