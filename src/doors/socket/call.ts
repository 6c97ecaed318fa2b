import { type Refused, refuse } from '../../desk/act.ts'
import type { Seat } from '../../desk/authority/actions.ts'
import { allSeats, members } from '../../desk/authority/queries.ts'
import { deskRow } from '../../desk/journal/queries.ts'
import type { Answer, Surroundings } from '../../desk/perform.ts'
import { perform, settle } from '../../desk/perform.ts'

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
 * down. Refuses not-there where no such desk or member is.
 */
export async function performFor(around: Surroundings, call: CommandCall, at: Temporal.Instant): Promise<Answer> {
  const seat = await seatFor(around, call)
  if ('refused' in seat) return seat
  return perform(around, call.operation, unpack(call.input), { ...seat, door: 'command line', key: call.key, at })
}

async function seatFor(around: Surroundings, { as, desk }: CommandCall): Promise<Seat | Refused> {
  const seats = await allSeats(around.db)
  if (seats.length === 0)
    return refuse('not-there', 'Nobody has opened a desk here yet: “equerry start” prints the link that does.')
  const desks = await Promise.all(
    [...new Map(seats.map((seat) => [seat.desk, seat])).values()].map((seat) => whoAt(around, seat)),
  )
  const meant = desks.filter((one) => desk === null || desk === one.id || same(desk, one.executive))
  if (meant.length === 0)
    return refuse(
      'not-there',
      `There is no desk of ${desk} here; there is ${names(desks.map((one) => one.executive))}.`,
    )
  if (as === null) return seats.find((seat) => seat.desk === meant[0]?.id) as Seat
  for (const { id, people } of meant)
    for (const one of people) if (same(as, one.name)) return { desk: id, member: one.id }
  return refuse(
    'not-there',
    `Nobody called ${as} sits there; there is ${names(meant.flatMap(({ people }) => people.map(({ name }) => name)))}.`,
  )
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
const names = (all: readonly string[]) => [...new Set(all)].join(', ')

/** A desk, whose it is, and the people at it in the order they came. The desk itself is nobody to act as. */
const whoAt = (around: Surroundings, seat: Seat) =>
  around.db.transaction().execute(async (db) => {
    await settle(db, seat.desk, seat.member)
    const [desk, all] = [await deskRow(db, seat.desk, false), await members(db, seat.desk)]
    return { id: seat.desk, executive: desk?.executive ?? '', people: all.filter(({ kind }) => kind !== 'desk') }
  })
