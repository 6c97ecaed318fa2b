import type { Act } from '../../act.ts'
import { members } from '../../authority/queries.ts'
import { type DeskReader, maySeeOfDesk } from '../../calendar/views/model.ts'
import type { Decision } from '../brief/model.ts'
import { wantsMore } from '../brief/model.ts'
import { openDecisions } from '../queries.ts'
import { deadlineWords, silenceWords } from '../words.ts'

const known = async (act: Act, reader: DeskReader): Promise<Decision[]> =>
  (await openDecisions(act.db, act.desk.id)).filter(
    ({ label, decider }) => maySeeOfDesk(label, reader) || (reader.member !== null && decider === reader.member),
  )

/** For the paper of a day: what is to be decided on it, in order of time. */
export async function decisionLines(act: Act, on: string, reader: DeskReader): Promise<string[]> {
  const today = (await act.asDesk(() => known(act, reader))).filter(
    ({ dueAt }) => dueAt.toZonedDateTimeISO(act.desk.zone).toPlainDate().toString() === on,
  )
  act.looked(today)
  return today.map((one) => `${one.brief.question} ${silenceWords(one)}`)
}

/** For whoever takes over: what waits for an answer, from whom, and what happens without one. */
export async function decisionsHandedOver(act: Act, reader: DeskReader) {
  const people = new Map((await members(act.db, act.desk.id)).map(({ id, name }) => [id, name]))
  return (await known(act, reader)).map((one) => ({
    words: `${people.get(one.decider) ?? 'Somebody'} decides by ${deadlineWords(one)}: ${one.brief.question}`,
    detail: wantsMore(one) ? `asked back: “${one.talk.at(-1)?.words ?? ''}”` : silenceWords(one),
    item: one.id,
  }))
}
