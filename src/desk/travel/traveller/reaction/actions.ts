import { type Act, isRefused, type Reaction, type Refused, refuse } from '../../../act.ts'
import { people } from '../../../people/queries.ts'
import { nextVersion } from '../../../rules/draft/model.ts'
import { addVersion, endVersion, newestVersion } from '../../../rules/queries.ts'
import { endRow, loyalties, numbersOf, papers, passports, wishes, wishesAmong } from '../queries.ts'
import { noWords } from '../words.ts'

/** Somebody the desk forgets takes their papers with them, their programmes and the rules of their wishes; numbers for good. */
async function forget(act: Act, personId: string): Promise<void> {
  const { db, desk } = act
  const wished = await wishes(db, desk.id, personId)
  const numbered = [...(await papers(db, desk.id, personId)), ...(await loyalties(db, desk.id, personId))]
  for (const { number } of numbered) if (number !== null) await act.secrets.drop(number)
  for (const { rule } of wished) await endVersion(db, desk.id, rule, act.at)
  for (const { id } of await passports(db, desk.id, personId)) await endRow(db, 'desk.traveller', desk.id, id, act)
  for (const { id } of await papers(db, desk.id, personId)) await endRow(db, 'desk.paper', desk.id, id, act)
  for (const { id } of await loyalties(db, desk.id, personId)) await endRow(db, 'desk.loyalty', desk.id, id, act)
  for (const { id } of wished) await endRow(db, 'desk.wish', desk.id, id, act)
}

/** Whoever becomes private has no wishes, which everybody reads as rules. */
async function mayBePrivate(act: Act, personId: string): Promise<Refused | null> {
  const wished = await wishes(act.db, act.desk.id, personId)
  return wished.length === 0
    ? null
    : refuse(
        'moved-on',
        noWords.wishes,
        wished.map(({ id }) => id),
        'label',
      )
}

/** A wish that is back has its rule again, one that is gone takes it along; numbers that no paper has any more are forgotten. */
async function follow(act: Act, things: readonly string[]): Promise<Refused | null> {
  for (const { number, stands } of await numbersOf(act.db, act.desk.id, things))
    if (!stands) await act.secrets.drop(number)
  for (const { rule: id, stands, ended, adopted } of await wishesAmong(act.db, act.desk.id, things)) {
    if (adopted) continue
    const rule = await newestVersion(act.db, act.desk.id, id)
    if (!rule) continue
    const withIt = ended !== null && rule.to !== null && Temporal.Instant.compare(rule.to, ended) === 0
    const does = stands && withIt ? 'rule.restore' : !stands && rule.to === null ? 'rule.remove' : null
    const done = does && (await act.run(does, { id }))
    if (done && isRefused(done)) return done
  }
  return null
}

/** The rules of wishes call people as they are called now. */
async function callAnew(act: Act, ids: readonly string[]): Promise<void> {
  const called = (await people(act.db, act.desk.id)).filter(({ id }) => ids.includes(id))
  for (const { id, name } of called)
    for (const { rule: ruleId } of await wishes(act.db, act.desk.id, id)) {
      const rule = await newestVersion(act.db, act.desk.id, ruleId)
      if (!rule || rule.to !== null || rule.params.traveller === undefined || rule.params.traveller === name) continue
      await endVersion(act.db, act.desk.id, ruleId, act.at)
      const after = nextVersion(rule, { params: { ...rule.params, traveller: name } })
      await addVersion(act.db, act.desk.id, after, act.at)
    }
}

/** What hangs on people, and on what is put back as it was. */
export const followTravellers: Reaction = async ({ people: told = [], things, mayRefuse }, act) => {
  for (const { id, is } of told) {
    if (is === 'forgotten') await forget(act, id)
    const no = is === 'private' && mayRefuse ? await mayBePrivate(act, id) : null
    if (no) return no
  }
  const renamed = told.filter(({ is }) => is === 'renamed').map(({ id }) => id)
  if (renamed.length + things.length > 0) await callAnew(act, [...renamed, ...things])
  return things.length === 0 ? null : follow(act, things)
}
