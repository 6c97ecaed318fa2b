import { type Act, type Done, type Entry, isRefused, type Refused, refuse } from '../../../act.ts'
import { members } from '../../../authority/queries.ts'
import type { ActionsFor } from '../../../registry.ts'
import type { travellerContract } from '../contract.ts'
import { opened, reinstate, resealed, seal } from '../keeping/actions.ts'
import { type Paper, type PaperView, privately } from '../model.ts'
import { endRow, keepPaper, papers } from '../queries.ts'
import { besideThem, mayReadPaper, paperViewOf, type Somebody, seesPrivate, somebody } from '../showing/actions.ts'
import { noWords, paperWords, whoseWords } from '../words.ts'
import { kept, wrongDays } from './model.ts'

type Actions = ActionsFor<typeof travellerContract>['paper']
type Answer = Done<{ paper: PaperView }> | Refused

/** A paper whoever acts may read, and whose it is; what they may not read is not there for them. */
async function paperOf(act: Act, id: string): Promise<{ paper: Paper; who: Somebody } | Refused> {
  const paper = (await papers(act.db, act.desk.id)).find((one) => one.id === id)
  if (!paper || !mayReadPaper(act, paper)) return refuse('not-there', noWords.paper, [], 'id')
  const who = await somebody(act, paper.personId)
  return isRefused(who) ? who : { paper, who }
}

/** What stands against a paper as it is given. */
async function wrongWith(act: Act, paper: Pick<Paper, 'issuedOn' | 'until' | 'readers'>): Promise<Refused | null> {
  const days = wrongDays(paper)
  if (days) return refuse('bad-input', days, [], 'until')
  if (paper.readers.length === 0) return null
  const here = (await members(act.db, act.desk.id)).filter(({ left_at }) => left_at === null).map(({ id }) => id)
  const stranger = paper.readers.find((id) => !here.includes(id))
  return stranger === undefined
    ? null
    : refuse('bad-input', 'It names somebody who is not at this desk.', [stranger], 'readers')
}

const told = async (act: Act, paper: Paper): Promise<{ paper: PaperView }> => {
  act.looked([privately(paper.id)])
  return { paper: paperViewOf(act, paper, await besideThem(act, [paper])) }
}

const entryOf = (
  paper: Paper,
  { name }: Somebody,
  more: Pick<Entry, 'undo' | 'before' | 'after'>,
  number = '',
): Entry => ({
  items: [paper.id, ...(paper.personId === null ? [] : [paper.personId])],
  values: { whose: whoseWords(name), paper: paperWords(paper), number },
  private: [paper.id],
  ...more,
})

const add: Actions['add'] = async ({ personId, number, ...draft }, act): Promise<Answer> => {
  if (!seesPrivate(act)) return refuse('not-yours', noWords.sight)
  const who = await somebody(act, personId)
  if (isRefused(who)) return who
  const no = await wrongWith(act, draft)
  if (no) return no
  const sealed = number === null ? null : await seal(act, number)
  const row = { ...draft, id: act.newId(), version: 0, personId, number: sealed }
  const paper = await keepPaper(act.db, act.desk.id, row, act)
  const undo = { operation: 'paper.remove', input: { id: paper.id } }
  return { output: await told(act, paper), entry: entryOf(paper, who, { after: kept(paper), undo }) }
}

const edit: Actions['edit'] = async ({ id, version, set }, act): Promise<Answer> => {
  const found = await paperOf(act, id)
  if (isRefused(found)) return found
  const { paper: before, who } = found
  if (version !== undefined && version !== before.version)
    return refuse('moved-on', 'This paper was changed since you opened it.', [id], 'version')
  const { number, ...rest } = set
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  const after = { ...before, ...(said as Partial<Paper>) }
  if (!seesPrivate(act) && String(after.readers) !== String(before.readers))
    return refuse('not-yours', noWords.readers, [id], 'set.readers')
  const no = await wrongWith(act, after)
  if (no) return no
  const row = { ...after, number: await resealed(act, before.number, number) }
  const paper = await keepPaper(act.db, act.desk.id, row, act)
  const more = { before: kept(before), after: kept(paper), undo: reinstate(act) }
  const how = number === undefined ? '' : number === null ? 'none' : 'new'
  return { output: await told(act, paper), entry: entryOf(paper, who, more, how) }
}

/** Its number is forgotten for good: whoever takes it back enters it again. */
const remove: Actions['remove'] = async ({ id }, act) => {
  const found = await paperOf(act, id)
  if (isRefused(found)) return found
  const { paper, who } = found
  await endRow(act.db, 'desk.paper', act.desk.id, id, act)
  if (paper.number !== null) await act.secrets.drop(paper.number)
  return { output: {}, entry: entryOf(paper, who, { before: kept(paper), undo: reinstate(act) }) }
}

const number: Actions['number'] = async ({ id }, act) => {
  const found = await paperOf(act, id)
  return isRefused(found) ? found : opened(act, id, found.paper.number)
}

export const paperActions: Actions = { add, edit, remove, number }
