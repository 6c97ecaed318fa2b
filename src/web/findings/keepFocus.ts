import { type RefObject, useEffect, useRef } from 'react'

/** When the card that held the focus is settled and gone, the focus stays in the list instead of falling to the page's top. */
export function useKeptFocus(changes: string): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  const inside = useRef(false)
  useEffect(() => {
    const moved = (event: FocusEvent) => {
      inside.current = event.target instanceof Node && (list.current?.contains(event.target) ?? false)
    }
    document.addEventListener('focusin', moved)
    return () => document.removeEventListener('focusin', moved)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the list changes, not when the ref does
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) list.current?.focus()
  }, [changes])
  return list
}
