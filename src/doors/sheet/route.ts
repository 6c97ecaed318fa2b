import type { Context, MiddlewareHandler } from 'hono'
import { type Call, isRefused, refuse } from '../../desk/act.ts'
import type { Sheet } from '../../desk/briefing/sheet/model.ts'
import { perform, type Surroundings } from '../../desk/perform.ts'
import { refused } from '../http/answer.ts'

/** Browsers show a PDF in a page of their own making, which the rules for our pages would leave bare. */
export const forPaper: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.res.headers.get('content-type') === 'application/pdf')
    context.res.headers.set(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
    )
}

/**
 * `/sheet/2026-11-24.pdf`, with `?for=desk` or `?for=others` for somebody else: the day on one page, as whoever asks may
 * see it. Refuses as `sheet.show` does.
 */
export async function answerSheet(around: Surroundings, context: Context, who: Omit<Call, 'key'>): Promise<Response> {
  const on = /^(\d{4}-\d{2}-\d{2})\.pdf$/.exec(context.req.param('file') ?? '')?.[1]
  if (!on) return refused(refuse('not-there', 'A sheet is called by its day: 2026-11-24.pdf.').refused)
  const input = { on, ...(context.req.query('for') !== undefined && { for: context.req.query('for') }) }
  const answer = await perform(around, 'sheet.show', input, { ...who, key: null })
  if (isRefused(answer)) return refused(answer.refused)
  const { printed } = await import('./print.ts')
  return context.body(new Uint8Array(printed(answer as Sheet)), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="day-sheet-${on}.pdf"`,
    'cache-control': 'no-store',
  })
}
