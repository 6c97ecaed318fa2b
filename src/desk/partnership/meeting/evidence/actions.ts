import type { Act, Labelled } from '../../../act.ts'
import { wishOf } from '../../../authority/proposals/words.ts'
import { members } from '../../../authority/queries.ts'
import { maySee, readerOf } from '../../../calendar/views/model.ts'
import { mayTell } from '../../../journal/actions.ts'
import { type Area, areas } from '../../../operation.ts'
import { operations } from '../../../registry.ts'
import type { Pair } from '../../pair/model.ts'
import { type Line, lineOf, wayOf } from '../model.ts'
import { numberAt } from '../queries.ts'
import {
  askedWords,
  authorityWords,
  evidenceWords,
  examplesWords,
  givenWords,
  limitWords,
  raiseWords,
  theirsToRaise,
} from '../words.ts'
import { type Counted, isAbout, type Judged, type Limit, limitsFor, type Suggested, suggestedFor } from './model.ts'
import { answeredProposals, boardsChangedSince, doneSince, takenBack } from './queries.ts'

const looksBack = Temporal.Duration.from({ hours: 60 * 24 })

/** What was answered or taken back, of whom, and why they had to ask: an area, or a limit by its name. */
type Fact = {
  readonly member: string
  readonly about: string
  readonly what: 'yes' | 'no' | 'undone'
  readonly at: Temporal.Instant
  /** What it was, in words; empty where whoever reads may not know. */
  readonly words: string
  /** What its words tell of. */
  readonly told: readonly Labelled[]
}
type Done = { readonly member: string; readonly area: Area; readonly count: number }
type Facts = { readonly facts: readonly Fact[]; readonly done: readonly Done[] }

type Because = Awaited<ReturnType<typeof answeredProposals>>[number]['because']

/** What kept them from doing it: the area whose level it was, or the limits. */
function aboutOf(because: Because): string[] {
  if (because.code === 'level') return [because.area]
  if (because.code === 'move') return because.kinds.map((kind) => `move ${kind}`)
  return because.code === 'send' ? ['send'] : []
}

const areaOf = (operation: string): Area => operations.get(operation)?.area ?? 'desk'
const changes = (operation: string): boolean => {
  const found = operations.get(operation)
  return found !== undefined && found.effect !== 'read' && found.everyone !== true
}

async function factsSince(act: Act, about: readonly Judged[], since: Temporal.Instant): Promise<Facts> {
  const reader = readerOf(act)
  const answered = await answeredProposals(act.db, act.desk.id, since)
  const undone = await takenBack(act.db, act.desk.id, since)
  const told = about.filter(({ board }) => areas.some((area) => board.areas[area] === 'tell')).map(({ id }) => id)
  const done = await doneSince(act.db, act.desk.id, told, since)
  return {
    facts: [
      ...answered.flatMap(({ member, state, because, at, operation, outcome, label, items }): Fact[] =>
        aboutOf(because).map((one) => ({
          member,
          about: one,
          what: state === 'done' ? 'yes' : 'no',
          at,
          words:
            maySee(label, reader) && mayTell(act, operation, outcome.values)
              ? wishOf(act.sentence(operation, outcome.values))
              : '',
          told: items.map((id) => ({ id, label })),
        })),
      ),
      ...undone.map(
        ({ member, operation, at }): Fact => ({
          member,
          about: areaOf(operation),
          what: 'undone',
          at,
          words: '',
          told: [],
        }),
      ),
    ],
    done: done
      .filter(({ operation }) => changes(operation))
      .map(({ member, operation, count }) => ({ member, area: areaOf(operation), count })),
  }
}

type Found = Counted & { readonly examples: readonly string[]; readonly told: readonly Labelled[] }

const mostExamples = 3

