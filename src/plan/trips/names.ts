/** Titles and other marks that stand beside a name and are none of it. */
const titles: ReadonlySet<string> = new Set([
  'MR',
  'MRS',
  'MS',
  'MISS',
  'MSTR',
  'DR',
  'PROF',
  'SIR',
  'DAME',
  'ADT',
  'CHD',
])

const letters = (name: string): string[] =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/Ø/g, 'O')
    .replace(/ß|ẞ/g, 'SS')
    .replace(/Æ/g, 'AE')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !titles.has(word))

/**
 * Whether two may be one person's name: HALVORSEN/INGRID MS is Ingrid Halvorsen, and a middle name may be missing or run
 * together with the first. Where either has no letters nothing can be said against it.
 */
export const isSameName = (a: string, b: string): boolean => {
  const [one, other] = [letters(a), letters(b)]
  const [fewer, more] = one.length <= other.length ? [one, other] : [other, one]
  if (fewer.length === 0) return true
  if (fewer.every((word) => more.includes(word))) return true
  const [joined, run] = [more.join(''), fewer.join('')]
  return fewer.every((word) => joined.includes(word)) || more.every((word) => run.includes(word))
}

/** Whether two segments may be of the same traveller: nobody has said otherwise. */
export const mayBeSame = (a: { readonly name: string | null }, b: { readonly name: string | null }): boolean =>
  a.name === null || b.name === null || isSameName(a.name, b.name)
