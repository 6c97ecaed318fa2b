import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { suggest } from './model.ts'

const spoken = {
  speaker: { name: 'Marc Laurent', side: 'theirs' as const },
  to: { name: 'Dana Okafor', side: 'ours' as const },
  on: '2026-11-24',
  zone: 'Europe/London',
  ours: ['Dana Okafor', 'Ines Duarte'],
}
const lines = (text: string, more: object = {}) =>
  suggest(text, { ...spoken, ...more }).map(({ who, what, by, time }) =>
    [who, what, by, time].filter(Boolean).join(' | '),
  )

const among = {
  speaker: { name: 'Ines Duarte', side: 'ours' as const },
  to: { name: 'Dana Okafor', side: 'ours' as const },
}

describe('a text that promises something', () => {
  test('says whose it is, what, by when, and where it stands', () => {
    const text = 'Good to see you. I’ll send you the price sheet by Friday at 4pm. Best, Marc'
    const [found] = suggest(text, spoken)
    expect(found).toMatchObject({ who: 'theirs', what: 'send the price sheet', by: '2026-11-27', time: '16:00' })
    expect(text.slice(found?.words.from, found?.words.to)).toBe('I’ll send you the price sheet by Friday at 4pm.')
  })

  test('says the other side’s where they speak', () => {
    const speaker = { name: 'Ines Duarte', side: 'ours' as const }
    expect(lines('We owe you the redlines. You’ll have them tomorrow.', { speaker })).toEqual([
      'ours | the redlines | 2026-11-25',
    ])
  })

  test('says two where two are meant, each with its day', () => {
    expect(lines('I’m sending you the list today and the bio on Wednesday.')).toEqual([
      'theirs | send the list | 2026-11-24',
      'theirs | send the bio | 2026-11-25',
    ])
  })

  test('as notes say it: a name, what, a day', () => {
    const notes = { speaker: { name: 'Ines Duarte', side: 'ours' }, to: { name: 'Ines Duarte', side: 'ours' } }
    expect(
      lines('AP: Camille – draft minutes, Thu. ID: book the room – 3 Dec. Dana to sign the lease by Friday.', notes),
    ).toEqual([
      'theirs | draft minutes | 2026-11-26',
      'ours | book the room | 2026-12-03',
      'ours | sign the lease | 2026-11-27',
    ])
  })

  test('knows whoever is said to be there on their side', () => {
    const more = { ...among, theirs: ['Marc Laurent'] }
    expect(lines('Marc to send the signed offer by Friday', more)).toEqual([
      'theirs | send the signed offer | 2026-11-27',
    ])
    expect(lines('Marc to send the signed offer by Friday', among)).toEqual([])
  })

  test('takes whom one speaks for as oneself, and a call by a day as a thing', () => {
    expect(lines('Our office will send the visa letter by Friday.')).toEqual([
      'theirs | send the visa letter | 2026-11-27',
    ])
    expect(lines('I’ll call you on Friday.')).toEqual(['theirs | call you | 2026-11-27'])
    expect(lines('On Friday, I’ll send the map 👍')).toEqual(['theirs | send the map | 2026-11-27'])
  })

  test('takes a week to its end', () => {
    expect(lines('I’ll send you the figures next week.')).toEqual(['theirs | send the figures | 2026-12-04'])
  })
})

test.each([
  'Could you send the price sheet by Friday?',
  'I won’t send anything before Friday.',
  'If they agree, I’ll send it tomorrow.',
  'I might look at it on Friday.',
  'I sent it yesterday.',
  'Marc said he will pay on Friday.',
  'Every Friday I send the list.',
  'I’ll be in Zürich on Wednesday.',
  'I’ll see you on Friday!',
  'I’ll have the fish, please.',
  'I’ll send the map by Friday, subject to approval.',
  'I’ll send the map by Friday, all being well.',
  'When you pay on Friday I’ll send the map.',
  'Pay by Friday or I’ll send the bailiffs.',
  'Tom wants to know when I’ll send the map: Friday.',
  'Let me have the map by Friday.',
  '> Shall I send the map?\nYes please.',
  '> Can you send the map?\nYes, Tom will.',
  '> Can you send the map by Friday?\nSure, if Tom agrees.',
  'Thanks!\n\nOn 23 Nov 2026, at 10:00, Dana Okafor wrote:\nI’ll send you the map by Friday.',
  '-----Original Message-----\nFrom: Dana\nI’ll send you the map by Friday.',
  'In your speech you said, “I will plant ten thousand trees by 2030.”',
])('“%s” promises nothing', (text) => {
  expect(lines(text)).toEqual([])
})

