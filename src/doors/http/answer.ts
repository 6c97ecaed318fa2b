import { type Refusal, statusOf } from '../../desk/refusal.ts'

/** JSON that says how long it is, so that short answers are not compressed, and that nobody keeps. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  const own = {
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    'cache-control': 'no-store',
  }
  return new Response(bytes, { status, headers: { ...own, ...headers } })
}

/** A refusal with the status its reason has everywhere. */
export const refused = (
  no: Refusal,
  status: number = statusOf[no.why],
  headers: Readonly<Record<string, string>> = {},
) => json({ refused: no }, status, headers)
