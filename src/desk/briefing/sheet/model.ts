import * as z from 'zod'
import { type DeskReader, sights } from '../../calendar/views/model.ts'
import { checked } from '../../outgoing/model.ts'
import { dateText } from '../../shapes.ts'
import type { DayRow, Today } from '../model.ts'
import { cityOf, clockOn, clockWords, dayWords, inSentence, namesWords } from '../words.ts'

/** For whom a sheet is: the executive; whoever sits at the desk, without what is private; anybody else, only what is open. */
export const audiences = ['executive', 'desk', 'others'] as const
export const audience = z.enum(audiences)
export type Audience = z.infer<typeof audience>

const sheetRow = z.object({
  row: z.enum(['event', 'hold', 'way', 'free']),
  /** From and until, on the clock of each of the sheet's zones: `08:30–09:30`. Empty for the time between. */
  times: z.array(z.string()),
  title: z.string(),
  detail: z.string(),
  people: z.string(),
  private: z.boolean(),
  /** What is wrong with it, in words: only here, the others stand under the day. */
  wrong: z.array(z.string()),
})
export type SheetRow = z.infer<typeof sheetRow>

/** One page of the executive's day, in words, ready to be set. */
export const sheet = z.object({
  on: dateText,
  /** "Tuesday 24 November 2026" */
  title: z.string(),
  executive: z.string(),
  audience,
  audienceWords: z.string(),
  summary: z.string(),
  /** What stands over each clock: "London", "Zurich, from 20:35". */
  zones: z.array(z.string()).min(1),
  allDay: z.array(z.string()),
  rows: z.array(sheetRow),
  /** What stands against the day and hangs on none of its rows. */
  findings: z.array(z.string()),
  waiting: z.array(z.string()),
  /** What other nouns have to say of the day, each under its own heading; those with no lines are left out. */
  sections: z.array(z.object({ name: z.string(), lines: z.array(z.string()) })),
  /** "Monday 23 November 2026, 20:15 London" */
  printed: z.string(),
  /** The newest entry of the journal and the hash of the chain up to it. */
  record: z.object({ number: z.int(), hash: z.string() }),
  /** What is kept back because it gives something private away, as whoever prints it may know; `hash` is what `sheet.release` takes. */
  back: checked.extend({ text: z.string(), hash: z.string() }).nullable(),
})
export type Sheet = z.infer<typeof sheet>

/** Whoever prints a sheet for somebody else sees on it what that one may know, and never more than they may themselves. */
export function sheetReader(reader: DeskReader, audience: Audience): DeskReader {
  const most = { executive: reader.sees, desk: 'desk', others: 'open' } as const
  const sees = sights[Math.min(sights.indexOf(reader.sees), sights.indexOf(most[audience]))] ?? 'nothing'
  return { ...reader, sees, member: audience === 'executive' ? reader.member : null }
}

const audienceWords = (audience: Audience, executive: string): string =>
  ({
    executive: `For ${executive}`,
    desk: 'For the desk: nothing private is on it',
    others: 'For others: only what is open is on it',
  })[audience]

/** What it is, as a release of it says. */
export const forWhom = ({ audience, title }: Pick<Sheet, 'audience' | 'title'>): string =>
  `the day sheet of ${title} for ${audience === 'desk' ? 'somebody at the desk' : 'anybody else'}`

/** All that is on the paper but when it was printed. */
export const wholeOf = ({ printed: _printed, record: _record, back: _back, ...sheet }: Sheet): string =>
  JSON.stringify(sheet)

type Given = Pick<Sheet, 'audience' | 'executive' | 'record' | 'sections'>

