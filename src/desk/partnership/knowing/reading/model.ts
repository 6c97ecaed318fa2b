import * as z from 'zod'
import { lengthWords, minuteOfDay } from '../../../../plan/local.ts'
import { clock, weekday } from '../../../../plan/params.ts'
import { type Board, money } from '../../../authority/board/model.ts'
import type { ScopeShape } from '../../../rules/model.ts'
import { dayGiven } from '../../../shapes.ts'
import { wrongWords } from '../../../wrong.ts'
import type { Control, Field, Values } from '../model.ts'
import type { Makes, Question, Read } from '../parts/model.ts'
import { questions } from '../questions/model.ts'

const short = z.string().trim().min(1, 'Say it in a few words').max(300)
const address = z.string().trim().toLowerCase().pipe(z.email('An address is needed to know whose it is').max(320))

/** "10 h", "1 meeting", "50 meetings" */
const amountWords = (n: number, { control, unit }: Field): string =>
  control === 'minutes' ? lengthWords(n) : `${n} ${n === 1 ? unit.replace(/s$/, '') : unit}`
const amount = (field: Field, missing: string) =>
  z
    .int(missing)
    .min(field.least, `${amountWords(field.least, field)} is the least`)
    .max(field.most, `${amountWords(field.most, field)} is the most`)

const shapes: Readonly<Record<Control, (field: Field) => z.ZodType>> = {
  time: () => clock,
  days: () => z.array(weekday).min(1, 'Choose a day at least'),
  minutes: (field) => amount(field, 'Say how many minutes'),
  count: (field) => amount(field, 'Say how many'),
  choice: ({ options }) => z.enum(options.map(({ value }) => value) as [string], 'Choose one'),
  people: () => z.array(address).min(1, 'Name somebody').max(50),
  kinds: () => z.array(z.string().trim().min(1).max(40)).min(1, 'Choose a kind at least').max(20),
  dates: () => z.array(dayGiven, 'A date is needed').min(1, 'Name a date at least').max(100),
  date: () => dayGiven,
  money: () => money,
  assistant: () => z.uuid('Say who'),
  words: () => short,
}

export type Unread = { readonly path: string; readonly words: string }

/** An answer’s values as its question reads them, or the path of what does not fit, and why. */
export function readValues(question: Question, given: Values): { readonly values: Values } | Unread {
  const shape = z.strictObject(
    Object.fromEntries(
      question.fields.map((field) => {
        const part = shapes[field.control](field)
        return [field.name, field.must ? part : part.optional()]
      }),
    ),
  )
  const read = shape.safeParse(given, { error: wrongWords })
  if (read.success) return { values: read.data as Values }
  const issue = read.error.issues[0]
  const name = String(issue?.path[0] ?? (issue?.code === 'unrecognized_keys' ? issue.keys[0] : ''))
  const label = question.fields.find((field) => field.name === name)?.label
  const missing = name in given ? null : 'It is needed'
  const words = label
    ? `${label}: ${missing ?? issue?.message ?? 'it does not fit'}`
    : `There is no part “${name}” here`
  return { path: ['values', ...(issue?.path.length ? issue.path : [name])].join('.'), words }
}

const reading = (values: Values): Read => ({
  text: (name) => (typeof values[name] === 'string' ? values[name] : ''),
  number: (name) => (typeof values[name] === 'number' ? values[name] : 0),
  list: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
  money: (name) => values[name] as NonNullable<Board['spend']>,
})

/** Which meetings and days an answer narrows itself to. */
const narrowed = (read: Read): ScopeShape => ({
  ...(read.list('onlyKinds').length > 0 && { kinds: read.list('onlyKinds') }),
  ...(read.list('onlyPeople').length > 0 && { people: read.list('onlyPeople') }),
  ...(read.text('since') !== '' && { from: read.text('since') }),
  ...(read.text('until') !== '' && { until: read.text('until') }),
})

const lastOf = (dates: readonly string[]): string => [...dates].sort().at(-1) ?? ''

/** What an answer says of days that have all passed: it would do nothing any more. Dates as `2026-11-24`. */
export function passedBy(question: Question, values: Values, today: string): Unread | null {
  const read = reading(values)
  const label = (name: string) => question.fields.find((field) => field.name === name)?.label ?? ''
  if (read.text('until') !== '' && read.text('until') < today)
    return {
      path: 'values.until',
      words: `${label('until')}: That day has passed, and it would do nothing any more.`,
    }
  if (read.text('every') === 'once' && lastOf(read.list('dates')) < today)
    return {
      path: 'values.dates',
      words: `${label('dates')}: All of them have passed: name one that is still to come, or let them come every year.`,
    }
  return null
}

/** What an answer becomes; its values have been read. A rule speaks of what it was narrowed to. */
export function makesOf(question: Question, values: Values): Makes | Unread {
  const read = reading(values)
  if (question.key === 'mornings' && minuteOfDay(read.text('from')) === 0)
    return { path: 'values.from', words: 'Midnight leaves nothing to keep free: say a later time.' }
  if (question.key === 'focus' || question.key === 'lunch') {
    const room = minuteOfDay(read.text('to')) - minuteOfDay(read.text('from'))
    if (room <= 0) return { path: 'values.to', words: 'It ends before it begins.' }
    if (read.number('minutes') > room)
      return { path: 'values.minutes', words: 'That is more than lies between the two times.' }
  }
  const [since, until] = [read.text('since'), read.text('until')]
  if (since !== '' && until !== '' && since > until)
    return { path: 'values.until', words: 'It would end before it begins.' }
  const makes = question.makes(read)
  return makes.as === 'rule'
    ? { ...makes, draft: { ...makes.draft, scope: { ...makes.draft.scope, ...narrowed(read) } } }
    : makes
}

const byKey = new Map(questions.map((one) => [one.key, one]))
export const questionOf = (key: string): Question | undefined => byKey.get(key)
