import { kindOf } from '../../plan/rules/kinds.ts'
import { type Act, type Done, isRefused, type Json, type Refused, refuse } from '../act.ts'
import { members } from '../authority/queries.ts'
import { type ActionsFor, final } from '../registry.ts'
import { check } from './checking/model.ts'
import type { mistakesContract } from './contract.ts'
import { compose } from './facts/actions.ts'
import { writtenOver } from './meanwhile/actions.ts'
import { allParts } from './meanwhile/model.ts'
import { begun, closer, closesIt, type Kept, type MistakeView, needsOf, type Progress } from './model.ts'
import { keepMistake, mistakeById, mistakes } from './queries.ts'
import { burdenSaid, offersFor, readDraft, replayDraft } from './remedies/actions.ts'
import { lookAgain, lookOn, reopened } from './repeats/actions.ts'
import { review } from './review/actions.ts'
import { isForExecutive } from './saying/model.ts'
import { around, checkFacts, confirming, lineOf, mayRead, speaks, viewOf } from './showing/actions.ts'
import { liveOf, makeStep } from './steps/actions.ts'
import { needWords } from './words.ts'

type Actions = ActionsFor<typeof mistakesContract>['mistake']
type Answer = { mistake: MistakeView }

const notThere = (id: string): Refused => refuse('not-there', 'There is no such mistake.', [id])

/** The mistake of today as whoever acts may know it. */
async function standing(act: Act, id: string): Promise<Kept | Refused> {
  const found = await mistakeById(act.db, act.desk.id, id)
  if (!found || !mayRead(act, found)) return notThere(id)
  act.looked([found])
  return found
}

/** One that is still open: a closed one is opened again first. */
async function open(act: Act, id: string): Promise<Kept | Refused> {
  const found = await standing(act, id)
  if (isRefused(found)) return found
  return found.progress.closed ? refuse('moved-on', 'This mistake is closed; open it again first.', [id]) : found
}

type Said = {
  readonly values?: { readonly [key: string]: Json }
  readonly before?: Json
  readonly after?: Json
  readonly items?: readonly string[]
}

/** Keeps the next version, and answers with it as it now is. */
async function kept(act: Act, row: Kept, { values = {}, before, after, items = [] }: Said): Promise<Done<Answer>> {
  const version = await keepMistake(act.db, act.desk.id, row, { entry: act.entry, at: act.at })
  const mistake = await viewOf(act, await around(act, true), { ...row, version })
  return {
    output: { mistake },
    entry: {
      items: [row.id, ...row.items, ...items],
      values: { title: row.facts.title, ...values },
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
      undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
    },
  }
}

const withProgress = (mistake: Kept, set: Partial<Progress>): Kept => ({
  ...mistake,
  progress: { ...mistake.progress, ...set },
})

const own: Actions['own'] = async (draft, act) => {
  const seats = (await members(act.db, act.desk.id)).filter(({ left_at }) => left_at === null)
  const seat = (id: string | undefined) => seats.find((one) => one.id === id)
  const agent = act.member.kind === 'agent' ? seat(act.member.id) : seat(draft.agent)
  if (draft.agent && agent?.kind !== 'agent')
    return refuse('not-there', 'There is no such agent.', [draft.agent], 'agent')
  const owner = agent ? seat(agent.sponsor_id ?? undefined) : seat(draft.owner ?? act.member.id)
  if (!owner || owner.kind === 'agent' || owner.kind === 'desk')
    return refuse('bad-input', 'A mistake is owned by a person who sits at this desk.', [], 'owner')
  const composed = await compose(act, draft, {
    agent: agent?.name ?? null,
    titleOf: (kind) => kindOf(kind)?.title ?? kind,
  })
  if (isRefused(composed)) return composed
  if (!mayRead(act, composed)) return refuse('not-yours', 'It is about something private.')
  const row: Kept = { id: act.newId(), version: 0, owner: owner.id, progress: begun, ...composed }
  const again = await reopened(act, row)
  return kept(act, row, {
    values: { agent: row.facts.agent ?? '', again: again?.facts.title ?? '' },
    after: { asked: row.facts.asked.words, done: row.facts.done.words },
    items: again ? [again.id] : [],
  })
}

