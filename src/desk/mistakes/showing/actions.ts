import type { Act } from '../../act.ts'
import { members } from '../../authority/queries.ts'
import { maySeeOfDesk, readerOf } from '../../calendar/views/model.ts'
import { countsLately, countsOf } from '../../rules/counts/actions.ts'
import { privateOf, tellingFor } from '../../rules/findings/actions.ts'
import { daysSpan, type Judgement, judgedIn, judgedNow, todayOf } from '../../rules/judging/actions.ts'
import type { FindingView } from '../../rules/model.ts'
import { findingViews, type Telling } from '../../rules/views/model.ts'
import { withLimits } from '../../rules/ways/actions.ts'
import { type CheckFacts, check, type Verdict } from '../checking/model.ts'
import { entriesOn, isGone } from '../facts/actions.ts'
import { closer, closesIt, type Kept, type MistakeLine, type MistakeView, needsOf, stateOf } from '../model.ts'
import { messagesFor } from '../saying/model.ts'
import { type Live, liveOf } from '../steps/actions.ts'
import { headWords, needWords, replayWords, sinceWords } from '../words.ts'

/** How far around today what it broke is looked for. */
const [daysBack, daysOn] = [91, 32]

type Seat = Awaited<ReturnType<typeof members>>[number]

/** What mistakes are shown with: read once for all of them. */
export type Around = {
  readonly judgement: Judgement
  readonly telling: Telling
  readonly seats: ReadonlyMap<string, Seat>
  readonly counts: Awaited<ReturnType<typeof countsOf>>
}

/** `anew`: after a change, whose own journal entry is not written yet. */
export async function around(act: Act, anew: boolean): Promise<Around> {
  const today = todayOf(act)
  const window = daysSpan(act, today.subtract({ days: daysBack }), today.add({ days: daysOn }))
  const judgement = anew ? await judgedNow(act, window) : await judgedIn(act, window)
  const seats = await members(act.db, act.desk.id)
  return {
    judgement,
    telling: tellingFor(act, judgement),
    seats: new Map(seats.map((seat) => [seat.id, seat])),
    counts: await (anew ? countsLately(act) : countsOf(act)),
  }
}

/** Agents are told nothing private, whatever their board says; others what its label allows. */
export const mayRead = (act: Act, { label }: Pick<Kept, 'label'>): boolean =>
  maySeeOfDesk(label, readerOf(act)) && !(act.member.kind === 'agent' && label === 'private')

/** Findings that stand because of it. */
const findingsOf = ({ judgement, telling }: Around, { keys, items }: Kept): FindingView[] => {
  const own = new Set([
    ...keys,
    ...judgement.items.filter(({ eventId }) => items.includes(eventId)).map(({ item }) => item.key),
  ])
  // Only those are put into words: of three months most findings are about something else.
  const about = judgement.findings.filter(({ items }) => items.some((key) => own.has(key)))
  return findingViews(about, telling).filter((view) => view.items.some(({ key }) => own.has(key)))
}

/** Amber is not yet answered, so it is not contained; what somebody lives with is. */
const openOf = (findings: readonly FindingView[]): number => findings.filter(({ state }) => state !== 'accepted').length

type Shown = {
  readonly line: MistakeLine
  readonly live: readonly Live[]
  readonly findings: FindingView[]
  readonly open: number
  readonly owner: { readonly id: string; readonly name: string; readonly kind: string }
}

async function shown(act: Act, at: Around, mistake: Kept): Promise<Shown> {
  act.looked([mistake])
  const { facts, progress } = mistake
  const seat = at.seats.get(mistake.owner)
  const owner = { id: mistake.owner, name: seat?.name ?? '', kind: seat?.kind ?? 'assistant' }
  const live = await Promise.all(progress.steps.map((step) => liveOf(act, step)))
  const findings = findingsOf(at, mistake)
  const open = openOf(findings)
  const found = Temporal.Instant.from(facts.foundAt).toZonedDateTimeISO(act.desk.zone)
  const line: MistakeLine = {
    id: mistake.id,
    title: facts.title,
    owner,
    agent: facts.agent,
    state: stateOf(progress),
    words: headWords(stateOf(progress), found, progress.closed?.by ?? null),
    needs: progress.closed ? [] : needsOf(mistake, { open, live: live.filter((one) => one.live).length }),
    sinceWords: sinceOf(act, at, mistake),
    label: mistake.label,
  }
  return { line, live, findings, open, owner }
}

/** How often its rules were kept since, and for how long it has not happened again. */
function sinceOf(act: Act, { counts }: Around, { progress }: Kept): string {
  const rules = progress.steps.filter((step) => step.as === 'rule').map((step) => counts(step.item))
  const kept = rules.reduce((sum, one) => sum + one.kept, 0)
  const caught = rules.reduce((sum, one) => sum + one.reliedOn, 0)
  const from = progress.closed ? progress.closed.at : null
  const days =
    from === null
      ? null
      : Temporal.Instant.from(from).toZonedDateTimeISO(act.desk.zone).toPlainDate().until(todayOf(act)).days
  return sinceWords(kept, caught, days, progress.reopened.length)
}

export const lineOf = async (act: Act, at: Around, mistake: Kept): Promise<MistakeLine> =>
  (await shown(act, at, mistake)).line

