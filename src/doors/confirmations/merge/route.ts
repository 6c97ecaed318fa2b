import type { Doubt, Field, Proposal } from '../../../desk/travel/reading/model.ts'
import { instantFromText } from '../../../plan/text.ts'
import { dayMs } from '../../../plan/time.ts'
import { written } from '../times.ts'
import { alike } from './alike.ts'

const carried = new Set<Proposal['kind']>(['flight', 'train', 'bus', 'ferry'])

function doubting(proposal: Proposal, field: Field, why: string): Proposal {
  const value = proposal.fields[field]
  if (!value) return proposal
  const { [field]: _, ...fields } = proposal.fields
  const doubt: Doubt = { field, why, values: [value] }
  return { ...proposal, fields, doubts: [...proposal.doubts, doubt] }
}

const wallOf = ({ fields }: Proposal, field: 'starts' | 'ends') => {
  const time = fields[field] && written(fields[field].value)
  return time?.exact ? time.wall : null
}

/** Nobody waits longer between two parts of one way. */
const longestWait = 6 * 3_600_000

const isOneWay = (a: Proposal, b: Proposal): boolean => {
  if (!carried.has(a.kind) || a.kind !== b.kind || a.action !== b.action) return false
  if (a.fields.confirmation?.value !== b.fields.confirmation?.value) return false
  const [ends, starts] = [wallOf(a, 'ends'), wallOf(b, 'starts')]
  return ends !== null && starts !== null && starts >= ends && starts - ends <= longestWait
}

/** The letters of an airport say nothing that a name can be held against. */
const isCode = (name: string) => /^[A-Z]{3}$/.test(name)

/** Whether one arrives where the other leaves from, as far as they say. */
function meets({ fields: a }: Proposal, { fields: b }: Proposal): boolean {
  if (a.toAirport && b.fromAirport && a.toAirport.value === b.fromAirport.value) return true
  const [to, from] = [a.to?.value, b.from?.value]
  return to === undefined || from === undefined || isCode(to) || isCode(from) || alike('from', to, from)
}

/** Parts of one way that follow each other and do not meet: where the one ends and the other begins is doubted. */
export function onRoute(proposals: readonly Proposal[]): Proposal[] {
  const found = [...proposals]
  for (let at = 0; at + 1 < found.length; at++) {
    const [one, next] = [found[at] as Proposal, found[at + 1] as Proposal]
    if (!isOneWay(one, next) || meets(one, next)) continue
    const why = `One part arrives at ${one.fields.to?.value}, and the next goes on from ${next.fields.from?.value}`
    found[at] = doubting(one, 'to', why)
    found[at + 1] = doubting(next, 'from', why)
  }
  return found
}

const isNews = ({ action }: Proposal) => action === 'booked' || action === 'requested'

/**
 * What a mail books, held against when it was sent: what was over by then is no booking, and what had begun by then is doubted.
 * What is changed or called off may be told of afterwards.
 */
export function ahead(proposals: readonly Proposal[], sentAt: string | null): Proposal[] {
  const sent = sentAt === null ? null : instantFromText(sentAt.replace(/\+00:00.*$/, 'Z'))
  if (sent === null) return [...proposals]
  const before = sent - dayMs
  return proposals.flatMap((proposal) => {
    const { starts, ends } = proposal.fields
    const [from, to] = [starts && written(starts.value), ends && written(ends.value)]
    const isPast = from !== null && from !== undefined && from.wall + (from.exact ? 0 : dayMs) < before
    if (!isNews(proposal) || !isPast) return [proposal]
    if (!to || to.wall + (to.exact ? 0 : dayMs) < before) return []
    return [doubting(proposal, 'starts', 'It would have begun before this mail was sent')]
  })
}
