import type { Act, Labelled } from '../../../act.ts'
import { maySeeOfDesk, readerOf } from '../../../calendar/views/model.ts'
import { mistakes } from '../../../mistakes/queries.ts'
import { mayRead } from '../../../mistakes/showing/actions.ts'
import { folded } from '../../../work/commitments/model.ts'
import { otherOf } from '../../pair/actions.ts'
import type { Pair } from '../../pair/model.ts'
import type { Wanted } from '../model.ts'
import { feedbackOf, projectsClosedSince } from '../queries.ts'
import { mistakeAbout, projectAbout } from '../words.ts'

/** So long it is asked for; after that it would be about something nobody remembers. */
const asksFor = Temporal.Duration.from({ hours: 30 * 24 })
const mostRead = 500

/** Feedback that is asked for, with the things its words tell of. */
type Asked = { readonly wanted: Wanted; readonly told: readonly Labelled[] }

/** What feedback is asked for from whoever acts to the other of a pair: slips that were owned, projects that closed. */
export async function feedbackWanted(act: Act, pair: Pick<Pair, 'executive' | 'assistant'>): Promise<Asked[]> {
  const since = act.at.subtract(asksFor)
  const to = otherOf(act, pair)
  const given = new Set(
    (await feedbackOf(act.db, act.desk.id, act.member.id, mostRead))
      .filter((one) => one.from === act.member.id && one.to === to.id)
      .map(({ item }) => item),
  )
  const isLate = (text: string) => Temporal.Instant.compare(Temporal.Instant.from(text), since) > 0
  const slips = (await mistakes(act.db, act.desk.id))
    .filter(({ id, owner }) => [pair.executive.id, pair.assistant.id].includes(owner) && !given.has(id))
    .filter((one) => mayRead(act, one) && isLate(one.facts.foundAt))
    .map(({ id, facts, label }): Asked => {
      const about = { kind: 'mistake', item: id } as const
      return { wanted: { about, words: mistakeAbout(facts.title), to, label }, told: [{ id, label }] }
    })
  const reader = readerOf(act)
  const named = folded(pair.assistant.name)
  const projects = (await projectsClosedSince(act.db, act.desk.id, since))
    .filter(({ name, hidden }) => !given.has(name) && maySeeOfDesk(hidden ? 'private' : 'desk', reader))
    .filter(({ who }) => who.some((one) => one === '' || folded(one) === named))
    .map(({ name, hidden, private: works }): Asked => {
      const about = { kind: 'project', item: name } as const
      const label = hidden ? 'private' : 'desk'
      return {
        wanted: { about, words: projectAbout(name), to, label },
        told: works.map((id) => ({ id, label: 'private' })),
      }
    })
  return [...slips, ...projects]
}
