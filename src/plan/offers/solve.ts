import { civilOf } from '../civil.ts'
import type { Weight } from '../finding.ts'
import { momentText } from '../moment.ts'
import { dayOf, type Span } from '../time.ts'
import { type Refused, readable, Unreadable } from '../unreadable.ts'
import { utc, type Zone, zoneOf } from '../zone.ts'
import type { Ask, Offer, OfferFinding, Standing } from './ask.ts'
import { findOffers } from './find.ts'
import { askFrom } from './problem.ts'
import { offerWords, weekdayWords } from './words.ts'
import { mostFindings } from './work.ts'

type SaidFinding = {
  readonly rule: string
  readonly weight: Weight
  readonly cost: number
  readonly person?: string
  readonly words: string
}

/** What `equerry offers` answers; times carry the offset of the problem's zone. */
export type Solution =
  | {
      readonly offers: readonly {
        readonly start: string
        readonly end: string
        readonly weekday: string
        readonly words: string
        readonly cost: number
        readonly findings: readonly SaidFinding[]
      }[]
      readonly removed: Readonly<Record<string, number>>
      readonly standsInTheWay: readonly {
        readonly give: readonly string[]
        readonly opens: number
        readonly first: { readonly start: string; readonly end: string; readonly cost: number }
      }[]
    }
  | Refused

/** Solves a problem as `equerry offers` reads it; what cannot be read, or would take too long, is an answer too. */
export const solve = (problem: unknown): Solution => readable(() => solutionOf(askFrom(problem)))

const solutionOf = (ask: Ask): Solution => {
  const zone = zoneOf(ask.zone) ?? utc
  const { offers, removed, standsInTheWay } = findOffers(ask)
  const withYear = yearAt(ask.window.start, zone) !== yearAt(ask.window.end, zone)
  return {
    offers: saidOffers(offers, zone, withYear),
    removed: Object.fromEntries([...removed].map(([key, { count }]) => [key, count])),
    standsInTheWay: standsInTheWay.map((standing) => saidStanding(standing, zone)),
  }
}

const yearAt = (at: Span['start'], zone: Zone): number => civilOf(dayOf(zone.toWall(at))).year

const saidSpan = ({ start, end }: Span, zone: Zone) => ({ start: momentText(start, zone), end: momentText(end, zone) })

const saidOffers = (offers: readonly Offer[], zone: Zone, withYear: boolean) => {
  let said = 0
  return offers.map(({ span, cost, findings }) => {
    said += findings.length
    if (said > mostFindings)
      throw new Unreadable(`More than ${mostFindings} reasons to give: ask for fewer offers`, 'limit', 'too-much')
    return {
      ...saidSpan(span, zone),
      weekday: weekdayWords(span.start, zone),
      words: offerWords(span, zone, { withYear }),
      cost,
      findings: findings.map(saidFinding),
    }
  })
}

const saidFinding = ({ key, weight, cost, person, words }: OfferFinding): SaidFinding => ({
  rule: key,
  weight,
  cost,
  person,
  words,
})

const saidStanding = ({ give, opens, first }: Standing, zone: Zone) => ({
  give,
  opens,
  first: { ...saidSpan(first.span, zone), cost: first.cost },
})
