import { type Answer, account, type No, no, type Outcome, said } from './account.ts'

const instant = (at: { readonly valueOf: () => number }): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(at.valueOf())

/** How this person signs in: whether a second step is asked for, their passkeys, and where they are signed in. */
export async function signInState() {
  const [session, passkeys, sessions] = await Promise.all([
    account.getSession(),
    account.passkey.listUserPasskeys(),
    account.listSessions(),
  ])
  if (!session.data || !passkeys.data || !sessions.data) throw new Error('The desk did not say how you sign in.')
  const here = session.data.session.token
  return {
    second: session.data.user.twoFactorEnabled === true,
    passkeys: passkeys.data.map(({ id, name, createdAt }) => ({
      id,
      name: name ?? 'A passkey',
      since: instant(createdAt),
    })),
    sessions: sessions.data
      .map((one) => ({
        token: one.token,
        agent: one.userAgent ?? '',
        seen: instant(one.updatedAt),
        isHere: one.token === here,
      }))
      .sort((a, b) => Number(b.isHere) - Number(a.isHere) || Temporal.Instant.compare(b.seen, a.seen)),
  }
}

export const removePasskey = async (id: string): Promise<Outcome> =>
  said(await account.passkey.deletePasskey({ id }), 'The passkey is still there.')

export const endSession = async (token: string): Promise<Outcome> =>
  said(await account.revokeSession({ token }), 'It is still signed in there.')

export const endOtherSessions = async (): Promise<Outcome> =>
  said(await account.revokeOtherSessions(), 'You are still signed in elsewhere.')

/** Everywhere else one is signed out with it. */
export const changePassword = async (currentPassword: string, newPassword: string): Promise<Outcome> =>
  said(
    await account.changePassword({ currentPassword, newPassword, revokeOtherSessions: true }),
    'The password is as it was.',
  )

type Codes = { readonly ok: true; readonly codes: readonly string[] }

/** Begins a second step: nothing is asked for until `confirmSecondStep` has seen a right code. `uri`: for the app (otpauth). */
export async function beginSecondStep(password: string): Promise<(Codes & { readonly uri: string }) | No> {
  const { data, error } = await account.twoFactor.enable({ password })
  return data && 'totpURI' in data ? { ok: true, codes: data.backupCodes, uri: data.totpURI } : wrongPassword({ error })
}

export async function confirmSecondStep(code: string): Promise<Outcome> {
  const answer = await account.twoFactor.verifyTotp({ code: code.replaceAll(' ', '') })
  return answer.error && answer.error.status !== 429
    ? no('That code is not right. Perhaps the telephone’s clock is wrong.')
    : said(answer, 'The second step is still off.')
}

export async function endSecondStep(password: string): Promise<Outcome> {
  const answer = await account.twoFactor.disable({ password })
  return answer.error ? wrongPassword(answer) : { ok: true }
}

/** The codes from before open nothing any more. */
export async function newRecoveryCodes(password: string): Promise<Codes | No> {
  const answer = await account.twoFactor.generateBackupCodes({ password })
  return answer.data ? { ok: true, codes: answer.data.backupCodes } : wrongPassword(answer)
}

const wrongPassword = (answer: Answer): No =>
  no(answer?.error?.status === 429 ? 'Too many tries. Wait a minute, then try again.' : 'That is not your password.')
