/** How a page's address names one occurrence: the event's id, and for a series the original start behind a `_`. */
export const eventAddress = (event: { readonly eventId: string; readonly recurrenceId: string | null }): string =>
  event.recurrenceId === null ? event.eventId : `${event.eventId}_${event.recurrenceId}`

export function readEventAddress(text: string): { eventId: string; recurrenceId: string | null } {
  const cut = text.indexOf('_')
  return cut === -1
    ? { eventId: text, recurrenceId: null }
    : { eventId: text.slice(0, cut), recurrenceId: text.slice(cut + 1) }
}
