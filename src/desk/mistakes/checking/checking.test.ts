import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Audience, begun, type Facts } from '../model.ts'
import { messageFor } from '../saying/model.ts'
import { answers, type CheckAnswer, type CheckFacts, check, type Question, questions, type Writer } from './model.ts'
import { alike, contentOf, sentencesOf, stem } from './text.ts'

type Case = {
  readonly id: string
  readonly facts: CheckFacts
  readonly writer: Writer
  readonly message: string
  readonly answers: Record<Question, CheckAnswer>
}
const read = (file: string): Case[] =>
  (JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as { cases: Case[] }).cases

type Score = { given: number; answered: number; right: number; readonly misses: string[] }

/** By question, how many were answered and how many of those as whoever wrote the cases did. */
function scored(cases: readonly Case[]): Record<Question, Score> {
  const scores = Object.fromEntries(
    questions.map((question) => [question, { given: 0, answered: 0, right: 0, misses: [] }]),
  ) as unknown as Record<Question, Score>
  for (const one of cases)
    for (const { question, answer } of check(one.message, one.facts, one.writer)) {
      const score = scores[question]
      score.given++
      if (answer === 'cannot tell') continue
      score.answered++
      if (answer === one.answers[question]) score.right++
      else score.misses.push(`${one.id}: said ${answer}, is ${one.answers[question]}`)
    }
  return scores
}

const pooled = (all: readonly Score[]): string => {
  const sum = (of: (score: Score) => number): number => all.reduce((n, score) => n + of(score), 0)
  const [right, answered, given] = [sum((one) => one.right), sum((one) => one.answered), sum((one) => one.given)]
  return `all          precision ${(right / answered).toFixed(3)}, answered ${answered} of ${given}`
}

const told = (name: string, scores: Record<Question, Score>): string =>
  [
    name,
    pooled(Object.values(scores)),
    ...questions.map((question) => {
      const { given, answered, right, misses } = scores[question]
      const share = `${question.padEnd(12)} precision ${(right / answered).toFixed(3)}, answered ${answered} of ${given}`
      return [share, ...misses.map((miss) => `    ${miss}`)].join('\n')
    }),
  ].join('\n')

describe.each([
  ['first.cases.json', 'tuned on', 0.3],
  /* Reported once, before it was tuned on: 0.951 pooled, 0.611 answered. */
  ['second.cases.json', 'once blind, since used for development', 0.2],
  /* Reported once, before it was tuned on: 0.960 pooled (asked 0.962, done 0.914, first person 0.955, blame 0.821), 0.554 answered. */
  ['third.cases.json', 'once blind, since used for development', 0.14],
])('the messages of %s, %s, written by somebody who has not seen it', (file, standing, least) => {
  const cases = read(file)
  const scores = scored(cases)
  test('there are enough of them', () => {
    console.log(told(`${file}, ${standing}, ${cases.length} messages`, scores))
    expect(cases.length).toBeGreaterThanOrEqual(120)
  })
  test.each(questions)('what it says of %s is so in at least 97 of 100', (question) => {
    const { answered, right, given } = scores[question]
    expect(right / answered).toBeGreaterThanOrEqual(0.97)
    expect(answered / given).toBeGreaterThan(least)
  })
})

/* Whatever other set lies here was written after the last tuning: its figures stand as they are, with every miss. */
const known = ['first.cases.json', 'second.cases.json', 'third.cases.json']
const blind = readdirSync(new URL('.', import.meta.url)).filter(
  (file) => file.endsWith('.cases.json') && !known.includes(file),
)
test.runIf(blind.length > 0)('of messages written after it, its figures and every miss are said', () => {
  for (const file of blind) {
    const cases = read(file)
    console.log(told(`${file}, never tuned on, ${cases.length} messages`, scored(cases)))
    expect(cases.every((one) => check(one.message, one.facts, one.writer).length === questions.length)).toBe(true)
  }
})

/** A message about one mistake, beside the facts of another, names nothing that was asked or done there. */
test('of another mistake it says next to never that a message names it', () => {
  const all = ['first', 'second', 'third'].flatMap((name) => read(`${name}.cases.json`))
  const pairs = all.flatMap((one, at) => {
    const other = all[(at + 29) % all.length] as Case
    return at % 3 > 0 || one.facts.asked === other.facts.asked ? [] : [check(one.message, other.facts, one.writer)]
  })
  for (const question of ['askedNamed', 'doneNamed'] as const) {
    const named = pairs.filter((found) => found.some((one) => one.question === question && one.answer === 'yes'))
    expect(named.length / pairs.length, question).toBeLessThan(0.01)
  }
})

