import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { Cannot } from './cannot.ts'

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4170),
  EQUERRY_DATA: z.string().min(1).optional(),
  EQUERRY_URL: z
    .url({ protocol: /^https?$/ })
    .refine((url) => new URL(url).href === `${new URL(url).origin}/`, 'must be scheme, name and port alone')
    .optional(),
  EQUERRY_HOST: z.string().min(1).optional(),
  EQUERRY_KEY_FILE: z.string().min(1).optional(),
  EQUERRY_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_APP_URL: postgresUrl.optional(),
  DATABASE_AUTH_URL: postgresUrl.optional(),
})

export type Config = {
  /** 0: any free port. */
  readonly port: number
  /** Null: both loopback addresses. */
  readonly host: string | null
  /** Base of every link, cookie and origin check; null: `http://localhost:PORT`. */
  readonly url: string | null
  /** Absolute path of the data folder. */
  readonly data: string
  /** Absolute path of the file with the keys that seal secrets; null: `keys` in the data folder. */
  readonly keyFile: string | null
  /** A new desk, or one with nothing on it, begins with the sample week. */
  readonly sample: boolean
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly database: { readonly url: string; readonly appUrl: string | null; readonly authUrl: string | null } | null
}

export type Flags = {
  readonly port?: string
  readonly data?: string
  readonly host?: string
  readonly sample?: boolean
}

/** Something in the settings that cannot be used: which, and why. */
export class BadSetting extends Cannot {}

/**
 * The settings, checked once. A flag wins over the environment.
 * @throws BadSetting naming every setting that cannot be used.
 */
export function readConfig(env: Record<string, string | undefined>, flags: Flags = {}): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const read = environment.safeParse({
    ...given,
    ...(flags.port !== undefined && { PORT: flags.port }),
    ...(flags.data !== undefined && { EQUERRY_DATA: flags.data }),
    ...(flags.host !== undefined && { EQUERRY_HOST: flags.host }),
  })
  if (!read.success)
    throw new BadSetting(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  const { data } = read
  if (!data.DATABASE_URL && (data.DATABASE_APP_URL || data.DATABASE_AUTH_URL))
    throw new BadSetting('DATABASE_URL: needed too when DATABASE_APP_URL or DATABASE_AUTH_URL is given')
  return {
    port: data.PORT,
    host: data.EQUERRY_HOST ?? null,
    url: data.EQUERRY_URL?.replace(/\/+$/, '') ?? null,
    data: resolve(data.EQUERRY_DATA ?? join(homedir(), '.equerry')),
    keyFile: data.EQUERRY_KEY_FILE ? resolve(data.EQUERRY_KEY_FILE) : null,
    sample: flags.sample ?? false,
    logLevel: data.EQUERRY_LOG,
    database: data.DATABASE_URL
      ? { url: data.DATABASE_URL, appUrl: data.DATABASE_APP_URL ?? null, authUrl: data.DATABASE_AUTH_URL ?? null }
      : null,
  }
}
