import { type Act, isRefused, refuse } from '../../act.ts'
import { members } from '../../authority/queries.ts'
import { maySeeOfDesk, readerOf } from '../../calendar/views/model.ts'
import { mistakeById } from '../../mistakes/queries.ts'
import { mayRead } from '../../mistakes/showing/actions.ts'
import { type ActionsFor, final } from '../../registry.ts'
import { zonedIn } from '../../shapes.ts'
import { otherOf, pairsOf } from '../pair/actions.ts'
import type { Person } from '../pair/model.ts'
import type { feedbackContract } from './contract.ts'
import { type Feedback, type FeedbackView, isEmpty, type Wanted } from './model.ts'
import { addFeedback, feedbackFrom, feedbackOf, projectsClosedSince, withdrawFeedback } from './queries.ts'
import { feedbackWanted } from './wanted/actions.ts'
import { mistakeAbout, projectAbout } from './words.ts'

type Actions = ActionsFor<typeof feedbackContract>['feedback']

const mostShown = 100

/** What it is about, as whoever reads may know it. */
async function aboutWords(act: Act, { about, item }: Feedback): Promise<string> {
  if (item === null) return ''
  if (about === 'project') return projectAbout(item)
  const mistake = await mistakeById(act.db, act.desk.id, item)
  if (!mistake || !mayRead(act, mistake)) return ''
  act.looked([mistake])
  return mistakeAbout(mistake.facts.title)
}

async function viewOf(act: Act, one: Feedback, names: ReadonlyMap<string, string>): Promise<FeedbackView> {
  const person = (id: string): Person => ({ id, name: names.get(id) ?? 'Somebody' })
  const { id, well, toTry, thanks, givenAt } = one
  return {
    id,
    from: person(one.from),
    to: person(one.to),
    mine: one.from === act.member.id,
    aboutWords: await aboutWords(act, one),
    well,
    toTry,
    thanks,
    givenAt: zonedIn(givenAt, act.desk.zone),
  }
}

const namesHere = async (act: Act) =>
  new Map((await members(act.db, act.desk.id)).map(({ id, name }) => [id, name] as const))

/**
 * Nobody but the two reads of it; whoever has nobody to give it to, and was never given any, reads of nothing. What it is about
 * is noted as told; itself it is not, since who looked is read by others than the two.
 */
const list: Actions['list'] = async (_, act) => {
  const names = await namesHere(act)
  const feedback: FeedbackView[] = []
  for (const one of await feedbackOf(act.db, act.desk.id, act.member.id, mostShown))
    feedback.push(await viewOf(act, one, names))
  const pairs = await pairsOf(act)
  if (isRefused(pairs)) return { feedback, wanted: [], partners: [] }
  const wanted: Wanted[] = []
  for (const assistant of pairs.assistants)
    for (const asked of await feedbackWanted(act, { executive: pairs.executive, assistant })) {
      act.looked(asked.told)
      wanted.push(asked.wanted)
    }
  const partners = pairs.assistants.map((assistant) => otherOf(act, { executive: pairs.executive, assistant }))
  return { feedback, wanted, partners }
}

const unsaid = (id: string) => ({ items: [id], values: {}, private: [id] })

const give: Actions['give'] = async ({ to, about, ...said }, act) => {
  const pairs = await pairsOf(act)
  if (isRefused(pairs)) return pairs
  const partners = pairs.assistants.map((assistant) => otherOf(act, { executive: pairs.executive, assistant }))
  if (!partners.some(({ id }) => id === to))
    return refuse(
      'not-there',
      'Feedback is for whoever you work with here: the executive, or who assists them.',
      [],
      'to',
    )
  if (isEmpty(said)) return refuse('bad-input', 'Say at least one of the three.', [], 'well')
  const no = await wrongAbout(act, about)
  if (no) return no
  const one: Feedback = {
    id: act.newId(),
    from: act.member.id,
    to,
    about: about.kind,
    item: about.item,
    ...said,
    givenAt: act.at,
  }
  await addFeedback(act.db, act.desk.id, one)
  return {
    output: { feedback: await viewOf(act, one, await namesHere(act)) },
    entry: { ...unsaid(one.id), undo: { operation: 'feedback.withdraw', input: { id: one.id } } },
  }
}

/** The no to what it would be about: a mistake or a project that whoever gives it may not know of. */
async function wrongAbout(act: Act, about: Wanted['about']) {
  if (about.kind === 'mistake') {
    const found = await mistakeById(act.db, act.desk.id, about.item)
    if (!found || !mayRead(act, found)) return refuse('not-there', 'There is no such mistake.', [], 'about.item')
  }
  if (about.kind === 'project') {
    const beginning = Temporal.Instant.fromEpochMilliseconds(0)
    const known = await projectsClosedSince(act.db, act.desk.id, beginning)
    if (
      !known.some(({ name, hidden }) => name === about.item && maySeeOfDesk(hidden ? 'private' : 'desk', readerOf(act)))
    )
      return refuse('not-there', 'No project of that name is closed here.', [], 'about.item')
  }
  return null
}

const withdraw: Actions['withdraw'] = async ({ id }, act) => {
  const found = await feedbackFrom(act.db, act.desk.id, act.member.id, id)
  if (!found) return refuse('not-there', 'There is no such feedback.', [id])
  await withdrawFeedback(act.db, act.desk.id, id, act.at)
  return { output: {}, entry: { ...unsaid(id), undo: final('feedback.withdraw') } }
}

export const feedbackActions: ActionsFor<typeof feedbackContract> = { feedback: { list, give, withdraw } }
