import type { Rule, RuleKind } from '../../../plan/rule.ts'
import { asDay, type Day } from '../../../plan/time.ts'
import { wrongWords } from '../../wrong.ts'
import type { RuleDraft, RuleRow, RuleView, ScopeShape } from '../model.ts'
import { scopeWords } from './words.ts'

export type KindOf = (kind: string) => RuleKind<unknown> | undefined

export type Checked = { readonly params: Record<string, unknown> } | { readonly path: string; readonly words: string }

/** A draft's parameters as its kind reads them, defaults filled in; or the path of what does not fit, and why. */
export const checkDraft = (draft: Pick<RuleDraft, 'kind' | 'params' | 'scope'>, kindOf: KindOf): Checked => {
  const kind = kindOf(draft.kind)
  if (!kind) return { path: 'kind', words: `There is no kind of rule called “${draft.kind}”` }
  const { from, until } = draft.scope
  if (from !== undefined && until !== undefined && from > until)
    return { path: 'scope.until', words: 'The rule would end before it begins' }
  const read = kind.params.safeParse(draft.params, { error: wrongWords })
  if (read.success) return { params: read.data as Record<string, unknown> }
  const issue = read.error.issues[0]
  const unknownKeys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  return {
    path: ['params', ...(issue?.path ?? []), ...unknownKeys].join('.'),
    words: issue?.message ?? 'It does not fit',
  }
}

const dayOfText = (text: string): Day =>
  asDay(Temporal.PlainDate.from('1970-01-01').until(text, { largestUnit: 'days' }).days)

const scopeOf = (scope: ScopeShape): Rule['scope'] => ({
  ...(scope.kinds === undefined ? {} : { kinds: scope.kinds }),
  ...(scope.people === undefined ? {} : { people: scope.people }),
  ...(scope.owner === undefined ? {} : { owner: scope.owner }),
  ...(scope.from === undefined ? {} : { from: dayOfText(scope.from) }),
  ...(scope.until === undefined ? {} : { until: dayOfText(scope.until) }),
  ...(scope.owner === undefined ? {} : { owner: scope.owner }),
})

/** A kept rule as the plan judges it. Its version there is its meaning: a new story leaves accepted findings accepted. */
export const ruleOf = (row: Pick<RuleRow, 'id' | 'meaning'> & RuleDraft): Rule => ({
  id: row.id,
  version: row.meaning,
  kind: row.kind,
  params: row.params,
  weight: row.weight,
  scope: scopeOf(row.scope),
  source: row.source,
  story: row.story,
})

/** The rule as a sentence, with where it speaks. */
export const sentenceOf = (rule: Pick<RuleDraft, 'kind' | 'params' | 'scope'>, kindOf: KindOf): string => {
  const kind = kindOf(rule.kind)
  const read = kind?.params.safeParse(rule.params)
  return `${kind && read?.success ? kind.sentence(read.data) : rule.kind}${scopeWords(rule.scope)}`
}

export const ruleViewOf = (row: RuleRow, counts: RuleView['counts'], kindOf: KindOf): RuleView => ({
  id: row.id,
  version: row.version,
  kind: row.kind,
  params: row.params,
  weight: row.weight,
  scope: row.scope,
  source: row.source,
  story: row.story,
  words: sentenceOf(row, kindOf),
  on: row.on,
  counts,
})

/** What of a rule decides its judgement; when none of it changes, what was accepted stays accepted. */
const judged = ({ kind, params, weight, scope }: Pick<RuleDraft, 'kind' | 'params' | 'weight' | 'scope'>): string =>
  JSON.stringify([kind, params, weight, scope.kinds, scope.people, scope.from, scope.until, scope.owner])

/** The next version of a rule after a change, or after a switch. */
export const nextVersion = (before: RuleRow, set: Partial<RuleDraft & { on: boolean }>): RuleRow => {
  const after = { ...before, ...set, version: before.version + 1 }
  return { ...after, meaning: judged(after) === judged(before) ? before.meaning : before.meaning + 1 }
}
