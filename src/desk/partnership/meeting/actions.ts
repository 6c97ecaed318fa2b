import { type Act, type Done, isRefused, type Refused, refuse } from '../../act.ts'
import { deskRow } from '../../journal/queries.ts'
import { type ActionsFor, final } from '../../registry.ts'
import { zonedIn } from '../../shapes.ts'
import { formerOf, otherOf, pairOf } from '../pair/actions.ts'
import type { Former, Pair } from '../pair/model.ts'
import { agendaOf, toldOf } from './agenda/actions.ts'
import { leftOf, lineBy } from './agenda/model.ts'
import type { oneToOneContract } from './contract.ts'
import { dayOf, due } from './dues/actions.ts'
import type { Meeting, Section } from './model.ts'
import {
  addMeeting,
  heldWith,
  heldWithAny,
  meetingById,
  numberAt,
  overWith,
  runningWith,
  saveMeeting,
} from './queries.ts'
import { meetingShown } from './record/actions.ts'
import { hiddenWords, sinceWords } from './words.ts'

type Actions = ActionsFor<typeof oneToOneContract>['oneToOne']
type Short = { meeting: { id: string; state: Meeting['state'] } }
type Answer = Done<Short> | Refused

const wordsByKey = (sections: readonly Section[]) =>
  new Map(sections.flatMap(({ lines }) => lines.map(({ key, written }) => [key, written] as const)))

const show: Actions['show'] = async ({ with: wanted }, act) => {
  const pair = await pairOf(act, wanted)
  const now = zonedIn(act.at, act.desk.zone)
  const before = await beforeOf(act)
  if (isRefused(pair))
    return { pair: null, before, words: pair.refused.words, since: '', running: null, sections: [], now }
  const { sections, lines, running, since } = await agendaOf(act, pair)
  await toldOf(act, lines)
  return {
    pair: { ...pair, others: [...pair.others] },
    before,
    words: '',
    since: sinceWords(since),
    running: running && (await meetingShown(act, running, pair)),
    sections: [...sections],
    now,
  }
}

/** With whom else whoever acts had one, who has left. */
async function beforeOf(act: Act) {
  const former = await formerOf(act)
  const held = former.length === 0 ? new Set<string>() : await heldWithAny(act.db, act.desk.id)
  return former
    .filter(({ id }) => held.has(id))
    .map(({ id, name, leftAt }) => ({ id, name, leftOn: dayOf(act, leftAt).toString() }))
}

/** What the executive had with somebody who has left. One that went on then ended as they went. */
async function listedBefore(act: Act, { leftAt, ...assistant }: Former, limit: number) {
  const pair = { executive: { id: act.member.id, name: act.member.name }, assistant, others: [] }
  const last = await numberAt(act.db, act.desk.id, leftAt)
  const meetings = []
  for (const one of await heldWith(act.db, act.desk.id, assistant.id, limit)) {
    const ended = one.endedAt === null ? { endedAt: leftAt, endedNumber: last, state: 'over' as const } : {}
    meetings.push(await meetingShown(act, { ...one, ...ended }, pair))
  }
  return { meetings }
}

const list: Actions['list'] = async ({ with: wanted, limit }, act) => {
  const left = (await formerOf(act)).find(({ id }) => id === wanted)
  if (left) return listedBefore(act, left, limit)
  const pair = await pairOf(act, wanted)
  if (isRefused(pair)) return { meetings: [] }
  const over = await overWith(act.db, act.desk.id, pair.assistant.id, limit)
  const meetings = []
  for (const one of over) meetings.push(await meetingShown(act, one, pair))
  return { meetings }
}

/** The newest entry there is: the one of this change comes after it. */
const head = async (act: Act): Promise<number> => (await deskRow(act.db, act.desk.id, false))?.head_number ?? 0

const begin: Actions['begin'] = async ({ with: wanted }, act): Promise<Answer> => {
  const pair = await pairOf(act, wanted)
  if (isRefused(pair)) return pair
  const running = await runningWith(act.db, act.desk.id, pair.assistant.id)
  if (running) return refuse('moved-on', 'A one-to-one of the two of you goes on already.', [running.id])
  const meeting: Meeting = {
    id: act.newId(),
    executive: pair.executive.id,
    assistant: pair.assistant.id,
    state: 'on',
    beganAt: act.at,
    endedAt: null,
    beganNumber: (await head(act)) + 1,
    endedNumber: null,
    settled: [],
    carried: [],
  }
  await addMeeting(act.db, act.desk.id, meeting)
  return told(act, meeting, pair, 'oneToOne.cancel')
}

/** What is answered and entered of a change to the one-to-one itself. */
const told = (
  act: Act,
  { id, state }: Meeting,
  pair: Pair,
  undo: string,
  values: { readonly [key: string]: string | number } = {},
): Done<Short> => ({
  output: { meeting: { id, state } },
  entry: {
    items: [id],
    values: { with: otherOf(act, pair).name, ...values },
    undo: { operation: undo, input: { id } },
  },
})

