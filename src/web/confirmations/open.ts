import { useQuery } from '@tanstack/react-query'
import { ask } from '../client.ts'

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

/** Confirmations nobody has dealt with. */
export const useOpenConfirmations = () =>
  useQuery({ ...ask.confirmation.list.queryOptions({ input: {} }), retry: false })
