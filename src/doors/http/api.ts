import type { Context } from 'hono'
import { type Call, isRefused, refuse } from '../../desk/act.ts'
import { isProposed, perform, type Surroundings } from '../../desk/perform.ts'
import { operations } from '../../desk/registry.ts'
import { isKeepable } from '../../desk/shapes.ts'
import { json, refused } from './answer.ts'

/** `/api/event/move` is the operation `event.move`. Reads are GET with their input as the query, changes POST with JSON or a form. */
export async function answerOperation(
  around: Surroundings,
  context: Context,
  who: Omit<Call, 'key'>,
): Promise<Response> {
  const name = context.req.path.replace(/^\/api\//, '').replaceAll('/', '.')
  const operation = operations.get(name)
  if (!operation) return refused(refuse('not-there', 'There is no such operation.').refused)
  const method = operation.effect === 'read' && !operation.posted ? 'GET' : 'POST'
  if (context.req.method !== method)
    return refused(refuse('bad-input', `Use ${method} for ${name}.`).refused, 405, { allow: method })
  const input = method === 'GET' ? context.req.query() : await inputOf(context)
  if (input === undefined) return refused(refuse('bad-input', 'What was sent is neither JSON nor a form.').refused)
  const key = method === 'POST' ? (context.req.header('idempotency-key') ?? null) : null
  if (key !== null && (key.length === 0 || key.length > 200))
    return refused(refuse('bad-input', 'An idempotency key has 1 to 200 characters.', [], 'Idempotency-Key').refused)
  const why = whyOf(context.req.header('equerry-why'))
  if (why === null)
    return refused(
      refuse('bad-input', 'A reason is percent-encoded text of up to 500 characters.', [], 'Equerry-Why').refused,
    )
  const answer = await perform(around, name, input, { ...who, key, why })
  if (isRefused(answer)) return refused(answer.refused)
  return json(answer, isProposed(answer) ? 202 : 200)
}

/** Why somebody wants it, for whoever has to say yes; null where it cannot be read. */
function whyOf(header: string | undefined): string | null {
  try {
    const text = decodeURIComponent(header ?? '').trim()
    return text.length <= 500 && isKeepable(text) ? text : null
  } catch {
    return null
  }
}

/** Undefined when it cannot be read. Nothing at all is an empty input. */
async function inputOf(context: Context): Promise<unknown> {
  try {
    if (context.req.header('content-type')?.startsWith('multipart/form-data'))
      return Object.fromEntries((await context.req.formData()).entries())
    const text = await context.req.text()
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return undefined
  }
}
