const opened = new EventTarget()

/** Opens the line in which a promise is noted, from any page. */
export const openPromise = (): void => {
  opened.dispatchEvent(new Event('open'))
}

export function onPromise(open: () => void): () => void {
  opened.addEventListener('open', open)
  return () => opened.removeEventListener('open', open)
}
