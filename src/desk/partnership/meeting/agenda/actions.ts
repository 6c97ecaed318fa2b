import type { Act } from '../../../act.ts'
import { lookedThrough } from '../../../journal/actions.ts'
import { feedbackWanted } from '../../feedback/wanted/actions.ts'
import type { Pair } from '../../pair/model.ts'
import { conflictsAhead } from '../ahead/actions.ts'
import { authorityLines } from '../evidence/actions.ts'
import {
  type Drawing,
  type Drawn,
  type Line,
  lineOf,
  type Meeting,
  mostShown,
  type Section,
  type SectionKey,
} from '../model.ts'
import { priorityLines } from '../priorities/actions.ts'
import { numberAt, overWith, runningWith } from '../queries.ts'
import { acceptedLines, handledSince, mistakesSince, rulesSince, type Since } from '../since/actions.ts'
import { answersOwed, decisionsWaiting, promisesOf } from '../waiting/actions.ts'
import { at, feedbackWords, moreWords, sectionTitles } from '../words.ts'
import { arranged, leftBefore } from './model.ts'

const looksBack = Temporal.Duration.from({ hours: 14 * 24 })

/** An agenda with what it was drawn from. */
export type Agenda = {
  readonly sections: readonly Section[]
  /** The lines of its sections, with what they tell of. */
  readonly lines: readonly Line[]
  readonly last: Meeting | null
  readonly running: Meeting | null
  readonly since: string | null
}

async function sinceOf(act: Act, last: Meeting | null, running: Meeting | null): Promise<Since> {
  const to = running?.beganNumber ?? null
  const left = (what: string) => leftBefore(last, what)
  if (last?.endedAt && last.endedNumber !== null) return { at: last.endedAt, number: last.endedNumber, to, left }
  const from = act.at.subtract(looksBack)
  return { at: from, number: await numberAt(act.db, act.desk.id, from), to, left }
}

const drawn = (key: SectionKey, found: readonly Line[] | Drawing): Drawn => {
  const { lines, total } = 'total' in found ? found : { lines: found, total: found.length }
  const more = Math.max(0, total - mostShown)
  return { key, title: sectionTitles[key], note: moreWords(more), lines: lines.slice(0, mostShown), more }
}

const beside = ({ lines, total }: Drawing, more: readonly Line[]): Drawing => ({
  lines: [...more, ...lines],
  total: total + more.length,
})

async function feedbackLines(act: Act, pair: Pair): Promise<Line[]> {
  const wanted = await feedbackWanted(act, pair)
  return wanted.map(({ wanted: { about, words, label }, told }) =>
    lineOf({
      told,
      key: `feedback:${about.kind}:${about.item}`,
      words: feedbackWords(words),
      label,
      settles: 'Not this time',
      opens: { page: 'feedback', id: JSON.stringify(about) },
    }),
  )
}

/** The agenda of a pair: each section only where it has something. */
export async function agendaOf(act: Act, pair: Pair): Promise<Agenda> {
  const running = (await runningWith(act.db, act.desk.id, pair.assistant.id)) ?? null
  const [last = null] = await overWith(act.db, act.desk.id, pair.assistant.id, 1)
  const since = await sinceOf(act, last, running)
  const promises = await promisesOf(act, pair)
  const all: Drawn[] = [
    drawn('decisions', await decisionsWaiting(act)),
    drawn('ahead', await conflictsAhead(act)),
    drawn('promises', promises.between),
    drawn('owed', beside(promises.owed, await answersOwed(act, pair))),
    drawn('handled', await handledSince(act, pair, since)),
    drawn('accepted', await acceptedLines(act, since)),
    drawn('rules', await rulesSince(act, since)),
    drawn('mistakes', await mistakesSince(act, pair, since)),
    drawn('feedback', await feedbackLines(act, pair)),
    drawn('priorities', await priorityLines(act)),
    drawn('authority', await authorityLines(act, pair)),
  ]
  const sections = arranged(all, last, running)
  const there = new Set(sections.flatMap((one) => one.lines.map(({ key }) => key)))
  const lines = all.flatMap((one) => one.lines.filter(({ key }) => there.has(key)))
  return { sections, lines, last, running, since: last?.endedAt ? at(last.endedAt, act.desk.zone) : null }
}

/** Notes that whoever acts was told these lines of an agenda. */
export async function toldOf(act: Act, lines: readonly Line[]): Promise<void> {
  act.looked(lines.flatMap(({ told }) => told))
  await lookedThrough(
    act,
    lines.flatMap(({ entry, label }) => (entry === null ? [] : [{ number: entry, label }])),
  )
}
