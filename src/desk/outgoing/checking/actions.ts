import { type Known, type Leak, leaksIn } from '../../../plan/leak/find.ts'
import { type Act, isRefused, type Refused, type Repeated, refuse } from '../../act.ts'
import { readerOf } from '../../calendar/views/model.ts'
import { atDesk } from '../keeping/actions.ts'
import { type Addressed, type Checked, maySeeAll, type Seen, stopsFor } from '../model.ts'
import { isReleased, namedIn, readersOf } from '../queries.ts'
import { knownBy } from '../readers/actions.ts'
import { boundTo } from '../shown/actions.ts'
import { cleanWords, stopWords } from '../words.ts'

export type Read = {
  readonly leaks: readonly Leak[]
  readonly seen: ReadonlyMap<string, Seen>
  readonly hash: string
  readonly released: boolean
}

/** Reads a text as the desk, which sees everything. */
export const readText = (act: Act, text: string, addressed: Addressed): Promise<Read> =>
  act.asDesk(async () => {
    const known = await knownBy(act, addressed)
    const leaks = await atDesk(act, (clues) => leaksIn(text, clues, known))
    return weighed(act, leaks, boundTo(act, text, addressed))
  })

/** Call as the desk. */
export async function weighed(act: Act, leaks: readonly Leak[], hash: string): Promise<Read> {
  if (leaks.length === 0) return { leaks, seen: new Map(), hash, released: false }
  const ids = [...new Set(leaks.flatMap(({ items }) => items.map(({ id }) => id)))]
  const { sees } = readerOf(act)
  const named = new Map((await namedIn(act.db, act.desk.id, ids, act.member.id)).map((one) => [one.id, one]))
  const seen = new Map(
    ids.map((id) => {
      const { title = '', isNamed = false, what = 'event' } = named.get(id) ?? {}
      // Agents are told nothing of a private mistake or answer, whatever their board says.
      const isKept = (what === 'mistake' || what === 'answer') && act.member.kind === 'agent'
      const mayRead = what === 'feedback' ? isNamed : (sees === 'all' && !isKept) || (sees === 'named' && isNamed)
      return [id, { title, mayRead, isEvent: what === 'event' }]
    }),
  )
  return { leaks, seen, hash, released: await isReleased(act.db, act.desk.id, hash) }
}

/** How many stops somebody may meet in an hour who may not see what they are about: enough to write, too few to guess by. */
const mostMet = 12
const met = new Map<string, number[]>()
const hourMs = 3_600_000

/** Refuses whoever tried too many texts that way; else counts this one, and notes that they came near the items. */
function countMet(act: Act, read: Read): Refused | null {
  const key = `${act.desk.id} ${act.member.id}`
  const now = act.at.epochMilliseconds
  const recent = (met.get(key) ?? []).filter((at) => at > now - hourMs)
  if (recent.length >= mostMet)
    return refuse(
      'too-much',
      'Too many texts with something private in them within an hour. Ask somebody who may see it.',
    )
  if (read.leaks.length === 0 || maySeeAll(read.leaks, read.seen)) return null
  met.set(key, [...recent, now])
  act.looked([...read.seen.keys()].map((id) => ({ id, label: 'private' as const })))
  return null
}

/** What a text gives away, as whoever asks may know it. Refuses too-much where somebody guesses. */
export async function checkText(act: Act, text: string, addressed: Addressed): Promise<Checked | Refused> {
  const read = await readText(act, text, addressed)
  const tooMuch = countMet(act, read)
  if (tooMuch) return tooMuch
  return answerOf(act, text, read)
}

/** What is said of a text that was read to whoever asks. */
export async function answerOf(act: Act, text: string, read: Read): Promise<Checked> {
  const leaves = read.leaks.length === 0 || read.released
  const maySee = maySeeAll(read.leaks, read.seen)
  const stops = read.released && !maySee ? [] : stopsFor(text, read.leaks, read.seen)
  const ids = read.leaks.flatMap(({ items }) => items.map(({ id }) => id))
  const askThem = leaves || maySee ? [] : await act.asDesk(() => readersOf(act.db, act.desk.id, ids))
  const words = leaves ? cleanWords(read.released) : stopWords(maySee ? stops.map((one) => one.words) : null, askThem)
  return { leaves, released: read.released, stops, mayRelease: !leaves && maySee, askThem, words }
}

/** Null where a text may leave; else the no, in words for whoever asks. */
export async function mayLeave(act: Act, text: string, addressed: Addressed, path: string): Promise<Refused | null> {
  const answer = await checkText(act, text, addressed)
  if (isRefused(answer)) return answer
  return answer.leaves ? null : refuse('not-yours', answer.words, [], path)
}

/** Names that are no news, and the desk's own open words: they are only repeated. */
export const repeatedBy = (act: Act, { names, own, told = [] }: Repeated): Known => ({
  names: [...names, act.desk.executive],
  wrote: [],
  told,
  items: [],
  own,
})

/** Which of the desk's own texts give something private away, for a reader who may see nothing private. */
export const whichGiveAway = (act: Act, texts: readonly string[], repeated: Repeated): Promise<boolean[]> =>
  act.asDesk(() => {
    const known = repeatedBy(act, repeated)
    return atDesk(act, (clues) => texts.map((text) => leaksIn(text, clues, known).length > 0))
  })
