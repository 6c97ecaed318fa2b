import * as z from 'zod'
import type { Fix } from '../finding.ts'
import { findingOf, mostFindings, number, quoted, speaksOf, text } from '../found.ts'
import { lengthWords, localOf } from '../local.ts'
import type { Invitee, PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import { minuteMs } from '../time.ts'

const params = z.strictObject({
  minutes: z.int().min(1).max(43_200).describe('How long before the start everybody needed should have said yes'),
})

/** Everybody who is needed has said whether they come. Silent about the past, and where nobody says what time it is. */
export const unanswered: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'unanswered',
  title: 'Who is coming?',
  says: 'Everybody who is needed has said yes in time',
  params,
  sentence: ({ minutes }) => `Everybody who is needed has said yes ${lengthWords(minutes)} before`,
  judge({ minutes }, plan, rule) {
    const { at } = plan
    if (at === null) return []
    const speaks = speaksOf(rule.scope, plan)
    return localOf(plan)
      .busy.filter(({ item: { span } }) => span.start > at && span.start - at <= minutes * minuteMs)
      .filter(({ item }) => speaks(item))
      .map(({ item }) => ({ item, missing: item.people.filter(isMissing) }))
      .filter(({ missing }) => missing.length > 0)
      .slice(0, mostFindings)
      .map(({ item, missing }) => {
        const declined = missing.filter((person) => person.answer === 'declined')
        const silent = missing.filter((person) => person.answer !== 'declined')
        return findingOf(unanswered, rule, {
          span: item.span,
          items: [item],
          code: 'missing',
          values: () => ({
            item: quoted(item),
            declined: names(declined),
            silent: names(silent),
            silentCount: silent.length,
          }),
          badness: missing.length,
          fixes: () => ask(item, silent),
        })
      })
  },
  words(e) {
    const silent =
      text(e, 'silent') === ''
        ? null
        : `${text(e, 'silent')} ${number(e, 'silentCount') === 1 ? 'has' : 'have'} not answered`
    const declined = text(e, 'declined') === '' ? null : `${text(e, 'declined')} declined`
    return `${text(e, 'item')}: ${[declined, silent].filter((part) => part !== null).join('; ')}`
  },
})

const isMissing = (person: Invitee): boolean =>
  person.required && (person.answer === 'declined' || person.answer === 'needs-action')

const names = (people: readonly Invitee[]): string => {
  const all = people.map((person) => (person.name ?? person.address).slice(0, 60))
  return all.length > 4 ? `${all.slice(0, 3).join(', ')} and ${all.length - 3} more` : all.join(', ')
}

const ask = (item: PlanItem, silent: readonly Invitee[]): Fix[] =>
  silent.length === 0
    ? []
    : [
        {
          reach: 'world',
          operation: 'finding.asked',
          input: { key: item.key, ask: 'answer', to: silent.map((person) => person.address) },
          words: silent.length === 1 ? `Ask ${names(silent)}` : `Ask the ${silent.length} who have not answered`,
        },
      ]
