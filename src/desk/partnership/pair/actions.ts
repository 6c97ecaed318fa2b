import { type Act, type Refused, refuse } from '../../act.ts'
import { members } from '../../authority/queries.ts'
import type { Former, Pair, Person } from './model.ts'

const alone = 'This is between the executive and those who assist them for good.'

const isPartner = ({ member }: Act): boolean =>
  member.kind === 'executive' || (member.kind === 'assistant' && member.board.areas.partnership !== 'none')

/** Of which pairs whoever acts is one: the executive of each, an assistant of one; refused for everybody else. */
export async function pairsOf(act: Act): Promise<{ executive: Person; assistants: Person[] } | Refused> {
  if (!isPartner(act)) return refuse('not-yours', alone)
  const here = (await members(act.db, act.desk.id)).filter(({ left_at }) => left_at === null)
  const person = ({ id, name }: Person): Person => ({ id, name })
  const executive = here.find(({ kind }) => kind === 'executive')
  const assistants = here.filter(({ kind }) => kind === 'assistant').map(person)
  const mine = act.member.kind === 'executive' ? assistants : assistants.filter(({ id }) => id === act.member.id)
  return executive && mine.length > 0
    ? { executive: person(executive), assistants: mine }
    : refuse('not-there', 'Nobody assists you at this desk at the moment: invite somebody on the board.')
}

/** Those who assisted whoever acts, where that is the executive, and have left; whoever left last first. */
export async function formerOf({ db, desk, member }: Act): Promise<Former[]> {
  if (member.kind !== 'executive') return []
  return (await members(db, desk.id))
    .flatMap(({ id, name, kind, left_at: leftAt }) => (kind === 'assistant' && leftAt ? [{ id, name, leftAt }] : []))
    .sort((a, b) => Temporal.Instant.compare(b.leftAt, a.leftAt))
}

/** The pair of whoever acts; `wanted`: with whom of several. */
export async function pairOf(act: Act, wanted: string | undefined): Promise<Pair | Refused> {
  const found = await pairsOf(act)
  if ('refused' in found) return found
  const { executive, assistants } = found
  const assistant = wanted === undefined ? assistants[0] : assistants.find(({ id }) => id === wanted)
  if (!assistant) return refuse('not-there', 'Nobody like that has a one-to-one with you.', [], 'with')
  return { executive, assistant, others: assistants.filter(({ id }) => id !== assistant.id) }
}

/** The other of the two. */
export const otherOf = (act: Act, { executive, assistant }: Pick<Pair, 'executive' | 'assistant'>): Person =>
  act.member.id === executive.id ? assistant : executive
