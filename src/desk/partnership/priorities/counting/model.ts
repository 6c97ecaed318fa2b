import type { Lived, Spent } from '../../../../plan/lived.ts'
import { shareOf } from '../../../../plan/lived.ts'
import { minutesOf } from '../../../../plan/local.ts'
import type { RuleRow } from '../../../rules/model.ts'
import type { Amount } from '../model.ts'

const nothing: Spent = { ms: 0, outsideMs: 0, items: [] }

/** What a set of things took, as one number. */
export const spentOn = (lived: Lived, place: number): Spent => lived.places.get(place) ?? nothing

/** The same as numbers for a reader. */
export const amountOf = (lived: Pick<Lived, 'workingMs' | 'isKnown'>, ...those: readonly Spent[]): Amount => {
  const sum = (of: (one: Spent) => number) => those.reduce((all, one) => all + of(one), 0)
  return {
    share: shareOf(
      lived,
      sum(({ ms }) => ms),
    ),
    minutes: minutesOf(sum(({ ms }) => ms)),
    outside: minutesOf(sum(({ outsideMs }) => outsideMs)),
    events: sum(({ items }) => items.length),
  }
}

/** The rule that says when the executive works: the oldest in force that speaks always and of everything. */
export const hoursRuleOf = (rules: readonly RuleRow[]): RuleRow | undefined =>
  rules.find(
    ({ kind, on, scope: { kinds, people, from, until, owner } }) =>
      kind === 'hours' && on && !kinds && !people && !from && !until && (owner ?? 'executive') === 'executive',
  )
