import type { Refusal } from '../desk/refusal.ts'

/** The desk's no out of an answer's body, or null when the body says something else. */
export function readRefusal(body: unknown): Refusal | null {
  if (!isRecord(body) || !isRecord(body.refused)) return null
  const { why, words, standing, path } = body.refused
  if (typeof why !== 'string' || typeof words !== 'string') return null
  return {
    why: why as Refusal['why'],
    words,
    standing: Array.isArray(standing) ? standing.map(String) : [],
    ...(typeof path === 'string' && { path }),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
