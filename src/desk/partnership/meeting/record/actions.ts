import type { Act, Json } from '../../../act.ts'
import { maySee, readerOf } from '../../../calendar/views/model.ts'
import { lookedThrough, mayTell } from '../../../journal/actions.ts'
import { zonedIn } from '../../../shapes.ts'
import type { Pair } from '../../pair/model.ts'
import type { Meeting, MeetingView } from '../model.ts'
import { doneBetween } from '../queries.ts'
import { hiddenWords, recordText } from '../words.ts'

/** What is about the one-to-one itself, or takes something back, is not what was agreed in it. */
const beside = [
  'oneToOne.begin',
  'oneToOne.end',
  'oneToOne.resume',
  'oneToOne.cancel',
  'oneToOne.reopen',
  'journal.undo',
]
const mostAgreed = 200

/** What the two did while it went on, as the record has it and whoever reads may have it; what was taken back is no part of it. */
async function agreedIn(act: Act, meeting: Meeting) {
  const rows = await doneBetween(act.db, act.desk.id, {
    members: [meeting.executive, meeting.assistant],
    after: meeting.beganNumber,
    to: meeting.endedNumber,
    most: mostAgreed,
  })
  const reader = readerOf(act)
  const agreed = rows
    .map(({ content, ...row }) => ({ ...row, ...(JSON.parse(content) as { values: { [key: string]: Json } }) }))
    .filter(
      ({ operation, label, values }) =>
        !beside.includes(operation) && maySee(label, reader) && mayTell(act, operation, values),
    )
  await lookedThrough(act, agreed)
  return agreed.map(({ id, at, name, operation, values }) => {
    return { entry: id, at, by: name, words: act.sentence(operation, values) }
  })
}

/** A one-to-one as it is printed and copied. `now`: words of lines that are on the agenda still, by key. */
export async function meetingShown(
  act: Act,
  meeting: Meeting,
  pair: Pair,
  now: ReadonlyMap<string, string> = new Map(),
): Promise<MeetingView> {
  const agreed = await agreedIn(act, meeting)
  const carried = meeting.carried.map(({ key, words }) => now.get(key) ?? words ?? hiddenWords)
  const { zone } = act.desk
  const { id, state, beganAt, endedAt } = meeting
  const told = {
    executive: pair.executive.name,
    assistant: pair.assistant.name,
    beganAt,
    endedAt,
    zone,
    agreed,
    carried,
  }
  return {
    id,
    state,
    beganAt: zonedIn(beganAt, zone),
    endedAt: endedAt && zonedIn(endedAt, zone),
    agreed: agreed.map((one) => ({ ...one, at: zonedIn(one.at, zone) })),
    carried,
    text: recordText(told),
  }
}
