import { type RefObject, useRef } from 'react'

const stops = 'input:not([type=hidden]), textarea, select, button, a[href], [tabindex="0"]'
const fields = 'input:not([type=hidden],[type=checkbox],[type=radio]), textarea'

const canTake = (one: HTMLElement) => !one.matches(':disabled, [aria-disabled=true]') && one.checkVisibility()

function firstOf(popup: HTMLElement, wanted: string): HTMLElement | undefined {
  const first = [...popup.querySelectorAll<HTMLElement>(wanted)].find(canTake)
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio' || first.checked) return first
  return popup.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first
}

type Arrival = {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly initialFocus: (how: string) => boolean | HTMLElement | null
}

/**
 * Gives what has just opened the focus before the next key can come, and not a frame later: what is typed at once after the
 * key that opened it is typed into it, and means nothing on the page behind. A finger gets no keyboard unasked.
 */
export function useArrival(at: 'first' | 'field' = 'first'): Arrival {
  const ref = useRef<HTMLDivElement>(null)
  const initialFocus = (how: string) => {
    if (!ref.current || how === 'touch') return ref.current
    const first = firstOf(ref.current, at === 'field' ? fields : stops)
    if (!first) return true
    first.focus()
    return false
  }
  return { ref, initialFocus }
}
