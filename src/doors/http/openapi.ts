import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../../desk/operations.ts'

const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
let described: Promise<object> | null = null

/** The operations as an OpenAPI document, made from the contract once. */
export function describeApi(url: string): Promise<object> {
  described ??= generator.generate(contract, {
    info: { title: 'Equerry', version: '1' },
    servers: [{ url: `${url}/api` }],
  })
  return described
}
