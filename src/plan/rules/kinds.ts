import type { RuleKind } from '../rule.ts'
import { overlap } from './overlap.ts'
import { travel } from './travel.ts'

/** `judge` hands each kind what its own shape has read, so the list may forget which shape that was. */
const of = <P>(kind: RuleKind<P>): RuleKind<unknown> => kind as unknown as RuleKind<unknown>

/** Every kind of rule there is; a new one is one file beside this and one line here. */
export const kinds: readonly RuleKind<unknown>[] = [of(overlap), of(travel)]

export const kindOf = (name: string): RuleKind<unknown> | undefined => kinds.find(({ kind }) => kind === name)
