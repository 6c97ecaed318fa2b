/** What of an event or a piece of work is tied to a priority. */
export type TieWhat = { readonly what: 'event' | 'work'; readonly id: string; readonly recurrenceId: string | null }

const said: Record<'year' | 'quarter' | 'week', string> = { year: 'The year', quarter: 'The quarter', week: 'The week' }

/** A set in two words: "The quarter". */
export const horizonName = (horizon: 'year' | 'quarter' | 'week'): string => said[horizon]

/** How a set is headed, by its own name: "The fourth quarter of 2026", "The year 2026". */
export const setName = ({ horizon, words }: { readonly horizon: string; readonly words: string }): string =>
  horizon === 'year' ? `The year ${words}` : words.charAt(0).toUpperCase() + words.slice(1)

/** "8 %", "—" where nothing is known. */
export const percent = (share: number | null): string =>
  share === null ? '—' : share > 0 && share < 0.005 ? '< 1 %' : `${Math.round(share * 100)} %`

/** How an address names what does not belong to any priority of a set. */
export const restOf = (horizon: string): string => `rest-${horizon}`

type Seated = { readonly kind: string; readonly board: { readonly areas: { readonly partnership: string } } }

/** Who sees what comes first. */
export const seesPriorities = ({ kind, board }: Seated): boolean =>
  kind === 'executive' || !['none', 'busy'].includes(board.areas.partnership)
