import type { Refusal } from '../desk/refusal.ts'

/** A no as a screen has it: its words for beside the field they are about; `at` is said with them where no field stands for it. */
export type Shown = Refusal & { readonly at?: string }

/** The desk's no out of an answer's body, or null when the body says something else. What was read already is read again alike. */
export function readRefusal(body: unknown): Shown | null {
  if (!isRecord(body) || !isRecord(body.refused)) return null
  const { why, words, standing, path, at } = body.refused
  if (typeof why !== 'string' || typeof words !== 'string') return null
  const isPlaced = typeof path === 'string' && path !== '' && words.startsWith(`${path}: `)
  return {
    why: why as Refusal['why'],
    words: isPlaced ? words.slice(path.length + 2) : words,
    standing: Array.isArray(standing) ? standing.map(String) : [],
    ...(typeof path === 'string' && { path }),
    ...(isPlaced ? { at: path } : typeof at === 'string' && { at }),
  }
}

/** The whole no, where it stands by itself. */
export const wholeWords = ({ at, words }: Shown): string => (at === undefined ? words : `${at}: ${words}`)

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
