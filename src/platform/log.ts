import pino, { type Logger } from 'pino'

/** No `child`: what pino binds to one does not pass the sieve. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/**
 * What a line of the log may carry. Anything else is dropped, so that no title, name, address or secret
 * gets in by being part of an object somebody logged.
 */
const allowed = new Set([
  'operation',
  'desk',
  'member',
  'entry',
  'status',
  'why',
  'ms',
  'method',
  'route',
  'port',
  'pid',
  'count',
  'door',
  'version',
  'job',
  'code',
  'sql',
])

const safe = (value: unknown) =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.length <= 120)

/** Of an error only what is ours: its name, its code and where it was thrown; a message may quote a title. */
const errorOf = (error: unknown) =>
  error instanceof Error
    ? {
        name: error.name,
        code: (error as { code?: unknown }).code,
        at: error.stack
          ?.split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 8)
          .join('\n'),
      }
    : { name: typeof error }

const fieldsOf = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([key, value]) => (key === 'err' ? [key, errorOf(value)] : [key, value]))
      .filter(([key, value]) => key === 'err' || (allowed.has(String(key)) && safe(value))),
  )

/** Lines of JSON on stderr; stdout belongs to commands. */
export function makeLog(
  level: string,
  destination: pino.DestinationStream = pino.destination({ dest: 2, sync: false }),
): Log {
  return pino(
    {
      level,
      base: null,
      // Left to itself, pino takes the words of an error where a line has none, and puts values into the words.
      hooks: {
        logMethod(line, method) {
          const [fields, words]: readonly unknown[] = line
          if (typeof fields === 'string') method.call(this, {}, fields)
          else
            method.call(
              this,
              fields instanceof Error ? { err: fields } : fields,
              typeof words === 'string' ? words : '',
            )
        },
      },
      formatters: { level: (label) => ({ level: label }), log: fieldsOf },
    },
    destination,
  )
}
