import { type Act, isRefused, type Json, type Refused, refuse } from '../act.ts'
import { type Board, mayGive } from '../authority/board/model.ts'
import { boardChanges, boardNoWords } from '../authority/board/words.ts'
import { memberRow } from '../authority/queries.ts'
import { deskRow, numberBefore } from '../journal/queries.ts'
import { privateAmong } from '../outgoing/queries.ts'
import { type ActionsFor, final } from '../registry.ts'
import type { coverContract } from './contract.ts'
import { mayReadHanded, noteOf } from './handover/actions.ts'
import { openness, opensAt } from './handover/model.ts'
import { boardOfCover, type CoverView, coverBoard, dayOf, longestDays, type NoteSection, spanOf } from './model.ts'
import {
  addCover,
  type CoverRow,
  coverById,
  openCovers,
  pastCovers,
  setCover,
  setSettings,
  settingsOf,
} from './queries.ts'
import { reportOf } from './report/actions.ts'
import { coverWords, dutiesOf } from './words.ts'

type Actions = ActionsFor<typeof coverContract>['cover']
type Parts = NonNullable<Parameters<Actions['plan']>[0]['set']>

const noCover = refuse('not-there', 'There is no such cover.')

const zoned = (act: Act, at: Temporal.Instant) => at.toZonedDateTimeISO(act.desk.zone)

/** First and last day in words; a cover that ends at midnight ends with the day before. */
const daysOf = (act: Act, row: Pick<CoverRow, 'from_at' | 'until_at'>) => ({
  from: dayOf(zoned(act, row.from_at)),
  last: dayOf(zoned(act, row.until_at.subtract({ seconds: 1 }))),
})

export const wordsOf = (act: Act, row: CoverRow): string => {
  const { from, last } = daysOf(act, row)
  return coverWords({ cover: row.cover_name, away: row.away_name, state: row.state }, from, last)
}

async function view(act: Act, row: CoverRow): Promise<CoverView> {
  const shut = await lookedAtBy(act, row)
  const isTheirs = shut === null || shut.refused.why === 'not-yours'
  const text = (at: Temporal.Instant) => zoned(act, at).toString({ smallestUnit: 'second' })
  return {
    id: row.id,
    away: { id: row.away_id, name: row.away_name, kind: row.away_kind },
    cover: { id: row.cover_id, name: row.cover_name, kind: row.cover_kind },
    from: text(row.from_at),
    until: text(row.until_at),
    state: row.state,
    reason: isTheirs ? row.reason : '',
    words: wordsOf(act, row),
    ...dutiesOf(boardOfCover(row.cover_board, row.board)),
    seen: row.seen_at !== null,
    mayChange: (await act.may('cover.end', {})).may === 'yes',
    mayRead: shut === null,
    noteWords: shut && isTheirs ? shut.refused.words : '',
    mayReport: (await act.may('cover.report', { id: row.id })).may === 'yes',
  }
}

type Person = NonNullable<Awaited<ReturnType<typeof memberRow>>>

async function personHere(act: Act, id: string, path: string): Promise<Person | Refused> {
  const row = await memberRow(act.db, act.desk.id, id)
  return row && row.left_at === null && row.kind !== 'desk'
    ? row
    : refuse('not-there', 'Nobody like that sits at this desk.', [], path)
}

const merged = (board: Board, set: Parts | undefined): Board => ({
  areas: { ...board.areas, ...Object.fromEntries(Object.entries(set?.areas ?? {}).filter(([, level]) => level)) },
  send: set?.send ?? board.send,
  spend: set?.spend === undefined ? board.spend : set.spend,
  move: set?.move === undefined ? board.move : [...new Set(set.move)].sort(),
  private: set?.private ?? board.private,
})

/** Who may say that somebody covers: whoever may change the board, and where it is allowed the cover, for today alone. */
async function mayStart(act: Act, cover: Person, isToday: boolean, asDefault: boolean): Promise<Refused | null> {
  if (act.member.kind === 'agent') return refuse('not-yours', 'Humans say who covers.')
  const works = act.member.kind === 'executive' || act.member.kind === 'assistant'
  if (works && (await act.may('board.change', {})).may === 'yes') return null
  const { self } = await settingsOf(act.db, act.desk.id)
  if (self && act.member.kind === 'cover' && cover.id === act.member.id && isToday && asDefault) return null
  return refuse('not-yours', 'Ask somebody who may change the board to say who covers.')
}

