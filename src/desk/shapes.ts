import * as z from 'zod'

/** RFC 9557: `2026-03-02T09:00:00+01:00[Europe/Zurich]`. Weekday and zone can always be read from it. */
export const zonedText = z.string()
/** An instant as such a text. */
export const zonedIn = (at: Temporal.Instant, zone: string): string =>
  at.toZonedDateTimeISO(zone).toString({ smallestUnit: 'second' })
const isMoment = (text: string): boolean => {
  try {
    Temporal.ZonedDateTime.from(text)
    return true
  } catch {
    return false
  }
}
/** The same where it comes in. */
export const momentText = zonedText.refine(isMoment, 'A time is written as 2026-11-24T09:30:00+00:00[Europe/London]')
/** `2026-03-02` */
export const dateText = z.iso.date()
const [firstDay, lastDay] = ['1000-01-01', '9000-12-31']
/** The same where it comes in; what is looked at around a day has to be years of four digits as well. */
export const dayGiven = dateText.refine(
  (day) => day >= firstDay && day <= lastDay,
  'The desk knows days from the year 1000 to the year 9000',
)
/** `2026-03-02T09:00:00`, a clock on a wall. */
export const localText = z.iso.datetime({ local: true })
/** An IANA zone name. */
export const zoneName = z.string().min(1).max(80)

export const labels = z.enum(['open', 'desk', 'private'])

type Undefaulted<T> = T extends z.ZodDefault<infer Inner> ? Inner : T
type Changes<S extends z.ZodRawShape> = z.ZodObject<{ [K in keyof S]: z.ZodOptional<Undefaulted<S[K]>> }>

/**
 * The same fields, each optional and without its default: what a change does not mention stays as it was.
 * `partial()` keeps defaults, so that a change of one field would reset the others.
 */
export const changesOf = <S extends z.ZodRawShape>(draft: z.ZodObject<S>): Changes<S> => {
  const fields = Object.entries(draft.shape).map(([name, field]) => {
    const inner = field instanceof z.ZodDefault ? field.removeDefault() : field
    return [name, z.optional(inner)]
  })
  return z.object(Object.fromEntries(fields)) as Changes<S>
}

/** A zero byte, which PostgreSQL's text cannot hold, or half a character, which is no text (UTF-16 lone surrogate). */
export const isKeepable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

type Found = { readonly path: readonly string[]; readonly value: unknown }

/** The path of the first text in a value that the desk cannot keep, `draft.title`; null where it can keep them all. */
export function unkeepable(value: unknown): string | null {
  const open: Found[] = [{ path: [], value }]
  for (let one = open.pop(); one; one = open.pop()) {
    const { path, value: at } = one
    if (typeof at === 'string' && !isKeepable(at)) return path.join('.')
    if (at instanceof File && !isKeepable(at.name)) return path.join('.')
    if (at === null || typeof at !== 'object' || at instanceof Blob) continue
    for (const [name, inner] of Object.entries(at).reverse()) {
      if (!isKeepable(name)) return path.join('.')
      open.push({ path: [...path, name], value: inner })
    }
  }
  return null
}
