const opened = new EventTarget()
type Dropping = { readonly file: File | null; readonly tripId: string | null }
let waiting: Dropping = { file: null, tripId: null }

/** Opens the place where a confirmation is dropped in, with a file where one was let go, for a trip where it is known. */
export function openConfirmation(dropping: Partial<Dropping> = {}): void {
  waiting = { file: null, tripId: null, ...dropping }
  opened.dispatchEvent(new Event('open'))
}

export function onConfirmation(open: (dropping: Dropping) => void): () => void {
  const tell = () => open(waiting)
  opened.addEventListener('open', tell)
  return () => opened.removeEventListener('open', tell)
}

const calendar = /\.(ics|ical|ifb)$/i

/** A file that is no calendar is a confirmation; on the pages of travel a calendar file is one too. */
export const isConfirmation = (file: File, path: string): boolean =>
  path.startsWith('/travel') || !(calendar.test(file.name) || file.type === 'text/calendar')

/** The trip whose page it is. */
export const tripIn = (path: string): string | null => /^\/travel\/([0-9a-f-]{36})/.exec(path)?.[1] ?? null
