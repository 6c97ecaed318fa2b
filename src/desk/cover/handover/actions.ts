import type { Instant } from '../../../plan/time.ts'
import type { Act } from '../../act.ts'
import { openProposals } from '../../authority/proposals/queries.ts'
import { wishOf } from '../../authority/proposals/words.ts'
import { type DeskReader, mayRead, maySee, maySeeOfDesk, type Reader, readsDue } from '../../calendar/views/model.ts'
import { decisionsHandedOver } from '../../decisions/contribution/actions.ts'
import { handedOver } from '../../holds/contribution/model.ts'
import { groups } from '../../holds/keeping/queries.ts'
import { momentWords } from '../../holds/texts/words.ts'
import { mayTell } from '../../journal/actions.ts'
import { mistakesHandedOver } from '../../mistakes/contribution/actions.ts'
import { waysHandedOver } from '../../partnership/contribution/actions.ts'
import { prioritiesHanded } from '../../partnership/priorities/contribution/actions.ts'
import type { Person } from '../../people/model.ts'
import { knownTo } from '../../people/showing/actions.ts'
import { assistantsHanded } from '../../people/showing/handing.ts'
import { openAsks } from '../../rules/findings/queries.ts'
import { daysSpan, type Judgement, judgedNow } from '../../rules/judging/actions.ts'
import { tripThings } from '../../rules/trips/model.ts'
import { tripsHandedOver } from '../../travel/contribution/actions.ts'
import { promisesHanded } from '../../work/commitments/contribution/model.ts'
import { commitments } from '../../work/commitments/queries.ts'
import { nowOf } from '../../work/commitments/showing/actions.ts'
import { workHandedOver } from '../../work/contribution/actions.ts'
import { boardOfCover, type NoteLine, type NoteSection } from '../model.ts'
import type { CoverRow } from '../queries.ts'
import { knowsAll, type Reading, readingOf, seesIn } from './model.ts'

const boardOf = (row: CoverRow) => boardOfCover(row.cover_board, row.board)

/** What this note says to whoever asks. */
const readingFor = ({ member }: Act, row: CoverRow): Reading => readingOf(member, row.cover_id, boardOf(row))

/** Whether whoever asks may read what was kept of this note as it was handed over. */
export const mayReadHanded = (act: Act, row: CoverRow): boolean =>
  knowsAll(readingFor(act, row), readingOf({ ...act.member, id: row.cover_id }, row.cover_id, boardOf(row)))

/**
 * The note writes itself from the record, as whoever covers may see it and whoever asks may too: what is held for others,
 * what is in flight and what was said last, what falls due in those days, and whom they will meet.
 */
export const noteOf = (act: Act, row: CoverRow): Promise<NoteSection[]> => {
  const reading = readingFor(act, row)
  return act.asDesk(() => written(act, row, reading))
}

async function written(act: Act, row: CoverRow, reader: Reading): Promise<NoteSection[]> {
  const calendar = seesIn(reader, 'calendar') ? await ofCalendars(act, row, reader) : noLines
  const desk = await ofTheDesk(act, row, reader)
  const flight = [...(await proposed(act, reader)), ...calendar.flight, ...desk.flight]
  const between = await ofThePartnership(act, row, reader)
  return [
    { part: 'held', lines: calendar.held },
    { part: 'flight', lines: await kept(act, row, flight, reader) },
    { part: 'due', lines: [...between.first, ...calendar.frees, ...desk.due, ...calendar.needs] },
    {
      part: 'people',
      lines: [...between.ways, ...calendar.people, ...(await assistantsOf(act, row, reader, calendar.met))],
    },
  ]
}

const noLines = { held: [], flight: [], frees: [], due: [], needs: [], people: [], met: [] }