function counted({ facts, done }: Facts, member: string, about: string, since: Temporal.Instant): Found {
  const own = facts.filter(
    (fact) => fact.member === member && fact.about === about && Temporal.Instant.compare(fact.at, since) > 0,
  )
  const n = (what: Fact['what']) => own.filter((fact) => fact.what === what).length
  const shown = own.filter(({ what, words }) => what === 'yes' && words !== '').slice(0, mostExamples)
  const alone = done.filter((one) => one.member === member && one.area === about)
  return {
    yes: n('yes'),
    no: n('no'),
    undone: n('undone'),
    done: alone.reduce((sum, { count }) => sum + count, 0),
    since,
    examples: shown.map(({ words }) => words),
    told: shown.flatMap(({ told }) => told),
  }
}

type Put = {
  readonly key: string
  readonly words: string
  readonly evidence: string
  /** The newest of it, in words. It may name what others at the desk are not to know: it is no reason that is written down. */
  readonly examples: readonly string[]
  readonly told: readonly Labelled[]
  readonly button: string
  readonly isRaise: boolean
  readonly set: object
  readonly from: object
}

/** Raised by the executive alone; lowered by whoever may, but not on oneself. */
function lineFor(act: Act, who: Judged, put: Put): Line {
  const { key, words, evidence, examples, told, button, isRaise, set, from } = put
  const may = act.member.kind === 'executive' || (!isRaise && who.id !== act.member.id)
  const input = { member: who.id, set, from, reason: evidence }
  return lineOf({
    key: `authority:${who.id}:${key}`,
    words,
    detail: [evidence, examplesWords(examples), may ? '' : theirsToRaise(act.desk.executive)]
      .filter((part) => part !== '')
      .join(' '),
    told,
    ways: may ? [wayOf(button, 'board.change', input, { main: true })] : [],
    settles: 'Leave it as it is',
  })
}

const suggestionLine = (act: Act, who: Judged, suggested: Suggested, found: Found): Line => {
  const { area, from, to } = suggested
  return lineFor(act, who, {
    key: `${area}:${to}`,
    words: authorityWords(who.name, suggested),
    evidence: evidenceWords(who.name, area, found, act.desk.zone),
    examples: found.examples,
    told: found.told,
    button: raiseWords(suggested),
    isRaise: suggested.way === 'up',
    set: { areas: { [area]: to } },
    from: { areas: { [area]: from } },
  })
}

const limitLine = (act: Act, who: Judged, limit: Limit, found: Found): Line =>
  lineFor(act, who, {
    key: limit.what === 'move' ? `move:${limit.kind}` : `send:${limit.to}`,
    words: limitWords(who.name, limit),
    evidence: askedWords(who.name, limit, found, act.desk.zone),
    examples: found.examples,
    told: found.told,
    button: givenWords(limit),
    isRaise: true,
    set: { [limit.what]: limit.to },
    from: { [limit.what]: limit.from },
  })

/** Where what was counted speaks for more or for less, with the evidence. Since sixty days, or since their board was last changed. */
export async function authorityLines(act: Act, pair: Pair): Promise<Line[]> {
  const since = act.at.subtract(looksBack)
  const number = await numberAt(act.db, act.desk.id, since)
  const about = (await members(act.db, act.desk.id)).filter(
    (row) => row.left_at === null && isAbout(row, pair.assistant.id),
  )
  const ids = about.map(({ id }) => id)
  const changed = await boardsChangedSince(act.db, act.desk.id, ids, number)
  const facts = await factsSince(act, about, since)
  return about.flatMap((who) => {
    const found = (of: string) => counted(facts, who.id, of, changed.get(who.id) ?? since)
    const levels = areas.flatMap((area) => {
      const suggested = suggestedFor(who.board.areas[area], area, found(area))
      return suggested === null ? [] : [suggestionLine(act, who, suggested, found(area))]
    })
    const limits = limitsFor(who.board, found).map((limit) =>
      limitLine(act, who, limit, found(limit.what === 'move' ? `move ${limit.kind}` : 'send')),
    )
    return [...levels, ...limits]
  })
}