const edit: Actions['edit'] = async ({ id, version, set, effectAt, mendAt }, act) => {
  const before = await open(act, id)
  if (isRefused(before)) return before
  const over = await writtenOver(act, before, version, allParts)
  if (over) return over
  const said = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  const facts = { ...before.facts, ...said } as Kept['facts']
  const seats = await members(act.db, act.desk.id)
  if (facts.askedBy.member !== null && !seats.some((seat) => seat.id === facts.askedBy.member && seat.left_at === null))
    return refuse('not-there', 'Nobody of that id sits at this desk.', [facts.askedBy.member], 'set.askedBy.member')
  const is = (name: 'asked' | 'done') => facts[name].words === before.facts[name].words
  const stays = is('asked') && is('done') && facts.askedBy.member === before.facts.askedBy.member
  const times = timesOf(before, { effectAt, mendAt })
  if (isRefused(times)) return times
  const row: Kept = {
    ...before,
    facts,
    ...times,
    progress: stays ? before.progress : { ...before.progress, confirmed: null },
  }
  return kept(act, row, { before: brief(before), after: brief(row) })
}

/** When it took effect, and when it could last have been mended: never after that. What is moved alone takes the other along. */
function timesOf(
  before: Pick<Kept, 'effectAt' | 'mendAt'>,
  said: { readonly effectAt?: string | undefined; readonly mendAt?: string | undefined },
): Pick<Kept, 'effectAt' | 'mendAt'> | Refused {
  const instant = (text: string | undefined, was: Temporal.Instant) => (text ? Temporal.Instant.from(text) : was)
  const [effectAt, mendAt] = [instant(said.effectAt, before.effectAt), instant(said.mendAt, before.mendAt)]
  if (Temporal.Instant.compare(mendAt, effectAt) <= 0) return { effectAt, mendAt }
  return said.mendAt === undefined
    ? { effectAt, mendAt: effectAt }
    : refuse('bad-input', 'Nothing is mended after it took effect: that is putting it right.', [], 'mendAt')
}

const brief = ({ facts, progress }: Kept): Json => ({
  'confirmed by': progress.confirmed?.by ?? null,
  'cannot be put right': progress.cannot,
  title: facts.title,
  asked: facts.asked.words,
  'asked by': facts.askedBy.name,
  done: facts.done.words,
  'put right': facts.putRight,
})

const confirm: Actions['confirm'] = async ({ id, version, asked, done, who, saidAt }, act) => {
  const mistake = await open(act, id)
  if (isRefused(mistake)) return mistake
  const over = await writtenOver(act, mistake, version, ['what was asked', 'who asked', 'what was done'])
  if (over) return over
  const seats = new Map((await members(act.db, act.desk.id)).map((seat) => [seat.id, seat]))
  const { mayConfirm, confirmOutside: isOutside, confirmWords } = confirming(act, mistake, seats)
  if (!mayConfirm) return refuse(mistake.progress.confirmed ? 'moved-on' : 'not-yours', `${confirmWords}.`, [id])
  const { askedBy } = mistake.facts
  if (isOutside && who === undefined)
    return refuse(
      'bad-input',
      `${askedBy.name || 'Whoever asked'} does not come to this desk: say who confirmed it.`,
      [],
      'who',
    )
  const at = isOutside && saidAt ? Temporal.Instant.from(saidAt) : act.at
  if (Temporal.Instant.compare(at, act.at) > 0) return refuse('bad-input', 'That has not come yet.', [], 'saidAt')
  const { facts } = mistake
  const corrected =
    (asked ?? facts.asked.words) !== facts.asked.words || (done ?? facts.done.words) !== facts.done.words
  const by = isOutside ? (who as string) : act.member.name
  const row: Kept = {
    ...mistake,
    facts: {
      ...facts,
      ...(asked && asked !== facts.asked.words && { asked: { words: asked, from: null } }),
      ...(done && done !== facts.done.words && { done: { words: done, from: null } }),
    },
    progress: {
      ...mistake.progress,
      confirmed: { by, recordedBy: isOutside ? act.member.name : null, at: at.toString(), corrected },
    },
  }
  return kept(act, row, { values: { by, corrected }, before: brief(mistake), after: brief(row) })
}

