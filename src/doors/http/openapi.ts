import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import * as z from 'zod'
import { contract } from '../../desk/operations.ts'
import { type Reason, reasons, refusal, statusOf } from '../../desk/refusal.ts'

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
let described: Promise<object> | null = null

/** The operations as an OpenAPI document, made from the contract once: with every refusal, the session and the key of a change. */
export function describeApi(url: string): Promise<object> {
  described ??= generate(url)
  return described
}

type Described = Awaited<ReturnType<typeof generator.generate>>

async function generate(url: string): Promise<object> {
  const document = await generator.generate(contract, {
    info: { title: 'Equerry', version: '1', description },
    servers: [{ url: `${url}/api` }],
    security: [{ session: [] }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieOf(url) } },
      parameters: { key: key as never },
      responses: noes as never,
      schemas: { Refused: z.toJSONSchema(z.object({ refused: refusal }), { target: 'openapi-3.0' }) as never },
    },
  })
  for (const verbs of Object.values(document.paths ?? {})) {
    if (verbs?.get) verbs.get.responses = { ...verbs.get.responses, ...referred }
    if (!verbs?.post) continue
    verbs.post.responses = { ...verbs.post.responses, ...referred }
    verbs.post.parameters = [...(verbs.post.parameters ?? []), { $ref: '#/components/parameters/key' }]
  }
  return document satisfies Described
}

const description =
  'Reads are GET with their input as the query, changes POST with JSON or a form. A change answers with `did`, a refusal with `refused`: why, in words, and what stands in the way.'

const cookieOf = (url: string) => `${url.startsWith('https:') ? '__Secure-' : ''}equerry.session_token`

const key = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key with the same input is done once and answered alike for seven days.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

const statuses = new Map<number, Reason[]>()
for (const why of reasons) statuses.set(statusOf[why], [...(statuses.get(statusOf[why]) ?? []), why])

const no = (words: string) => ({
  description: words,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } },
})

const noes = Object.fromEntries([
  ['401', no('Nobody is signed in')],
  ...[...statuses].map(([status, why]) => [String(status), no(`Refused: ${why.join(' or ')}`)] as const),
])
const referred = Object.fromEntries(
  Object.keys(noes).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
)