/** The facts as the checker compares a message with them. */
export const checkFacts = ({ facts, progress }: Kept, owner: string, live: readonly Live[]): CheckFacts => ({
  asked: facts.asked.words,
  askedBy: facts.askedBy.name,
  done: facts.done.words,
  owner,
  touched: facts.touched.map(({ words }) => words),
  putRight: facts.putRight,
  steps: progress.steps.map(({ words }, i) => ({ words, live: live[i]?.live ?? false })),
  others: facts.others,
})

const goodTags = ({ question, answer }: Verdict): string | null => {
  if (question === 'oneApology' && answer === 'yes') return 'one apology'
  if (question === 'stepsLinked' && answer === 'yes') return 'steps are live'
  return null
}

const tagsOf = (verdicts: readonly Verdict[]): string[] => {
  const yes = (question: Verdict['question']) =>
    verdicts.some((one) => one.question === question && one.answer === 'yes')
  const named = yes('askedNamed') && yes('doneNamed') ? ['asked and done named'] : []
  const [first, ...rest] = verdicts.flatMap((one) => goodTags(one) ?? []).reverse()
  return [...(first ? [first] : []), ...named, ...rest]
}

export async function viewOf(act: Act, at: Around, mistake: Kept): Promise<MistakeView> {
  const { facts, progress } = mistake
  const { line, live, findings, open, owner } = await shown(act, at, mistake)
  act.looked(privateOf(at.judgement, findings, at.telling))
  const dues = new Set((at.judgement.plan.dues ?? []).map(({ key }) => key.slice(key.indexOf(':') + 1)))
  const gone = await isGone(act, mistake.items, dues)
  const zoned = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(act.desk.zone).toString({ smallestUnit: 'second' })
  const { steps, ...rest } = progress
  const told = progress.said.at(-1)
  const verdicts = told ? check(told.text, checkFacts(mistake, owner.name, live)) : []
  const missing = line.needs.filter((need) => need !== 'step')
  const isSeated = [...at.seats.values()].some((seat) => seat.kind === closer(owner) && speaks(seat))
  const closes = closesIt(act.member, owner) || !isSeated
  return {
    ...line,
    version: mistake.version,
    facts,
    gone,
    goneWords: gone ? 'What it is about is no longer on the calendar: it is told from the journal.' : null,
    items: [...mistake.items],
    effectAt: zoned(mistake.effectAt),
    mendAt: zoned(mistake.mendAt),
    history: (await entriesOn(act, mistake.items)).slice(-mostHistory).map(({ id, at: on, words }) => ({
      entry: id,
      at: zoned(on),
      words,
    })),
    findings: await withLimits(act, findings),
    contained: open === 0,
    progress: rest,
    steps: steps.map((step, i) => ({
      ...step,
      live: live[i]?.live ?? false,
      liveWords: live[i]?.words ?? '',
      replayWords: step.replay ? replayWords(step.words, step.replay) : null,
    })),
    drafts: messagesFor({
      facts,
      label: mistake.label,
      steps: steps.filter((_, i) => live[i]?.live).map(({ words }) => words),
      owner,
    }),
    checked: verdicts,
    tags: tagsOf(verdicts),
    ...confirming(act, mistake, at.seats),
    mayClose: !progress.closed && closes && missing.length === 0,
    wordOutside: !isSeated,
    closeWords: progress.closed
      ? ''
      : closes
        ? missing.map((need) => needWords[need]).join('. ')
        : owner.kind === 'executive'
          ? 'It is the executive’s own: the assistant closes it'
          : `${act.desk.executive} closes it`,
  }
}
const mostHistory = 12

/** Somebody who can come to this desk and say it themselves. */
export const speaks = ({ login_id, left_at }: Pick<Seat, 'login_id' | 'left_at'>): boolean =>
  login_id !== null && left_at === null

/** Whoever asked confirms; of somebody who does not come to this desk, anybody may record who said so and when. */
export function confirming(
  act: Act,
  { facts, progress, owner }: Kept,
  seats: ReadonlyMap<string, Seat>,
): { mayConfirm: boolean; confirmOutside: boolean; confirmWords: string } {
  const { name, member } = facts.askedBy
  if (progress.confirmed) {
    const { by, recordedBy, corrected } = progress.confirmed
    const how = corrected ? 'corrected' : 'confirmed'
    const words = `${by} ${how} it${recordedBy ? `, as ${recordedBy} records` : ''}`
    return { mayConfirm: false, confirmOutside: false, confirmWords: words }
  }
  const seat = member === null ? undefined : seats.get(member)
  if (!seat || !speaks(seat)) {
    const who = name || 'Whoever asked'
    return {
      mayConfirm: true,
      confirmOutside: true,
      confirmWords: `${who} does not come to this desk: say who confirmed it, and when`,
    }
  }
  const no = (confirmWords: string) => ({ mayConfirm: false, confirmOutside: false, confirmWords })
  if (member === owner) return no('Whoever owns it cannot confirm it')
  if (member !== act.member.id) return no(`Waits for ${name}, who asked`)
  return {
    mayConfirm: true,
    confirmOutside: false,
    confirmWords: 'You asked: is this what you asked, and what was done?',
  }
}
