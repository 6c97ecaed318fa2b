import { type Refused, refuse } from '../../desk/act.ts'
import type { Seat } from '../../desk/authority/actions.ts'
import type { Answer, Surroundings } from '../../desk/perform.ts'
import { perform } from '../../desk/perform.ts'
import { desksHere, desksNamed, names, same, whichDesk } from './desks.ts'

/** One operation asked for on the command line. `as` is a member's name; `desk` an executive's name or a desk's id. */
export type CommandCall = {
  readonly operation: string
  readonly input: Record<string, unknown>
  readonly as: string | null
  readonly desk: string | null
  readonly key: string | null
}

/** A file inside JSON. */
type Packed = { readonly $file: { readonly name: string; readonly base64: string } }

export const pack = async (file: { name: string; bytes: Uint8Array }): Promise<Packed> => ({
  $file: { name: file.name, base64: Buffer.from(file.bytes).toString('base64') },
})

const isPacked = (value: unknown): value is Packed => typeof value === 'object' && value !== null && '$file' in value

const unpack = (input: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      isPacked(value) ? new File([Buffer.from(value.$file.base64, 'base64')], value.$file.name) : value,
    ]),
  )

/**
 * Performs an operation for whoever can open the data folder, as the member they name, else as the first person who sat
 * down. Refuses not-there where no such desk or member is, bad-input where several desks could be meant.
 */
export async function performFor(around: Surroundings, call: CommandCall, at: Temporal.Instant): Promise<Answer> {
  const seat = await seatFor(around, call)
  if ('refused' in seat) return seat
  return perform(around, call.operation, unpack(call.input), { ...seat, door: 'command line', key: call.key, at })
}

async function seatFor(around: Surroundings, { as, desk }: CommandCall): Promise<Seat | Refused> {
  const named = desksNamed(await desksHere(around), desk)
  if ('refused' in named) return named
  const seats = named.flatMap(({ id, first, people }) => {
    const member = as === null ? first : people.find(({ name }) => same(as, name))?.id
    return member === undefined ? [] : [{ desk: id, member }]
  })
  const [seat] = seats
  if (seats.length > 1) return whichDesk(named.filter(({ id }) => seats.some((one) => one.desk === id)))
  if (seat) return seat
  const people = named.flatMap((one) => one.people.map(({ name }) => name))
  return refuse('not-there', `Nobody called ${as} sits there; there is ${names(people)}.`)
}
