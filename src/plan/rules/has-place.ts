import * as z from 'zod'
import { quoted, text } from '../found.ts'
import type { PlanItem } from '../plan.ts'
import { type AnyKind, ruleKind } from '../rule.ts'
import type { View } from '../view.ts'

const params = z.strictObject({})

/** What one does alone is wherever one is. */
const about = (_params: unknown, { meetings, namesKinds }: View): readonly PlanItem[] =>
  meetings.map(({ item }) => item).filter(({ people }) => people.length > 0 || namesKinds)

/** A meeting with other people says where it is, or how to join it. */
export const hasPlace: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'has-place',
  title: 'Where is it?',
  says: 'A meeting has a place or a link',
  params,
  sentence: () => 'A meeting has a place or a link',
  reach: () => ({ by: 'thing' }),
  about,
  *judge(params, view) {
    for (const item of about(params, view)) {
      if (item.place !== null || item.link !== null) continue
      yield { span: item.span, items: [item], code: 'nowhere', values: () => ({ item: quoted(item) }), badness: 1 }
    }
  },
  words: (e) => `${text(e, 'item')} has no place and no link`,
  fixes: (_params, { items, plan: { at } }) =>
    items
      .filter((item) => at !== null && item.span.start > at && item.people.length > 0)
      .map((item) => ({
        reach: 'world',
        operation: 'finding.asked',
        input: { key: item.key, ask: 'place' },
        words: 'Ask where it is',
      })),
})
