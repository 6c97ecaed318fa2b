import { zonedText } from '../../../plan/text.ts'
import { type Instant, minuteMs, overlaps, type Span } from '../../../plan/time.ts'
import { utc, zoneOf } from '../../../plan/zone.ts'
import { freesAt, type Group, heldIn, needsOf, nextAt, open, peopleOf } from '../group/model.ts'
import type { GroupBrief, GroupView, HoldView } from '../model.ts'
import {
  apologyLetter,
  confirmationLetter,
  howWords,
  momentWords,
  nudgeLetter,
  offerLetter,
  silenceWords,
  spanWords,
  theirsWords,
} from '../texts/words.ts'
import { groupStateWords, holdStateWords, needWords } from './words.ts'

/** What a group is shown with. */
export type Seeing = {
  /** The desk's zone. */
  readonly zone: string
  readonly at: Instant
  /** Every group that is out, this one too or not: what lies over the same time collides. */
  readonly others: readonly Group[]
  /** Until when their page is open. */
  readonly page: Instant | null
}

export const zoned = (at: Instant, zone: string): string => zonedText(at, zoneOf(zone) ?? utc)

export const minutesOf = (group: Group): number => {
  const [first] = group.holds
  return first ? Math.round((first.span.end - first.span.start) / minuteMs) : 0
}

/** Groups that were offered some of a time too, of people whose time it is as well, and still hold it. */
export const collisionsOf = (group: Group, span: Span, others: readonly Group[]) =>
  others
    .filter((other) => other.id !== group.id && other.state === 'out')
    .filter(({ terms }) => peopleOf(terms.whose).some((one) => peopleOf(group.terms.whose).includes(one)))
    .flatMap((other) =>
      heldIn(other)
        .filter((hold) => overlaps(hold.span, span))
        .map((hold) => ({ group: other, hold })),
    )

const holdViews = (group: Group, seeing: Seeing): HoldView[] =>
  group.holds.map((hold) => ({
    id: hold.id,
    rank: hold.rank,
    start: zoned(hold.span.start, seeing.zone),
    end: zoned(hold.span.end, seeing.zone),
    words: spanWords(hold.span, seeing.zone),
    theirs: theirsWords(hold.span, seeing.zone, group.terms.to.zone),
    state: hold.state,
    stateWords: holdStateWords(group, hold, seeing.zone),
    freesAt: zoned(freesAt(group, hold), seeing.zone),
    collides:
      hold.state !== 'out'
        ? []
        : collisionsOf(group, hold.span, seeing.others).map(({ group: other, hold: over }) => ({
            groupId: other.id,
            name: other.terms.to.name,
            words: `${other.terms.to.name} was offered ${spanWords(over.span, seeing.zone)}; whoever answers first has it`,
          })),
  }))

export const briefOf = (group: Group, seeing: Seeing): GroupBrief => {
  const { terms } = group
  const next = heldIn(group).length === 0 ? null : nextAt(group)
  return {
    id: group.id,
    state: group.state,
    stateWords: groupStateWords(group, next, seeing.zone),
    needs: needsOf(group, seeing.at).map((code) => ({ code, words: needWords(code, group, next, seeing.zone) })),
    to: terms.to,
    through: terms.through,
    behalf: terms.behalf,
    meeting: terms.meeting,
    minutes: minutesOf(group),
    whose: terms.whose,
    busy: terms.busy,
    calendarId: group.calendarId,
    eventId: group.eventId ?? group.holds.find((hold) => hold.state === 'taken')?.id ?? null,
    recurrenceId: group.recurrenceId,
    expiresAt: zoned(group.expiresAt, seeing.zone),
    nudgeAt: group.nudgeAt && zoned(group.nudgeAt, seeing.zone),
    nudgedAt: terms.nudgedAt && zoned(terms.nudgedAt, seeing.zone),
    onSilence: terms.onSilence,
    onSilenceWords: silenceWords[terms.onSilence],
    by: terms.by,
    offeredAt: zoned(terms.offeredAt, seeing.zone),
    holds: holdViews(group, seeing),
    proposals: terms.proposals.filter((one) => !one.answered).length,
    page: seeing.page === null ? null : { until: zoned(seeing.page, seeing.zone) },
  }
}

/** A time in both zones, as it stands in a letter. */
const bothWords = (span: Span, group: Group, zone: string): string => {
  const theirs = theirsWords(span, zone, group.terms.to.zone)
  return theirs === null ? spanWords(span, zone) : `${spanWords(span, zone)} = ${theirs}`
}

/** What to send, ready to copy. An address is there only while it is known, right after it was made. */
export const textsOf = (
  group: Group,
  { zone, at }: Pick<Seeing, 'zone' | 'at'>,
  address: string | null,
): GroupView['texts'] => {
  const { terms } = group
  const next = nextAt(group) ?? group.expiresAt
  const letter = {
    to: terms.through?.name ?? terms.to.name,
    by: terms.by,
    behalf: terms.behalf,
    assisted: terms.through === null ? null : terms.to.name,
    title: terms.meeting.title,
    how: howWords(terms.meeting, minutesOf(group)),
    times: open(group, at).map(({ span }) => bothWords(span, group, zone)),
    until: momentWords(group.terms.silentAt === null ? group.expiresAt : next, terms.to.zone ?? zone),
    address,
  }
  const lost = terms.lost.filter((one) => !one.told).map(({ span }) => spanWords(span, terms.to.zone ?? zone))
  const taken = group.holds.find((hold) => hold.state === 'taken')
  return {
    subject: terms.meeting.title.replace(/\s+/g, ' ').slice(0, 200),
    offer: offerLetter(letter),
    nudge: nudgeLetter(letter),
    apology: lost.length === 0 ? null : apologyLetter({ ...letter, lost }),
    confirmation: taken ? confirmationLetter({ ...letter, taken: bothWords(taken.span, group, zone) }) : null,
  }
}
