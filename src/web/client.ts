import finals from 'virtual:finals'
import routes from 'virtual:routes'
import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '../desk/operations.ts'
import { deskHeaders } from './desk.ts'
import { readRefusal, type Shown, wholeWords } from './refusal.ts'

/** `key` is the idempotency key of a change: the same key never does a thing twice. */
export type CallContext = { readonly key?: string }

const link = new OpenAPILink<CallContext>(routes, {
  url: () => `${location.origin}/api`,
  headers: ({ context }) => ({
    ...deskHeaders(),
    ...(context.key !== undefined && { 'idempotency-key': context.key }),
  }),
  customErrorResponseBodyDecoder: (body, response) => {
    const no = readRefusal(body)
    return no ? new ORPCError(no.why, { status: response.status, message: wholeWords(no), data: no }) : null
  },
})

/** Every operation of the desk, typed by its contract. A refusal rejects with an error that `refusalOf` reads. */
export const desk: JsonifiedClient<ContractRouterClient<typeof contract, CallContext>> = createORPCClient(link)

/** The same operations as TanStack Query options: `ask.today.show.queryOptions({ input })`. */
export const ask = createTanstackQueryUtils(desk)

/** The desk's no to a call that is no operation, as an error like any other. */
export function refused(status: number, body: unknown): Error {
  const no = readRefusal(body)
  return no
    ? new ORPCError(no.why, { status, message: wholeWords(no), data: no })
    : new Error('The desk did not answer.')
}

/** The desk's no, with its reason, or null when the error is something else: a broken wire, a bug. */
export function refusalOf(error: unknown): Shown | null {
  return error instanceof ORPCError ? readRefusal({ refused: error.data }) : null
}

/** The HTTP status of an answer that was not a yes; null when there was no answer. */
export const statusOfError = (error: unknown): number | null => (error instanceof ORPCError ? error.status : null)

type AnyChange = (
  input: unknown,
  options: { context: CallContext },
) => Promise<{ did: { entry: string; undo: boolean } }>

/** The call behind a name that the desk itself gave, as in the `operation` of a fix; null for a name this build does not know. */
export function changeNamed(operation: string): AnyChange | null {
  const [noun = '', verb = ''] = operation.split('.')
  if (!isKnown(noun, verb)) return null
  const calls = desk as unknown as Record<string, Record<string, AnyChange>>
  return calls[noun]?.[verb] ?? null
}

const known: object = routes
const isKnown = (noun: string, verb: string): boolean =>
  Object.hasOwn(known, noun) && Object.hasOwn(Reflect.get(known, noun), verb)

/** Why what an operation does cannot be undone, always or in one case, as it declares it; null where it can be. */
export function finalOf(operation: string, which?: string): string | null {
  const words = Object.hasOwn(finals, operation) ? finals[operation] : undefined
  return (typeof words === 'string' ? words : words?.[which ?? '']) ?? null
}
