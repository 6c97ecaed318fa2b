import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'

/** The header by which tries are counted: an address that the door itself writes from the connection; callers cannot choose it. */
export const addressHeader = 'x-equerry-address'

export type SignInSettings = {
  readonly pool: pg.Pool
  /** Base of every link, cookie and passkey. */
  readonly url: string
  /** Opens what was sealed before keys had ids; empty where nothing was. Signs and seals where `secrets` says nothing. */
  readonly secret: string
  /** The keys by their ids, the newest first: it signs and seals, all open. */
  readonly secrets?: { version: number; value: string }[]
}

/**
 * Who a person is on this server: password or passkey, sessions, rate limits. It knows logins, never desks.
 * Signing up is closed from outside; a one-time link is the only way in (`first.ts`).
 */
export const makeSignIn = ({ pool, url, secret, secrets }: SignInSettings) =>
  betterAuth({
    appName: 'Equerry',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    ...(secrets && { secrets }),
    database: { db: new Kysely<object>({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/two-factor/*': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'equerry',
      useSecureCookies: url.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [twoFactor(), passkey({ rpName: 'Equerry', rpID: new URL(url).hostname, origin: url })],
    logger: { disabled: true },
  })

export type SignIn = Pick<ReturnType<typeof makeSignIn>, 'handler' | 'api' | '$context'>

/**
 * The calls of the sign-in library that are open from outside: those the screens use. Names, addresses and logins are
 * changed by nobody through it, and no address of the library answers that nothing here needs.
 */
export const openCalls: ReadonlySet<string> = new Set([
  '/sign-in/email',
  '/sign-out',
  '/get-session',
  '/list-sessions',
  '/revoke-session',
  '/revoke-other-sessions',
  '/change-password',
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
  '/passkey/generate-authenticate-options',
  '/passkey/verify-authentication',
  '/passkey/list-user-passkeys',
  '/passkey/delete-passkey',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/generate-backup-codes',
])

/** Slow on purpose; done outside any transaction. */
export const hashPassword = async (signIn: SignIn, said: string): Promise<string> =>
  (await signIn.$context).password.hash(said)

/** The login of an address; null where nobody signs in with it. */
export async function loginOf(signIn: SignIn, email: string): Promise<string | null> {
  const { internalAdapter } = await signIn.$context
  return (await internalAdapter.findUserByEmail(email.toLowerCase()))?.user.id ?? null
}

/** Makes a login with a password that was hashed before. */
export async function makeLogin(
  signIn: SignIn,
  person: { readonly name: string; readonly email: string },
  hashed: string,
): Promise<string> {
  const { internalAdapter } = await signIn.$context
  const user = await internalAdapter.createUser(
    { email: person.email.toLowerCase(), name: person.name, emailVerified: true },
    { method: 'one-time-link' },
  )
  await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hashed })
  return user.id
}

/** Gives a login another password; whoever still holds a session from before is out. */
export async function setPassword(signIn: SignIn, login: string, hashed: string): Promise<void> {
  const { internalAdapter } = await signIn.$context
  await internalAdapter.deleteUserSessions(login)
  const accounts = await internalAdapter.findAccounts(login)
  if (accounts.some((account) => account.providerId === 'credential'))
    await internalAdapter.updatePassword(login, hashed)
  else
    await internalAdapter.linkAccount({
      userId: login,
      providerId: 'credential',
      accountId: login,
      password: hashed,
    })
}

/** A login that sits nowhere any more begins again with this password alone: passkeys from before open nothing. */
export async function beginAfresh(signIn: SignIn, login: string, hashed: string): Promise<void> {
  const { adapter } = await signIn.$context
  await adapter.deleteMany({ model: 'passkey', where: [{ field: 'userId', value: login }] })
  await dropSecondStep(signIn, login)
  await setPassword(signIn, login, hashed)
}

/** Whoever lost their telephone and their recovery codes gets in by a link from the machine itself, without a second step. */
export async function dropSecondStep(signIn: SignIn, login: string): Promise<void> {
  const { adapter, internalAdapter } = await signIn.$context
  await adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: login }] })
  await internalAdapter.updateUser(login, { twoFactorEnabled: false })
}
