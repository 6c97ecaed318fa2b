import { language } from '../../desk/outgoing/language.ts'
import { type Clues, cluesOf } from './clues.ts'
import { type Leak, leaksIn } from './find.ts'
import type { PrivateItem } from './reads.ts'

/** Desks with private and ordinary items, and texts somebody wrote at them, as an author who knew nothing of the check wrote them. */
export type Cases = {
  readonly desks: readonly {
    readonly id: string
    readonly executive: string
    readonly assistant: string
    readonly private: readonly PrivateItem[]
    readonly ordinary: readonly {
      readonly title: string
      readonly place: string | null
      readonly people: readonly string[]
    }[]
  }[]
  readonly texts: readonly {
    readonly id: string
    readonly desk: string
    readonly reader: { readonly name: string; readonly wrote: readonly string[]; readonly told: readonly string[] }
    readonly text: string
    readonly leak: boolean
    readonly how: 'quote' | 'misspelt' | 'paraphrase' | null
    readonly words: readonly string[]
    readonly of: string | null
  }[]
}

export const background = language

type Case = Cases['texts'][number]
export type Judged = { readonly one: Case; readonly leaks: readonly Leak[] }

/** Every text read at its desk. */
export function judged({ desks, texts }: Cases): Judged[] {
  const known = new Map(desks.map((desk) => [desk.id, { desk, clues: cluesFor(desk) }]))
  return texts.map((one) => {
    const at = known.get(one.desk)
    if (!at) throw new Error(`${one.id} names no desk`)
    // From the executive nothing is kept: such a text is not read at all.
    if (at.desk.executive.split(',')[0]?.endsWith(one.reader.name)) return { one, leaks: [] }
    const names = [one.reader.name, at.desk.executive, at.desk.assistant]
    return {
      one,
      leaks: leaksIn(one.text, at.clues, {
        names,
        reader: [one.reader.name],
        wrote: one.reader.wrote,
        told: one.reader.told,
        items: [],
      }),
    }
  })
}

export const cluesFor = (desk: Cases['desks'][number]): Clues =>
  cluesOf(
    desk.private,
    [
      ...desk.ordinary.map(({ title, place, people }, n) => ({
        id: `${n}`,
        words: [title, place ?? ''].join('\n'),
        people,
      })),
      { id: 'desk', words: '', people: [desk.executive, desk.assistant] },
    ],
    background,
  )

export type Figures = { readonly stopped: number; readonly of: number }
const figures = (some: readonly Judged[]): Figures => ({
  stopped: some.filter(({ leaks }) => leaks.length > 0).length,
  of: some.length,
})

/** How many of each sort of text were stopped. */
export const figuresOf = (all: readonly Judged[]) => ({
  quote: figures(all.filter(({ one }) => one.how === 'quote')),
  misspelt: figures(all.filter(({ one }) => one.how === 'misspelt')),
  paraphrase: figures(all.filter(({ one }) => one.how === 'paraphrase')),
  ordinary: figures(all.filter(({ one }) => !one.leak)),
})

/** What was not stopped, or held up for nothing, one line each. */
export const missesOf = (all: readonly Judged[]): string[] =>
  all.flatMap(({ one, leaks }) => {
    if (one.how === 'paraphrase') return []
    if (one.leak && leaks.length === 0)
      return [`${one.id} not stopped (${one.how}: ${one.words.join(', ')}; ${one.of}): ${one.text}`]
    if (!one.leak && leaks.length > 0)
      return [
        `${one.id} held up for ${leaks.map((leak) => `“${leak.words}” (${leak.items.map(({ id, kind }) => `${id} ${kind}`).join(', ')})`).join(', ')}: ${one.text}`,
      ]
    return []
  })

const share = ({ stopped, of }: Figures): string => `${stopped} of ${of}`

/** The figures of a set, and every miss. */
export const reportOf = (name: string, all: readonly Judged[]): string => {
  const { quote, misspelt, paraphrase, ordinary } = figuresOf(all)
  const both = { stopped: quote.stopped + misspelt.stopped, of: quote.of + misspelt.of }
  return [
    `${name}: quoted ${share(quote)}, misspelt ${share(misspelt)} (together ${share(both)}), paraphrased ${share(paraphrase)} stopped; ordinary ${share(ordinary)} held up`,
    ...missesOf(all).map((line) => `  ${line}`),
    '',
  ].join('\n')
}
