import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { sql } from 'kysely'
import { beforeRings, type KeyRing } from '../secrets/ring.ts'
import type { Owner, SealedRows } from '../secrets/rotate.ts'
import { makeSignIn, type SignIn, type SignInSettings } from './sign-in.ts'

const purpose = 'sign-in'

/** The keys as the sign-in library wants them, the newest first: it signs cookies with that one, and seals under it. */
function secretsOf(ring: KeyRing): Required<Pick<SignInSettings, 'secret' | 'secrets'>> {
  const secrets = ring.keys.map(({ id, secret }) => ({
    version: id,
    value: id === beforeRings ? secret : Buffer.from(ring.bytesFor(id, purpose) as Uint8Array).toString('base64url'),
  }))
  return { secrets, secret: secrets.find(({ version }) => version === beforeRings)?.value ?? '' }
}

/** Sign-in under the keys as they are at each call: after a rotation, under the new one. */
export function signInUnder(ring: KeyRing, settings: Pick<SignInSettings, 'pool' | 'url'>): SignIn {
  const make = (keys: KeyRing['keys']) => ({ keys, signIn: makeSignIn({ ...settings, ...secretsOf(ring) }) })
  let made = make(ring.keys)
  const now = (): SignIn => {
    const { keys } = ring
    if (made.keys !== keys) made = make(keys)
    return made.signIn
  }
  return {
    get handler() {
      return now().handler
    },
    get api() {
      return now().api
    },
    get $context() {
      return now().$context
    },
  }
}

/** Cookies of before the new key open nothing any more; nor are their sessions listed. */
export const endSessions = async (db: Owner): Promise<void> => {
  await sql`delete from auth."session"`.execute(db)
}

/** In what the library sealed the key's id stands in front; what was sealed before there were rings says none. */
const keyOf = (column: 'secret' | 'backupCodes') => {
  const sealed = sql.ref(column)
  return sql<number>`case when ${sealed} like '$ba$%' then split_part(${sealed}, '$', 3)::bigint else ${sql.lit(beforeRings)} end`
}

/** Secrets of the second step and their recovery codes, as better-auth 1.7.5 seals them. */
export const secondSteps = (ring: KeyRing): SealedRows => ({
  called: ['second step at sign-in', 'second steps at sign-in'],
  anew: 'Whoever cannot sign in gets a link by “equerry link --for ADDRESS”, which turns the second step off, and turns it on again.',
  count: async (db) => {
    const { rows } = await sql<{ key: number; n: number }>`
      select ${keyOf('secret')} as key, count(*) as n from auth."twoFactor" group by 1`.execute(db)
    return new Map(rows.map(({ key, n }) => [Number(key), Number(n)]))
  },
  again: async (db, newest, after, most) => {
    const { rows } = await sql<SecondStep>`
      select "id", "secret", "backupCodes" as codes from auth."twoFactor"
      where (${keyOf('secret')} <> ${newest} or ${keyOf('backupCodes')} <> ${newest}) and "id" > ${after?.[0] ?? ''}
      order by "id" limit ${most} for update`.execute(db)
    let sealed = 0
    for (const row of rows) if (await sealAgain(db, ring, row)) sealed++
    const last = rows.at(-1)
    return { sealed, last: last && rows.length === most ? [last.id] : null }
  },
})

type SecondStep = { readonly id: string; readonly secret: string; readonly codes: string }

async function sealAgain(db: Owner, ring: KeyRing, { id, secret, codes }: SecondStep): Promise<boolean> {
  const key = libraryKeys(ring)
  const opened = await Promise.all([secret, codes].map((data) => symmetricDecrypt({ key, data }).catch(() => null)))
  const texts = opened.filter((text) => text !== null)
  if (texts.length < opened.length) return false
  const [again, codesAgain] = await Promise.all(texts.map((data) => symmetricEncrypt({ key, data })))
  await sql`update auth."twoFactor" set "secret" = ${again}, "backupCodes" = ${codesAgain} where "id" = ${id}`.execute(
    db,
  )
  return true
}

function libraryKeys(ring: KeyRing) {
  const { secrets, secret } = secretsOf(ring)
  return {
    keys: new Map(secrets.map(({ version, value }) => [version, value])),
    currentVersion: ring.newest.id,
    ...(secret !== '' && { legacySecret: secret }),
  }
}
