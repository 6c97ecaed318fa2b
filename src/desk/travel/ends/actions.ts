import { zoneOf } from '../../../plan/zone.ts'
import type { Act } from '../../act.ts'
import { isMisfit, type Misfit } from '../../calendar/change/model.ts'
import { folded, places } from '../../calendar/places/queries.ts'
import type { EndDraft } from '../model.ts'
import type { Airport } from '../reading/model.ts'
import { type End, instantOf } from './model.ts'

/** The zone of a known place of the desk, by any of its names. */
async function placeZone(act: Act, name: string): Promise<{ readonly zone: string; readonly name: string } | null> {
  const found = (await places(act.db, act.desk.id)).find((place) =>
    [place.name, ...place.aliases].some((one) => folded(one) === folded(name)),
  )
  return found?.zone ? { zone: found.zone, name: found.name } : null
}

const clockOf = (end: EndDraft, zone: string): number | null => {
  const found = instantOf({ ...end, zone }, '')
  return 'at' in found ? found.at : null
}

/** A zone by hand that is another clock than the airport's is one mistake or the other; nobody chooses between them. */
function contradicts(end: EndDraft, airport: Airport, path: string): Misfit | null {
  if (end.zone === null || zoneOf(end.zone)?.id === zoneOf(airport.zone)?.id) return null
  const same = end.local !== null && end.local.length > 10 && clockOf(end, end.zone) === clockOf(end, airport.zone)
  return same
    ? null
    : { path: `${path}.zone`, words: `${airport.name} (${airport.code}) is in ${airport.zone}, not in ${end.zone}` }
}

/**
 * An end with the zone it is in: given by hand, else of its airport, else of a place the desk knows; a name of a city never says
 * one. `before`: an airport that stood there already is not asked for again. Misfits: an airport the tables do not know, and what
 * `instantOf` says.
 */
export async function endOf(act: Act, draft: EndDraft, path: string, before: End | null = null): Promise<End | Misfit> {
  const airport = draft.airport === null ? null : await act.airports(draft.airport)
  if (draft.airport !== null && !airport && before?.airport !== draft.airport)
    return { path: `${path}.airport`, words: `The desk’s tables know no airport “${draft.airport}”` }
  const no = airport && contradicts(draft, airport, path)
  if (no) return no
  const placed = draft.place === null || airport ? null : await placeZone(act, draft.place)
  const known = airport
    ? derivedOf(airport)
    : before?.airport === draft.airport && draft.airport !== null
      ? before
      : null
  const derived = known ?? (placed && { zone: placed.zone, zoneFrom: `place ${placed.name}`, country: null })
  const end = { ...draft, ...zoneFor(draft, derived), country: derived?.country ?? null }
  const found = instantOf(end, path)
  return isMisfit(found) ? found : end
}

type Derived = Pick<End, 'zone' | 'zoneFrom' | 'country'>

const derivedOf = ({ code, zone, country }: Airport): Derived => ({ zone, zoneFrom: `airport ${code}`, country })

function zoneFor(draft: EndDraft, derived: Derived | null): Pick<End, 'zone' | 'zoneFrom'> {
  if (draft.zone === null) return { zone: derived?.zone ?? null, zoneFrom: derived?.zone ? derived.zoneFrom : null }
  const id = zoneOf(draft.zone)?.id ?? draft.zone
  return { zone: id, zoneFrom: derived?.zone === id ? derived.zoneFrom : 'hand' }
}

/** An end as somebody would give it again: what was derived of it is derived anew. */
export const draftOfEnd = ({ zoneFrom, country: _, ...end }: End): EndDraft => ({
  ...end,
  zone: zoneFrom === 'hand' ? end.zone : null,
})