async function ofCalendars(act: Act, row: CoverRow, reader: Reading) {
  const offered = (await groups(act.db, act.desk.id, null)).filter(({ label }) => maySee(label, reader))
  const held = handedOver(offered, act.desk.zone)
  const judgement = await judgedNow(act, daysOf(act, row))
  const read = judgement.items.filter((found) => mayRead(found, reader))
  return {
    held: held.map(({ words, detail, group }) => ({ words, detail, item: group })),
    flight: await asked(act, judgement, reader),
    frees: dueOf(act, row, held),
    needs: needsOf(judgement, reader),
    people: peopleOf(judgement, reader),
    /** By names and addresses, whom these days bring or who were offered times. */
    met: [
      ...read.flatMap(({ item }) => item.people.map(({ address }) => address)),
      ...offered.flatMap(({ terms: { to } }) => [to.name, ...(to.address === null ? [] : [to.address])]),
    ],
  }
}

async function ofTheDesk(act: Act, row: CoverRow, reader: Reading) {
  const work = await workHandedOver(act, row.until_at, reader)
  const trips = await tripsHandedOver(act, row.until_at, reader)
  const due = [...(await promisedIn(act, row, reader)), ...work.due, ...(await decisionsHandedOver(act, reader))]
  return {
    flight: [...trips.flight, ...work.flight, ...(await mistakesHandedOver(act, reader))],
    due: [...due, ...trips.due],
  }
}

/** What comes first and how the executive works, for whoever may read what is between the two; the agreed rules with the others. */
async function ofThePartnership(act: Act, row: CoverRow, reader: Reading) {
  const answers = seesIn(reader, 'partnership')
  const reads = { answers, agreed: answers || seesIn(reader, 'calendar') }
  return {
    first: answers ? await prioritiesHanded(act, dateOf(act, act.at), reader) : [],
    ways: await kept(act, row, await waysHandedOver(act, reader, reads), reader),
  }
}

/** What people wrote may name what whoever covers is not to know: such a line says only that it is there. */
async function kept(act: Act, row: CoverRow, lines: readonly NoteLine[], { sees }: Reading): Promise<NoteLine[]> {
  if (sees === 'all') return [...lines]
  const texts = lines.map(({ words, detail }) => `${words}\n${detail}`)
  const gives = await act.giveAway(texts, { names: [row.cover_name, row.away_name], own: [] })
  return lines.map((line, n) =>
    gives[n] ? { ...line, words: 'Somebody waits about something private', detail: '' } : line,
  )
}

const dateOf = (act: Act, at: Temporal.Instant) => at.toZonedDateTimeISO(act.desk.zone).toPlainDate()

/** The days of the cover, from today on. */
const daysOf = (act: Act, row: CoverRow) => {
  const [today, first] = [dateOf(act, act.at), dateOf(act, row.from_at)]
  const from = Temporal.PlainDate.compare(first, today) < 0 ? today : first
  const last = dateOf(act, row.until_at.subtract({ seconds: 1 }))
  return daysSpan(act, from, Temporal.PlainDate.compare(last, from) < 0 ? from : last)
}

async function proposed(act: Act, reader: Reading): Promise<NoteLine[]> {
  const member = { ...act.member, kind: 'cover', board: reader.board } as const
  const rows = (await openProposals(act.db, act.desk.id)).filter(
    ({ label, operation, outcome }) => maySee(label, reader) && mayTell({ member }, operation, outcome.values),
  )
  return rows.map((row) => ({
    words: `${row.by_name} asks: ${wishOf(act.sentence(row.operation, row.outcome.values))}`,
    detail: row.why === '' ? 'waits for a yes' : `“${row.why}”; waits for a yes`,
    item: row.id,
  }))
}

const longest = 160

async function asked(act: Act, { findings }: Judgement, reader: Reader): Promise<NoteLine[]> {
  const byPrint = new Map(findings.map((finding) => [finding.fingerprint, finding]))
  return (await openAsks(act.db, act.desk.id)).map((ask) => {
    const finding = byPrint.get(ask.fingerprint)
    const open = reader.sees === 'all' || (finding !== undefined && maySee(finding.label, reader))
    const at = momentWords(ask.askedAt.epochMilliseconds as Instant, act.desk.zone)
    const said =
      ask.message
        .split('\n')
        .filter((line) => line.trim() !== '')
        .at(-1) ?? ''
    return {
      words: open ? `${ask.sentTo} was asked ${at}, no answer yet` : `Somebody was asked ${at} about something private`,
      detail: open ? `last said: “${said.slice(0, longest)}”` : '',
      item: ask.id,
    }
  })
}

