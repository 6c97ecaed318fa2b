const opened = new EventTarget()
export type DeskDialog = 'switcher' | 'another'

/** Opens the list of one's desks, or the form for another, from wherever it is asked for. */
export const openDesks = (which: DeskDialog): void => {
  opened.dispatchEvent(new CustomEvent('open', { detail: which }))
}

export function onDesks(open: (which: DeskDialog) => void): () => void {
  const tell = (event: Event) => open((event as CustomEvent<DeskDialog>).detail)
  opened.addEventListener('open', tell)
  return () => opened.removeEventListener('open', tell)
}
