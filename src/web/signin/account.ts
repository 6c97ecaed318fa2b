import { passkeyClient } from '@better-auth/passkey/client'
import { createAuthClient } from 'better-auth/client'

/** better-auth's own calls, under `/api/auth`. Everything about a desk goes through `client.ts` instead. */
const account = createAuthClient({ plugins: [passkeyClient()] })

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly words: string }
type Answer = { error: { message?: string | undefined; status?: number } | null } | undefined

const no = (words: string): Outcome => ({ ok: false, words })

function said(answer: Answer, otherwise: string): Outcome {
  if (!answer?.error) return { ok: true }
  if (answer.error.status === 429) return no('Too many tries. Wait a minute, then try again.')
  return no(answer.error.message ?? otherwise)
}

export async function signInWithPassword(email: string, password: string): Promise<Outcome> {
  const answer = await account.signIn.email({ email, password })
  if (answer.error?.status === 401) return no('That address and password do not go together.')
  return said(answer, 'The desk could not sign you in.')
}

export const signInWithPasskey = async (): Promise<Outcome> =>
  said(await account.signIn.passkey(), 'No passkey was used. Try again, or use your password.')

/** For someone already signed in: the browser asks for a finger, a face or a PIN. */
export const addPasskey = async (name: string): Promise<Outcome> =>
  said(await account.passkey.addPasskey({ name }), 'No passkey was made.')

/** A whole page load afterwards, so that nothing of the desk stays in memory. */
export async function signOut(): Promise<void> {
  await account.signOut()
  location.assign('/')
}
