import { useState } from 'react'
import type { Line, Section } from './shapes.ts'

/** Puts the focus where the keyboard is, so that it is seen and read out. */
const focus = (key: string): void => {
  setTimeout(() => document.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`)?.focus(), 0)
}

/** Which line the keyboard is on: the first that is open, until somebody goes on with the arrows. */
export function useLines(sections: readonly Section[]) {
  const [key, setKey] = useState<string | null>(null)
  const lines = sections.flatMap((one) => one.lines)
  const selected: Line | null =
    lines.find((line) => line.key === key) ?? lines.find(({ settled }) => settled === null) ?? lines[0] ?? null
  const step = (by: 1 | -1) => {
    const next = lines[lines.findIndex((line) => line.key === selected?.key) + by]
    if (!next) return
    setKey(next.key)
    focus(next.key)
  }
  return { selected, step, take: setKey }
}
