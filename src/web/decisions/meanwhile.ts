import { useState } from 'react'
import { changedParts } from './changed.ts'
import { type AskForm, type Decision, formOf } from './draft.ts'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What a brief says besides what is read of it on the phone. */
const besides = (was: Decision, is: Decision): readonly string[] => [
  ...(was.decider.id === is.decider.id ? [] : ['whose answer it is']),
  ...(was.label === is.label ? [] : ['who may know of it']),
]

/** Of each part of a value the one that was changed; mine where both were. Lists go as one, unless they are as long as each other. */
function merged<T>(start: T, mine: T, theirs: T): T {
  if (same(mine, start)) return theirs
  if (same(theirs, start)) return mine
  const all = [start, mine, theirs]
  if (all.some((one) => typeof one !== 'object' || one === null)) return mine
  const lengths = all.flatMap((one) => (Array.isArray(one) ? [one.length] : []))
  if (new Set(lengths).size > 1) return mine
  const parts = Object.keys(theirs as object).map((key) => {
    const of = (one: T) => (one as Record<string, unknown>)[key]
    return [key, merged(of(start), of(mine), of(theirs))] as const
  })
  return (lengths.length > 0 ? parts.map(([, value]) => value) : Object.fromEntries(parts)) as T
}

/** The form with what somebody else changed since it was opened; where both changed the same, what stands in it stays. */
export const broughtIn = (start: AskForm, form: AskForm, theirs: AskForm): AskForm => merged(start, form, theirs)

/**
 * A brief that is being changed here, and may be changed by somebody else meanwhile. It is saved against the version that
 * was read, so that nothing of theirs is written over unseen; what was only said on the way does not count.
 */
export function useMeanwhile(editing: Decision | null): {
  readonly version: number
  /** What of the brief is not as it was read. */
  readonly parts: readonly string[]
  /** The form with theirs in it; from then on theirs is what was read. */
  readonly bringIn: (form: AskForm) => AskForm
} {
  const [read, setRead] = useState(editing)
  if (!read || !editing) return { version: 0, parts: [], bringIn: (form) => form }
  const parts = [...changedParts(read, editing), ...besides(read, editing)]
  return {
    version: parts.length === 0 ? editing.version : read.version,
    parts,
    bringIn: (form) => {
      setRead(editing)
      return broughtIn(formOf(read), form, formOf(editing))
    },
  }
}
