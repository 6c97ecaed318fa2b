import type * as z from 'zod'
import { kindOf } from '../../../../plan/rules/kinds.ts'
import { type Act, type Done, type Entry, isRefused, type Json, type Refused, refuse } from '../../../act.ts'
import type { ActionsFor } from '../../../registry.ts'
import { sentenceOf } from '../../../rules/draft/model.ts'
import type { RuleDraft, RuleRow } from '../../../rules/model.ts'
import { newestVersion, rulesToday } from '../../../rules/queries.ts'
import type { travellerContract } from '../contract.ts'
import { reinstate } from '../keeping/actions.ts'
import type { Wish } from '../model.ts'
import { endRow, keepWish, wishes } from '../queries.ts'
import { type Somebody, somebody, todayOf, wishViews } from '../showing/actions.ts'
import { noWords, storyWords } from '../words.ts'
import { executives, ruledBy, slotOf, type Who, type WishShape, wishIn, type wishSet } from './model.ts'

type Actions = ActionsFor<typeof travellerContract>['wish']
type Given = z.infer<typeof wishSet>

/** The rule of a wish, where it was not removed. */
async function ruleOf(act: Act, wish: Pick<Wish, 'rule'> | undefined): Promise<RuleRow | null> {
  const rule = wish && (await newestVersion(act.db, act.desk.id, wish.rule))
  return rule && rule.to === null ? rule : null
}

/** The rule the desk has of something for everybody who travels: it becomes the wish, so that nothing is said twice. */
async function ownRule(act: Act, { is }: WishShape, kind: string): Promise<RuleRow | null> {
  if (!executives.includes(is)) return null
  const rules = await rulesToday(act.db, act.desk.id)
  return rules.find((rule) => rule.kind === kind && Object.keys(rule.scope).length === 0) ?? null
}

const whoOf = ({ personId, name }: Somebody): Who => (personId === null ? null : name)
const draftOf = ({ kind, params, weight, scope, source, story }: RuleDraft): RuleDraft => ({
  ...{ kind, params, weight, scope, source, story },
})

/** Makes a rule say something else, or a new one; switched off it is on again. */
async function ruled(act: Act, rule: RuleRow | null, draft: object): Promise<string | Refused> {
  const on = rule && !rule.on ? await act.run('rule.switch', { id: rule.id, on: true }) : null
  if (on && isRefused(on)) return on
  const version = rule && (rule.on ? rule.version : rule.version + 1)
  const done = rule ? await act.run('rule.edit', { ...draft, id: rule.id, version }) : await act.run('rule.add', draft)
  return isRefused(done) ? done : (done as Done<{ rule: { id: string } }>).output.rule.id
}

/** What says a wish again as it was: for taking back what was said since. */
const sayingAgain = (before: Wish, rule: RuleRow, who: Somebody): Entry['undo'] | null => {
  const wish = wishIn(before.is, rule, whoOf(who))
  const { by, on, note } = before.said
  const input = wish && { personId: who.personId, wish, weight: rule.weight, saidBy: by, on, note }
  return input && { operation: 'wish.set', input: input as { [key: string]: Json } }
}

const saidIn = (act: Act, { saidBy, on, note }: Given): Wish['said'] => ({
  by: saidBy === '' ? act.member.name : saidBy,
  on: on ?? todayOf(act).toString(),
  note,
})

const set: Actions['set'] = async ({ personId, ...given }, act) => {
  const who = await somebody(act, personId)
  if (isRefused(who)) return who
  if (who.isPrivate) return refuse('bad-input', noWords.private(who.name), [], 'personId')
  if (personId !== null && executives.includes(given.wish.is))
    return refuse('bad-input', noWords.executives, [], 'personId')
  const slot = slotOf(given.wish)
  const before = (await wishes(act.db, act.desk.id, personId)).find((one) => one.slot === slot)
  const made = ruledBy(given.wish, whoOf(who))
  const own = await ruleOf(act, before)
  const rule = own ?? (await ownRule(act, given.wish, made.kind))
  const said = saidIn(act, given)
  const more = { weight: given.weight ?? own?.weight ?? rule?.weight ?? 'prefer', source: 'preference' }
  const params = { ...(rule && executives.includes(given.wish.is) ? rule.params : {}), ...made.params }
  const came = await ruled(act, rule, { ...made, params, ...more, story: storyWords(who.name, said) })
  if (typeof came !== 'string') return came
  // A wish whose rule was removed by hand is another one from now on.
  if (before && !own) await endRow(act.db, 'desk.wish', act.desk.id, before.id, act)
  const adopted = own ? (before?.adopted ?? null) : rule && draftOf(rule)
  const id = before && own ? before.id : act.newId()
  const row: Wish = { id, version: 0, personId, is: given.wish.is, slot, rule: came, said, adopted }
  const wish = await keepWish(act.db, act.desk.id, row, act)
  const back = { operation: 'wish.remove', input: { id } }
  const undo = before && own ? sayingAgain(before, own, who) : adopted ? back : null
  return answered(act, wish, who, given.wish, undo ?? reinstate(act))
}

async function answered(act: Act, wish: Wish, who: Somebody, given: WishShape, undo: Entry['undo']) {
  const [view] = await wishViews(act, [wish], who)
  if (!view) throw new Error('a wish that was just kept is not there')
  const rule = view.rule?.words ?? sentenceOf({ ...ruledBy(given, whoOf(who)), scope: {} }, kindOf)
  return { output: { wish: view }, entry: entryOf(wish, who, rule, undo) }
}

const entryOf = (wish: Wish, who: Somebody, rule: string, undo: Entry['undo']): Entry => ({
  items: [wish.id, wish.rule, ...(wish.personId === null ? [] : [wish.personId])],
  values: { name: who.name, rule },
  undo,
})

const remove: Actions['remove'] = async ({ id }, act) => {
  const wish = (await wishes(act.db, act.desk.id)).find((one) => one.id === id)
  const who = wish && (await somebody(act, wish.personId))
  if (!wish || !who || isRefused(who)) return refuse('not-there', noWords.wish, [], 'id')
  const rule = await ruleOf(act, wish)
  const done = rule && (await takenBack(act, wish, rule))
  if (done && isRefused(done)) return done
  await endRow(act.db, 'desk.wish', act.desk.id, id, act)
  const undo = wish.adopted && rule ? sayingAgain(wish, rule, who) : null
  return { output: {}, entry: entryOf(wish, who, rule ? sentenceOf(rule, kindOf) : '', undo ?? reinstate(act)) }
}

/** The rule goes with the wish; the desk’s own is as it was before. */
const takenBack = (act: Act, { adopted }: Wish, { id, version }: RuleRow) =>
  adopted ? act.run('rule.edit', { id, version, ...adopted }) : act.run('rule.remove', { id })

export const wishActions: Actions = { set, remove }

/** A wish is a rule, which belongs to the calendar as all rules do. */
export const travellerAsked = {
  'wish.set': async () => ({ areas: ['calendar'] as const }),
  'wish.remove': async () => ({ areas: ['calendar'] as const }),
}
