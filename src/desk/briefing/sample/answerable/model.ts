import type * as z from 'zod'
import type { decisionDraft } from '../../../decisions/model.ts'
import type { ownDraft, stepDraft } from '../../../mistakes/model.ts'
import { type CommitmentDraft, commitmentDraft } from '../../../work/commitments/model.ts'
import type { checkDraft } from '../../../work/standards/model.ts'
import type { workAdd } from '../../../work/tasks/model.ts'
import { camille, from, harlan, laurent, london, rosalind, weekday, zurich } from '../cast/model.ts'

/** What the sample has to answer for: promises both ways, work and its standards, questions, a mistake that was closed, one that is open, and what was seen in time. */
export type Answerable = {
  /** Who owes what to whom, both ways, of whoever lays the sample out and of the desk's own executive. */
  readonly promises: (me: string, executive: string) => readonly (CommitmentDraft & { readonly wasDue: boolean })[]
  readonly standards: readonly { readonly kind: string; readonly checks: readonly z.input<typeof checkDraft>[] }[]
  readonly works: readonly z.input<typeof workAdd>[]
  readonly decisions: readonly z.input<typeof decisionDraft>[]
  readonly mistake: SampleMistake
  /** One that is open: owned as soon as it was seen, on the event it is about. */
  readonly owned: { readonly about: string; readonly own: z.input<typeof ownDraft> }
  /** What was seen to clash and was put apart before anybody came; by title. */
  readonly nearMiss: string
}

/** Promises of last week: two of ours, three of others, and one of the executive's to whoever assists them. */
const promises = (today: Temporal.PlainDate, me: string, executive: string) => {
  const [desk, assistant] = [{ name: executive }, { name: me === executive ? 'Ines Duarte' : me }]
  const known = ({ name, address }: { name: string; address: string }, zone = london) => ({ name, address, zone })
  const before = (days: number) => today.subtract({ days }).toZonedDateTime({ timeZone: london, plainTime: '10:00' })
  const said = (days: number) => before(days).toString({ timeZoneName: 'never', smallestUnit: 'second' })
  const add = (draft: z.input<typeof commitmentDraft>, wasDue = false) => ({ ...commitmentDraft.parse(draft), wasDue })
  const due = (days: number) => from(today.add({ days }), weekday).toString()
  return [
    add(
      {
        what: 'the redlines',
        side: 'ours',
        by: desk,
        to: known(camille, zurich),
        dueOn: due(0),
        time: '23:00',
        saidAt: said(5),
        saidWhere: { by: 'call' },
        words: 'You will have the redlines before our next call.',
      },
      true,
    ),
    add({
      what: 'the spring volumes',
      side: 'ours',
      by: assistant,
      to: known(harlan, 'America/Chicago'),
      dueOn: due(4),
      saidAt: said(2),
      saidWhere: { by: 'mail' },
    }),
    add(
      {
        what: 'the price sheet',
        side: 'theirs',
        by: known(laurent, zurich),
        to: desk,
        dueOn: today.subtract({ days: 2 }).toString(),
        saidAt: said(9),
        saidWhere: { by: 'meeting' },
        words: 'I send you the price sheet by the end of the week.',
      },
      true,
    ),
    add({
      what: 'the signed board minutes',
      side: 'theirs',
      by: known(rosalind, zurich),
      to: desk,
      dueOn: due(6),
      saidAt: said(3),
      saidWhere: { by: 'mail' },
    }),
    add(
      {
        what: 'answer on leave dates',
        side: 'theirs',
        by: desk,
        to: assistant,
        dueOn: today.subtract({ days: 3 }).toString(),
        saidAt: said(8),
        saidWhere: { by: 'meeting' },
      },
      true,
    ),
  ]
}
/** A mistake from its owning to the word that closed it. */
export type SampleMistake = {
  readonly own: z.input<typeof ownDraft>
  readonly putRight: string
  readonly said: { readonly to: string; readonly text: string }
  readonly steps: readonly { readonly words: string; readonly make: z.input<typeof stepDraft> }[]
  readonly learnt: string
}

const mistake = (today: Temporal.PlainDate): SampleMistake => ({
  own: {
    title: 'The guests who waited in the lobby',
    asked: 'have the note read before the guests from Tallow Foods came',
    done: 'the guests stood in the lobby while the note was still being read',
  },
  putRight: 'Harlan Voss was rung the same evening and laughed about it',
  said: {
    to: 'the executive',
    text: 'I’m sorry. This is my fault: you asked me to have the note read before the guests from Tallow Foods came, and I let them stand in the lobby while it was still being read. I rang Harlan Voss the same evening, and he laughed about it. From now on every note for guests is read before it is due, and I look at each external meeting of the week once more.',
  },
  steps: [
    {
      words: 'every note for guests is read before it is due',
      make: { as: 'check', kind: 'Notes for guests', words: 'Read a quarter of an hour before they come' },
    },
    {
      words: 'each external meeting of the week is looked at once more',
      make: { as: 'work', title: 'Look at the external meetings once more', dueOn: today.add({ days: 7 }).toString() },
    },
  ],
  learnt: 'A quarter of an hour before guests is part of the meeting.',
})

