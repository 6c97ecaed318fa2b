import type { AnyKind } from '../../../plan/rule.ts'
import type { RuleDraft } from '../../rules/model.ts'

/** JSON Schema as far as a rule's parameters use it. */
type Shape = {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly anyOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
}

/** Lengths an assistant would say: minutes, and for what counts, a few. */
const ladder: readonly number[] = [1, 2, 3, 5, 10, 15, 30, 45, 60, 120, 240, 480, 660, 1440, 2880, 10_080]
const mostPerKind = 24

const within = ({ minimum = -Infinity, maximum = Infinity }: Shape): number[] =>
  ladder.filter((n) => n >= minimum && n <= maximum)

/** Sensible values of one parameter, the likeliest first. */
function valuesOf(shape: Shape): unknown[] {
  if (shape.default !== undefined) return [shape.default]
  if (shape.const !== undefined) return [shape.const]
  if (shape.enum) return [...shape.enum]
  if (shape.anyOf) return shape.anyOf.flatMap(valuesOf)
  if (shape.type === 'integer' || shape.type === 'number') return within(shape)
  if (shape.type === 'boolean') return [true, false]
  if (shape.type === 'array' && shape.items?.enum) return [[...shape.items.enum]]
  if (shape.type === 'null') return [null]
  return []
}

/** Every kind’s parameters that are worth a try: those it must have, each with sensible values, `known` before any. */
export function paramsFor(
  shape: Shape,
  known: Readonly<Record<string, readonly unknown[]>> = {},
): Record<string, unknown>[] {
  let found: Record<string, unknown>[] = [{}]
  for (const name of Object.keys(shape.properties ?? {})) {
    const must = shape.required?.includes(name) ?? false
    const values = known[name] ?? (must ? valuesOf(shape.properties?.[name] ?? {}) : [])
    if (values.length === 0) {
      if (must) return []
      continue
    }
    found = found.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))).slice(0, 400)
  }
  const step = Math.max(1, Math.ceil(found.length / mostPerKind))
  return found.filter((_, i) => i % step === 0)
}

/** A rule that might have caught it, and what is to be tried of it. */
export const candidatesOf = (kind: AnyKind, shape: Shape, story: string): RuleDraft[] =>
  paramsFor(shape).flatMap((params) => {
    const read = kind.params.safeParse(params)
    return read.success
      ? [
          {
            kind: kind.kind,
            params: read.data as Record<string, unknown>,
            weight: 'avoid' as const,
            scope: {},
            source: 'mistake' as const,
            story,
          },
        ]
      : []
  })

type Tried = { readonly draft: RuleDraft; readonly flagged: number; readonly days: number }

/** Of each kind the one with the fewest false alarms; those first that would trouble ordinary days least. */
export const cheapestFirst = <T extends Tried>(tried: readonly T[]): T[] => {
  const best = new Map<string, T>()
  for (const one of tried) {
    const before = best.get(one.draft.kind)
    if (!before || one.flagged < before.flagged) best.set(one.draft.kind, one)
  }
  return [...best.values()].sort((a, b) => a.flagged - b.flagged || (a.draft.kind < b.draft.kind ? -1 : 1))
}
