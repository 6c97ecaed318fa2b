import * as z from 'zod'
import type { Fix } from '../finding.ts'
import { findingOf, mostFindings, quoted, speaksOf, text } from '../found.ts'
import { isMeeting, localOf } from '../local.ts'
import type { Plan, PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'

const params = z.strictObject({})

/** A meeting with other people says where it is, or how to join it. */
export const hasPlace: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'has-place',
  title: 'Where is it?',
  says: 'A meeting has a place or a link',
  params,
  sentence: () => 'A meeting has a place or a link',
  judge(_params, plan, rule) {
    const speaks = speaksOf(rule.scope, plan)
    return localOf(plan)
      .busy.filter(({ item }) => item.place === null && item.link === null && speaks(item))
      .filter(({ item }) => rule.scope.kinds !== undefined || (isMeeting(item) && item.people.length > 0))
      .slice(0, mostFindings)
      .map(({ item }) =>
        findingOf(hasPlace, rule, {
          span: item.span,
          items: [item],
          code: 'nowhere',
          values: () => ({ item: quoted(item) }),
          badness: 1,
          fixes: () => ask(plan, item),
        }),
      )
  },
  words: (e) => `${text(e, 'item')} has no place and no link`,
})

const ask = (plan: Plan, item: PlanItem): Fix[] =>
  plan.at === null || item.span.start <= plan.at || item.people.length === 0
    ? []
    : [{ reach: 'world', operation: 'finding.asked', input: { key: item.key, ask: 'place' }, words: 'Ask where it is' }]