const flight: CheckFacts = {
  asked: 'move the Zürich flight to Thursday',
  askedBy: 'Dana Okafor',
  done: 'the car and the hotel moved; the flight did not',
  owner: 'Ines Duarte',
  touched: ['Dana Okafor'],
  putRight: 'you are now on the 09:10 on Thursday',
  steps: [
    { words: 'every change to a trip is checked leg by leg before it is called done', live: true },
    { words: 'a second person reads every itinerary', live: false },
  ],
  others: ['Lufthansa'],
}
const answerTo = (question: Question, message: string, facts = flight, writer: Writer = 'owner') =>
  check(message, facts, writer).find((one) => one.question === question)?.answer

const good =
  'I’m sorry. This is my fault: you asked me to move your flight to Thursday, and I moved the car and the hotel but not the flight. You are now on the 09:10. From now on every change to a trip is checked leg by leg before I tell you it is done.'

describe('a message', () => {
  test('that says it as it should be said is answered well throughout', () => {
    const found = Object.fromEntries(check(good, flight).map(({ question, answer }) => [question, answer]))
    expect(found).toEqual({
      askedNamed: 'yes',
      doneNamed: 'yes',
      firstPerson: 'yes',
      stepsLinked: 'yes',
      oneApology: 'yes',
      blameMoved: 'no',
    })
  })

  test('that apologises twice, or only for what others feel, is not one apology', () => {
    expect(answerTo('oneApology', `${good} I am so very sorry.`)).toBe('no')
    expect(answerTo('oneApology', 'I am sorry if you feel let down.')).not.toBe('yes')
    expect(answerTo('oneApology', 'The flight is on Wednesday.')).toBe('no')
    expect(answerTo('oneApology', 'I beg to be forgiven.')).toBe('cannot tell')
    expect(answerTo('oneApology', 'I am sorry that the settings are what they are.')).toBe('cannot tell')
  })

  test('that promises what is not live, or only care, is not linked', () => {
    expect(answerTo('stepsLinked', 'From now on a second person reads every itinerary.')).toBe('no')
    expect(answerTo('stepsLinked', 'I will be more careful in future.')).toBe('no')
  })

  test('that somebody else writes is not the owner’s first person', () => {
    expect(answerTo('firstPerson', 'This is my fault.', flight, 'somebody else')).toBe('no')
  })

  test('that only resembles a fact, or says the contrary, is not said to name it', () => {
    const unsent = { ...flight, asked: 'post the form to Basel', done: 'the form was filled in and never posted' }
    expect(answerTo('doneNamed', 'I filled in the form and posted it to Bern.', unsent)).toBe('cannot tell')
    const money = { ...flight, asked: 'wire 15,000 francs to Basel', done: '1,500 francs were wired' }
    expect(answerTo('doneNamed', 'Fifteen thousand francs were to be wired.', money)).not.toBe('yes')
    expect(answerTo('askedNamed', 'You asked me to wire fifteen thousand francs to Basel.', money)).toBe('yes')
    const moved = { ...flight, asked: 'upgrade the room to a suite', done: 'the room was cancelled' }
    expect(
      answerTo('askedNamed', 'We hope you rest well in your suite.', { ...moved, putRight: 'a suite was given' }),
    ).not.toBe('yes')
  })

  test('that is sorry for the confusion blames nobody, and one that says what others could have done does', () => {
    expect(answerTo('blameMoved', 'The fault is mine. I am sorry for the confusion.')).not.toBe('yes')
    expect(answerTo('blameMoved', 'It is I who am to blame. The hotel, however, could have telephoned.')).toBe('yes')
  })

  test('that says of whoever writes what an excuse says of others, or takes it back, moves no blame', () => {
    expect(answerTo('blameMoved', 'I was told Thursday, and did not read it. It is my fault.')).not.toBe('yes')
    expect(answerTo('blameMoved', 'I was careless with something. I keep looking at the ticket.')).not.toBe('yes')
    expect(answerTo('blameMoved', 'The two names do look alike; it excuses nothing. It is my fault.')).not.toBe('yes')
  })

  test('that owns it and then asks a question, or goes on “though”, is not said to move none', () => {
    expect(answerTo('blameMoved', 'It is my fault. What is the desk there for?')).toBe('cannot tell')
    expect(answerTo('blameMoved', 'It is my fault, though the evening had been long.')).not.toBe('no')
  })

  test('that is written by somebody else and quotes the owner is not said to be without a first person', () => {
    const quoting = 'I write for Ines. “What happened was my mistake.”'
    expect(answerTo('firstPerson', quoting, flight, 'somebody else')).toBe('cannot tell')
    expect(answerTo('firstPerson', 'Wrong day: I told them Wednesday.')).not.toBe('no')
  })

  test('that tells something nobody explains is not said to leave out what was done', () => {
    const told = 'What landed at reception was a pile of broken crockery wrapped in newspaper.'
    expect(answerTo('doneNamed', told)).toBe('cannot tell')
  })

  test('that blames the tool is told so, with the words it read', () => {
    const blamed = 'The flight stayed on Wednesday. The portal does not show flights, and you only told me at six.'
    const found = check(blamed, flight).find(({ question }) => question === 'blameMoved')
    expect(found).toMatchObject({ answer: 'yes' })
    expect(found?.read.length).toBeGreaterThan(0)
  })
})

