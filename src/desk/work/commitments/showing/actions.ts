import { zonedText } from '../../../../plan/text.ts'
import { utc, zoneOf } from '../../../../plan/zone.ts'
import { type Act, type Refused, refuse } from '../../../act.ts'
import { maySee, readerOf } from '../../../calendar/views/model.ts'
import type { ActionsFor } from '../../../registry.ts'
import { dueLetterFor } from '../../../rules/messages/model.ts'
import { capture } from '../capture/model.ts'
import type { commitmentsContract } from '../contract.ts'
import { dueOf } from '../dues/model.ts'
import { askedOf, byDue, type Commitment, type CommitmentView, folded } from '../model.ts'
import { commitmentById, commitments, hangingOn } from '../queries.ts'
import { chaseWords, dueWords, factWords, promiseWords, type Reading, saidWords } from '../words.ts'

type Actions = ActionsFor<typeof commitmentsContract>['commitment']

export const nowOf = ({ at, desk }: Pick<Act, 'at' | 'desk'>): Temporal.ZonedDateTime =>
  at.toZonedDateTimeISO(desk.zone)

const zoned = (at: number, zone: string): string => zonedText(at as never, zoneOf(zone) ?? utc)

/** A commitment as whoever reads is told of it. */
export function viewFor(one: Commitment, reading: Reading, now: Temporal.ZonedDateTime): CommitmentView {
  const { terms } = one
  const zone = terms.zone ?? now.timeZoneId
  const isOpen = one.state === 'open'
  return {
    id: one.id,
    version: one.version,
    side: one.side,
    state: one.state,
    words: promiseWords(one, reading),
    what: terms.what,
    by: terms.by,
    to: terms.to,
    owner: terms.owner,
    dueOn: terms.dueOn,
    time: terms.time,
    zone,
    dueAt: one.dueAt === null ? null : zoned(one.dueAt, zone),
    dueWords: dueWords(terms, one.dueAt, now),
    isLate: isOpen && one.dueAt !== null && one.dueAt < now.epochMilliseconds,
    saidAt: zoned(Temporal.Instant.from(terms.saidAt).epochMilliseconds, now.timeZoneId),
    saidWhere: terms.saidWhere,
    saidWords: saidWords(one, now),
    quote: terms.words,
    chaseOn: terms.chaseOn,
    chaseWords: chaseWords(one, now),
    isChaseDue: isOpen && one.side === 'theirs' && one.chaseAt <= now.epochMilliseconds,
    asked: askedOf(terms),
    hangsOn: [...one.hangsOn],
    label: one.label,
    facts: terms.facts.map((fact) => ({ ...fact, words: factWords(fact, now) })),
  }
}

export const readingOf = ({ member, desk }: Act): Reading => ({ name: member.name, executive: desk.executive })

export function viewOf(act: Act, one: Commitment): CommitmentView {
  act.looked([one])
  return viewFor(one, readingOf(act), nowOf(act))
}

export const noCommitment = refuse('not-there', 'There is no such commitment.', [], 'id')

/** One that is there and whoever asks may know of. */
export const commitmentFor = async (act: Act, id: string): Promise<Commitment | Refused> => {
  const found = await commitmentById(act.db, act.desk.id, id)
  return found && maySee(found.label, readerOf(act)) ? found : noCommitment
}

const settledShown = Temporal.Duration.from({ hours: 90 * 24 })

export const list: Actions['list'] = async ({ all, side, person }, act) => {
  const found = await commitments(act.db, act.desk.id, all ? act.at.subtract(settledShown) : null)
  const wanted = person === undefined ? null : folded(person)
  const names = ({ terms: { by, to } }: Commitment) =>
    [by, to].flatMap(({ name, address }) => [folded(name), address ?? ''])
  return {
    commitments: found
      .filter(({ label }) => maySee(label, readerOf(act)))
      .filter((one) => side === undefined || one.side === side)
      .filter((one) => wanted === null || names(one).some((name) => name.includes(wanted)))
      .sort(byDue)
      .map((one) => viewOf(act, one)),
  }
}

export const show: Actions['show'] = async ({ id }, act) => {
  const one = await commitmentFor(act, id)
  if ('refused' in one) return one
  const hanging = (await hangingOn(act.db, act.desk.id, [id])).filter(({ label }) => maySee(label, readerOf(act)))
  const writer = { name: act.member.name, executive: act.desk.executive, zone: act.desk.zone }
  const ask = one.terms.owner === 'theirs' || one.side === 'theirs' ? 'chase' : 'late'
  return {
    commitment: viewOf(act, one),
    hanging: hanging
      .filter(({ state }) => state === 'open')
      .map((other) => ({ id: other.id, words: viewOf(act, other).words })),
    letter:
      one.state === 'open' ? dueLetterFor(ask, dueOf(one, act.desk.zone), writer, act.at.epochMilliseconds) : null,
  }
}

export const understand: Actions['understand'] = async ({ text }, act) =>
  capture(text, { now: nowOf(act), me: act.member.name, executive: act.desk.executive })
