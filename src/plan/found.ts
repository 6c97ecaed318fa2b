import type { PlanDue } from './due.ts'
import type { Evidence } from './finding.ts'
import { localOf } from './local.ts'
import type { Plan, PlanItem } from './plan.ts'
import type { Scope } from './rule.ts'
import { carrying, type PlanSegment, type PlanTrip } from './segment.ts'
import { dayOf } from './time.ts'

/** No rule says more than this about one plan: a hostile calendar cannot make it endless. */
export const mostFindings = 5000

/** Whether a rule speaks about an item: by its kind, by who is invited, by the local day it starts on. */
export const speaksOf = (scope: Scope, plan: Plan): ((item: PlanItem) => boolean) => {
  const { kinds, people, from, until } = scope
  if (!kinds && !people && from === undefined && until === undefined) return () => true
  const invited = people && new Set(people.map((address) => address.toLowerCase()))
  const { wallAt } = localOf(plan)
  return (item) => {
    if (kinds && !kinds.includes(item.kind)) return false
    if (invited && !item.people.some((person) => invited.has(person.address))) return false
    if (from === undefined && until === undefined) return true
    const day = item.allDay?.from ?? dayOf(wallAt(item.span.start))
    return (from === undefined || day >= from) && (until === undefined || day <= until)
  }
}

/** Whether a rule speaks about something due: by its kind of work, by whose it is, by the local day it is due on. */
export const duesSpeakOf = (scope: Scope, plan: Plan): ((due: PlanDue) => boolean) => {
  const { kinds, from, until, owner } = scope
  const { wallAt } = localOf(plan)
  return (due) => {
    if (kinds && !kinds.includes(due.kind)) return false
    if (owner && due.owner !== owner) return false
    if (from === undefined && until === undefined) return true
    if (due.dueAt === null) return false
    const day = dayOf(wallAt(due.dueAt))
    return (from === undefined || day >= from) && (until === undefined || day <= until)
  }
}

/** Whether a rule speaks about a trip: by whose it is, where it names one of the two, and by its days. */
export const tripsSpeakOf =
  ({ from, until, owner }: Scope): ((trip: PlanTrip) => boolean) =>
  ({ first, last, travellers }) => {
    const theirs = travellers.length > 0 && !travellers.some(({ executive }) => executive)
    if (owner && (owner === 'assistant') !== theirs) return false
    return (from === undefined || last >= from) && (until === undefined || first <= until)
  }

/** Whether a rule speaks about a part of a trip: by its kind, by who is expected, by the day it begins on. */
export const segmentsSpeakOf = ({ kinds, people, from, until }: Scope): ((segment: PlanSegment) => boolean) => {
  const invited = people && new Set(people.map((address) => address.toLowerCase()))
  return (segment) => {
    if (kinds && !kinds.includes(segment.kind) && !(carrying.has(segment.kind) && kinds.includes('travel')))
      return false
    if (invited && !segment.people.some(({ address }) => address !== null && invited.has(address))) return false
    const { day } = segment.from
    if (day === null) return true
    return (from === undefined || day >= from) && (until === undefined || day <= until)
  }
}

/** A title as it stands in a sentence. Titles come from outside: they are data, quoted and cut. */
export const quoted = (item: Pick<PlanItem, 'title'>): string => {
  const title = item.title.trim() === '' ? 'Untitled' : item.title.trim().replace(/\s+/g, ' ')
  return `“${title.length > 80 ? `${title.slice(0, 79)}…` : title}”`
}

export const text = (evidence: Evidence, name: string): string => String(evidence.values[name] ?? '')
export const number = (evidence: Evidence, name: string): number => Number(evidence.values[name] ?? 0)
