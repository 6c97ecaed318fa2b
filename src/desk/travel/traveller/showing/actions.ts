import { kindOf } from '../../../../plan/rules/kinds.ts'
import { type Act, isRefused, type Refused, refuse } from '../../../act.ts'
import { maySee, readerOf } from '../../../calendar/views/model.ts'
import { everybody } from '../../../people/showing/actions.ts'
import type { ActionsFor } from '../../../registry.ts'
import { countsLately, countsOf } from '../../../rules/counts/actions.ts'
import { ruleViewOf } from '../../../rules/draft/model.ts'
import { rulesToday } from '../../../rules/queries.ts'
import { besideTrips } from '../beside/actions.ts'
import type { travellerContract } from '../contract.ts'
import {
  type Loyalty,
  type LoyaltyView,
  type Paper,
  type PaperView,
  privately,
  type TravellerBrief,
  type TravellerView,
  validityOf,
  type Wish,
} from '../model.ts'
import { loyalties, papers, passports, wishes } from '../queries.ts'
import { executives, type WishView, wishIn, wishKinds } from '../wishes/model.ts'
import { wishTitles } from '../wishes/words.ts'
import { expiryWords, hiddenWords, paperTitle, saidWords, standsWords } from '../words.ts'

type Actions = ActionsFor<typeof travellerContract>['traveller']

export const todayOf = ({ at, desk }: Pick<Act, 'at' | 'desk'>): Temporal.PlainDate =>
  at.toZonedDateTimeISO(desk.zone).toPlainDate()

/** Somebody who travels. `isPrivate`: a person whom not everybody at the desk may know of. */
export type Somebody = {
  readonly personId: string | null
  readonly name: string
  readonly isPrivate: boolean
}

/** The executive, or a person whoever acts may know of. */
export async function somebody(act: Act, personId: string | null): Promise<Somebody | Refused> {
  if (personId === null) return { personId, name: act.desk.executive, isPrivate: false }
  const person = (await everybody(act)).byId.get(personId)
  if (!person) return refuse('not-there', 'The desk knows no such person.', [], 'personId')
  act.looked([person])
  return { personId, name: person.name, isPrivate: person.label === 'private' }
}

/** Whether a member sees everything private, and so the numbers. */
export const seesPrivate = (act: Act): boolean => maySee('private', readerOf(act))

/** The row policy says the same. */
export const mayReadPaper = (act: Act, { readers }: Pick<Paper, 'readers'>): boolean => {
  const reader = readerOf(act)
  return maySee('private', reader) || (reader.sees === 'named' && readers.includes(act.member.id))
}

const numberIn = (number: string | null, sealed: ReadonlySet<string>) => ({
  number: number !== null && sealed.has(number) ? number : null,
  numberGone: number !== null && !sealed.has(number),
})

/** Numbers of these that are on file. */
export const sealedOf = (act: Act, all: readonly { readonly number: string | null }[]): Promise<ReadonlySet<string>> =>
  act.secrets.kept(
    all.flatMap(({ number }) => number ?? []),
    'number',
  )

type Beside = {
  /** Ids of the numbers that are on file. */
  readonly sealed: ReadonlySet<string>
  readonly beside: (paper: Paper) => string
}

/** What papers are shown with. */
export const besideThem = async (act: Act, all: Parameters<typeof sealedOf>[1]): Promise<Beside> => ({
  sealed: await sealedOf(act, all),
  beside: await besideTrips(act, todayOf(act)),
})

export const paperViewOf = (act: Act, paper: Paper, { sealed, beside }: Beside): PaperView => ({
  ...paper,
  beside: beside(paper),
  readers: [...paper.readers],
  title: paperTitle(paper),
  expires: expiryWords(paper.until, todayOf(act)),
  validity: validityOf(paper.until, todayOf(act)),
  ...numberIn(paper.number, sealed),
})

export const loyaltyViewOf = (row: Loyalty, sealed: ReadonlySet<string>): LoyaltyView => ({
  ...row,
  ...numberIn(row.number, sealed),
})

