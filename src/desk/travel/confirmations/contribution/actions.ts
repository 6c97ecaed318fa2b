import { type Act, isRefused } from '../../../act.ts'
import { cascade } from '../../cascade/actions.ts'
import type { CascadeView } from '../../contract.ts'
import { confirmationsKnown } from '../known/actions.ts'
import { allConfirmations, type Confirmation, openConfirmations } from '../queries.ts'
import { breaksOf, linesOf, partsOf } from '../showing/actions.ts'
import { changeWords } from '../words.ts'
import type { ArrivedLine } from './model.ts'

const mostTold = 5

/** Those that wait, and those that were dropped in since an instant; newest first. As whoever acts may know them. */
async function arrivedSince(act: Act, since: Temporal.Instant): Promise<Confirmation[]> {
  const open = await openConfirmations(act.db, act.desk.id)
  const lately = (await allConfirmations(act.db, act.desk.id, mostTold)).filter(
    ({ state, droppedAt }) => state === 'taken' && Temporal.Instant.compare(droppedAt, since) >= 0,
  )
  const known = await confirmationsKnown(act, [...open, ...lately])
  return known.sort((a, b) => Temporal.Instant.compare(b.droppedAt, a.droppedAt)).slice(0, mostTold)
}

/** What a change left behind it; null where nothing was changed or nobody may know. */
async function behind(act: Act, segmentId: string | undefined): Promise<CascadeView | null> {
  if (segmentId === undefined) return null
  const found = await cascade({ id: segmentId }, act)
  return isRefused(found) ? null : found
}

async function lineOf(act: Act, one: Confirmation, words: string): Promise<ArrivedLine> {
  const base = { confirmationId: one.id, words, isOpen: one.state === 'open' }
  if (one.state === 'open') {
    const parts = await partsOf(act, one)
    const breaks = await breaksOf(act, parts)
    const says = parts.map((part) => part.says).join('; ') || 'nothing in it could be read as a booking'
    return { ...base, says, tripId: one.tripId, segmentId: null, behind: breaks?.steps.length ?? 0 }
  }
  const [part] = one.taken
  const change = await behind(act, part?.segmentId)
  const says = change ? changeWords(change.changed) : one.taken.map((each) => each.words).join('; ')
  return {
    ...base,
    says,
    tripId: part?.tripId ?? null,
    segmentId: part?.segmentId ?? null,
    behind: change?.steps.length ?? 0,
  }
}

/** What arrived about trips, told to whoever acts; nothing to whoever reads nothing of travel. */
export async function arrivedFor(act: Act, since: Temporal.Instant): Promise<ArrivedLine[]> {
  if ((await act.may('confirmation.list', {})).may !== 'yes') return []
  const found = await arrivedSince(act, since)
  const words = await linesOf(act, found)
  const lines: ArrivedLine[] = []
  for (const [n, one] of found.entries()) lines.push(await lineOf(act, one, words[n]?.words ?? ''))
  return lines
}
