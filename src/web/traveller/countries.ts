/** Letters that name no country, or a group of them. */
const none = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

export type Country = { readonly code: string; readonly name: string }

/** Countries as the browser knows them (ISO 3166), by name; a code that was given up for another is not among them. */
export function countries(): readonly Country[] {
  const names = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' })
  return letters
    .flatMap((a) => letters.map((b) => `${a}${b}`))
    .flatMap((code): Country[] => {
      const name = names.of(code)
      const isGivenUp = new Intl.Locale(`und-${code}`).region !== code
      return name === undefined || none.has(code) || isGivenUp ? [] : [{ code, name }]
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
