import type { Span } from '../../../plan/time.ts'
import { freesAt, type Group, open } from '../group/model.ts'
import type { Meeting, PageView } from '../model.ts'
import { momentWords, sameClock, spanWords } from '../texts/words.ts'
import { minutesOf, type Seeing, zoned } from '../views/model.ts'
import { buttonWords, clockWords, dayWords, elsewhereWords } from './words.ts'

/** What a page says of a meeting in somebody's own words: read for what is private before there is a page. */
export const onPage = ({ title, place }: Pick<Meeting, 'title' | 'place'>): string =>
  place === null ? title : `${title}\n${place}`

/** The offer without what somebody wrote of the meeting: what is left where that has become private. */
export const unnamed = <G extends Group>(group: G): G => ({
  ...group,
  terms: { ...group.terms, meeting: { ...group.terms.meeting, title: 'A meeting', place: null } },
})

/** What an outsider is shown of their own offer, on clocks of their choice; nothing of it says what else is on. */
export function pageOf(
  group: Group,
  { zone: desk, at }: Pick<Seeing, 'zone' | 'at'>,
  chosen: string | null,
): Omit<PageView, 'absence'> {
  const { terms } = group
  const zone = chosen ?? terms.to.zone ?? desk
  const taken = group.state === 'taken' ? group.holds.find((hold) => hold.state === 'taken') : undefined
  const times = open(group, at)
  const until = times.length === 0 ? null : Math.max(...times.map((hold) => freesAt(group, hold)))
  const waits = group.state === 'out' && at < group.expiresAt
  return {
    state: taken ? 'taken' : times.length > 0 || waits ? 'open' : 'closed',
    stateWords: stateWords(taken?.span ?? null, times.length, waits, zone, terms.by),
    from: terms.by,
    behalf: terms.behalf,
    to: terms.to.name,
    through: terms.through?.name ?? null,
    title: terms.meeting.title,
    minutes: minutesOf(group),
    by: terms.meeting.by,
    place: terms.meeting.place,
    link: taken ? terms.meeting.link : null,
    zone,
    deskZone: desk,
    theirZone: terms.to.zone,
    until: until === null ? null : momentWords(until as typeof at, zone),
    lost: terms.lost.length > 0 && !taken,
    times: times.map(({ id, span }) => ({
      holdId: id,
      day: dayWords(span.start, zone),
      clock: clockWords(span, zone),
      desk: sameClock(zone, desk, span.start) ? null : elsewhereWords(span.start, zone, desk),
      start: zoned(span.start, zone).replace(/\[.*/, ''),
      end: zoned(span.end, zone).replace(/\[.*/, ''),
      take: buttonWords(span.start, zone),
    })),
    taken: taken
      ? {
          words: spanWords(taken.span, zone),
          start: zoned(taken.span.start, zone).replace(/\[.*/, ''),
          end: zoned(taken.span.end, zone).replace(/\[.*/, ''),
        }
      : null,
    proposed: terms.proposals.filter((one) => !one.answered).map(({ span }) => spanWords(span, zone)),
  }
}

const stateWords = (taken: Span | null, left: number, waits: boolean, zone: string, by: string): string => {
  if (taken) return `Taken: ${spanWords(taken, zone)}.`
  if (left > 0) return left === 1 ? 'One time is held for you.' : `${left} times are held for you.`
  return waits ? `${by} will offer fresh times.` : 'These times are no longer held.'
}
