import type { Context } from 'hono'
import { type Call, isRefused, refuse } from '../../desk/act.ts'
import { perform, type Surroundings } from '../../desk/perform.ts'
import { type Refusal, statusOf } from '../../desk/refusal.ts'
import { operations } from '../../desk/registry.ts'

const mostBytes = 50 * 1024 * 1024

/** A refusal with the status its reason has everywhere. */
export const refused = (no: Refusal): Response => Response.json({ refused: no }, { status: statusOf[no.why] })

/** `/api/event/move` is the operation `event.move`. Reads are GET with their input as the query, changes POST with JSON or a form. */
export async function answerOperation(
  around: Surroundings,
  context: Context,
  who: Omit<Call, 'key'>,
): Promise<Response> {
  const name = context.req.path.replace(/^\/api\//, '').replaceAll('/', '.')
  const operation = operations.get(name)
  if (!operation) return refused(refuse('not-there', 'There is no such operation.').refused)
  const method = operation.effect === 'read' ? 'GET' : 'POST'
  if (context.req.method !== method) {
    const no = refuse('bad-input', `Use ${method} for ${name}.`).refused
    return Response.json({ refused: no }, { status: 405, headers: { allow: method } })
  }
  const input = await inputOf(context, method)
  if (input instanceof Response) return input
  const key = method === 'POST' ? (context.req.header('idempotency-key') ?? null) : null
  if (key !== null && (key.length === 0 || key.length > 200))
    return refused(refuse('bad-input', 'An idempotency key has 1 to 200 characters.', [], 'Idempotency-Key').refused)
  const answer = await perform(around, name, input, { ...who, key })
  return isRefused(answer) ? refused(answer.refused) : Response.json(answer)
}

async function inputOf(context: Context, method: string): Promise<unknown> {
  if (method === 'GET') return context.req.query()
  if (Number(context.req.header('content-length') ?? 0) > mostBytes + 64 * 1024)
    return refused(refuse('too-much', 'That is more than 50 MB.').refused)
  try {
    if (context.req.header('content-type')?.startsWith('multipart/form-data'))
      return Object.fromEntries((await context.req.formData()).entries())
    const text = await context.req.text()
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return refused(refuse('bad-input', 'What was sent is neither JSON nor a form.').refused)
  }
}