/** Wishes with their rules as they now are. */
export async function wishViews(act: Act, rows: readonly Wish[], { name, personId }: Somebody): Promise<WishView[]> {
  if (rows.length === 0) return []
  const rules = new Map((await rulesToday(act.db, act.desk.id)).map((rule) => [rule.id, rule]))
  const counts = act.reads ? await countsOf(act) : await countsLately(act)
  const who = personId === null ? null : name
  return rows.map(({ id, version, is, rule: ruleId, said }) => {
    const rule = rules.get(ruleId)
    const wish = rule ? wishIn(is, rule, who) : null
    const view = rule && ruleViewOf(rule, counts(rule.id), kindOf)
    return {
      ...{ id, version, is, title: wishTitles[is], wish, said: saidWords(said), note: said.note },
      rule: view
        ? {
            id: view.id,
            version: view.version,
            words: view.words,
            weight: view.weight,
            on: view.on,
            counts: view.counts,
          }
        : null,
      stands: !rule
        ? standsWords.gone
        : !rule.on
          ? standsWords.off
          : wish === null
            ? standsWords.changed
            : standsWords.on,
    }
  })
}

/** What is on file of papers, whoever may read them. */
async function allPapers(act: Act, personId: string | null) {
  const own = await papers(act.db, act.desk.id, personId)
  const all = await act.asDesk(() => papers(act.db, act.desk.id, personId))
  const read = own.filter((paper) => mayReadPaper(act, paper))
  const seen = new Set(read.map(({ id }) => id))
  return { read, hidden: all.filter(({ id }) => !seen.has(id)) }
}

const kindsFor = ({ personId, isPrivate }: Somebody): TravellerView['wishKinds'] =>
  wishKinds
    .filter((is) => !isPrivate && (personId === null || !executives.includes(is)))
    .map((is) => ({ is, title: wishTitles[is] }))

export async function travellerOf(act: Act, who: Somebody): Promise<TravellerView> {
  const { personId, name } = who
  const [passport] = await passports(act.db, act.desk.id, personId)
  const { read, hidden } = await allPapers(act, personId)
  const cards = await loyalties(act.db, act.desk.id, personId)
  const wished = await wishes(act.db, act.desk.id, personId)
  const around = await besideThem(act, [...read, ...cards])
  act.looked(read.map(({ id }) => privately(id)))
  const validities = hidden.map(({ until }) => validityOf(until, todayOf(act)))
  return {
    ...{ personId, name, executive: personId === null },
    version: passport?.version ?? 0,
    passportName: passport?.passportName ?? null,
    papers: read.map((paper) => paperViewOf(act, paper, around)),
    hidden: hidden.length === 0 ? null : { count: hidden.length, words: hiddenWords(validities) },
    loyalty: cards.map((card) => loyaltyViewOf(card, around.sealed)),
    wishes: await wishViews(act, wished, who),
    readsPapers: seesPrivate(act),
    wishKinds: kindsFor(who),
  }
}

export const show: Actions['show'] = async ({ personId = null }, act) => {
  const who = await somebody(act, personId)
  return isRefused(who) ? who : { traveller: await travellerOf(act, who) }
}

/** The executive first, then everybody of whom anything is on file, by name. */
export const list: Actions['list'] = async (_, act) => {
  const known = await everybody(act)
  const names = await passports(act.db, act.desk.id)
  const cards = await loyalties(act.db, act.desk.id)
  const wished = await wishes(act.db, act.desk.id)
  const read = (await papers(act.db, act.desk.id)).filter((paper) => mayReadPaper(act, paper))
  const all = await act.asDesk(() => papers(act.db, act.desk.id))
  const there = new Set([...names, ...cards, ...wished, ...all].map(({ personId }) => personId))
  const people = known.people.filter(({ id }) => there.has(id))
  act.looked([...people, ...read.map(({ id }) => privately(id))])
  const who = [{ id: null, name: act.desk.executive }, ...people]
  return {
    travellers: who.map(({ id, name }): TravellerBrief => {
      const of = <T extends { personId: string | null }>(rows: readonly T[]) =>
        rows.filter((row) => row.personId === id)
      return {
        ...{ personId: id, name, executive: id === null },
        passportName: of(names)[0]?.passportName ?? null,
        papers: of(all).length,
        expires: expires(act, of(read), of(all)),
        wishes: of(wished).length,
      }
    }),
  }
}

/** What of somebody's papers does not last: by its name for who may read it. */
function expires(act: Act, read: readonly Paper[], all: readonly Paper[]): string {
  const today = todayOf(act)
  const lasts = ({ until }: Paper) => ['good', 'unknown'].includes(validityOf(until, today))
  const told = read
    .filter((paper) => !lasts(paper))
    .map((paper) => `${paperTitle(paper)} ${expiryWords(paper.until, today)}`)
  const seen = new Set(read.map(({ id }) => id))
  const hidden = all.filter((paper) => !seen.has(paper.id) && !lasts(paper))
  return [
    ...told,
    ...(hidden.length === 0 ? [] : [hiddenWords(hidden.map(({ until }) => validityOf(until, today)))]),
  ].join('; ')
}
