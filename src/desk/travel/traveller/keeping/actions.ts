import { type Act, type Entry, isRefused, type Refused, refuse } from '../../../act.ts'
import { noWords } from '../words.ts'

/** Seals a number, and gives the id it is kept under: a new one each time, so that no paper is ever given another one's. */
export async function seal(act: Act, text: string): Promise<string> {
  const id = act.newId()
  await act.secrets.keep(id, 'number', text)
  return id
}

/** What becomes of a number with a change: kept as it is, another one, or none; the one before is forgotten for good. */
export async function resealed(
  act: Act,
  before: string | null,
  given: string | null | undefined,
): Promise<string | null> {
  if (given === undefined) return before
  if (before !== null) await act.secrets.drop(before)
  return given === null ? null : seal(act, given)
}

/** The number itself; whoever asks has been asked whether they may. */
export async function opened(act: Act, id: string, number: string | null): Promise<{ number: string } | Refused> {
  if (number === null || !(await act.secrets.kept([number], 'number')).has(number))
    return refuse('not-there', noWords.noNumber, [id])
  const found = await act.secrets.open(number, 'number')
  if (isRefused(found)) return refuse('moved-on', noWords.lost, [id])
  act.looked([{ id: number, label: 'private' }])
  return { number: found.text }
}

export const reinstate = (act: Act): Entry['undo'] => ({ operation: 'calendar.reinstate', input: { entry: act.entry } })
