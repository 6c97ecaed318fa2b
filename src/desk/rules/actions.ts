import { kindOf } from '../../plan/rules/kinds.ts'
import { listedKinds } from '../../plan/rules/list.ts'
import { type Act, type ChangeAction, type Db, type Done, type Json, type Refused, refuse } from '../act.ts'
import type { ActionsFor } from '../registry.ts'
import type { rulesContract } from './contract.ts'
import { countsLately, countsOf } from './counts/actions.ts'
import { checkDraft, nextVersion, ruleViewOf, sentenceOf } from './draft/model.ts'
import { findingActions } from './findings/actions.ts'
import type { RuleDraft, RuleRow, RuleView } from './model.ts'
import { preview } from './preview/actions.ts'
import { addVersion, endVersion, newestVersion, rulesToday } from './queries.ts'
import { weighingActions } from './weighing/actions.ts'

type Ruled = { rule: RuleView }
type Values = { readonly [key: string]: Json }

/** A rule as the input that would make it again; the journal keeps it, and undo performs it. */
const draftOf = ({ kind, params, weight, scope, source, story }: RuleDraft): Values =>
  JSON.parse(JSON.stringify({ kind, params, weight, scope, source, story }))

const words = (row: Pick<RuleDraft, 'kind' | 'params' | 'scope'>): string => sentenceOf(row, kindOf)

/** The rule of today, or the refusal that says it is not there. */
const standing = async (act: Act, id: string): Promise<RuleRow | Refused> => {
  const row = await newestVersion(act.db, act.desk.id, id)
  return row && row.to === null ? row : refuse('not-there', 'This desk has no such rule', [id])
}

const keep = async (act: Act, row: RuleRow): Promise<void> => {
  await endVersion(act.db, act.desk.id, row.id, act.at)
  await addVersion(act.db, act.desk.id, row, act.at)
}

const ruled = async (act: Act, row: RuleRow, entry: Omit<Done<Ruled>['entry'], 'items'>): Promise<Done<Ruled>> => {
  const counts = await countsLately(act)
  return { output: { rule: ruleViewOf(row, counts(row.id), kindOf) }, entry: { items: [row.id], ...entry } }
}

const list = async (_input: unknown, act: Act): Promise<{ rules: RuleView[] }> => {
  const rows = await rulesToday(act.db, act.desk.id)
  const counts = await countsOf(act)
  return { rules: rows.map((row) => ruleViewOf(row, counts(row.id), kindOf)) }
}

const listKinds = async () => ({ kinds: listedKinds() })

const add: ChangeAction<RuleDraft, Ruled> = async (draft, act) => {
  const checked = checkDraft(draft, kindOf)
  if ('path' in checked) return refuse('bad-input', checked.words, [], checked.path)
  const row: RuleRow = {
    ...draft,
    params: checked.params,
    id: act.newId(),
    version: 1,
    meaning: 1,
    on: true,
    from: act.at,
    to: null,
  }
  await addVersion(act.db, act.desk.id, row, act.at)
  return ruled(act, row, {
    values: { rule: words(row) },
    after: draftOf(row),
    undo: { operation: 'rule.remove', input: { id: row.id } },
  })
}

type Edit = { readonly [K in keyof RuleDraft]?: RuleDraft[K] | undefined } & {
  readonly id: string
  readonly version: number
}

const edit: ChangeAction<Edit, Ruled> = async ({ id, version, ...set }, act) => {
  const before = await standing(act, id)
  if ('refused' in before) return before
  if (before.version !== version) return refuse('moved-on', 'This rule was changed since you opened it', [id])
  const said = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  const checked = checkDraft({ ...before, ...said }, kindOf)
  if ('path' in checked) return refuse('bad-input', checked.words, [], checked.path)
  const after = nextVersion(before, { ...said, params: checked.params })
  await keep(act, after)
  return ruled(act, after, {
    values: { rule: words(after), was: words(before) },
    before: draftOf(before),
    after: draftOf(after),
    undo: { operation: 'rule.edit', input: { id, version: after.version, ...draftOf(before) } },
  })
}

const turn: ChangeAction<{ id: string; on: boolean }, Ruled> = async ({ id, on }, act) => {
  const before = await standing(act, id)
  if ('refused' in before) return before
  if (before.on === on) return refuse('moved-on', on ? 'This rule is on already' : 'This rule is off already', [id])
  const after = nextVersion(before, { on })
  await keep(act, after)
  return ruled(act, after, {
    values: { rule: words(after), on },
    undo: { operation: 'rule.switch', input: { id, on: !on } },
  })
}

const remove: ChangeAction<{ id: string }, Record<never, never>> = async ({ id }, act) => {
  const before = await standing(act, id)
  if ('refused' in before) return before
  await endVersion(act.db, act.desk.id, id, act.at)
  const undo = { operation: 'rule.restore', input: { id } }
  return {
    output: {},
    entry: { items: [id], values: { rule: words(before) }, before: draftOf(before), undo },
  }
}

const restore: ChangeAction<{ id: string }, Ruled> = async ({ id }, act) => {
  const last = await newestVersion(act.db, act.desk.id, id)
  if (!last) return refuse('not-there', 'This desk never had such a rule', [id])
  if (last.to === null) return refuse('moved-on', 'This rule is back already', [id])
  const after = nextVersion(last, {})
  await keep(act, after)
  return ruled(act, after, {
    values: { rule: words(after) },
    after: draftOf(after),
    undo: { operation: 'rule.remove', input: { id } },
  })
}

type Begun = Pick<RuleDraft, 'kind' | 'story' | 'weight' | 'source'>
const physics = { weight: 'never', source: 'physics' } as const
const begun: readonly Begun[] = [
  { ...physics, kind: 'overlap', story: 'Nobody is in two places at once. Every desk begins with this.' },
  { ...physics, kind: 'travel', story: 'A way takes the time it takes. Every desk begins with this.' },
  {
    kind: 'promise-late',
    weight: 'avoid',
    source: 'boundary',
    story: 'A promise of ours that passes its date is never silent. Every desk begins with this.',
  },
  {
    kind: 'chase-due',
    weight: 'prefer',
    source: 'boundary',
    story: 'What is owed to the desk is asked after, or it is forgotten. Every desk begins with this.',
  },
  {
    kind: 'late',
    weight: 'avoid',
    source: 'boundary',
    story: 'Work that passes its date is never silent. Every desk begins with this.',
  },
  {
    kind: 'hours-left',
    weight: 'avoid',
    source: 'boundary',
    story:
      'What will not be done in time is said before its date, while somebody can still help. Every desk begins with this.',
  },
  {
    kind: 'routine-slips',
    weight: 'prefer',
    source: 'boundary',
    story: 'What is done every week slips first, and nobody notices. Every desk begins with this.',
  },
  {
    kind: 'first-short',
    weight: 'prefer',
    source: 'boundary',
    story: 'What comes first is crowded out quietly, week by week. Every desk begins with this.',
  },
]

/** What a new desk begins with: physics, and that neither work nor a promise is silently late. Everything else is offered, never imposed. */
export const beginRules = async (db: Db, desk: string, at: Temporal.Instant, newId: () => string): Promise<void> => {
  for (const rule of begun)
    await addVersion(db, desk, { ...rule, id: newId(), version: 1, meaning: 1, params: {}, scope: {}, on: true }, at)
}

export const rulesActions: ActionsFor<typeof rulesContract> = {
  ...findingActions,
  ...weighingActions,
  rule: {
    kinds: listKinds,
    list,
    add,
    edit,
    switch: turn,
    remove,
    restore,
    preview,
  },
}
