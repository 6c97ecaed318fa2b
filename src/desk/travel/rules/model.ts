import type { RuleDraft } from '../../rules/model.ts'

type Given = Pick<RuleDraft, 'kind' | 'weight' | 'source' | 'story'> & { readonly params?: RuleDraft['params'] }

const given: readonly Given[] = [
  {
    kind: 'as-asked',
    weight: 'avoid',
    source: 'mistake',
    story: 'A flight for the right day of the wrong month looks right. What is booked is held against what was asked.',
  },
  {
    kind: 'connection',
    weight: 'avoid',
    source: 'boundary',
    story: 'A connection that cannot be made ends the trip in the wrong city.',
  },
  {
    kind: 'ride-fits',
    weight: 'avoid',
    source: 'mistake',
    story: 'The flight moved and the car did not: the oldest mistake there is.',
  },
  {
    kind: 'bed-every-night',
    weight: 'avoid',
    source: 'boundary',
    story: 'Nobody finds out at midnight that there is no room, or pays for two.',
  },
  {
    kind: 'arrive-in-time',
    weight: 'avoid',
    source: 'boundary',
    story: 'A meeting that begins as the aircraft lands begins without its guest.',
  },
  {
    kind: 'deadline-ahead',
    weight: 'prefer',
    source: 'boundary',
    story: 'Check-in and the last free cancellation are said while somebody can still act.',
  },
  {
    kind: 'papers-valid',
    weight: 'avoid',
    source: 'boundary',
    story: 'Many countries want a passport that is valid for six months after the return, and a new one takes weeks.',
  },
  {
    kind: 'visa-looked-at',
    weight: 'avoid',
    source: 'boundary',
    story: 'Whether a visa is needed is looked up before anything is booked, not at the desk of the airline.',
  },
  {
    kind: 'rest-after-night-flight',
    weight: 'prefer',
    source: 'preference',
    story: 'Nobody is at their best from the aircraft straight into a meeting.',
  },
  {
    kind: 'nothing-in-the-air',
    weight: 'avoid',
    source: 'boundary',
    story: 'A call that nobody can take is a promise broken.',
  },
  {
    kind: 'way-home',
    weight: 'prefer',
    source: 'boundary',
    story: 'The last train has a time, and a late dinner goes past it.',
  },
  {
    kind: 'fare-open',
    weight: 'prefer',
    source: 'boundary',
    story: 'A ticket that cannot be changed is bought when the meeting is sure.',
  },
  {
    kind: 'points-owned',
    weight: 'prefer',
    source: 'boundary',
    story: 'What everybody sees to nobody does.',
  },
  {
    kind: 'confirmed-in-time',
    weight: 'avoid',
    source: 'boundary',
    story: 'What was asked for is not there until somebody has said so.',
  },
  {
    kind: 'zone-known',
    weight: 'avoid',
    source: 'mistake',
    story: 'A time without a zone is two times.',
  },
]

/**
 * What a desk is given with its first trip, in this order: each kind with the parameters it has by itself, for every trip. A desk
 * that ever had a rule of a kind, removed or not, is given none of it.
 */
export const rulesOfTravel: readonly RuleDraft[] = given.map(({ story, params = {}, ...rule }) => ({
  ...rule,
  params,
  scope: {},
  story: `${story} Every desk with a trip begins with this.`,
}))
