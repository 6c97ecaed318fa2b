import type { AskForm } from './draft.ts'

/** What a question begins with, where something on a screen asks it. */
export type Start = Partial<AskForm>

const opened = new EventTarget()
let start: Start = {}

/** Opens the form that asks for a decision, from ⌘K, from a finding, from an event. */
export function openAsking(from: Start = {}): void {
  start = from
  opened.dispatchEvent(new Event('open'))
}

export function onAsking(open: (from: Start) => void): () => void {
  const tell = () => open(start)
  opened.addEventListener('open', tell)
  return () => opened.removeEventListener('open', tell)
}
