import type { Side } from '../../commitments/model.ts'
import { type Suggestion, suggest } from './model.ts'

export type Case = {
  readonly id: string
  readonly speaker: { readonly name: string; readonly side: string }
  readonly to: { readonly name: string; readonly side: string }
  readonly on: string
  readonly text: string
  readonly commitments: readonly { readonly who: string; readonly what: string; readonly by: string | null }[]
}

const idle = new Set(
  'the a an to of for on in at by with from and or it is be that this you your our my his her their them him me us we i all up out off back over no'.split(
    ' ',
  ),
)
const stem = (word: string): string => word.replace(/(?:ing|ed|es|s)$/, '').replace(/(.)\1$/, '$1')
const mainWords = (text: string): string[] => [
  ...new Set(
    (
      text
        .toLowerCase()
        .replace(/['’]s\b/g, '')
        .match(/[\p{L}\p{N}]+/gu) ?? []
    )
      .filter((word) => !idle.has(word))
      .map(stem),
  ),
]

/** Right if who and date agree, and at least half of the main words that were meant are in it. */
const isRight = (said: Suggestion, meant: Case['commitments'][number]): boolean => {
  const [have, want] = [new Set(mainWords(said.what)), mainWords(meant.what)]
  const shared = want.filter((word) => have.has(word)).length
  return said.who === meant.who && said.by === meant.by && shared * 2 >= want.length
}

export type Measured = {
  readonly right: number
  readonly suggested: number
  readonly meant: number
  readonly precision: number
  readonly recall: number
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
  /** How often each way of saying a promise was found, and found rightly. */
  readonly ways: Readonly<Record<string, { readonly right: number; readonly hits: number }>>
}

export function measure(cases: readonly Case[]): Measured {
  const [wrong, missed]: [string[], string[]] = [[], []]
  const ways: Record<string, { right: number; hits: number }> = {}
  let [right, suggested, meant] = [0, 0, 0]
  for (const { id, speaker, to, on, text, commitments } of cases) {
    const side = (one: Case['speaker']) => ({ name: one.name, side: one.side as Side })
    const ours = ['Ines Duarte', 'Dana Okafor']
    const said = suggest(text, { speaker: side(speaker), to: side(to), on, zone: 'Europe/London', ours })
    const open = [...commitments]
    for (const one of said) {
      const found = open.findIndex((other) => isRight(one, other))
      const way = ways[one.way] ?? { right: 0, hits: 0 }
      ways[one.way] = { right: way.right + (found === -1 ? 0 : 1), hits: way.hits + 1 }
      if (found === -1) wrong.push(`${id} “${text}” → ${one.who}: ${one.what}, ${one.by}`)
      else open.splice(found, 1)
    }
    right += commitments.length - open.length
    suggested += said.length
    meant += commitments.length
    missed.push(...open.map(({ who, what, by }) => `${id} “${text}” has ${who}: ${what}, ${by}`))
  }
  return { right, suggested, meant, precision: right / suggested, recall: right / meant, wrong, missed, ways }
}
