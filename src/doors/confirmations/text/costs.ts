import { saidOf } from './booking.ts'
import type { Money } from './marks.ts'
import type { Draft, Reading } from './reading.ts'
import type { Stretch } from './sheet.ts'

const partly =
  /(?<!\p{L})(?:of which|davon|dont|di cui|de los cuales|dos quais|waarvan|varav|heraf|deposit|anzahlung|acompte|saldo|balance)(?!\p{L})/u

/** "149.97 EUR Total Paid": a sum before a label that ends its cell. */
function aheadOf(reading: Reading, concept: 'total' | 'price', part: Stretch): Money[] {
  return reading.labels.flatMap((label) => {
    const told = label.concepts.includes(concept) && label.at >= part.at && label.end <= part.end
    if (!told) return []
    const closes = !/[\p{L}\p{N}]/u.test(reading.sheet.low.slice(label.end, label.cell.end))
    const money = reading.money.findLast((each) => each.end <= label.at && each.at >= label.cell.at)
    if (
      !money ||
      !(closes ? /^\s{0,2}$/ : /^\s(?:in|im|en|au|i|w)\s$/).test(reading.sheet.low.slice(money.end, label.at))
    )
      return []
    return [money]
  })
}

/** The sums a label calls the total; where none does, the price. */
export function totalsIn(reading: Reading, part: Stretch): Money[] {
  for (const concept of ['total', 'price'] as const) {
    const found: Money[] = []
    found.push(...aheadOf(reading, concept, part))
    for (const said of saidOf(reading, concept, part)) {
      const money = reading.money.find((each) => each.at >= said.at && each.end <= Math.max(said.end, said.at + 1))
      if (!money || money.at - said.at > (said.firm ? 60 : 30)) continue
      if (
        partly.test(reading.sheet.low.slice(said.at, money.at)) ||
        (concept === 'price' && !said.firm && !said.label.starts)
      )
        continue
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
