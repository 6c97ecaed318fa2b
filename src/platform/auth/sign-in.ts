import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'

/** The header by which tries are counted: an address that the door itself writes from the connection; callers cannot choose it. */
export const addressHeader = 'x-equerry-address'

export type SignInSettings = {
  readonly pool: pg.Pool
  /** Base of every link, cookie and passkey. */
  readonly url: string
  readonly secret: string
}

/**
 * Who a person is on this server: password or passkey, sessions, rate limits. It knows logins, never desks.
 * Signing up is closed from outside; a one-time link is the only way in (`first.ts`).
 */
export const makeSignIn = ({ pool, url, secret }: SignInSettings) =>
  betterAuth({
    appName: 'Equerry',
    baseURL: url,
    basePath: '/api/auth',
    secret,
    database: { db: new Kysely<object>({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24 },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'equerry',
      useSecureCookies: url.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [passkey({ rpName: 'Equerry', rpID: new URL(url).hostname, origin: url })],
    logger: { disabled: true },
  })

export type SignIn = ReturnType<typeof makeSignIn>

/** Makes a login, or gives a known address a new password: whoever holds a one-time link may do both. The password is hashed here, outside any transaction. */
export async function makeLogin(
  signIn: SignIn,
  person: { readonly name: string; readonly email: string; readonly password: string },
): Promise<string> {
  const { internalAdapter, password } = await signIn.$context
  const hash = await password.hash(person.password)
  const email = person.email.toLowerCase()
  const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true })
  if (found) {
    const own = found.accounts.find((account) => account.providerId === 'credential')
    // Whoever still holds a session from before is out.
    await internalAdapter.deleteUserSessions(found.user.id)
    if (own) await internalAdapter.updatePassword(found.user.id, hash)
    else
      await internalAdapter.linkAccount({
        userId: found.user.id,
        providerId: 'credential',
        accountId: found.user.id,
        password: hash,
      })
    return found.user.id
  }
  const user = await internalAdapter.createUser(
    { email, name: person.name, emailVerified: true },
    { method: 'one-time-link' },
  )
  await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash })
  return user.id
}