/** Each way of saying a promise, on a sentence of its own, beside one that only looks like it. Today is Tuesday 24 November 2026. */
describe('a promise is known by how it is said', () => {
  test.each<[string, string[], string, object?]>([
    [
      '> Could you scan page 9?\nWill do, tomorrow.',
      ['theirs | scan page 9 | 2026-11-25'],
      '> Could you scan page 9?\nSorry, tomorrow at the earliest.',
    ],
    [
      '> Shall I book the van, or will you?\nI will.',
      ['theirs | book the van'],
      '> Would you like the van?\nYes please.',
    ],
    [
      'You asked whether I’d review the plan. Gladly, I will.',
      ['theirs | review the plan'],
      'You asked whether I’d review the plan. I never do.',
    ],
    [
      'I owe you the map. You’ll get it Monday.',
      ['theirs | the map | 2026-11-30'],
      'You owe me the map. I get it Monday.',
    ],
    [
      'The spare keys are posted by us tomorrow.',
      ['theirs | post the spare keys | 2026-11-25'],
      'The spare keys are posted by the landlord tomorrow.',
    ],
    [
      'Seat numbers to follow by Thursday.',
      ['theirs | send Seat numbers | 2026-11-26'],
      'Dinner follows the talk on Thursday.',
    ],
    [
      'I’ll mull it over and email you my answer tomorrow.',
      ['theirs | email my answer (mull it over) | 2026-11-25'],
      'I’ll mull it over and sleep well tomorrow.',
    ],
    [
      'Give us a fortnight and we’ll deliver the survey.',
      ['theirs | deliver the survey | 2026-12-08'],
      'Give us the survey and we’ll see.',
    ],
    [
      'The plan comes to you tomorrow; the map by Friday.',
      ['theirs | send the plan | 2026-11-25'],
      'The fair opens to you tomorrow; the bar by Friday.',
    ],
    [
      'I’ll move the dinner to the 12th.',
      ['theirs | move the dinner to the 12th'],
      'The dinner was moved to the 12th.',
    ],
    [
      'I’ll paint the sign and I’ll print the passes. Ready Thursday.',
      ['theirs | paint the sign | 2026-11-26', 'theirs | print the passes | 2026-11-26'],
      'I’ll see the sign. Ready Thursday.',
    ],
    [
      'As soon as the lawyer clears it I’ll forward the draft.',
      ['theirs | forward the draft (As soon as the lawyer clears it)'],
      'If the lawyer clears it I’ll forward the draft.',
    ],
    ['I’m drafting the memo tonight.', ['theirs | draft the memo | 2026-11-24'], 'I’m writing to ask about tonight.'],
    [
      'You’ll have the redlines by Thursday.',
      ['theirs | send the redlines | 2026-11-26'],
      'You’ll have the redlines from the bank by Thursday.',
    ],
    [
      'Corrected invoice coming your way by Thursday.',
      ['theirs | send corrected invoice | 2026-11-26'],
      'The engineer will be with you by Thursday.',
    ],
    [
      'The slides will be in your inbox tomorrow.',
      ['theirs | send the slides | 2026-11-25'],
      'The delegation will be in your office tomorrow.',
    ],
    [
      'The running order will be emailed to you on Friday.',
      ['theirs | email the running order | 2026-11-27'],
      'The running order will be emailed on Friday.',
    ],
    [
      'Sure thing, will chase the florist tomorrow.',
      ['theirs | chase the florist | 2026-11-25'],
      'Tom rang and will chase the florist tomorrow.',
    ],
    [
      'I send you the map on Friday.',
      ['theirs | send the map | 2026-11-27'],
      'It is as we speak and send the map on Friday.',
    ],
    [
      'Don’t worry about the deposit, I’ll wire it tomorrow.',
      ['theirs | wire it (the deposit) | 2026-11-25'],
      'Much obliged, I’ll wire it tomorrow.',
    ],
    [
      'Seating plan: I’ll go through it tonight.',
      ['theirs | go through it (Seating plan) | 2026-11-24'],
      'The plan and the map are late. I’ll go through it tonight.',
    ],
    [
      'I’ll print the passes for Friday’s session.',
      ["theirs | print the passes for Friday's session | 2026-11-27"],
      'I’ll print them for Friday’s session.',
    ],
    ['AP: Tom – floor plan, 4/12', ['theirs | floor plan | 2026-12-04'], 'AP from May: Tom – floor plan. Done.', among],
    [
      'ID to chase the florist tmrw, Dana to pay the bill by EOD Thu.',
      ['ours | chase the florist | 2026-11-25', 'ours | pay the bill | 2026-11-26'],
      'Tom to chase the florist tmrw.',
      among,
    ],
  ])('“%s”', (said, found, other, more = {}) => {
    expect(lines(said, more)).toEqual(found)
    expect(lines(other, more)).toEqual([])
  })

  test.each([
    ['within 48 hours', '2026-11-26'],
    ['by EOD Thu', '2026-11-26'],
    ['by Wednesday week', '2026-12-02'],
    ['by the 9th', '2026-12-09'],
    ['before the week is out', '2026-11-27'],
    ['by the end of next week', '2026-12-04'],
    ['by close of play', '2026-11-24'],
    ['on or by 3 December', '2026-12-03'],
    ['by the end of January', '2027-01-31'],
    ['on Monday, so by the 30th', '2026-11-30'],
    ['by the close of play tomorrow', '2026-11-25'],
    ['by month end', '2026-11-30'],
    ['tonight', '2026-11-24'],
    ['a week from today', '2026-12-01'],
    ['10 days from now', '2026-12-04'],
    ['the day after tomorrow', '2026-11-26'],
    ['within the hour', '2026-11-24'],
    ['before the weekend', '2026-11-27'],
    ['before the month is out', '2026-11-30'],
  ])('“%s” is read as %s', (when, by) => {
    expect(lines(`I’ll send you the map ${when}.`)).toEqual([`theirs | send the map | ${by}`])
  })

  /** Each was right at times, and not often enough, or seen too seldom, to be sure of. */
  test.each([
    'The badges are on me.',
    'Consider the visa form sent by Friday.',
    'Here is how we do it: part two from us on 3 December.',
    'The lease I’ll countersign tomorrow.',
    'To recap: you’ll replace the lock by Friday.',
    'I’ve asked our lawyers to send the deed by Friday.',
    'Leave the seating with me. I’ll come back to you tomorrow.',
    'Our fitter will replace the lock on Friday.',
    'The proofs leave our office tomorrow.',
    'The parcels will be at your reception by Friday.',
    'The invoice shall be settled from our end by Friday.',
    'Our timetable will be ready by Friday.',
    'I’ve told Tom we’d settle the bill by Friday.',
    'Deck is yours Monday.',
    'Rest assured the cheque is sent off tomorrow.',
    'Our van will be with you on Saturday between 9 and 11.',
    'I’ll tell her.',
    'I’ll get back to you by Friday.',
    'I think I’ll send the map on Friday.',
    'I’ll send the map. The fitter comes on Thursday.',
    'I’ll send the map before the holidays.',
    'I’ll pay the bill within 30 days of receipt.',
    'I’ll send the map this side of Christmas.',
    'I’ll send the map and Tom will send the key on Friday.',
    'I’ll check the invoice dated 12 December.',
    'I’ll confirm the Monday slot.',
    'I’ll book the table for Thursday.',
    'The ticket will be emailed to you on Friday by the airline.',
    'I’ll keep you posted.',
    'I’ll water my plants tonight.',
    'We will invoice you monthly.',
    'I’ll hold the lads to it.',
    'I’ll send the flyers to the printer!',
    'I’ll nudge Tom after his two o’clock.',
    'I’m coming up on 13 December and I’ll pack the plans.',
    'I’ll send the map by next Friday.',
    'I’ll send the map around Friday.',
    'I’ll send the map no earlier than Friday.',
    'I’ll send the map on Friday, Monday at the latest.',
    'I’ll send the map on 12 November.',
    'I’ll tell them the deadline is Friday.',
    'I’ll check the map you need by Friday.',
    'I’ll confirm whether we can meet on Friday.',
    'I’ll ask Tom to send the map by Friday.',
    'You’ll receive the file by Friday.',
    'The report goes to you on Friday from our auditors.',
  ])('“%s” may be a promise, and is not sure enough to be suggested', (text) => {
    expect(lines(text)).toEqual([])
  })
  test.each([
    'Tom to pay the bill by Friday.',
    'He’s promised to repair the lift by Friday.',
    'Car picks you up at 6.40 tomorrow.',
    'Insurance schedule: the lot by Friday.',
    'Contractor’s quote in your hands by Friday.',
  ])('“%s” in notes binds nobody who is known', (text) => {
    expect(lines(text, among)).toEqual([])
  })

  test.each([
    'No way we’ll pay for the van by Friday.',
    'I’ll be away until Friday and will have no signal.',
    'Weather permitting, I’ll deliver the tent on Friday.',
    'Whenever it rains I send a car on Friday.',
    'Apparently the council will repair the road by Friday.',
    'We have to send the form by Friday.',
    'Should you agree, we will send the form on Friday.',
    'When I’m rich I’ll buy you a boat.',
    'I’m collecting my daughter at five today.',
    'You’ll have a great time on Friday.',
    'We send our apologies for Friday.',
    'I’ll join you for lunch on Friday.',
    'With luck I’ll send the form on Friday.',
    'I’ll send the form the same day.',
  ])('“%s” promises nothing', (text) => {
    expect(lines(text)).toEqual([])
  })
})

test('whatever is pasted, it answers, and what it points at is in the text', () => {
  const piece = fc.constantFrom(
    'I’ll ',
    'send ',
    'you ',
    'the sheet ',
    'by ',
    'Friday',
    '. ',
    '\n> ',
    '?',
    ' and ',
    '“',
    '→ ',
    'Marc to ',
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (written) => {
      for (const { words, what } of suggest(written, spoken)) {
        expect(words.from).toBeGreaterThanOrEqual(0)
        expect(words.to).toBeLessThanOrEqual(written.length)
        expect(words.from).toBeLessThan(words.to)
        expect(what).not.toBe('')
      }
    }),
    { numRuns: 500 },
  )
})
