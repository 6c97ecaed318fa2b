import type { Things } from './made.ts'
import { timed } from './made.ts'

const list = { from: '2026-11-23', to: '2026-11-27' }

/** Every operation that reads, asked where the private things are; `silent` are those that say nothing of what is on the calendars. */
export const reads = (it: Things): Record<string, object> => ({
  ...ofTheDesk(it),
  ...ofCalendars(it),
  ...ofHolds(it),
  ...ofWork(it),
  ...ofDecisions(it),
  ...ofMistakes(it),
  ...ofPriorities(it),
  ...ofPartnership,
  ...ofPeople(it),
  ...ofTravel(it),
  ...ofTravellers(it),
  ...ofCover(it),
  ...ofBriefing,
})

export const silent = [
  'journal.verify',
  'proposal.show',
  'event.understand',
  'commitment.understand',
  'feed.list',
  'rule.kinds',
  'rule.preview',
  'standard.list',
  'work.understand',
  'holiday.countries',
]

const ofTheDesk = ({ lastEntry, eventId }: Things) => ({
  'looked.list': { item: eventId },
  'journal.list': {},
  'journal.show': { entry: lastEntry },
  'proposal.list': {},
  'told.list': {},
  'board.show': {},
  'member.list': {},
  'desk.me': {},
})

const ofCalendars = ({ eventId, openId }: Things) => ({
  'calendar.list': {},
  'calendar.export': {},
  'event.list': list,
  'event.show': { eventId },
  'place.list': {},
  'rule.list': {},
  'plan.show': list,
  'plan.weigh': { eventId: openId, start: '2026-11-24T10:30:00Z', end: '2026-11-24T11:30:00Z' },
  'finding.list': list,
})

const ofHolds = ({ groupId }: Things) => ({
  'offer.find': { from: '2026-11-24', to: '2026-11-24', minutes: 30 },
  'hold.list': {},
  'hold.show': { groupId },
  'hold.preview': { groupId },
  'text.check': { to: 'Jo', text: 'Jo, the quarterly review is at ten.' },
})

const ofWork = ({ promiseId, noteId, eventId, workId }: Things) => ({
  'commitment.list': { all: true },
  'commitment.show': { id: promiseId },
  'note.list': {},
  'note.show': { id: noteId },
  'brief.show': { eventId },
  'work.list': {},
  'work.show': { id: workId },
  'work.record': {},
})

const ofDecisions = ({ decisionId }: Things) => ({
  'decision.list': {},
  'decision.log': {},
  'decision.show': { id: decisionId },
})

const ofMistakes = ({ mistakeId }: Things) => ({
  'mistake.list': {},
  'mistake.show': { id: mistakeId },
  'mistake.check': { id: mistakeId, text: 'I am sorry.' },
  'mistake.replay': { id: mistakeId, draft: JSON.stringify({ kind: 'overlap', params: {}, weight: 'avoid' }) },
  'mistake.offers': { id: mistakeId },
  'mistake.review': {},
})

const ofPriorities = ({ eventId }: Things) => ({
  'priority.list': { on: '2026-11-24' },
  'priority.counted': { horizon: 'quarter', on: '2026-11-24' },
  'priority.trend': { horizon: 'quarter', on: '2026-11-24' },
  'priority.preview': { rules: [{ words: ['clinic', 'review', 'scans'] }] },
  'priority.choices': { what: 'event', id: eventId },
})

const ofPartnership = {
  'knowing.show': {},
  'knowing.day': {},
  'knowing.try': { question: 'news', values: { soon: 'once', how: 'voice' } },
  'agreement.show': {},
  'agreement.counted': { part: 'decisions', side: 'executive' },
  'agreement.export': {},
  'boundary.weigh': { operation: 'work.add', input: { title: 'Papers', dueOn: '2026-11-24' } },
  'oneToOne.show': {},
  'oneToOne.due': {},
  'oneToOne.list': {},
  'feedback.list': {},
}

const ofPeople = ({ personId }: Things) => ({
  'person.list': { text: '' },
  'person.show': { id: personId },
  'person.through': { name: 'Dr Venn', address: 'venn@larkspur.example' },
  'person.suggestions': {},
  'person.read': { text: 'Jo Park\nEA to somebody else' },
  'person.introduce': { to: 'Jo Park', assisted: 'Dr Who', assistedAddress: 'jo@post.example' },
  'contact.understand': { text: 'Jo Park helped us' },
})

