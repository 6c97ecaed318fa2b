import { useEffect, useRef, useState } from 'react'
import type { Decision } from './draft.ts'

type Read = Pick<
  Decision,
  | 'question'
  | 'context'
  | 'options'
  | 'confidence'
  | 'neededBy'
  | 'onSilence'
  | 'consulted'
  | 'disagrees'
  | 'sources'
  | 'hangsOn'
  | 'reviewOn'
>

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const recommended = ({ options }: Read) => options.find((option) => option.recommended)?.number ?? null
/** An option as it is read, whichever is recommended. */
const optionAt = ({ options }: Read, at: number) => {
  const { recommended: _, ...option } = { ...options[at] }
  return option
}

/** What of a brief is not as it was read, in the order it stands: "the question", "option 2". What was said on the way is no change. */
export function changedParts(was: Read, is: Read): readonly string[] {
  const options = Array.from({ length: Math.max(was.options.length, is.options.length) }, (_, at) => at)
  const rests = ({ consulted, disagrees, sources, hangsOn, reviewOn }: Read) => [
    consulted,
    disagrees,
    sources,
    hangsOn,
    reviewOn,
  ]
  return [
    ...(was.question === is.question ? [] : ['the question']),
    ...(was.context === is.context ? [] : ['what there is to know']),
    ...options.filter((at) => !same(optionAt(was, at), optionAt(is, at))).map((at) => `option ${at + 1}`),
    ...(recommended(was) === recommended(is) ? [] : ['what is recommended']),
    ...(was.confidence === is.confidence ? [] : ['how sure that is']),
    ...(was.neededBy === is.neededBy ? [] : ['by when it is needed']),
    ...(was.onSilence === is.onSilence ? [] : ['what happens on silence']),
    ...(same(rests(was), rests(is)) ? [] : ['what it rests on']),
  ]
}

/** What changed since this brief was opened here, and a number that moves with every change that is seen. */
export function useChanged(decision: Decision): { readonly parts: readonly string[]; readonly times: number } {
  const [first] = useState(decision)
  const [times, setTimes] = useState(0)
  const last = useRef(decision)
  useEffect(() => {
    if (changedParts(last.current, decision).length > 0) setTimes((before) => before + 1)
    last.current = decision
  }, [decision])
  return { parts: changedParts(first, decision), times }
}
