/** Stops of a ground in the order they are visited, with what makes one order better than another. */
export type Order = { readonly visits: readonly number[]; readonly value: number; readonly end: number }

/** Whether a day is better: more value, or as much and an earlier end. */
export const isBetter = (a: Omit<Order, 'visits'>, b: Omit<Order, 'visits'> | null): boolean =>
  b === null || a.value > b.value || (a.value === b.value && a.end < b.end)
