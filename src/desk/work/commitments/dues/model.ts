import type { PlanDue } from '../../../../plan/due.ts'
import { asInstant, type Instant } from '../../../../plan/time.ts'
import { askedOf, type Commitment, otherOf } from '../model.ts'

/** A commitment as the plan sees it. */
export function dueOf(one: Commitment, here: string): PlanDue {
  const { terms, dueAt } = one
  const askedAt = asInstant(Temporal.Instant.from(terms.saidAt).epochMilliseconds)
  const other = otherOf(one)
  return {
    key: `commitment:${one.id}`,
    span: spanOf(askedAt, dueAt),
    label: one.label,
    what: 'commitment',
    title: terms.what,
    kind: '',
    owner: one.side === 'theirs' ? 'theirs' : terms.owner,
    who: terms.by.name,
    to: terms.to.name,
    asked: terms.words === '' ? terms.what : terms.words,
    askedAt,
    dueAt,
    chaseAt: one.state === 'open' ? one.chaseAt : null,
    closedAt: one.closedAt,
    effort: null,
    routine: false,
    project: null,
    hangsOn: one.hangsOn,
    contact: {
      name: other.name,
      address: other.address,
      zone: other.zone,
      asked: askedOf(terms),
      allDay: terms.time === null,
      dueZone: terms.zone ?? here,
    },
  }
}

const spanOf = (askedAt: Instant, dueAt: Instant | null) =>
  dueAt === null || dueAt <= askedAt
    ? { start: dueAt ?? askedAt, end: asInstant((dueAt ?? askedAt) + 1) }
    : { start: askedAt, end: dueAt }