/** What frees itself or has to be nudged in those days. */
const dueOf = (act: Act, row: CoverRow, held: ReturnType<typeof handedOver>): NoteLine[] =>
  held
    .filter(({ dueAt }) => dueAt !== null && dueAt < row.until_at.epochMilliseconds)
    .map(({ words, dueAt, group }) => ({
      words: `Frees itself ${momentWords(dueAt as Instant, act.desk.zone)}`,
      detail: words,
      item: group,
    }))

/** What is promised, both ways, and falls due or is to be asked after in those days. */
async function promisedIn(act: Act, row: CoverRow, reader: DeskReader): Promise<NoteLine[]> {
  const open = (await commitments(act.db, act.desk.id, null)).filter(({ label }) => maySeeOfDesk(label, reader))
  const reading = { name: '', executive: act.desk.executive }
  return promisesHanded(open, reading, nowOf(act), row.until_at.epochMilliseconds).map(({ id, words, detail }) => ({
    words,
    detail,
    item: id,
  }))
}

const mostNeeds = 20

/** What is wrong with those days and nobody has dealt with. */
const needsOf = ({ findings, dealt, items, plan }: Judgement, reader: DeskReader): NoteLine[] => {
  const byKey = new Map(items.map((found) => [found.item.key, found]))
  const closed = new Set([
    ...(plan.dues ?? []).filter((due) => !readsDue(due, reader)).map(({ key }) => key),
    ...(reader.travel ? [] : tripThings(plan).keys()),
  ])
  return findings
    .filter(({ weight, fingerprint }) => weight !== 'prefer' && !dealt.accepted.has(fingerprint))
    .filter(({ items: keys }) => !keys.some((key) => closed.has(key)))
    .filter(({ label, items: keys }) => {
      const readable = (key: string) => {
        const found = byKey.get(key)
        return found !== undefined && mayRead(found, reader)
      }
      return maySee(label, reader) || keys.every(readable)
    })
    .slice(0, mostNeeds)
    .map(({ words, weight, items: keys }) => ({
      words,
      detail: weight === 'never' ? 'cannot work as planned' : 'to be avoided',
      item: byKey.get(keys[0] ?? '')?.eventId ?? null,
    }))
}

const mostPeople = 10

/** Whom these days bring most, and for what. */
function peopleOf({ items }: Judgement, reader: Reader): NoteLine[] {
  const met = new Map<string, { name: string; titles: Set<string> }>()
  for (const found of items) {
    if (found.item.cancelled || found.item.owner !== 'executive' || !mayRead(found, reader)) continue
    for (const { address, name } of found.item.people) {
      const one = met.get(address) ?? { name: name ?? address, titles: new Set() }
      one.titles.add(found.item.title)
      met.set(address, one)
    }
  }
  return [...met]
    .sort(([a, one], [b, other]) => other.titles.size - one.titles.size || (a < b ? -1 : 1))
    .slice(0, mostPeople)
    .map(([address, { name, titles }]) => ({
      words: name,
      detail: `${address} · ${[...titles].slice(0, 3).join(', ')}${titles.size > 3 ? ` and ${titles.size - 3} more` : ''}`,
      item: null,
    }))
}

/** Who assists whom, first of those who are `met`; what people wrote may not name what is private. */
async function assistantsOf(act: Act, row: CoverRow, reader: Reading, met: readonly string[]): Promise<NoteLine[]> {
  if (!seesIn(reader, 'people')) return []
  const about = (people: readonly Person[]) => people.flatMap(({ assistants }) => assistants.map(({ id }) => id))
  const known = await knownTo(act, { sees: (label) => maySee(label, reader), about })
  const lines = assistantsHanded(known, met)
  if (reader.sees === 'all') return lines
  const texts = lines.map(({ words, detail }) => `${words}\n${detail}`)
  const gives = await act.giveAway(texts, { names: [row.cover_name, row.away_name], own: [] })
  return lines.filter((_, n) => !gives[n])
}