const contain: Actions['contain'] = async ({ id, version, putRight, cannot }, act) => {
  const mistake = await open(act, id)
  if (isRefused(mistake)) return mistake
  const over = await writtenOver(act, mistake, version, ['what is put right', 'what cannot be put right'])
  if (over) return over
  const left = cannot?.trim() ? cannot.trim() : null
  const row = { ...withProgress(mistake, { cannot: left }), facts: { ...mistake.facts, putRight } }
  return kept(act, row, { values: { cannot: left }, before: brief(mistake), after: brief(row) })
}

const said: Actions['said'] = async ({ id, to, audience, text }, act) => {
  const mistake = await open(act, id)
  if (isRefused(mistake)) return mistake
  const event = mistake.items[0]
  const no = isForExecutive(audience, to, act.desk.executive)
    ? null
    : await act.mayLeave(text, { to, ...(event && { event }) }, 'text')
  if (no) return no
  const told = [...mistake.progress.said, { at: act.at.toString(), to, audience, text }]
  return kept(act, withProgress(mistake, { said: told }), { values: { to }, after: { to, text } })
}

const step: Actions['step'] = async ({ id, words, make }, act) => {
  const mistake = await open(act, id)
  if (isRefused(mistake)) return mistake
  const made = await makeStep(act, mistake, make, words)
  if (isRefused(made)) return made
  const row = withProgress(mistake, { steps: [...mistake.progress.steps, made] })
  const done = await kept(act, row, { values: { step: made.words }, items: made.as === 'check' ? [] : [made.item] })
  if (make.as !== 'rule') return done
  const undo = final('mistake.step', 'rule')
  return { ...done, entry: { ...done.entry, undo } }
}

const drop: Actions['drop'] = async ({ id, step: which, reason }, act) => {
  const mistake = await open(act, id)
  if (isRefused(mistake)) return mistake
  const gone = mistake.progress.steps.find((one) => one.id === which)
  if (!gone) return refuse('not-there', 'This mistake has no such step.', [which], 'step')
  const row = withProgress(mistake, { steps: mistake.progress.steps.filter((one) => one.id !== which) })
  const done = await kept(act, row, { values: { step: gone.words } })
  return { ...done, entry: { ...done.entry, why: reason } }
}

const close: Actions['close'] = async ({ id, learnt, without, who, saidAt }, act) => {
  const mistake = await standing(act, id)
  if (isRefused(mistake)) return mistake
  if (mistake.progress.closed) return refuse('moved-on', 'This mistake is closed already.', [id])
  const seats = (await members(act.db, act.desk.id)).filter(({ left_at }) => left_at === null)
  const owner = seats.find((seat) => seat.id === mistake.owner) ?? {
    id: mistake.owner,
    kind: 'assistant' as const,
    name: '',
  }
  const word = wordOf(
    act,
    owner,
    seats.some((seat) => seat.kind === closer(owner) && speaks(seat)),
    { who, saidAt },
  )
  if (isRefused(word)) return word
  const at = await around(act, true)
  const open = (await viewOf(act, at, mistake)).findings.filter(({ state }) => state !== 'accepted').length
  const live = (await Promise.all(mistake.progress.steps.map((one) => liveOf(act, one)))).filter((one) => one.live)
  const missing = needsOf(mistake, { open, live: live.length }).filter((need) => need !== 'step' || without === null)
  if (missing.length > 0) return refuse('bad-input', `${missing.map((need) => needWords[need]).join('. ')}.`, [id])
  const row = withProgress(mistake, { closed: { by: word.by, at: act.at.toString(), learnt, without } })
  await lookOn(act, id, act.at)
  return kept(act, row, { values: { by: word.by }, after: { learnt, 'without a step, because': without } })
}

