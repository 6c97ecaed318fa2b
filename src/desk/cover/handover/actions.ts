import type { Instant } from '../../../plan/time.ts'
import type { Act } from '../../act.ts'
import { sightOf } from '../../authority/board/model.ts'
import { openProposals } from '../../authority/proposals/queries.ts'
import { wishOf } from '../../authority/proposals/words.ts'
import { mayRead, maySee, type Reader, type sights } from '../../calendar/views/model.ts'
import { handedOver } from '../../holds/contribution/model.ts'
import { groups } from '../../holds/keeping/queries.ts'
import { momentWords } from '../../holds/texts/words.ts'
import { openAsks } from '../../rules/findings/queries.ts'
import { daysSpan, type Judgement, judgedNow } from '../../rules/judging/actions.ts'
import { boardOfCover, type NoteLine, type NoteSection } from '../model.ts'
import type { CoverRow } from '../queries.ts'

const seen = ['nothing', 'busy', 'desk', 'named', 'all'] as const satisfies readonly (typeof sights)[number][]

/** Whoever covers, as a reader while they cover. */
export const readerFor = (row: CoverRow): Reader => ({
  sees: seen[sightOf(boardOfCover(row.cover_board, row.board))],
  member: row.cover_id,
})

/**
 * The note writes itself from the record, as whoever covers may see it: what is held for others, what is in flight and
 * what was said last, what falls due in those days, and whom they will meet.
 */
export const noteOf = (act: Act, row: CoverRow): Promise<NoteSection[]> =>
  act.asDesk(async () => {
    const reader = readerFor(row)
    const offered = (await groups(act.db, act.desk.id, null)).filter(({ label }) => maySee(label, reader))
    const held = handedOver(offered, act.desk.zone)
    const judgement = await judgedNow(act, daysOf(act, row))
    return [
      { part: 'held', lines: held.map(({ words, detail, group }) => ({ words, detail, item: group })) },
      { part: 'flight', lines: [...(await proposed(act, reader)), ...(await asked(act, judgement, reader))] },
      { part: 'due', lines: [...dueOf(act, row, held), ...needsOf(judgement, reader)] },
      { part: 'people', lines: peopleOf(judgement, reader) },
    ] satisfies NoteSection[]
  })

const dateOf = (act: Act, at: Temporal.Instant) => at.toZonedDateTimeISO(act.desk.zone).toPlainDate()

/** The days of the cover, from today on. */
const daysOf = (act: Act, row: CoverRow) => {
  const [today, first] = [dateOf(act, act.at), dateOf(act, row.from_at)]
  const from = Temporal.PlainDate.compare(first, today) < 0 ? today : first
  const last = dateOf(act, row.until_at.subtract({ seconds: 1 }))
  return daysSpan(act, from, Temporal.PlainDate.compare(last, from) < 0 ? from : last)
}

async function proposed(act: Act, reader: Reader): Promise<NoteLine[]> {
  const rows = (await openProposals(act.db, act.desk.id)).filter(({ label }) => maySee(label, reader))
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

const mostNeeds = 20

/** What is wrong with those days and nobody has dealt with. */
const needsOf = ({ findings, dealt, items }: Judgement, reader: Reader): NoteLine[] => {
  const byKey = new Map(items.map((found) => [found.item.key, found]))
  return findings
    .filter(({ weight, fingerprint }) => weight !== 'prefer' && !dealt.accepted.has(fingerprint))
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
