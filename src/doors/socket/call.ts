import { refuse } from '../../desk/act.ts'
import { allSeats, memberRow } from '../../desk/authority/queries.ts'
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
  if (!seat) return refuse('not-there', nobody(call))
  return perform(around, call.operation, unpack(call.input), { ...seat, door: 'command line', key: call.key, at })
}

const nobody = ({ as, desk }: CommandCall) =>
  as === null && desk === null
    ? 'Nobody has opened a desk here yet: “equerry start” prints the link that does.'
    : `Nobody called ${as ?? 'anything'} sits at ${desk === null ? 'a desk here' : `the desk of ${desk}`}.`

async function seatFor(around: Surroundings, { as, desk }: CommandCall) {
  for (const seat of await allSeats(around.db)) {
    const { executive, member } = await namesAt(around, seat)
    const isDesk = desk === null || desk === seat.desk || same(desk, executive)
    if (isDesk && (as === null || same(as, member))) return { desk: seat.desk, member: seat.member }
  }
  return null
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

const namesAt = (around: Surroundings, seat: { desk: string; member: string }) =>
  around.db.transaction().execute(async (db) => {
    await settle(db, seat.desk, seat.member)
    const [desk, member] = [await deskRow(db, seat.desk, false), await memberRow(db, seat.desk, seat.member)]
    return { executive: desk?.executive ?? '', member: member?.name ?? '' }
  })
