/**
 * At which desk this page is. It is said once, in the page's address, and every call carries it; another desk is another page
 * load, so that nothing of one is ever on screen under another's name. Null until the desk has said where one sits.
 */
let here: string | null = new URLSearchParams(location.search).get('desk')

/** From now on every call means this desk and no other, whatever else one leaves or opens meanwhile. */
export const stayAt = (desk: string): void => {
  here = desk
}

/** What a call says of the desk it means. */
export const deskHeaders = (): Record<string, string> => (here === null ? {} : { 'x-equerry-desk': here })

/** An address that a browser asks for by itself, without headers. */
export const atDesk = (path: string, desk: string | null = here): string => {
  if (desk === null) return path
  return `${path}${path.includes('?') ? '&' : '?'}desk=${encodeURIComponent(desk)}`
}

/** To another desk, by a whole page load. */
export const goToDesk = (desk: string, path = '/today'): void => location.assign(atDesk(path, desk))