/** Nobody gives for some days what they could not give for good. What any cover may do, whoever may start one may give. */
const mayLend = (act: Act, cover: Person, board: Board): Refused | null => {
  const [before, after] = [boardOfCover(cover.board, coverBoard), boardOfCover(cover.board, board)]
  const no = mayGive(act.member, { id: cover.id, kind: cover.kind }, before, after)
  return no ? refuse('not-yours', boardNoWords(no, cover.name), [cover.id], `set.${no.what}`) : null
}

async function fits(act: Act, away: Person, cover: Person, span: ReturnType<typeof spanOf>): Promise<Refused | null> {
  if (away.id === cover.id) return refuse('bad-input', 'Nobody covers for themselves.', [], 'cover')
  if (away.kind !== 'executive' && away.kind !== 'assistant' && away.kind !== 'cover')
    return refuse('bad-input', `${away.name} has nothing that needs cover.`, [away.id], 'away')
  if (cover.kind === 'agent' || cover.kind === 'executive')
    return refuse(
      'bad-input',
      `${cover.name} does not cover: a person who works at the desk does.`,
      [cover.id],
      'cover',
    )
  if (Temporal.Instant.compare(span.until, act.at) <= 0)
    return refuse('bad-input', 'These days have passed.', [], 'toOn')
  if (Temporal.Instant.compare(span.until, span.from) <= 0)
    return refuse('bad-input', 'It ends before it begins.', [], 'toOn')
  if (span.from.until(span.until).total('days') > longestDays)
    return refuse('bad-input', `A cover lasts ${longestDays} days at most; make it two.`, [], 'toOn')
  const other = (await openCovers(act.db, act.desk.id)).find(
    (one) =>
      one.away_id === away.id &&
      one.cover_id === cover.id &&
      Temporal.Instant.compare(one.from_at, span.until) < 0 &&
      Temporal.Instant.compare(one.until_at, span.from) > 0,
  )
  return other ? refuse('moved-on', `${wordsOf(act, other)} already; change that.`, [other.id]) : null
}

const plan: Actions['plan'] = async ({ set, reason, ...draft }, act) => {
  const [away, cover] = [await personHere(act, draft.away, 'away'), await personHere(act, draft.cover, 'cover')]
  if (isRefused(away)) return away
  if (isRefused(cover)) return cover
  const now = zoned(act, act.at)
  const span = spanOf(draft, now)
  const isToday = draft.toOn === null || draft.toOn === now.toPlainDate().toString()
  const board = merged(coverBoard, set)
  const no =
    (await mayStart(act, cover, isToday, set === undefined)) ??
    mayLend(act, cover, board) ??
    (await fits(act, away, cover, span))
  if (no) return no
  const id = act.newId()
  const row = { id, away: away.id, cover: cover.id, from: span.from, until: span.until, board, reason }
  await addCover(act.db, act.desk.id, { ...row, by: act.member.id, at: act.at })
  await act.due('cover.finish', id, span.until)
  if (Temporal.Instant.compare(span.from, act.at) <= 0) await start(act, id)
  else await act.due('cover.begin', id, span.from)
  const made = (await coverById(act.db, act.desk.id, id)) as CoverRow
  return {
    output: { cover: await view(act, made) },
    entry: {
      items: [id, away.id, cover.id],
      values: { words: wordsOf(act, made) },
      after: { ...draft, board: board as unknown as Json },
      ...(reason === '' ? {} : { why: reason }),
      undo: { operation: 'cover.end', input: { id } },
    },
  }
}

/** The cover is on: what was agreed holds, the note is handed over. */
async function start(act: Act, id: string): Promise<void> {
  const row = (await coverById(act.db, act.desk.id, id)) as CoverRow
  // What was agreed holds from that minute on, also where the desk noticed later.
  const began = await numberBefore(act.db, act.desk.id, row.from_at)
  await setCover(act.db, act.desk.id, id, { state: 'on', began })
  await setCover(act.db, act.desk.id, id, { handed: await noteOf(act, row) })
}

