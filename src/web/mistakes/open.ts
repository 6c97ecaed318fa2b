/** What a mistake is opened from: a finding, an event or something due; nothing where it is written down by hand. */
export type OwnFrom = { readonly fingerprint?: string; readonly item?: string; readonly title?: string }

const opened = new EventTarget()
let waiting: OwnFrom = {}

/** Opens “Own a mistake”. */
export function openOwn(from: OwnFrom = {}): void {
  waiting = from
  opened.dispatchEvent(new Event('open'))
}

export function onOwn(open: (from: OwnFrom) => void): () => void {
  const tell = () => open(waiting)
  opened.addEventListener('open', tell)
  return () => opened.removeEventListener('open', tell)
}