test('what the desk composes is one apology in the first person and moves no blame', () => {
  const facts = {
    title: 'Flight',
    asked: { words: flight.asked, from: null },
    done: { words: flight.done, from: null },
    askedBy: { name: 'Dana Okafor', member: null },
    putRight: 'You are on the 09:10 on Thursday',
    touched: [],
    follows: [],
    others: [],
    foundBy: 'Ines',
    foundAt: '2026-11-23T09:00:00Z',
    agent: null,
    stretch: false,
  } satisfies Facts
  const owner = { name: 'Ines Duarte', kind: 'assistant' }
  const steps = flight.steps.filter(({ live }) => live).map(({ words }) => words)
  for (const audience of ['executive', 'client', 'colleague'] satisfies Audience[]) {
    const message = messageFor(audience, { facts, label: 'desk', steps, owner })
    for (const [question, answer] of [
      ['askedNamed', 'yes'],
      ['doneNamed', 'yes'],
      ['firstPerson', 'yes'],
      ['stepsLinked', 'yes'],
      ['oneApology', 'yes'],
      ['blameMoved', 'no'],
    ] as const)
      expect(answerTo(question, message), `${audience} ${question}: ${message}`).toBe(answer)
    const secret = messageFor(audience, { facts, label: 'private', steps, owner })
    if (audience !== 'executive') expect(secret).not.toMatch(/flight|Thursday|09:10|leg by leg/)
  }
  expect(begun.closed).toBeNull()
})

describe('reading', () => {
  test('a time, a number and a name are the same however they are written', () => {
    expect(contentOf('half past seven')).toEqual(contentOf('7:30'))
    expect(contentOf('4,180')).toEqual(contentOf('4180'))
    expect(contentOf('fifteen thousand')).toEqual(contentOf('15,000'))
    expect(contentOf('a hundred and fifty')).toEqual(contentOf('150'))
    expect(contentOf('Zürich')).toEqual(contentOf('zurich'))
    expect(alike(contentOf('16:20')[0] ?? '', contentOf('twenty past four')[0] ?? '')).toBe(true)
    expect(sentencesOf('Dear Mr. Ammann, it is done. Thank you.')).toHaveLength(2)
    expect(stem('booked')).toBe(stem('booking'))
  })

  test('whatever is written, every question has an answer, the same one every time, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 80 }), (message, asked) => {
        const facts = { ...flight, asked }
        const found = check(message, facts)
        expect(found.map(({ question }) => question)).toEqual(questions)
        expect(found.every(({ answer }) => answers.includes(answer))).toBe(true)
        expect(check(message, facts)).toEqual(found)
      }),
    )
  })

  test('alike is alike both ways', () => {
    const word = fc.constantFrom('flight', 'plane', 'sent', 'mail', 'noon', '12:00', 'board', 'hotel', 'room', 'lease')
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [x = '', y = ''] = [contentOf(a)[0], contentOf(b)[0]]
        expect(alike(x, y)).toBe(alike(y, x))
      }),
    )
  })
})
