import { type Act, type Done, type Refused, refuse } from '../../act.ts'
import { members } from '../../authority/queries.ts'
import { entriesSeen } from '../../journal/actions.ts'
import { type ActionsFor, final } from '../../registry.ts'
import { zonedIn } from '../../shapes.ts'
import { boundaryWords } from '../boundaries/words.ts'
import type { agreementContract } from './contract.ts'
import { type Counting, countedFrom, counting, measured, measuredBetween, partnersOf } from './measures/actions.ts'
import { measures, soWords } from './measures/model.ts'
import { type Kept, type MeasureView, type Part, type Partner, parts, type Side, signedSides } from './model.ts'
import { agreed, keepAgreed } from './queries.ts'
import { exportText, partWords, sidesNote, stateWords, whoseWords } from './words.ts'

type Actions = ActionsFor<typeof agreementContract>['agreement']

const dayOf = (at: Temporal.Instant, zone: string): string => at.toZonedDateTimeISO(zone).toPlainDate().toString()

/** The side somebody is on; null for whoever is no partner. */
const sideOf = ({ member }: Pick<Act, 'member'>, partners: readonly Partner[]): Side | null =>
  partners.find(({ id, leftAt }) => id === member.id && leftAt === null)?.side ?? null

/** As many asks outside the hours as the page shows by itself; the number opens the others. */
const [mostShown, mostOpened] = [8, 200]

/** The agreement with its numbers: counted as the desk, but for what the two alone may read of each other. */
async function everything(act: Act) {
  const found = await act.asDesk(async () => {
    const all = await counting(act)
    return { all, kept: await agreed(act.db, act.desk.id), counted: await measured(act, all) }
  })
  const measures = new Map([...found.counted.measures, ...(await measuredBetween(act, found.all))])
  return { ...found, measures }
}

const show: Actions['show'] = async (_, act) => {
  const { all, kept, counted, measures } = await everything(act)
  const { zone } = act.desk
  const mine = sideOf(act, all.partners)
  return {
    mine,
    partners: all.partners.map(({ side, name, leftAt }) => ({
      side,
      name,
      leftOn: leftAt === null ? null : dayOf(leftAt, zone),
    })),
    whose: whoseOf(act, all),
    note: sidesNote(all.partners, act.desk.executive, zone),
    from: `${all.months.names[0]}-01`,
    to: dayOf(act.at, zone),
    parts: parts.map((part) =>
      partOf(
        act,
        part,
        kept.find((one) => one.part === part),
        { all, mine, of: measures.get(part) ?? [] },
      ),
    ),
    outside: await entriesSeen(act, counted.outside.slice(0, mostShown)),
    boundaries: boundaryWords(all.rules),
  }
}

/** Whose the numbers of each side are. */
const whoseOf = (act: Act, { partners, months }: Counting): Record<Side, string> => {
  const since = Temporal.Instant.fromEpochMilliseconds(months.bounds[0] ?? 0)
  const of = (side: Side) => whoseWords(side, partners, since, act.desk.zone)
  return { executive: of('executive'), assistant: of('assistant') }
}

type Around = { readonly all: Counting; readonly mine: Side | null; readonly of: readonly MeasureView[] }

function partOf(act: Act, part: Part, kept: Kept | undefined, { all, mine, of }: Around) {
  const signed = kept?.signed ?? []
  const partner = (id: string) => all.partners.find((one) => one.id === id)
  return {
    part,
    ...partWords[part],
    sentence: kept?.sentence ?? null,
    version: kept?.version ?? null,
    signatures: signed.flatMap(({ member, at }) => {
      const who = partner(member)
      if (!who) return []
      const { side, name, leftAt } = who
      return [
        {
          side,
          name,
          at: zonedIn(Temporal.Instant.from(at), act.desk.zone),
          here: leftAt === null,
          mine: member === act.member.id,
        },
      ]
    }),
    stateWords: stateWords(kept, all.partners),
    agreed: signedSides(signed, all.partners).length === 2,
    maySign: kept !== undefined && mine !== null && !signed.some(({ member }) => member === act.member.id),
    measures: [...of],
  }
}

