import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { operations } from '../desk/registry.ts'

/* A button that the desk would refuse is not offered, and one that only asks says so: that rests on every button, and every
   key, saying which operation it leads to. */

const screens = readdirSync('src/web', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('src/web', file), 'utf8') }))

/** The buttons of these operations are not in the file that performs them, but in the one beside it. */
const buttonsIn: Readonly<Record<string, readonly string[]>> = {
  // What is done with a promise is one list, for its line, its panel and its keys.
  'commitments/CommitmentsPage.tsx': ['commitments/PromiseLine.tsx', 'commitments/usePageVerbs.ts'],
  'commitments/PasteText.tsx': ['commitments/SuggestionList.tsx'],
  // One hook for the page of decisions and for Today.
  'decisions/useAnswering.ts': ['decisions/Answering.tsx', 'decisions/WaitingOn.tsx'],
  // Dragged, or moved by keys.
  'calendar/usePlacing.ts': ['calendar/CalendarGrid.tsx', 'calendar/useCalendarKeys.ts'],
  'offers/GroupPanel.tsx': ['offers/TextToSend.tsx'],
}

/** What the desk says of the very case, which counts before what it says of the operation. */
const saidOfTheCase: Readonly<Record<string, string>> = {
  'findings/Fixes.tsx': 'a way out carries its own answer, which knows the limits of a board too',
  'findings/Message.tsx': 'a letter is a way out as well',
  'onetoone/Ways.tsx': 'every way names the operation that it was given',
  'boundaries/DoesNotFit.tsx': 'every way names the operation that it was given',
  'texts/Stop.tsx': 'the answer that stopped the text says who may release it',
}

const dotted = /\b(?:desk|ask)\.([a-z]\w*\.[a-z]\w*)\b/gi
/** The operations that a call of `useChange` may perform; both sides of a choice. */
const performed = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/\buseChange(?:<[^()]*>)?\(([^,)]*)/g)].flatMap(([, first = '']) =>
      [...first.matchAll(dotted)].map(([, name = '']) => name),
    ),
  ),
]
/** Those that a file names for its buttons, keys and fields; what is only said to be final, or weighed, is not named. */
const named = (text: string): ReadonlySet<string> =>
  new Set(
    [
      ...text
        .replaceAll(/<Final [^>]*>|final[=:] ?\{+[^}]*\}|\boperation[=:] ?["'][^"']*["']/g, '')
        .matchAll(/["']([a-z]\w*\.[a-z]\w*)["']/gi),
    ].map(([, name = '']) => name),
  )

const isForEverybody = (name: string): boolean => operations.get(name)?.everyone === true
const textOf = (file: string): string => screens.find((one) => one.file === file)?.text ?? ''

/** The opening tags of a file's buttons, whatever stands inside their braces. */
function buttons(text: string): readonly string[] {
  const tags: string[] = []
  for (const { index } of text.matchAll(/<Button\b/g)) {
    let depth = 0
    let at = index
    for (; at < text.length; at++) {
      if (text[at] === '{') depth++
      else if (text[at] === '}') depth--
      else if (text[at] === '>' && depth === 0) break
    }
    tags.push(text.slice(index, at))
  }
  return tags
}

/** What a file calls its changes: `close` of `const close = useChange(desk.work.close, …)`. */
const changes = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...text.matchAll(/const (\w+) = useChange\(([^,)]*)/g)].map(([, name = '', first = '']) => [
      name,
      [...first.matchAll(dotted)].map(([, operation = '']) => operation),
    ]),
  )

describe('every operation that a screen performs', () => {
  test('is named where its button is, unless everybody may perform it', () => {
    const found = screens.filter(({ file, text }) => file !== 'change.ts' && text.includes('useChange('))
    expect(found.flatMap(({ text }) => performed(text)).length).toBeGreaterThan(100)
    const unnamed = found.flatMap(({ file, text }) => {
      const all = named([text, ...(buttonsIn[file] ?? []).map(textOf)].join('\n'))
      return performed(text)
        .filter((name) => !all.has(name) && !isForEverybody(name))
        .map((name) => `${file}: ${name}`)
    })
    expect(unnamed).toEqual([])
  })

  test('is one that this test can read, or one that the desk has answered for already', () => {
    const unread = screens
      .filter(({ text }) => /\buseChange(?:<[^()]*>)?\((?!\s*(?:\w+ \? )?desk\.)/.test(text))
      .map(({ file }) => file)
      .filter((file) => file !== 'change.ts')
    expect(unread.toSorted()).toEqual(Object.keys(saidOfTheCase).toSorted())
    for (const file of unread) expect(textOf(file), file).toMatch(/<Button\b[^>]*?\b(?:may|of)=|mayRelease/)
  })

  test('stands on the button itself', () => {
    const bare = screens.flatMap(({ file, text }) => {
      const known = changes(text)
      return buttons(text).flatMap((tag) => {
        const does = [...tag.matchAll(/\b(\w+)\.(?:mutate|isPending)\b/g)].flatMap(
          ([, name = '']) => known.get(name) ?? [],
        )
        const held = does.filter((name) => !isForEverybody(name))
        return held.length > 0 && !/\b(?:of|may)=/.test(tag) ? [`${file}: ${held.join(', ')}`] : []
      })
    })
    expect(bare).toEqual([])
  })

  test('stands on the key too', () => {
    const bare = screens.flatMap(({ file, text }) => {
      const known = changes(text)
      const changing = (run: string): readonly string[] =>
        [...run.matchAll(/\b(\w+)\.mutate\b/g)].flatMap(([, name = '']) => known.get(name) ?? [])
      // What a key runs is mostly a name: `const reopen = () => reopened.mutate(…)`.
      const ways = new Map(
        [...text.matchAll(/const (\w+) = \([^)]*\) =>([^\n]*)/g)].map(([, name = '', run = '']) => [
          name,
          changing(run),
        ]),
      )
      // A verb, up to what it runs: `{ id: …, words: …, keys: …, of: …, run: reopen }`.
      return [
        ...text.matchAll(/\{[^{}]*\bid: [^{}]*\bwords: [^{}]*(?:\$\{[^{}]*\}[^{}]*)*\brun: ?([^,}\n]*)/g),
      ].flatMap(([verb, run = '']) => {
        const does = [
          ...changing(run),
          ...(ways.get(/\b\w+$/.exec(run.replaceAll(/\(\)\s*$/g, '').trim())?.[0] ?? '') ?? []),
        ]
        const held = does.filter((name) => !isForEverybody(name))
        return held.length > 0 && !/\bof\b/.test(verb) ? [`${file}: ${held.join(', ')}`] : []
      })
    })
    expect(bare).toEqual([])
  })
})
