/** Asks for the one-line add on the page of work, which may only now be coming up. */
const opened = new EventTarget()
let isWaiting = false

export const openAddWork = (): void => {
  isWaiting = true
  opened.dispatchEvent(new Event('open'))
}

/** Whether somebody asked for it; once. */
export const takeAddWork = (): boolean => {
  const was = isWaiting
  isWaiting = false
  return was
}

export const onAddWork = (open: () => void): (() => void) => {
  opened.addEventListener('open', open)
  return () => opened.removeEventListener('open', open)
}
