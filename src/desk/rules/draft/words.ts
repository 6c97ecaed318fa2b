import type { ScopeShape } from '../model.ts'

const listed = (names: readonly string[], last: string): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}` : (names[0] ?? '')

const dateWords = (date: string): string => {
  const { day, month, year } = Temporal.PlainDate.from(date)
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  return `${day} ${months[month - 1]} ${year}`
}

/** Where a rule speaks, after its sentence: ", for what is external or board, until 3 Dec 2026". Empty where it always does. */
export const scopeWords = ({ kinds, people, from, until, owner }: ScopeShape): string =>
  [
    kinds && kinds.length > 0 ? `for what is ${listed(kinds, 'or')}` : null,
    people && people.length > 0 ? `with ${listed(people, 'or')}` : null,
    owner === 'assistant' ? 'in the assistant’s time' : null,
    from === undefined ? null : `from ${dateWords(from)}`,
    until === undefined ? null : `until ${dateWords(until)}`,
  ]
    .filter((part) => part !== null)
    .map((part) => `, ${part}`)
    .join('')