const ofTravel = ({ tripId, segmentId, linkId, confirmationId }: Things) => ({
  'confirmation.list': { all: 'true' },
  'confirmation.show': { id: confirmationId },
  'confirmation.original': { id: confirmationId },
  'trip.list': { past: 'true' },
  'trip.show': { id: tripId },
  'segment.letter': { id: segmentId, ask: 'change', wanted: { words: 'later' } },
  'segment.cascade': { id: segmentId },
  'itinerary.preview': { tripId, for: 'traveller' },
  'itinerary.read': { tripId },
  'itinerary.list': { tripId },
  'itinerary.show': { id: linkId },
  'emergency.show': { tripId },
  'emergency.card': {},
})

const ofTravellers = ({ personId, paperId, loyaltyId }: Things) => ({
  'traveller.list': {},
  'traveller.show': { personId },
  'paper.number': { id: paperId },
  'loyalty.number': { id: loyaltyId },
})

const ofCover = ({ coverId }: Things) => ({
  'cover.list': {},
  'cover.note': { id: coverId },
  'cover.report': { id: coverId },
})

const ofBriefing = {
  'today.show': { on: '2026-11-24' },
  'sheet.show': { on: '2026-11-24' },
  'lookback.show': {},
}

/** Changes that stumble over what is private, by somebody who may not see it. */
export const strays = ({
  work,
  eventId,
  groupId,
  promiseId,
  noteId,
  mistakeId,
  workId,
  priorityId,
  personId,
  tripId,
  segmentId,
  pointId,
  linkId,
  confirmationId,
  paperId,
  loyaltyId,
}: Things) => {
  const over = timed('2026-11-24', '10:15', '11:15')
  return [
    ['event.add', { title: 'New', calendarId: work, when: over }],
    ['event.move', { eventId, when: over }],
    ['event.edit', { eventId, set: { title: 'Mine now' } }],
    ['event.cancel', { eventId }],
    ['hold.take', { groupId, time: { start: '2026-11-24T10:30:00Z', end: '2026-11-24T11:00:00Z' }, who: 'Me' }],
    ['hold.release', { groupId }],
    ['commitment.keep', { id: promiseId }],
    ['commitment.edit', { id: promiseId, what: 'mine now' }],
    ['note.edit', { id: noteId, lines: [] }],
    ['note.add', { eventId, lines: [] }],
    ['mistake.own', { item: eventId }],
    ['mistake.contain', { id: mistakeId, putRight: 'x' }],
    ['person.edit', { id: personId, name: 'Mine now' }],
    ['contact.note', { personId, words: 'mine now' }],
    ['traveller.edit', { personId, passportName: 'Mine now' }],
    ['paper.edit', { id: paperId, set: { number: 'mine now' } }],
    ['paper.remove', { id: paperId }],
    ['loyalty.edit', { id: loyaltyId, set: { tier: 'mine now' } }],
    ['wish.set', { personId, wish: { is: 'no-nights' } }],
    ['knowing.fill', { question: 'family', values: { dates: ['2026-12-06'], every: 'once', firm: 'never' } }],
    ['knowing.drop', { question: 'family' }],
    ['priority.edit', { id: priorityId, version: 1, set: { title: 'Mine now' } }],
    ['priority.tie', { what: 'work', id: workId, priority: priorityId }],
    ['priority.untie', { what: 'event', id: eventId, priority: priorityId }],
    ['priority.protect', { id: priorityId, start: '2026-11-26T14:00:00+00:00[Europe/London]', minutes: 60 }],
    ['work.edit', { id: workId, set: { title: 'Mine now' } }],
    ['work.close', { id: workId }],
    ['work.cancel', { id: workId }],
    ['trip.edit', { id: tripId, set: { title: 'Mine now' } }],
    ['trip.cancel', { id: tripId }],
    ['confirmation.leave', { id: confirmationId, reason: 'mine now' }],
    ['confirmation.take', { id: confirmationId, parts: [{ index: 0, segmentId }] }],
    ['segment.add', { tripId, kind: 'ride' }],
    ['segment.edit', { id: segmentId, set: { notes: 'mine now' } }],
    ['segment.cancel', { id: segmentId }],
    ['segment.confirm', { id: segmentId, who: 'Me' }],
    ['itinerary.issue', { tripId, for: 'family', to: 'Me' }],
    ['itinerary.shows', { id: linkId, shows: 'nothing' }],
    ['itinerary.revoke', { id: linkId }],
    ['emergency.keep', { set: { insurance: 'mine now' } }],
    ['point.add', { tripId, words: 'mine now' }],
    ['point.settle', { id: pointId, how: 'mine now' }],
    ['finding.list', list],
  ] as const
}
