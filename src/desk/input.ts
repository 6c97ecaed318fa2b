import type * as z from 'zod'
import { type Refused, refuse } from './act.ts'
import type { Operation } from './registry.ts'
import { unkeepable } from './shapes.ts'
import { wrongWords } from './wrong.ts'

/** The one place where what comes in is read: its shape, and that every text in it can be kept. */
export function readInput(operation: Operation, sent: unknown): { readonly input: unknown } | Refused {
  const read = operation.input.safeParse(sent, { error: wrongWords })
  if (!read.success) return badInput(read.error)
  const path = unkeepable(read.data)
  if (path === null) return { input: read.data }
  const where = path === '' ? 'What was sent' : path
  return refuse('bad-input', `${where}: holds a character that cannot be kept (a zero byte, or half a one)`, [], path)
}

const badInput = (error: z.ZodError): Refused => {
  const [issue] = error.issues
  const path = issue?.path.join('.') ?? ''
  return refuse(
    'bad-input',
    `${path === '' ? 'What was sent' : path}: ${issue?.message ?? 'is not of the right form'}`,
    [],
    path,
  )
}

/** What is kept sealed is given by itself: it would lie open in what waits for a yes, or in what another operation keeps. */
export function cannotWait({ sealed = [] }: Pick<Operation, 'sealed'>, input: unknown): Refused | null {
  if (typeof input !== 'object' || input === null) return null
  const within = [input, ...Object.values(input).filter((one) => typeof one === 'object' && one !== null)] as object[]
  const named = sealed.find((name) => within.some((one) => typeof Reflect.get(one, name) === 'string'))
  return named === undefined
    ? null
    : refuse(
        'not-yours',
        `A ${named} is kept sealed and cannot wait for a yes: leave it out, and whoever may enters it.`,
        [],
        named,
      )
}
