import type { Board, Level } from '../../desk/authority/board/model.ts'
import { areaWords, levelWords } from '../../desk/authority/board/words.ts'
import type { Area } from '../../desk/operation.ts'

const capital = (word: string) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`

export const areaNames = (Object.entries(areaWords) as readonly (readonly [Area, string])[]).map(
  ([area, word]) => [area, capital(word)] as const,
)
export const levelNames = Object.entries(levelWords) as readonly (readonly [Level, string])[]

/** What each level means, in a sentence, where it is chosen. */
export const levelMeans: Readonly<Record<Level, string>> = {
  none: 'May not look.',
  busy: 'Sees when the executive is busy, and nothing else.',
  see: 'Sees what its label allows, and changes nothing.',
  propose: 'What they want to change waits for somebody’s yes.',
  tell: 'Does it; it is told on Today until somebody has seen it.',
  act: 'Does it.',
}

/** A part of a board that is changed by itself: an area, or one of the limits. */
export type Part = { readonly area: Area } | { readonly limit: Exclude<keyof Board, 'areas'> }
