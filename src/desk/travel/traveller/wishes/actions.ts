import type * as z from 'zod'
import { kindOf } from '../../../../plan/rules/kinds.ts'
import { type Act, type Done, type Entry, isRefused, type Json, type Refused, refuse } from '../../../act.ts'
import type { ActionsFor } from '../../../registry.ts'
import { sentenceOf } from '../../../rules/draft/model.ts'
import type { RuleRow } from '../../../rules/model.ts'
import { newestVersion } from '../../../rules/queries.ts'
import type { travellerContract } from '../contract.ts'
import { reinstate } from '../keeping/actions.ts'
import type { Wish } from '../model.ts'
import { endRow, keepWish, wishes } from '../queries.ts'
import { type Somebody, somebody, todayOf, wishViews } from '../showing/actions.ts'
import { noWords, storyWords } from '../words.ts'
import { ruledBy, slotOf, type Who, type WishShape, wishIn, type wishSet } from './model.ts'

type Actions = ActionsFor<typeof travellerContract>['wish']
type Given = z.infer<typeof wishSet>

/** The rule of a wish, where it was not removed. */
async function ruleOf(act: Act, wish: Pick<Wish, 'rule'> | undefined): Promise<RuleRow | null> {
  const rule = wish && (await newestVersion(act.db, act.desk.id, wish.rule))
  return rule && rule.to === null ? rule : null
}

const whoOf = ({ personId, name }: Somebody): Who => (personId === null ? null : name)

/** Makes the rule of a wish as it is now said, or a new one where there is none. */
async function ruled(act: Act, rule: RuleRow | null, draft: object): Promise<{ rule: string } | Refused> {
  const on = rule && !rule.on ? await act.run('rule.switch', { id: rule.id, on: true }) : null
  if (on && isRefused(on)) return on
  const version = rule && (rule.on ? rule.version : rule.version + 1)
  const done = rule
    ? await act.run('rule.edit', { ...draft, id: rule.id, version })
    : await act.run('rule.add', { ...draft, source: 'preference' })
  return isRefused(done) ? done : { rule: (done as Done<{ rule: { id: string } }>).output.rule.id }
}

/** What says a wish again as it was: for taking back what was said since. */
const sayingAgain = (before: Wish, rule: RuleRow, who: Somebody): Entry['undo'] | null => {
  const wish = wishIn(before.is, rule, whoOf(who))
  const { by, on, note } = before.said
  const input = wish && { personId: who.personId, wish, weight: rule.weight, saidBy: by, on, note }
  return input && { operation: 'wish.set', input: input as { [key: string]: Json } }
}

const set: Actions['set'] = async ({ personId, ...given }, act) => {
  const who = await somebody(act, personId)
  if (isRefused(who)) return who
  if (who.isPrivate) return refuse('bad-input', noWords.private(who.name), [], 'personId')
  const slot = slotOf(given.wish)
  const before = (await wishes(act.db, act.desk.id, personId)).find((one) => one.slot === slot)
  const rule = await ruleOf(act, before)
  const said = saidIn(act, given)
  const draft = { ...ruledBy(given.wish, whoOf(who)), weight: given.weight, story: storyWords(who.name, said) }
  const came = await ruled(act, rule, draft)
  if (isRefused(came)) return came
  // Whose rule was removed by hand is another wish from now on.
  if (before && !rule) await endRow(act.db, 'desk.wish', act.desk.id, before.id, act)
  const id = before && rule ? before.id : act.newId()
  const row: Wish = { id, version: 0, personId, is: given.wish.is, slot, rule: came.rule, said }
  const wish = await keepWish(act.db, act.desk.id, row, act)
  const undo = (before && rule && sayingAgain(before, rule, who)) || reinstate(act)
  return answered(act, wish, who, given.wish, undo)
}

const saidIn = (act: Act, { saidBy, on, note }: Given): Wish['said'] => ({
  by: saidBy === '' ? act.member.name : saidBy,
  on: on ?? todayOf(act).toString(),
  note,
})

async function answered(act: Act, wish: Wish, who: Somebody, given: WishShape, undo: Entry['undo']) {
  const [view] = await wishViews(act, [wish], who)
  if (!view) throw new Error('a wish that was just kept is not there')
  const rule = sentenceOf({ ...ruledBy(given, whoOf(who)), scope: {} }, kindOf)
  return {
    output: { wish: view },
    entry: {
      items: [wish.id, wish.rule, ...(wish.personId === null ? [] : [wish.personId])],
      values: { name: who.name, rule },
      undo,
    },
  }
}

const remove: Actions['remove'] = async ({ id }, act) => {
  const wish = (await wishes(act.db, act.desk.id)).find((one) => one.id === id)
  const who = wish && (await somebody(act, wish.personId))
  if (!wish || !who || isRefused(who)) return refuse('not-there', noWords.wish, [], 'id')
  const rule = await ruleOf(act, wish)
  const done = rule && (await act.run('rule.remove', { id: rule.id }))
  if (done && isRefused(done)) return done
  await endRow(act.db, 'desk.wish', act.desk.id, id, act)
  return {
    output: {},
    entry: {
      items: [id, wish.rule, ...(wish.personId === null ? [] : [wish.personId])],
      values: { name: who.name, rule: rule ? sentenceOf(rule, kindOf) : '' },
      undo: reinstate(act),
    },
  }
}

export const wishActions: Actions = { set, remove }

/** A wish is a rule, which belongs to the calendar as all rules do. */
export const travellerAsked = {
  'wish.set': async () => ({ areas: ['calendar'] as const }),
  'wish.remove': async () => ({ areas: ['calendar'] as const }),
}
