import type { WishIs, WishShape, WishView } from '../../desk/travel/traveller/wishes/model.ts'

/** A wish while it is typed: every part of every wish, of which the chosen one takes its own. */
export type WishForm = {
  readonly is: WishIs
  readonly at: string
  readonly minutes: number | null
  readonly airports: readonly { readonly airport: string; readonly minutes: number | null }[]
  readonly seat: Extract<WishShape, { is: 'seat' }>['seat']
  readonly cabin: Extract<WishShape, { is: 'cabin' }>['cabin']
  readonly hours: number
  readonly chains: string
  readonly within: number | null
  readonly has: string
  readonly words: string
  readonly who: string
  readonly car: string
}

const fresh: WishForm = {
  is: 'earliest',
  at: '08:00',
  minutes: 60,
  airports: [],
  seat: 'aisle',
  cabin: 'business',
  hours: 4,
  chains: '',
  within: null,
  has: '',
  words: '',
  who: '',
  car: '',
}

/** The form of a wish; where its rule was changed by hand beyond what a form knows, an empty one of its kind. */
export function formOf(view: WishView | null): WishForm {
  if (view === null) return fresh
  const { wish } = view
  if (wish === null) return { ...fresh, is: view.is }
  switch (wish.is) {
    case 'hotel':
      return {
        ...fresh,
        is: 'hotel',
        chains: wish.chains.join(', '),
        within: wish.withinMinutes,
        has: wish.has.join(', '),
      }
    case 'rest':
      return { ...fresh, is: 'rest', hours: wish.hours }
    default:
      return { ...fresh, ...wish }
  }
}

const parts = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** What is sent; whatever is missing in it the desk says. */
export function wishOf(form: WishForm): WishShape {
  const { is, at, seat, cabin, hours, words, who, car } = form
  const minutes = form.minutes ?? 0
  switch (is) {
    case 'earliest':
    case 'latest':
      return { is, at }
    case 'connection':
      return {
        is,
        minutes,
        airports: form.airports
          .filter(({ airport }) => airport.trim() !== '')
          .map((one) => ({ airport: one.airport, minutes: one.minutes ?? 0 })),
      }
    case 'margin':
      return { is, minutes }
    case 'seat':
      return { is, seat }
    case 'cabin':
      return { is, cabin, hours }
    case 'hotel':
      return { is, chains: parts(form.chains), withinMinutes: form.within, has: parts(form.has) }
    case 'food':
      return { is, words }
    case 'rides':
      return { is, who, car }
    case 'no-nights':
      return { is }
    case 'rest':
      return { is, hours: Math.max(1, hours) }
  }
}