/** The page of a day: what needs no screen, nothing to press, every time with its zone. */
export function sheetFor(day: Today, { audience, executive, record, sections }: Given): Sheet {
  const standing = day.findings.filter(({ state, words }) => state !== 'accepted' && words !== '')
  const told = audience === 'others' ? standing.filter(({ label }) => label === 'open') : standing
  const wrong = new Map(told.map((finding) => [finding.fingerprint, findingWords(finding)]))
  const onRows = new Set(day.rows.flatMap((row) => (row.row === 'event' ? row.findings : [])))
  const marks = new Set(standing.flatMap(({ title, stateWords }) => [inSentence(title), stateWords ?? '']))
  const on = Temporal.PlainDate.from(day.on)
  const now = Temporal.ZonedDateTime.from(day.now)
  const zones = day.zones.map(({ zone }) => zone)
  return {
    on: day.on,
    title: `${dayWords(on)} ${on.year}`,
    executive,
    audience,
    audienceWords: audienceWords(audience, executive),
    summary: day.summary.map(({ words }) => words).join(''),
    zones: day.zones.map(({ place, fromWords }) => (fromWords === '' ? place : `${place}, ${fromWords}`)),
    allDay: day.allDay.map(({ title }) => title),
    rows: day.rows.map((row) => rowOf(row, { on, zones, wrong, marks })),
    findings: [...wrong].flatMap(([fingerprint, words]) => (onRows.has(fingerprint) ? [] : [words])),
    waiting: day.waiting.map(({ words }) => words),
    sections: sections.filter(({ lines }) => lines.length > 0),
    printed: `${dayWords(now.toPlainDate())} ${now.year}, ${clockWords(now)} ${cityOf(now.timeZoneId)}`,
    record,
    back: null,
  }
}

/** Everything a sheet says in somebody's own words, each with where it stands; `own`: what its items are called, and where. */
export const linesOf = ({
  allDay,
  rows,
  findings,
  waiting,
  sections,
}: Sheet): { text: string[]; names: string[]; own: string[] } => ({
  text: [
    ...allDay,
    ...rows.flatMap(({ title, detail, wrong }) => [title, detail, ...wrong]),
    ...findings,
    ...waiting,
    ...sections.flatMap(({ lines }) => lines),
  ],
  names: rows.map(({ people }) => people),
  own: [...rows.map(({ title, detail }) => `${title}\n${detail}`), ...allDay],
})

/** The sheet without the lines that give something private away; whoever prints it is told how many those were. */
export function withheld(sheet: Sheet, gives: ReadonlySet<string>): Sheet {
  if (gives.size === 0) return sheet
  const kept = (line: string) => !gives.has(line)
  const instead = (line: string) => (kept(line) ? line : 'Unavailable')
  return {
    ...sheet,
    audienceWords: `${sheet.audienceWords}; ${gives.size === 1 ? 'one line is' : `${gives.size} lines are`} kept back that ${gives.size === 1 ? 'names' : 'name'} something private`,
    allDay: sheet.allDay.map(instead),
    rows: sheet.rows.map((row) => ({
      ...row,
      title: instead(row.title),
      detail: kept(row.detail) ? row.detail : '',
      wrong: row.wrong.filter(kept),
    })),
    findings: sheet.findings.filter(kept),
    waiting: sheet.waiting.filter(kept),
    sections: sheet.sections.map((section) => ({ ...section, lines: section.lines.filter(kept) })),
  }
}

const findingWords = ({ title, words, state, stateWords }: Today['findings'][number]): string =>
  `${title}: ${words}${state === 'asked' && stateWords !== null ? ` (${stateWords})` : ''}`

type Telling = {
  readonly on: Temporal.PlainDate
  readonly zones: readonly string[]
  readonly wrong: ReadonlyMap<string, string>
  /** Tags that only repeat what is wrong. */
  readonly marks: ReadonlySet<string>
}

function rowOf(row: DayRow, { on, zones, wrong, marks }: Telling): SheetRow {
  const between = { times: [], detail: '', people: '', private: false, wrong: [] }
  if (row.row === 'gap') return { row: 'free', title: row.words, ...between }
  if (row.row === 'travel') return { row: 'way', title: row.words, ...between }
  const { event } = row
  const [start, end] = [event.start, event.end].map((text) => Temporal.ZonedDateTime.from(text))
  const clock = (at: Temporal.ZonedDateTime | undefined, zone: string) => (at ? clockOn(at.withTimeZone(zone), on) : '')
  const names = event.people.map(({ name, address }) => name ?? address)
  return {
    row: event.kind === 'hold' ? 'hold' : 'event',
    times: zones.map((zone) => `${clock(start, zone)}–${clock(end, zone)}`),
    title: event.title,
    detail: [...row.tags.map(({ words }) => words).filter((words) => !marks.has(words)), event.place, event.link]
      .filter((part) => part !== null && part !== '')
      .join(' · '),
    people: namesWords(names, mostNames),
    private: event.label === 'private',
    wrong: row.findings.flatMap((fingerprint) => wrong.get(fingerprint) ?? []),
  }
}

const mostNames = 8