/** Seen before the evening it is about, and still to be put right: the finding on that day says the same. */
const owned: Answerable['owned'] = {
  about: 'Dinner, Seehof',
  own: {
    title: 'The table that was asked for too early',
    asked: 'book a table at the Seehof once the flight is in',
    done: 'the table is for half past eight, and the flight lands five minutes later',
  },
}

const standards: Answerable['standards'] = [
  {
    kind: 'Board papers',
    checks: [
      { words: 'Two people have read all of it' },
      { words: 'The link to it is kept here', does: 'has-link' },
      { words: 'Sent before it is due', does: 'closed-before-due' },
    ],
  },
  {
    kind: 'Minutes',
    checks: [
      { words: 'Every promise in them has a name and a date' },
      { words: 'Sent in time', does: 'closed-before-due' },
    ],
  },
]

/** The desk's own work around the journey: one piece is due too soon for its hours, one a supplier does. */
const works = (
  today: Temporal.PlainDate,
  leaves: Temporal.PlainDate,
  returns: Temporal.PlainDate,
): Answerable['works'] => {
  const friday = from(today, (d) => d.dayOfWeek === 5)
  return [
    {
      title: 'Board pack for Harbour & Vale',
      kind: 'Board papers',
      dueOn: leaves.toString(),
      dueTime: '17:00',
      effort: 120,
      goal: 'A board that has read everything before it meets',
      asked: 'Could the pack be on the plane with me?',
      askedBy: 'Amara Whitlock',
      links: ['https://papers.desk.example/harbour-vale'],
    },
    {
      title: 'Figures of five years for the lender',
      project: 'New office',
      dueOn: from(returns.add({ days: 1 }), weekday).toString(),
      dueTime: '12:00',
      effort: 1800,
      asked: 'We need them by noon, all five years, reconciled.',
      askedBy: 'Anton Keller',
    },
    {
      title: 'Minutes of the leadership team',
      kind: 'Minutes',
      dueOn: friday.toString(),
      dueTime: '16:00',
      effort: 45,
      repeat: 'FREQ=WEEKLY;BYDAY=FR',
    },
    {
      title: 'Menu for the spring dinner',
      owner: 'theirs',
      who: 'Kiln Yard Kitchen',
      dueOn: from(returns.add({ days: 3 }), weekday).toString(),
      goal: 'A dinner nobody has to think about',
    },
    { title: 'Read the annex of the lease', owner: 'executive', effort: 30, project: 'New office' },
  ]
}

/** Two questions of the journey: one for today with a default, one that nothing hangs on. */
const decisions = (leaves: Temporal.PlainDate, returns: Temporal.PlainDate): Answerable['decisions'] => [
  {
    question: 'Zurich tonight: Quai or Seehof?',
    context: 'The flight lands at 20:35; the board meets at 09:00.',
    options: [
      { words: 'Quai', cost: 'CHF 410', gain: '8 min walk to the board', undo: 'free to cancel until 16:00' },
      { words: 'Seehof', cost: 'CHF 690', gain: 'where the Meiers stay', undo: 'not refundable' },
    ],
    recommended: 1,
    confidence: 'likely',
    neededBy: { on: leaves.toString(), time: '16:00', zone: london },
    onSilence: 1,
    sources: [{ words: 'Both hotels’ mail of this week' }],
  },
  {
    question: 'Sponsor the analysts’ dinner?',
    options: [
      { words: 'Yes', cost: 'GBP 4,000', gain: 'a table and a speech', undo: 'reversible for a week' },
      { words: 'No', gain: 'the budget stays for spring', undo: 'they ask again next year' },
    ],
    recommended: 2,
    confidence: 'sure',
    neededBy: { on: from(returns.add({ days: 2 }), weekday).toString(), time: '17:00', zone: london },
    consulted: ['Priya Anand'],
    disagrees: [{ who: 'Jonah Reed', why: 'our competitors sponsor it' }],
  },
]

/** Seen from `today`, around a journey that leaves on one day and returns on another. */
export const answerableFor = (
  today: Temporal.PlainDate,
  leaves: Temporal.PlainDate,
  returns: Temporal.PlainDate,
): Answerable => ({
  promises: (me, executive) => promises(today, me, executive),
  standards,
  works: works(today, leaves, returns),
  decisions: decisions(leaves, returns),
  mistake: mistake(today),
  owned,
  nearMiss: 'Reading: plans of the new office',
})