const counted: Actions['counted'] = async ({ part, side, month }, act) => {
  const all = await act.asDesk(() => counting(act))
  const n = month === undefined ? null : all.months.names.indexOf(month)
  if (n === -1) return refuse('not-there', 'That month is not among the last twelve.', [], 'month')
  const found = await countedFrom(act, all, { part, side, month: n }, mostOpened + 1)
  const measure = measures[part][side]
  const shown = found.slice(0, mostOpened)
  const byEntry = Map.groupBy(shown, ({ entry }) => entry)
  const seen = await entriesSeen(act, [...byEntry.keys()])
  const goods = (entry: string) => (byEntry.get(entry) ?? []).map(({ good }) => good)
  const entries = seen.map((entry) => ({ ...entry, as: soWords(measure, goods(entry.id)) }))
  return { words: measure.title, entries, more: found.length > mostOpened }
}

const takeOut: Actions['export'] = async (_, act) => {
  const { all, kept, measures: numbers } = await everything(act)
  const text = exportText({
    executive: act.desk.executive,
    kept,
    partners: all.partners,
    whose: whoseOf(act, all),
    numbers: (part) =>
      (numbers.get(part) ?? []).map(({ side, title, words }) => ({ side, title, said: words ?? 'not measured yet' })),
    boundaries: boundaryWords(all.rules),
    at: act.at,
    zone: act.desk.zone,
  })
  return { text, fileName: `agreement-${dayOf(act.at, act.desk.zone)}.txt` }
}

/** Those who agree are the executive and whoever assists them: people, under their own names. */
async function partner(act: Act): Promise<readonly Partner[] | Refused> {
  const partners = partnersOf(await members(act.db, act.desk.id))
  return sideOf(act, partners) === null
    ? refuse('not-yours', 'The agreement is between the executive and whoever assists them.')
    : partners
}

const isNo = (found: readonly Partner[] | Refused): found is Refused => 'refused' in found

type Written = { readonly by: 'agreement.write' | 'agreement.sign'; readonly partners: readonly Partner[] }
type Answer = Done<{ part: Part; version: number; agreed: boolean }>

async function kept(
  act: Act,
  one: Omit<Kept, 'since'>,
  before: Kept | null,
  { by, partners }: Written,
): Promise<Answer> {
  await keepAgreed(act.db, act.desk.id, one, { at: act.at, entry: act.entry })
  const changed = before?.sentence === one.sentence ? {} : { before: before?.sentence ?? null, after: one.sentence }
  return {
    output: { part: one.part, version: one.version, agreed: signedSides(one.signed, partners).length === 2 },
    entry: {
      items: [one.id],
      values: { title: partWords[one.part].title.toLowerCase(), sentence: one.sentence },
      ...changed,
      tell: true,
      undo: final(by),
    },
  }
}

/** Who signs now, with when. */
const signature = (act: Act) => ({ member: act.member.id, at: act.at.toString({ smallestUnit: 'second' }) })

const moved = (id: string) => refuse('moved-on', 'It was put into other words since you read it.', [id], 'version')

const write: Actions['write'] = async ({ part, sentence, version }, act) => {
  const partners = await partner(act)
  if (isNo(partners)) return partners
  const before = (await agreed(act.db, act.desk.id)).find((one) => one.part === part) ?? null
  if ((before?.version ?? null) !== version) return moved(before?.id ?? part)
  if (before?.sentence === sentence)
    return refuse('moved-on', 'Those are its words already: sign them instead.', [before.id], 'sentence')
  const next = { id: before?.id ?? act.newId(), version: (before?.version ?? 0) + 1, part, sentence }
  return kept(act, { ...next, signed: [signature(act)] }, before, { by: 'agreement.write', partners })
}

const sign: Actions['sign'] = async ({ part, version }, act) => {
  const partners = await partner(act)
  if (isNo(partners)) return partners
  const before = (await agreed(act.db, act.desk.id)).find((one) => one.part === part)
  if (!before) return refuse('not-there', 'This part is not in words yet: write it first.', [], 'part')
  if (before.version !== version && !isSameWords(before, version)) return moved(before.id)
  if (before.signed.some(({ member }) => member === act.member.id))
    return refuse('moved-on', 'You have signed it already.', [before.id])
  const { id, sentence, signed } = before
  const next = { id, part, sentence, version: before.version + 1, signed: [...signed, signature(act)] }
  return kept(act, next, before, { by: 'agreement.sign', partners })
}

/** A signature is a version as well: who read the words before the other signed them has read these words. */
const isSameWords = ({ version, signed }: Kept, read: number): boolean =>
  read < version && version - read < signed.length

export const agreementActions: ActionsFor<typeof agreementContract> = {
  agreement: { show, counted, export: takeOut, write, sign },
}
