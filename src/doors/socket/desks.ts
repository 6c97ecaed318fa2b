import { type Refused, refuse } from '../../desk/act.ts'
import type { Seat } from '../../desk/authority/actions.ts'
import { allSeats, members } from '../../desk/authority/queries.ts'
import { deskRow } from '../../desk/journal/queries.ts'
import type { Surroundings } from '../../desk/perform.ts'
import { settle } from '../../desk/perform.ts'

export type DeskHere = Awaited<ReturnType<typeof desksHere>>[number]

/** The desks on this server in the order they were opened: whose, and the people at each in the order they came. */
export async function desksHere(around: Surroundings) {
  const seats = await allSeats(around.db)
  const first = seats.filter((seat, n) => seats.findIndex(({ desk }) => desk === seat.desk) === n)
  return Promise.all(first.map((seat) => whoAt(around, seat)))
}

/** The desk itself is nobody to act as. */
const whoAt = (around: Surroundings, seat: Seat) =>
  around.db.transaction().execute(async (db) => {
    await settle(db, seat.desk, seat.member)
    const [desk, all] = [await deskRow(db, seat.desk, false), await members(db, seat.desk)]
    const people = all.filter(({ kind }) => kind !== 'desk')
    return { id: seat.desk, executive: desk?.executive ?? '', first: seat.member, people }
  })

/** Desks by their executive's name or by id; all of them where none is named. Refuses not-there, with what there is. */
export function desksNamed(desks: readonly DeskHere[], name: string | null): readonly DeskHere[] | Refused {
  if (desks.length === 0)
    return refuse('not-there', 'Nobody has opened a desk here yet: “equerry start” prints the link that does.')
  const meant = desks.filter((one) => name === null || name === one.id || same(name, one.executive))
  if (meant.length > 0) return meant
  return refuse('not-there', `There is no desk of ${name} here; there is ${names(desks.map((one) => one.executive))}.`)
}

/** Several could be meant: nobody guesses. Desks of one name are told apart by id. */
export const whichDesk = (desks: readonly DeskHere[]): Refused => {
  const twice = (one: DeskHere) => desks.some((other) => other !== one && same(other.executive, one.executive))
  const said = desks.map((one) => (twice(one) ? `${one.executive} (${one.id})` : one.executive))
  return refuse('bad-input', `There are several desks here: ${said.join(', ')}. Say which with --desk.`, [], 'desk')
}

export const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()
export const names = (all: readonly string[]) => [...new Set(all)].join(', ')
