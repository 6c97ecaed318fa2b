import { type Act, isRefused, type Refused, refuse } from '../../../act.ts'
import { members } from '../../../authority/queries.ts'
import type { ActionsFor } from '../../../registry.ts'
import { zonedIn } from '../../../shapes.ts'
import { cascade } from '../../cascade/actions.ts'
import type { CascadeView } from '../../contract.ts'
import type { confirmationsContract } from '../contract.ts'
import { confirmationsKnown, segmentsKnown } from '../known/actions.ts'
import { matchFor } from '../matching/model.ts'
import type { ConfirmationLine, PartView } from '../model.ts'
import { partOf } from '../parts/model.ts'
import { tripFor } from '../parts/trip/model.ts'
import {
  allConfirmations,
  type Confirmation,
  confirmationById,
  confirmationsOf,
  documentBytes,
  openConfirmations,
  takenConfirmations,
} from '../queries.ts'
import { droppedWords } from '../words.ts'

type Actions = ActionsFor<typeof confirmationsContract>['confirmation']

const mostListed = 500

/** The confirmation, where whoever asks may know of it. */
export async function confirmationFor(act: Act, id: string): Promise<Confirmation | Refused> {
  const found = await confirmationById(act.db, act.desk.id, id)
  const [known] = await confirmationsKnown(act, found ? [found] : [])
  return known ?? refuse('not-there', 'There is no such confirmation.', [id], 'id')
}

export async function linesOf(act: Act, those: readonly Confirmation[]): Promise<ConfirmationLine[]> {
  const names = new Map((await members(act.db, act.desk.id)).map(({ id, name }) => [id, name]))
  act.looked(those)
  return those.map((one) => {
    const { reading } = one
    const sentAt = reading.sentAt && zonedIn(Temporal.Instant.from(reading.sentAt), act.desk.zone)
    const droppedAt = zonedIn(one.droppedAt, act.desk.zone)
    return {
      id: one.id,
      version: one.version,
      state: one.state,
      label: one.label,
      form: reading.form,
      fileName: one.fileName,
      subject: reading.subject,
      sender: reading.from,
      sentAt,
      droppedAt,
      droppedBy: names.get(one.droppedBy) ?? 'Somebody',
      words: droppedWords({ ...reading, sentAt, droppedAt, fileName: one.fileName }),
      tripId: one.tripId,
      proposals: reading.proposals.length,
      doubts: reading.proposals.reduce((sum, { doubts }) => sum + doubts.length, 0),
      taken: [...one.taken],
      left: one.leftBecause,
    }
  })
}

export const lineOf = async (act: Act, one: Confirmation): Promise<ConfirmationLine> =>
  (await linesOf(act, [one]))[0] as ConfirmationLine

export const list: Actions['list'] = async ({ all, tripId }, act) => {
  const { db, desk } = act
  const those = tripId
    ? await confirmationsOf(db, desk.id, tripId)
    : all
      ? await allConfirmations(db, desk.id, mostListed)
      : await openConfirmations(db, desk.id)
  return { confirmations: await linesOf(act, await confirmationsKnown(act, those)) }
}

/** By segment: when the newest mail it was read from was sent. */
async function newestSent(act: Act, but: string): Promise<ReadonlyMap<string, string>> {
  const newest = new Map<string, string>()
  for (const { id, reading, taken } of await takenConfirmations(act.db, act.desk.id)) {
    if (id === but || reading.sentAt === null) continue
    for (const { segmentId } of taken) {
      const before = newest.get(segmentId)
      const later =
        before === undefined ||
        Temporal.Instant.compare(Temporal.Instant.from(reading.sentAt), Temporal.Instant.from(before)) > 0
      if (later) newest.set(segmentId, reading.sentAt)
    }
  }
  return newest
}

/** The parts of a confirmation beside the segments they are about. */
export async function partsOf(act: Act, one: Confirmation): Promise<PartView[]> {
  const segments = await segmentsKnown(act)
  const newest = await newestSent(act, one.id)
  const taken = new Map(one.taken.map(({ index, segmentId }) => [index, segmentId]))
  const near =
    one.tripId === null
      ? segments
      : [...segments].sort((a, b) => Number(b.tripId === one.tripId) - Number(a.tripId === one.tripId))
  return one.reading.proposals.map((proposal, index) => {
    const into = segments.find(({ id }) => id === taken.get(index))
    const match = into
      ? { how: 'same booking' as const, segment: into, why: 'it was taken into this segment', candidates: [into] }
      : matchFor(proposal, near)
    const segment = (match.segment && segments.find(({ id }) => id === match.segment?.id)) ?? null
    const sent = { own: one.reading.sentAt, newest: (segment && newest.get(segment.id)) ?? null }
    return partOf(index, proposal, match, segment, sent)
  })
}

/** What taking the first part that changes something known would break behind it. */
export async function breaksOf(act: Act, parts: readonly PartView[]): Promise<CascadeView | null> {
  const part = parts.find(({ match, news }) => match.segmentId !== null && news === 'changes')
  if (!part?.match.segmentId || part.action === 'cancelled') return null
  const { status: _, ...set } = part.suggested
  const found = await cascade({ id: part.match.segmentId, set }, act)
  return isRefused(found) ? null : found
}

export const show: Actions['show'] = async ({ id }, act) => {
  const found = await confirmationFor(act, id)
  if (isRefused(found)) return found
  const parts = await partsOf(act, found)
  return {
    confirmation: await lineOf(act, found),
    text: found.reading.text,
    remarks: [...found.reading.remarks],
    parts,
    newTrip: tripFor(found.reading.proposals.filter((_, index) => parts[index]?.match.segmentId === null)),
    breaks: found.state === 'open' ? await breaksOf(act, parts) : null,
  }
}

const endings = { mail: 'eml', page: 'html', document: 'pdf', text: 'txt', calendar: 'ics', pass: 'pkpass' } as const

export const original: Actions['original'] = async ({ id }, act) => {
  const found = await confirmationFor(act, id)
  if (isRefused(found)) return found
  const bytes = await documentBytes(act.db, act.desk.id, found.hash)
  if (!bytes) return refuse('not-there', 'Its bytes are not kept any more.', [id], 'id')
  act.looked([found])
  const fileName = found.fileName ?? `confirmation.${endings[found.reading.form]}`
  return { fileName, base64: bytes.toString('base64') }
}
