const opened = new EventTarget()
let about: string | null = null

/** Opens the line that is noted after a contact, from any page; `person`: whom it is about, where that is known. */
export function openLine(person: string | null = null): void {
  about = person
  opened.dispatchEvent(new Event('open'))
}

export function onLine(open: (person: string | null) => void): () => void {
  const tell = () => open(about)
  opened.addEventListener('open', tell)
  return () => opened.removeEventListener('open', tell)
}
