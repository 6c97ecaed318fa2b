/** Opens the one-line add on Today, from its key, from ⌘K, or from a page that wants a line added. */
const opened = new EventTarget()

export const openQuickAdd = (text = ''): void => {
  // The page may only now be coming up; it asks for the focus once it is there.
  waiting = text
  opened.dispatchEvent(new Event('open'))
}

let waiting: string | null = null

/** Takes the text waiting to be added, once. */
export const takeQuickAdd = (): string | null => {
  const text = waiting
  waiting = null
  return text
}

export const onQuickAdd = (open: () => void): (() => void) => {
  opened.addEventListener('open', open)
  return () => opened.removeEventListener('open', open)
}