type Seat = { readonly id: string; readonly kind: string; readonly name: string }

/** Whose word closes it. Where they have no seat here somebody records who gave it, and when. */
function wordOf(
  act: Act,
  owner: Seat,
  isSeated: boolean,
  { who, saidAt }: { who?: string | undefined; saidAt?: string | undefined },
): { by: string } | Refused {
  if (closesIt(act.member, owner)) return { by: act.member.name }
  const whose = closer(owner) === 'executive' ? 'the executive’s' : 'an assistant’s'
  if (isSeated) return refuse('not-yours', `It is closed with ${whose} word; whoever owns it does not close it alone.`)
  if (!who) return refuse('bad-input', `It is closed with ${whose} word: say who gave it.`, [], 'who')
  if (saidAt && Temporal.Instant.compare(Temporal.Instant.from(saidAt), act.at) > 0)
    return refuse('bad-input', 'That has not come yet.', [], 'saidAt')
  return { by: who }
}

const reopen: Actions['reopen'] = async ({ id, reason }, act) => {
  const mistake = await standing(act, id)
  if (isRefused(mistake)) return mistake
  if (!mistake.progress.closed) return refuse('moved-on', 'This mistake is open.', [id])
  const row = withProgress(mistake, {
    closed: null,
    reopened: [...mistake.progress.reopened, { at: act.at.toString(), why: reason }],
  })
  await act.due('mistake.look', id, null)
  const done = await kept(act, row, {})
  return { ...done, entry: { ...done.entry, why: reason } }
}

const list: Actions['list'] = async (_input, act) => {
  const found = (await mistakes(act.db, act.desk.id)).filter((mistake) => mayRead(act, mistake))
  if (found.length === 0) return { mistakes: [] }
  const at = await around(act, false)
  const lines = await Promise.all(found.map((mistake) => lineOf(act, at, mistake)))
  const order = { reopened: 0, open: 1, closed: 2 }
  return { mistakes: lines.sort((a, b) => order[a.state] - order[b.state]) }
}

const show: Actions['show'] = async ({ id }, act) => {
  const mistake = await standing(act, id)
  if (isRefused(mistake)) return mistake
  return { mistake: await viewOf(act, await around(act, false), mistake) }
}

const checked: Actions['check'] = async ({ id, text }, act) => {
  const mistake = await standing(act, id)
  if (isRefused(mistake)) return mistake
  const seats = await members(act.db, act.desk.id)
  const owner = seats.find((seat) => seat.id === mistake.owner)?.name ?? ''
  const live = await Promise.all(mistake.progress.steps.map((one) => liveOf(act, one)))
  return { verdicts: check(text, checkFacts(mistake, owner, live)) }
}

const replay: Actions['replay'] = async ({ id, draft }, act) => {
  const mistake = await standing(act, id)
  if (isRefused(mistake)) return mistake
  const read = readDraft(parsed(draft))
  if (isRefused(read)) return read
  const found = await replayDraft(act, mistake, read)
  return isRefused(found) ? found : { replay: found, burdenWords: burdenSaid(found) }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const offers: Actions['offers'] = async ({ id }, act) => {
  const mistake = await standing(act, id)
  if (isRefused(mistake)) return mistake
  const found = await offersFor(act, mistake)
  const words =
    found.length > 0
      ? 'Each was tried on the plan as it stood and finds it; the fewest false alarms first'
      : 'No kind of rule there is would have found it in the plan as it stood: make the step a check or dated work'
  return { offers: found, words }
}

export const mistakesActions: ActionsFor<typeof mistakesContract> = {
  mistake: {
    list,
    show,
    own,
    edit,
    confirm,
    contain,
    said,
    check: checked,
    replay,
    offers,
    step,
    drop,
    close,
    reopen,
    look: lookAgain,
    review,
  },
}
