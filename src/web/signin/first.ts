import { readRefusal, wholeWords } from '../refusal.ts'

/** What the first person at a new desk says of themselves; the one-time link in the address lets them. */
export type FirstPerson = {
  readonly name: string
  readonly email: string
  /** Absent where a passkey is made right after instead. */
  readonly password?: string
  readonly role: 'executive' | 'assistant'
  readonly executive: string
  readonly zone: string
}

/** All that somebody says who sits here already. */
export type NewPassword = { readonly password?: string }

/** What an invited person says of themselves; what they are here the invitation says. */
export type Guest = { readonly name: string; readonly email: string; readonly password?: string }

/** Somebody who is signed in already takes the seat as who they are. */
export type AsYou = { readonly asYou: true }

/** `desk`: where they sit down, for somebody who already sat elsewhere. */
export type Opened =
  | { readonly ok: true; readonly desk: string | null }
  | { readonly ok: false; readonly words: string }

/** What an open link is for: somebody's new password, a seat somebody was invited to, or a desk that is joined or opened. */
export type FirstLink = {
  readonly for: { readonly name: string; readonly email: string } | null
  /** Whose seat it opens: somebody who was invited and has not signed in yet. */
  readonly invited: { readonly name: string; readonly kind: string } | null
  /** As whom this browser is signed in already. */
  readonly you: { readonly name: string; readonly email: string } | null
  readonly executive: string | null
}

const pathOf = (token: string) => `/api/first/${encodeURIComponent(token)}`

/** Asks what the link is for; words where it is spent, old or unknown. */
export async function readLink(token: string): Promise<FirstLink | { readonly words: string }> {
  const answer = await fetch(pathOf(token)).catch(() => null)
  const body: unknown = await answer?.json().catch(() => null)
  if (answer?.ok && body !== null) return body as FirstLink
  return { words: saidIn(body) ?? 'The desk did not answer.' }
}

/** Spends the link: makes the login and, the first time, its desk, or sets a new password; and signs the browser in. */
export async function openDesk(token: string, person: FirstPerson | NewPassword | Guest | AsYou): Promise<Opened> {
  const answer = await fetch(pathOf(token), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  })
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) return { ok: true, desk: deskIn(body) }
  return { ok: false, words: saidIn(body) ?? 'The desk could not be opened.' }
}

const saidIn = (body: unknown): string | null => {
  const no = readRefusal(body)
  return no && wholeWords(no)
}

const deskIn = (body: unknown): string | null =>
  typeof body === 'object' && body !== null && 'desk' in body && typeof body.desk === 'string' ? body.desk : null
