import { saidOf } from './booking.ts'
import type { Money } from './marks.ts'
import type { Draft, Reading } from './reading.ts'
import type { Stretch } from './sheet.ts'

/** The sums a label calls the total; where none does, the price. */
export function totalsIn(reading: Reading, part: Stretch): Money[] {
  for (const concept of ['total', 'price'] as const) {
    const found: Money[] = []
    for (const said of saidOf(reading, concept, part)) {
      const money = reading.money.find((each) => each.at >= said.at && each.end <= Math.max(said.end, said.at + 1))
      if (!money || money.at - said.at > (said.firm ? 60 : 30)) continue
      if (
        /per|pro|par|a testa|each|\/\s?(?:night|nacht|nuit|tag|day)/.test(
          reading.sheet.low.slice(money.end, money.end + 12).split(/[;,.(]/)[0] ?? '',
        )
      )
        continue
      if (!found.some((each) => each.amount === money.amount && each.currency === money.currency)) found.push(money)
    }
    if (found.length > 0) return found
  }
  return []
}

export function setCost(reading: Reading, part: Stretch, draft: Draft): void {
  const totals = totalsIn(reading, part)
  const first = totals[0]
  if (!first) return
  if (totals.length > 1) {
    const grand = totals.at(-1) as Money
    const largest = totals.every((each) => Number(each.amount) <= Number(grand.amount))
    if (!largest || new Set(totals.map(({ currency }) => currency)).size > 1) {
      draft.doubt(
        'cost',
        'More than one total is written',
        totals.map((each) => draft.said(each, each.amount)),
      )
      return
    }
  }
  const money = totals.at(-1) as Money
  draft.set('cost', money, money.amount)
  if (money.currency) draft.set('currency', money, money.currency)
}