async function stop(act: Act, row: CoverRow): Promise<void> {
  const state = row.state === 'planned' ? 'called off' : 'over'
  const early = Temporal.Instant.compare(act.at, row.until_at) < 0
  const until = early && row.state === 'on' ? { until: afterStart(row, act.at) } : {}
  const head = early ? ((await deskRow(act.db, act.desk.id, false))?.head_number ?? 0) : null
  const ended = head ?? (await numberBefore(act.db, act.desk.id, row.until_at))
  await setCover(act.db, act.desk.id, row.id, { state, ended, ...until })
  await act.due('cover.begin', row.id, null)
  await act.due('cover.finish', row.id, null)
}

/** An end that is no earlier than a moment after the beginning, though both were asked for at once. */
const afterStart = ({ from_at }: CoverRow, at: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(at, from_at) > 0 ? at : from_at.add({ milliseconds: 1 })

const openOne = async (act: Act, id: string): Promise<CoverRow | Refused> => {
  const row = await coverById(act.db, act.desk.id, id)
  if (!row) return noCover
  return row.state === 'planned' || row.state === 'on' ? row : refuse('moved-on', `${wordsOf(act, row)}.`, [id])
}

const change: Actions['change'] = async ({ id, toOn, set, reason }, act) => {
  const row = await openOne(act, id)
  if (isRefused(row)) return row
  if (row.cover_id === act.member.id || act.member.kind === 'agent' || act.member.kind === 'cover')
    return refuse('not-yours', 'Nobody prolongs or widens their own cover; ask who is at the desk.', [id])
  const cover = await personHere(act, row.cover_id, 'cover')
  if (isRefused(cover)) return cover
  const board = merged(row.board, set)
  const no = mayLend(act, cover, board)
  if (no) return no
  const until = toOn === undefined ? row.until_at : spanOf({ fromOn: null, toOn }, zoned(act, act.at)).until
  if (Temporal.Instant.compare(until, act.at) <= 0 || Temporal.Instant.compare(until, row.from_at) <= 0)
    return refuse('bad-input', 'It would be over before that; end it instead.', [], 'toOn')
  await setCover(act.db, act.desk.id, id, { until, board })
  await act.due('cover.finish', id, until)
  const after = (await coverById(act.db, act.desk.id, id)) as CoverRow
  const moved = Temporal.Instant.compare(until, row.until_at) !== 0
  const changes = [...(moved ? [wordsOf(act, after)] : []), ...boardChanges(row.board, board)]
  if (changes.length === 0) return refuse('bad-input', 'That would change nothing.')
  const lastDay = zoned(act, row.until_at.subtract({ seconds: 1 }))
    .toPlainDate()
    .toString()
  const undo = { id, toOn: lastDay, set: row.board as unknown as Json, reason: `Taken back: ${reason}` }
  return {
    output: { cover: await view(act, after) },
    entry: {
      items: [id, row.cover_id],
      values: { words: wordsOf(act, after), changes },
      before: row.board as unknown as Json,
      after: board as unknown as Json,
      why: reason,
      undo: { operation: 'cover.change', input: undo },
    },
  }
}

const end: Actions['end'] = async ({ id, reason }, act) => {
  const row = await openOne(act, id)
  if (isRefused(row)) return row
  await stop(act, row)
  const after = (await coverById(act.db, act.desk.id, id)) as CoverRow
  return {
    output: { cover: await view(act, after) },
    entry: {
      items: [id, row.cover_id, row.away_id],
      values: { words: wordsOf(act, after) },
      ...(reason === '' ? {} : { why: reason }),
      undo: final('cover.end'),
    },
  }
}

const byClock = (row: CoverRow, act: Act, operation: 'cover.begin' | 'cover.finish') => ({
  output: {},
  entry: {
    items: [row.id, row.cover_id, row.away_id],
    values: { words: wordsOf(act, row) },
    undo: final(operation),
  },
})

const begin: Actions['begin'] = async ({ id }, act) => {
  const row = await coverById(act.db, act.desk.id, id)
  if (!row) return noCover
  if (row.state !== 'planned') return refuse('moved-on', `${wordsOf(act, row)}.`, [id])
  if (Temporal.Instant.compare(row.from_at, act.at) > 0) return refuse('not-yours', 'Its time has not come.', [id])
  await start(act, id)
  return byClock({ ...row, state: 'on' }, act, 'cover.begin')
}

const finish: Actions['finish'] = async ({ id }, act) => {
  const row = await openOne(act, id)
  if (isRefused(row)) return row
  if (Temporal.Instant.compare(row.until_at, act.at) > 0) return refuse('not-yours', 'It is not over.', [id])
  await stop(act, row)
  return byClock({ ...row, state: 'over' }, act, 'cover.finish')
}

/** Whoever covers, as long as it is theirs; whoever is away, and whoever could end it, at any time. Null: they may. */
async function lookedAtBy(act: Act, row: CoverRow): Promise<Refused | null> {
  if (row.cover_id === act.member.id) {
    const now = openness(row, act.at)
    if (now === 'open') return null
    const from = dayOf(zoned(act, opensAt(row)))
    const why =
      now === 'over' ? 'That cover is over, and its note with it.' : `The note is yours to read from ${from} on.`
    return refuse('not-yours', why, [row.id])
  }
  return row.away_id === act.member.id || (await act.may('cover.end', {})).may === 'yes' ? null : noCover
}

/** Whoever reads a note was told of the private things that have a line in it. */
async function lookedAcross(act: Act, sections: readonly NoteSection[]): Promise<void> {
  const ids = sections.flatMap(({ lines }) => lines.flatMap(({ item }) => item ?? []))
  const found = await act.asDesk(() => privateAmong(act.db, act.desk.id, ids))
  act.looked(found.map((id) => ({ id, label: 'private' })))
}

const note: Actions['note'] = async ({ id }, act) => {
  const row = await coverById(act.db, act.desk.id, id)
  if (!row) return noCover
  const no = await lookedAtBy(act, row)
  if (no) return no
  const handed = mayReadHanded(act, row) ? row.handed : null
  const began = handed === null ? null : zoned(act, row.from_at).toString({ smallestUnit: 'second' })
  const sections = await noteOf(act, row)
  await lookedAcross(act, [...sections, ...(handed ?? [])])
  return { cover: await view(act, row), sections, handed, handedAt: began }
}

const report: Actions['report'] = async ({ id }, act) => {
  const row = await coverById(act.db, act.desk.id, id)
  return row ? { cover: await view(act, row), ...(await reportOf(act, row)) } : noCover
}

const seen: Actions['seen'] = async ({ id }, act) => {
  const row = await coverById(act.db, act.desk.id, id)
  if (!row) return noCover
  if (row.state !== 'over') return refuse('moved-on', 'It is not over yet.', [id])
  if (row.cover_id === act.member.id) return refuse('not-yours', 'Whoever was away looks at it.', [id])
  if (row.seen_at !== null) return refuse('moved-on', 'Somebody has seen it already.', [id])
  await setCover(act.db, act.desk.id, id, { seen: act.at })
  return {
    output: {},
    entry: { items: [id], values: { words: wordsOf(act, row) }, undo: final('cover.seen') },
  }
}

const settings: Actions['settings'] = async (set, act) => {
  if (act.member.kind !== 'executive' && act.member.kind !== 'assistant')
    return refuse('not-yours', 'The executive and the assistant say this.')
  const before = await settingsOf(act.db, act.desk.id)
  await setSettings(act.db, act.desk.id, set)
  return {
    output: { settings: set },
    entry: {
      items: [act.desk.id],
      values: { told: set.told, self: set.self },
      before,
      after: set,
      undo: { operation: 'cover.settings', input: before },
    },
  }
}

const mostPast = 20

export const coverActions: ActionsFor<typeof coverContract> = {
  cover: {
    list: async ({ past }, act) => {
      const rows = past ? await pastCovers(act.db, act.desk.id, mostPast) : await openCovers(act.db, act.desk.id)
      const current = rows.filter((row) => past || Temporal.Instant.compare(row.until_at, act.at) > 0)
      const kept = await settingsOf(act.db, act.desk.id)
      const works = act.member.kind === 'executive' || act.member.kind === 'assistant'
      const may = works && (await act.may('board.change', {})).may === 'yes'
      const covers: CoverView[] = []
      for (const row of current) covers.push(await view(act, row))
      return { covers, settings: kept, mayStart: may || (kept.self && act.member.kind === 'cover') }
    },
    plan,
    change,
    end,
    begin,
    finish,
    note,
    report,
    seen,
    settings,
  },
}
