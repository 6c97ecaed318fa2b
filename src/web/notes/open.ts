/** Asks for the line in which notes are begun, on a page that may only now be coming up. */
const opened = new EventTarget()
let isWaiting = false

export const openAddNote = (): void => {
  isWaiting = true
  opened.dispatchEvent(new Event('open'))
}

/** Whether somebody asked for it; once. */
export const takeAddNote = (): boolean => {
  const was = isWaiting
  isWaiting = false
  return was
}

export const onAddNote = (open: () => void): (() => void) => {
  opened.addEventListener('open', open)
  return () => opened.removeEventListener('open', open)
}
