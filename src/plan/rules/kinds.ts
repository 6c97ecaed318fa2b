import type { AnyKind } from '../rule.ts'
import { overlap } from './overlap.ts'
import { travel } from './travel.ts'

/** Every kind of rule there is. A new one is a file in this folder and a line here. */
export const kinds: readonly AnyKind[] = [overlap, travel]

const byName = new Map(kinds.map((kind) => [kind.kind, kind]))

export const kindOf = (name: string): AnyKind | undefined => byName.get(name)
