import { passkeyClient } from '@better-auth/passkey/client'
import { createAuthClient } from 'better-auth/client'
import { twoFactorClient } from 'better-auth/client/plugins'
import { forgetTrips } from '../travel/go/kept.ts'

/** better-auth's own calls, under `/api/auth`. Everything about a desk goes through `client.ts` instead. */
export const account = createAuthClient({ plugins: [passkeyClient(), twoFactorClient()] })

export type No = { readonly ok: false; readonly words: string }
export type Outcome = { readonly ok: true } | No
type Fault = {
  readonly message?: string | undefined
  readonly status?: number
  /** Where the desk itself said no. */
  readonly refused?: { readonly words: string }
}
export type Answer = { readonly error: Fault | null } | undefined

export const no = (words: string): No => ({ ok: false, words })

export function said(answer: Answer, otherwise: string): Outcome {
  if (!answer?.error) return { ok: true }
  if (answer.error.status === 429)
    return no(answer.error.refused?.words ?? 'Too many tries. Wait a minute, then try again.')
  return no(answer.error.message ?? otherwise)
}

/** `second`: the password was right, and a code is asked for before anybody is in. */
export async function signInWithPassword(
  email: string,
  password: string,
): Promise<Outcome | { readonly second: true }> {
  const answer = await account.signIn.email({ email, password })
  if (answer.error?.status === 401) return no('That address and password do not go together.')
  if (answer.data && 'twoFactorRedirect' in answer.data) return { second: true }
  return said(answer, 'The desk could not sign you in.')
}

/** The six digits of an authenticator app, or one of the recovery codes, which then is spent. */
export async function secondStep(code: string): Promise<Outcome> {
  const isDigits = /^\d{6}$/.test(code.replaceAll(' ', ''))
  const answer = isDigits
    ? await account.twoFactor.verifyTotp({ code: code.replaceAll(' ', '') })
    : await account.twoFactor.verifyBackupCode({ code: code.trim() })
  if (answer.error?.status === 401 || answer.error?.status === 400)
    return no('That code is not right, or its time is over.')
  return said(answer, 'The desk could not sign you in.')
}

export const signInWithPasskey = async (): Promise<Outcome> =>
  said(await account.signIn.passkey(), 'No passkey was used. Try again, or use your password.')

/** For someone already signed in: the browser asks for a finger, a face or a PIN. */
export const addPasskey = async (name: string): Promise<Outcome> =>
  said(await account.passkey.addPasskey({ name }), 'No passkey was made.')

/** A whole page load afterwards, so that nothing of the desk stays in memory; nor what was kept for where there is no line. */
export async function signOut(): Promise<void> {
  await forgetTrips()
  await account.signOut()
  location.assign('/')
}
