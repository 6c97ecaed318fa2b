import { Offsets } from './offsets.ts'
import type { OwnOffsets } from './series.ts'
import { asInstant, asWall, type Instant, type Wall } from './time.ts'

/**
 * A time zone: what a clock on a wall there shows, and when.
 * A wall-clock time that a change of clocks skips is read with the offset before the change, and one that
 * happens twice means the first (RFC 5545 §3.3.5; Temporal's `compatible`).
 */
export type Zone = {
  /** As IANA writes it: `Europe/Zurich`. */
  readonly id: string
  readonly toInstant: (wall: Wall) => Instant
  /** The same for many at once; quickest when they ascend. */
  readonly toInstants: (walls: readonly Wall[]) => Instant[]
  readonly toWall: (at: Instant) => Wall
  /** Milliseconds east of UTC. */
  readonly offsetAt: (at: Instant) => number
}

class TableZone implements Zone {
  readonly id: string
  readonly #byWall: Offsets
  readonly #byInstant: Offsets

  constructor(id: string, { before, changes }: OwnOffsets, repeats: boolean) {
    const offsets = [before, ...changes.map(([, offset]) => offset)]
    // Reaching a change on the wall takes the greater offset: in a gap and in an overlap alike the one before still holds.
    const walls = changes.map(([at, after], n) => at + Math.max(offsets[n] as number, after))
    this.id = id
    this.#byInstant = new Offsets(
      changes.map(([at]) => at),
      offsets,
      repeats,
    )
    this.#byWall = new Offsets(walls, offsets, repeats)
  }

  toInstant(wall: Wall): Instant {
    return asInstant(wall - this.#byWall.at(wall))
  }

  toInstants(walls: readonly Wall[]): Instant[] {
    return this.#byWall.less(walls) as Instant[]
  }

  toWall(at: Instant): Wall {
    return asWall(at + this.#byInstant.at(at))
  }

  offsetAt(at: Instant): number {
    return this.#byInstant.at(at)
  }
}

const firstInstant = Temporal.Instant.from('0001-01-01T00:00Z')
const lastInstant = Temporal.Instant.from('2130-01-02T00:00Z')

function offsetsFromTemporal(id: string): OwnOffsets {
  const start = firstInstant.toZonedDateTimeISO(id)
  const changes: [Instant, number][] = []
  let next = start.getTimeZoneTransition('next')
  while (next && Temporal.Instant.compare(next.toInstant(), lastInstant) < 0) {
    changes.push([asInstant(next.epochMilliseconds), next.offsetNanoseconds / 1e6])
    next = next.getTimeZoneTransition('next')
  }
  return { before: start.offsetNanoseconds / 1e6, changes }
}

const looksLikeAName = /^[A-Za-z][A-Za-z0-9_+\-/]{0,79}$/
const known = new Map<string, Zone>()

function nameAsWritten(id: string): string | null {
  if (!looksLikeAName.test(id)) return null
  try {
    return firstInstant.toZonedDateTimeISO(id).timeZoneId
  } catch {
    return null
  }
}

/**
 * The zone of an IANA name in any case, links included; null for a name that IANA does not have
 * and for a bare offset. Its table (about 0.2 ms) is made when it is first asked for, once.
 */
export function zoneOf(id: string): Zone | null {
  const found = known.get(id)
  if (found) return found
  const name = nameAsWritten(id)
  if (name === null) return null
  const zone = known.get(name) ?? new TableZone(name, offsetsFromTemporal(name), true)
  known.set(name, zone)
  return zone
}

/** A zone that only a file knows, from its own VTIMEZONE (RFC 5545 §3.6.5). Its last offset holds for ever. */
export const zoneFromOffsets = (id: string, own: OwnOffsets): Zone => new TableZone(id, own, false)

/** UTC, where wall and instant are the same number. */
export const utc: Zone = new TableZone('UTC', { before: 0, changes: [] }, false)
