import type { Act } from '../../act.ts'
import { members } from '../../authority/queries.ts'
import { maySee, type Reader } from '../../calendar/views/model.ts'
import { todayOf } from '../../rules/judging/actions.ts'
import { rulesToday } from '../../rules/queries.ts'
import { partnersOf } from '../agreement/measures/actions.ts'
import { sides, signedSides } from '../agreement/model.ts'
import { agreed } from '../agreement/queries.ts'
import { namesOf, partWords } from '../agreement/words.ts'
import { boundaryWords } from '../boundaries/words.ts'
import { questionOfTheDay } from '../knowing/model.ts'
import { answersToday } from '../knowing/queries.ts'
import { questions } from '../knowing/questions/model.ts'
import { questionOf } from '../knowing/reading/model.ts'
import { signLine, waitsLine, workLine } from './words.ts'

/** For the paper of the day that is today: what waits for a signature or a yes, and the day’s question, as far as its reader may know. */
export async function partnershipOnDay(act: Act, on: string, reader: Reader): Promise<string[]> {
  const today = todayOf(act)
  if (on !== today.toString() || (await act.may('agreement.show', {})).may !== 'yes') return []
  return act.asDesk(async () => {
    const answers = await answersToday(act.db, act.desk.id)
    const readable = (key: string) => {
      const answer = answers.find(({ question }) => question === key)
      return maySee(answer?.label ?? questionOf(key)?.label ?? 'private', reader)
    }
    const waiting = answers.filter(({ waits, question }) => waits !== null && readable(question))
    const keys = questions.map(({ key }) => key).filter(readable)
    const day = questionOfTheDay(keys, answers, today, act.desk.zone)
    return [
      ...(maySee('desk', reader) ? await toSign(act) : []),
      ...waiting.map(({ question }) => waitsLine(questionOf(question)?.asks ?? '', act.desk.executive)),
      ...(day === null ? [] : [`Today’s question: ${questionOf(day)?.asks ?? ''}`]),
    ]
  })
}

/** Parts that are in words and that one side has not signed yet, by whom they wait for. */
async function toSign(act: Act): Promise<string[]> {
  const partners = partnersOf(await members(act.db, act.desk.id))
  const kept = await agreed(act.db, act.desk.id)
  return sides.flatMap((side) => {
    const missing = kept.filter(({ signed }) => !signedSides(signed, partners).includes(side))
    return missing.length === 0
      ? []
      : [
          signLine(
            namesOf(side, partners),
            missing.map(({ part }) => partWords[part].title),
          ),
        ]
  })
}

/** What of it whoever takes over may read: the answers of the partnership, and the agreed rules of the calendar. */
type Handed = { readonly answers: boolean; readonly agreed: boolean }

/**
 * For whoever takes over: the hours, leave and load that were agreed; and where they may read what the two told each other, how
 * the executive works. Call it as the desk.
 */
export async function waysHandedOver(act: Act, reader: Reader, reads: Handed) {
  const rules = reads.agreed ? (await rulesToday(act.db, act.desk.id)).filter(({ on }) => on) : []
  const agreedOn = boundaryWords(rules).map((words) => ({ words, detail: 'agreed between the two', item: null }))
  const answers = reads.answers ? await answersToday(act.db, act.desk.id) : []
  const told = answers.filter(({ kept, label }) => kept?.as === 'line' && maySee(label, reader))
  act.looked(told)
  const ways = told.map(({ kept, question, id }) => ({
    words: workLine(kept?.words ?? ''),
    detail: questionOf(question)?.asks ?? '',
    item: id,
  }))
  return [...ways, ...agreedOn]
}