type Found = { readonly meeting: Meeting; readonly pair: Pair }

/** A one-to-one of whoever acts, with the pair it is of. */
async function meetingFor(act: Act, id: string): Promise<Found | Refused> {
  const meeting = await meetingById(act.db, act.desk.id, id)
  if (!meeting || ![meeting.executive, meeting.assistant].includes(act.member.id))
    return refuse('not-there', 'There is no such one-to-one.', [id])
  const pair = await pairOf(act, meeting.assistant)
  return isRefused(pair) ? pair : { meeting, pair }
}

async function going(act: Act, id: string): Promise<Found | Refused> {
  const found = await meetingFor(act, id)
  if (isRefused(found) || found.meeting.state === 'on') return found
  return refuse('moved-on', 'This one-to-one does not go on any more.', [id])
}

const settle: Actions['settle'] = async ({ id, key }, act): Promise<Answer> => {
  const found = await going(act, id)
  if (isRefused(found)) return found
  const { meeting, pair } = found
  const line = lineBy((await agendaOf(act, pair)).sections, key)
  if (!line) return refuse('not-there', 'This is not on the agenda any more.', [], 'key')
  if (line.settled !== null) return refuse('moved-on', 'This was talked through already.', [], 'key')
  if (line.settles === null)
    return refuse('bad-input', 'This needs an answer: it is not settled by talking.', [], 'key')
  const isPrivate = line.label === 'private'
  const kept = { key, said: line.settles, words: isPrivate ? null : line.written }
  const after = { ...meeting, settled: [...meeting.settled, kept] }
  await saveMeeting(act.db, act.desk.id, after)
  return spoken(id, isPrivate ? [act.newId()] : [], { said: line.settles, words: line.written }, 'oneToOne.reopen', key)
}

/** An entry about one line; about a private one it is private too. */
const spoken = (
  id: string,
  hidden: readonly string[],
  values: { said: string; words: string },
  undo: string,
  key: string,
): Done<Short> => ({
  output: { meeting: { id, state: 'on' } },
  entry: {
    items: [id],
    values,
    ...(hidden.length > 0 && { private: hidden }),
    undo: { operation: undo, input: { id, key } },
  },
})

const reopen: Actions['reopen'] = async ({ id, key }, act): Promise<Answer> => {
  const found = await going(act, id)
  if (isRefused(found)) return found
  const { meeting } = found
  const was = meeting.settled.find((one) => one.key === key)
  if (!was) return refuse('moved-on', 'This is on the agenda already.', [], 'key')
  await saveMeeting(act.db, act.desk.id, { ...meeting, settled: meeting.settled.filter((one) => one !== was) })
  return spoken(
    id,
    was.words === null ? [act.newId()] : [],
    { said: was.said, words: was.words ?? hiddenWords },
    'oneToOne.settle',
    key,
  )
}

const end: Actions['end'] = async ({ id }, act) => {
  const found = await going(act, id)
  if (isRefused(found)) return found
  const { meeting, pair } = found
  const { sections, lines } = await agendaOf(act, pair)
  const carried = leftOf(sections)
  const over: Meeting = { ...meeting, state: 'over', endedAt: act.at, endedNumber: await head(act), carried }
  await saveMeeting(act.db, act.desk.id, over)
  const isLeft = new Set(carried.map(({ key }) => key))
  await toldOf(
    act,
    lines.filter(({ key }) => isLeft.has(key)),
  )
  const { entry } = told(act, over, pair, 'oneToOne.resume', { left: carried.length })
  return { output: { meeting: await meetingShown(act, over, pair, wordsByKey(sections)) }, entry }
}

const resume: Actions['resume'] = async ({ id }, act): Promise<Answer> => {
  const found = await meetingFor(act, id)
  if (isRefused(found)) return found
  const { meeting, pair } = found
  if (meeting.state !== 'over') return refuse('moved-on', 'This one-to-one is not over.', [id])
  const [last] = await overWith(act.db, act.desk.id, meeting.assistant, 1)
  const running = await runningWith(act.db, act.desk.id, meeting.assistant)
  if (last?.id !== id || running) return refuse('moved-on', 'There was another one-to-one since.', [running?.id ?? id])
  const after: Meeting = { ...meeting, state: 'on', endedAt: null, endedNumber: null, carried: [] }
  await saveMeeting(act.db, act.desk.id, after)
  return told(act, after, pair, 'oneToOne.end')
}

const cancel: Actions['cancel'] = async ({ id }, act): Promise<Answer> => {
  const found = await going(act, id)
  if (isRefused(found)) return found
  const { meeting, pair } = found
  await saveMeeting(act.db, act.desk.id, { ...meeting, state: 'off' })
  const { output, entry } = told(act, { ...meeting, state: 'off' }, pair, 'oneToOne.begin')
  return { output, entry: { ...entry, undo: final('oneToOne.cancel') } }
}

export const oneToOneActions: ActionsFor<typeof oneToOneContract> = {
  oneToOne: { show, due, list, begin, settle, reopen, end, resume, cancel },
}
