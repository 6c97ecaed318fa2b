import type { Field } from '../../../desk/travel/reading/model.ts'

/** Small letters and digits without marks, other letters as they are: `Zürich` and `ZURICH` are one word. */
export const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l')

export const tokens = (text: string): string[] => bare(text).match(/[\p{L}\p{N}]+/gu) ?? []

const close = (text: string) => tokens(text).join('')

/** `712` of "QJ 0712", and what stands before it. */
function numbered(text: string): { readonly line: string; readonly digits: string } {
  const found = /^(.*?)0*(\d+\p{L}?)$/u.exec(close(text))
  return { line: found?.[1] ?? '', digits: found?.[2] ?? close(text) }
}

function sameNumber(a: string, b: string): boolean {
  const [one, other] = [numbered(a), numbered(b)]
  if (one.digits !== other.digits) return false
  return (
    one.line === other.line ||
    one.line === '' ||
    other.line === '' ||
    one.line.endsWith(other.line) ||
    other.line.endsWith(one.line)
  )
}

const shared = (a: string, b: string): boolean => {
  const among = new Set(tokens(b))
  return close(a) === close(b) || tokens(a).some((word) => word.length > 1 && among.has(word))
}

const terminal = (text: string) =>
  close(text)
    .replace(/^(?:terminal|t)(?=\w)/, '')
    .replace(/^0+(?=\d)/, '')
const digits = (text: string) => text.replace(/\D/g, '')

function samePhone(a: string, b: string): boolean {
  const [one, other] = [digits(a), digits(b)]
  const last = Math.min(one.length, other.length, 8)
  return last > 4 && one.slice(-last) === other.slice(-last)
}

/** Whether two values of a field, times aside, may both be right: "Lisbon" and "Lisbon Airport" are. */
export function alike(field: Field, a: string, b: string): boolean {
  switch (field) {
    case 'number':
      return sameNumber(a, b)
    case 'cost':
      return Number(a) === Number(b)
    case 'guests':
    case 'coach':
    case 'seat':
      return close(a).replace(/^0+(?=.)/, '') === close(b).replace(/^0+(?=.)/, '')
    case 'fromTerminal':
    case 'toTerminal':
      return terminal(a) === terminal(b)
    case 'phone':
      return samePhone(a, b)
    case 'provider':
    case 'name':
    case 'from':
    case 'to':
    case 'place':
    case 'address':
    case 'cabin':
    case 'pickUp':
    case 'driver':
      return shared(a, b)
    default:
      return close(a) === close(b)
  }
}
