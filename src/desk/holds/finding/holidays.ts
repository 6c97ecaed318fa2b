/** The public holidays of a country or a region of one, by date, and what it is called. */
export type Holidays = { readonly where: string; readonly dates: Readonly<Record<string, string>> }

const library = () => import('date-holidays')
const [mostKept, kept] = [200, new Map<string, Readonly<Record<string, string>>>()]
let byZone: ReadonlyMap<string, string> | null = null

/** The country whose clocks a zone is named after, where the calendar of holidays knows one. */
export async function countryOf(zone: string): Promise<string | null> {
  if (!byZone) {
    const { default: Calendar } = await library()
    const countries = Object.keys(new Calendar().getCountries())
    const zones = countries.flatMap((country) =>
      (new Calendar(country).getTimezones() ?? []).map((name) => [name, country] as const),
    )
    // Of two countries that share a zone the one it is named in comes first in the alphabet's favour: CH before LI.
    byZone = new Map(zones.reverse())
  }
  return byZone.get(zone) ?? null
}

/**
 * Public holidays of some years, from data that came with the desk: of `country` (`CH`, `CH-ZH`), else of the country of
 * `zone`. Null where neither is known.
 */
export async function holidaysOf(
  country: string | null,
  zone: string | null,
  years: readonly number[],
): Promise<Holidays | null> {
  const where = country ?? (zone === null ? null : await countryOf(zone))
  if (where === null) return null
  const [code = '', region] = where.split('-')
  const { default: Calendar } = await library()
  if (!Object.hasOwn(new Calendar().getCountries(), code)) return null
  const dates: Record<string, string> = {}
  for (const year of years) {
    const name = `${where} ${year}`
    const known = kept.get(name) ?? datesIn(region ? new Calendar(code, region) : new Calendar(code), year)
    if (kept.size >= mostKept) kept.clear()
    kept.set(name, known)
    Object.assign(dates, known)
  }
  return { where, dates }
}

/** Countries, each with its regions behind it: `CH` Switzerland, `CH-ZH` Switzerland: Canton of Zürich. */
export async function countriesKnown(): Promise<{ code: string; name: string }[]> {
  const { default: Calendar } = await library()
  const calendar = new Calendar()
  return Object.entries(calendar.getCountries('en')).flatMap(([code, name]) => [
    { code, name },
    ...Object.entries(calendar.getStates(code, 'en') ?? {}).map(([region, each]) => ({
      code: `${code}-${region}`,
      name: `${name}: ${each}`,
    })),
  ])
}

type Known = {
  getHolidays: (year: number, language: string) => readonly { date: string; name: string; type: string }[]
}

const datesIn = (calendar: Known, year: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    calendar
      .getHolidays(year, 'en')
      .filter(({ type }) => type === 'public')
      .map(({ date, name }) => [date.slice(0, 10), name]),
  )
