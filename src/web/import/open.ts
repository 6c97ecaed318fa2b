const opened = new EventTarget()
let waiting: File | null = null

/** Opens the import, with a file where one was dropped. */
export function openImport(file: File | null = null): void {
  waiting = file
  opened.dispatchEvent(new Event('open'))
}

export function onImport(open: (file: File | null) => void): () => void {
  const tell = () => open(waiting)
  opened.addEventListener('open', tell)
  return () => opened.removeEventListener('open', tell)
}
