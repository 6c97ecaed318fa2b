import { type Act, isRefused, type Refused, refuse } from '../../../act.ts'
import type { ActionsFor } from '../../../registry.ts'
import type { ConfirmationReader, Reading } from '../../reading/model.ts'
import { tripFor } from '../../showing/actions.ts'
import type { confirmationsContract } from '../contract.ts'
import { confirmationsKnown } from '../known/actions.ts'
import { type Confirmation, confirmationsByHash, keepDocument, saveConfirmation } from '../queries.ts'
import { lineOf } from '../showing/actions.ts'

/** What comes with `confirmation.drop`. */
export type Given = { readonly file?: File | undefined; readonly fileName: string; readonly text?: string | undefined }

type Read = {
  readonly bytes: Uint8Array
  readonly fileName: string | null
  readonly hash: string
  readonly reading: Reading
}
type Unread = { readonly why: 'bad-input' | 'too-much'; readonly words: string; readonly path: string }

const mostBytes = 25 * 1024 * 1024

/** Reads what was dropped before anything is locked: a long PDF takes its time. */
export async function readDropped(
  { file, fileName, text }: Given,
  reader: ConfirmationReader,
  hash: (what: Uint8Array) => string,
): Promise<Read | Unread> {
  if (file && text !== undefined)
    return { why: 'bad-input', words: 'Drop a file or paste its text, not both.', path: 'text' }
  if (!file && (text === undefined || text.trim() === ''))
    return {
      why: 'bad-input',
      words: 'There is nothing in it: drop a file, or paste the text of a confirmation.',
      path: 'file',
    }
  if (file && file.size > mostBytes) return { why: 'too-much', words: 'The file is larger than 25 MB.', path: 'file' }
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text)
  if (bytes.length === 0) return { why: 'bad-input', words: 'The file is empty.', path: 'file' }
  const name = fileName || (file && file.name !== 'blob' ? file.name : '') || null
  return { bytes, fileName: name, hash: hash(bytes), reading: await reader({ bytes, fileName: name }) }
}

const isUnread = (read: Read | Unread): read is Unread => 'why' in read

type Actions = ActionsFor<typeof confirmationsContract>['confirmation']

/** Keeps it with what was read. The same bytes again, at the same desk, are the confirmation that is there already. */
export const drop: Actions['drop'] = async ({ tripId, ...given }, act) => {
  const read =
    (act.ready as Read | Unread | undefined) ??
    (await readDropped(given, act.reader, (bytes) => act.hash(Buffer.from(bytes).toString('latin1'))))
  if (isUnread(read)) return refuse(read.why, read.words, [], read.path)
  const { own } = read.reading
  if (own !== undefined) return refuse('bad-input', `${own}.`, [], given.file ? 'file' : 'text')
  const trip = tripId === null ? null : await tripFor(act, tripId)
  if (trip && isRefused(trip)) return trip
  const label = trip?.label ?? 'desk'
  const [before] = await confirmationsKnown(act, await confirmationsByHash(act.db, act.desk.id, read.hash))
  if (before)
    return { output: { confirmation: await lineOf(act, before), known: true }, entry: entryOf(act, before, true) }
  const kept = await keep(act, read, { tripId, label })
  return { output: { confirmation: await lineOf(act, kept), known: false }, entry: entryOf(act, kept, false) }
}

async function keep(act: Act, { bytes, fileName, hash, reading }: Read, at: Pick<Confirmation, 'tripId' | 'label'>) {
  // The same bytes may be there already, with a confirmation that whoever acts may not know of.
  await act.asDesk(() => keepDocument(act.db, act.desk.id, hash, bytes, act.at))
  const fresh: Confirmation = {
    ...at,
    id: act.newId(),
    version: 0,
    state: 'open',
    hash,
    fileName,
    reading,
    taken: [],
    leftBecause: null,
    droppedBy: act.member.id,
    droppedAt: act.at,
  }
  return saveConfirmation(act.db, act.desk.id, fresh, { at: act.at, entry: act.entry })
}

/** The journal says that something was dropped in and from whom, and nothing of what stands in it. */
const entryOf = (act: Act, { id, reading, label, tripId }: Confirmation, known: boolean) => ({
  items: tripId === null ? [id] : [id, tripId],
  values: { sender: reading.from, sentAt: reading.sentAt, form: reading.form, parts: reading.proposals.length, known },
  ...(label === 'private' && { private: [id] }),
  undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
})

type Leave = Actions['leave']

export const leaveAside =
  (find: (act: Act, id: string) => Promise<Confirmation | Refused>): Leave =>
  async ({ id, reason }, act) => {
    const found = await find(act, id)
    if (isRefused(found)) return found
    if (found.state !== 'open')
      return refuse(
        'moved-on',
        found.state === 'taken' ? 'It was taken into a trip already.' : 'It was put aside already.',
        [id],
      )
    const kept = await saveConfirmation(
      act.db,
      act.desk.id,
      { ...found, state: 'left', leftBecause: reason },
      { at: act.at, entry: act.entry },
    )
    return {
      output: { confirmation: await lineOf(act, kept) },
      entry: {
        items: [id],
        values: { sender: found.reading.from, reason },
        ...(found.label === 'private' && { private: [id] }),
        undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
      },
    }
  }
