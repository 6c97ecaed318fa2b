import pg from 'pg'

/**
 * How values of the desk's schema come out of PostgreSQL: instants as `Temporal.Instant`, dates and wall-clock times as
 * their own text, whole numbers as numbers. Never `Date`.
 */
const parsers = new Map<number, (text: string) => unknown>([
  [20, Number],
  [1082, (text) => text],
  [1114, (text) => text.replace(' ', 'T')],
  [1184, (text) => Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))],
])

export const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(id)) || pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
}
