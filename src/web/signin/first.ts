import { readRefusal } from '../refusal.ts'

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

export type Opened = { readonly ok: true } | { readonly ok: false; readonly words: string }

/** Spends the link: makes the login and, the first time, its desk, and signs the browser in. */
export async function openDesk(token: string, person: FirstPerson): Promise<Opened> {
  const answer = await fetch(`/api/first/${encodeURIComponent(token)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  })
  if (answer.ok) return { ok: true }
  const body: unknown = await answer.json().catch(() => null)
  return { ok: false, words: readRefusal(body)?.words ?? 'The desk could not be opened.' }
}
