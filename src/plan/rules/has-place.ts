import * as z from 'zod'
import { quoted, text } from '../found.ts'
import { type AnyKind, ruleKind } from '../rule.ts'

const params = z.strictObject({})

/** A meeting with other people says where it is, or how to join it. */
export const hasPlace: AnyKind = ruleKind<z.infer<typeof params>>({
  kind: 'has-place',
  title: 'Where is it?',
  says: 'A meeting has a place or a link',
  params,
  sentence: () => 'A meeting has a place or a link',
  reach: () => ({ by: 'thing' }),
  *judge(_params, { meetings, namesKinds }) {
    for (const { item } of meetings) {
      if (item.place !== null || item.link !== null) continue
      if (item.people.length === 0 && !namesKinds) continue
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
