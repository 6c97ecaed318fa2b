import { zoneOf } from '../../../plan/zone.ts'
import { type Act, type Json, refuse } from '../../act.ts'
import type { ActionsFor } from '../../registry.ts'
import type { calendarContract } from '../contract.ts'
import {
  addPlace,
  changePlace,
  folded,
  keepPlace,
  minutesKnown,
  placeNamed,
  places,
  sayMinutes,
  setAliases,
} from './queries.ts'

/** The place a name means; a new one where nobody has named it yet. */
async function placeFor(act: Act, name: string): Promise<{ id: string; name: string }> {
  const known = await placeNamed(act.db, act.desk.id, name)
  if (known) return known
  const id = act.newId()
  await addPlace(act.db, act.desk.id, id, name)
  await keepPlace(act.db, act.desk.id, id, { entry: act.entry, at: act.at })
  return { id, name: name.trim().replace(/\s+/g, ' ') }
}

export const placeActions: ActionsFor<typeof calendarContract>['place'] = {
  list: async (_, act) => {
    const [known, minutes] = [await places(act.db, act.desk.id), await minutesKnown(act.db, act.desk.id)]
    const name = new Map(known.map((place) => [place.id, place.name]))
    return {
      places: known.map((place) => ({ name: place.name, zone: place.zone, aliases: [...place.aliases] })),
      minutes: minutes.map((row) => ({
        from: name.get(row.fromId) ?? '',
        to: name.get(row.toId) ?? '',
        minutes: row.minutes,
      })),
    }
  },
  change: async ({ name, zone, aliases }, act) => {
    if (zone !== undefined && zone !== null && !zoneOf(zone))
      return refuse('bad-input', `There is no zone called ${zone}.`, [], 'zone')
    for (const alias of aliases ?? []) {
      const other = await placeNamed(act.db, act.desk.id, alias)
      if (other && folded(other.name) !== folded(name))
        return refuse('bad-input', `“${alias}” is what ${other.name} is called.`, [other.id], 'aliases')
    }
    const place = await placeFor(act, name)
    const before = (await places(act.db, act.desk.id)).find(({ id }) => id === place.id)
    if (zone !== undefined) await changePlace(act.db, act.desk.id, place.id, { zone })
    if (aliases !== undefined) await setAliases(act.db, act.desk.id, place.id, aliases)
    await keepPlace(act.db, act.desk.id, place.id, { entry: act.entry, at: act.at })
    const after = (await places(act.db, act.desk.id)).find(({ id }) => id === place.id)
    if (!after || !before) throw new Error('a place is gone')
    const changes = [
      ...(zone === undefined ? [] : [zone === null ? 'its zone is not known' : `it is in ${zone}`]),
      ...(aliases === undefined ? [] : [`it is also called ${aliases.join(', ') || 'nothing else'}`]),
    ]
    const back: { [key: string]: Json } = {
      name: place.name,
      ...(zone === undefined ? {} : { zone: before.zone }),
      ...(aliases === undefined ? {} : { aliases: [...before.aliases] }),
    }
    return {
      output: { place: { name: after.name, zone: after.zone, aliases: [...after.aliases] } },
      entry: {
        items: [place.id],
        values: { name: place.name, changes },
        undo: { operation: 'place.change', input: back },
      },
    }
  },
  minutes: async ({ from, to, minutes }, act) => {
    if (folded(from) === folded(to)) return refuse('bad-input', 'From a place to itself it takes no time.', [], 'to')
    const start = await placeFor(act, from)
    const end = await placeFor(act, to)
    if (start.id === end.id) return refuse('bad-input', `Both are names of ${start.name}.`, [start.id], 'to')
    await sayMinutes(act.db, act.desk.id, start.id, end.id, minutes, { entry: act.entry, at: act.at })
    return {
      output: { from: start.name, to: end.name, minutes },
      entry: {
        items: [start.id, end.id],
        values: { from: start.name, to: end.name, minutes },
        undo: { operation: 'calendar.reinstate', input: { entry: act.entry } },
      },
    }
  },
}
